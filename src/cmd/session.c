/*
 * session.c -- see session.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/session.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/ask.h"
#include "cmd/rate.h"
#include "cmd/summary.h"

#include "base/banned.h"

/* Below that many columns prompts are short. */
#define NARROW 60

struct moment
session_now(const struct session *s)
{
	return app_moment(s->app);
}

bool
session_is_narrow(const struct session *s)
{
	return line_width(s->line) < NARROW;
}

void
session_sentence(struct buf *out, const char *text)
{
	size_t n = strlen(text);

	buf_adds(out, text);
	if (n > 0 && strchr(".!?", text[n - 1]) == NULL)
		buf_addc(out, '.');
}

/* A word at the rating: case and blanks around it do not matter. */
static void
tidy(struct buf *text)
{
	size_t i, from = 0, to = text->len;

	while (from < to && text->s[from] == ' ')
		from++;
	while (to > from && text->s[to - 1] == ' ')
		to--;
	for (i = 0; i < to - from; i++)
		text->s[i] = (char)(text->s[from + i] >= 'A' &&
		    text->s[from + i] <= 'Z' ? text->s[from + i] - 'A' + 'a' :
		    text->s[from + i]);
	text->len = to - from;
	if (text->s != NULL)
		text->s[text->len] = '\0';
}

enum line_result
session_read(struct session *s, enum line_mode mode, const char *prompt)
{
	enum line_result result;

	fflush(s->app->paint.out);
	buf_reset(&s->text);
	result = line_read(s->line, mode, prompt, &s->text);
	if (mode == LINE_RATING)
		tidy(&s->text);
	if (result == LINE_HANGUP) {
		s->app->hung_up = true;
		s->app->leave = true;
	}
	paint_resize(&s->app->paint);
	paint_resize(&s->app->warn);
	return result;
}

/* From the question to the rating; a question may come several times. */
static enum session_step
one_card(struct session *s, struct err *err)
{
	enum session_step step = SESSION_SHOW;

	for (;;) {
		if (step == SESSION_SHOW)
			ask_show(s);
		step = ask_answer(s, err);
		if (step == SESSION_JUDGED)
			step = rate_card(s, err);
		mem_clear(&s->app->scratch);
		if (step != SESSION_STAY && step != SESSION_SHOW)
			return step;
	}
}

/* Asks until there is nothing left or the learner stops. */
static enum session_step
ask_cards(struct session *s, int64_t *next_at, struct err *err)
{
	const struct review_question *question;
	enum session_step step;
	int64_t at;

	for (;;) {
		switch (review_next(s->review, session_now(s), &question, &at,
		    err)) {
		case REVIEW_CARD:
			break;
		case REVIEW_FAILED:
			return SESSION_FAILED;
		case REVIEW_END:
			return SESSION_NEXT;
		case REVIEW_WAIT:
			*next_at = at;
			return SESSION_NEXT;
		}
		step = one_card(s, err);
		if (step != SESSION_NEXT)
			return step;
	}
}

/* A proposal that stands on the screen is stored when the session ends. */
static bool
finish(struct session *s, enum session_step step, int64_t next_at,
    struct err *err)
{
	bool stored = false;

	if (step == SESSION_FAILED)
		return false;
	if (review_state(s->review) == REVIEW_JUDGED &&
	    !review_hang_up(s->review, session_now(s), &stored, err))
		return false;
	if (s->app->hung_up)
		return err_set(err, ERR_INTERRUPT, "%s", "");
	summary_tell(s, step == SESSION_STOP, next_at);
	return true;
}

static void
warn_clock(const struct session *s)
{
	int32_t days = study_clock_behind(s->study, session_now(s));

	if (days > 0)
		app_say(s->app, "the clock stands %d days behind your newest "
		    "review", (int)days);
}

/* A search that finds no card was not meant so. */
static bool
finds_cards(const struct session *s, const struct select *select,
    const char *search, struct err *err)
{
	uint32_t *cards;

	if (select_is_all(select))
		return true;
	if (select_cards(select, s->study, session_now(s), &cards) == 0)
		return err_set(err, ERR_USAGE, "no card is found by \"%.200s\"",
		    search);
	free(cards);
	return true;
}

bool
session_run(struct app *app, enum review_mode mode, const char *search,
    struct err *err)
{
	struct session s = { .app = app, .text = BUF_INIT(64 * 1024),
	    .answer = BUF_INIT(64 * 1024) };
	struct review_options options = { .mode = mode };
	struct select *select = NULL;
	unsigned needs = APP_DECKS;
	int64_t next_at = STORE_NONE;
	enum session_step step;
	bool ok = false;

	if (mode != REVIEW_PREVIEW)
		needs |= APP_WRITE;
	if (!app_study(app, needs, &s.study, err) ||
	    !app_select(app, search, &select, err) ||
	    !finds_cards(&s, select, search, err) ||
	    !app_line(app, &s.line, err))
		goto out;
	warn_clock(&s);
	options.select = s.select = select;
	if (!review_open(&s.review, s.study, &options, app_moment(app), err))
		goto out;
	step = ask_cards(&s, &next_at, err);
	ok = finish(&s, step, next_at, err);
out:
	review_close(s.review);
	select_free(select);
	buf_clear(&s.text);
	buf_clear(&s.answer);
	return ok;
}
