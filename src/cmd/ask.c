/*
 * ask.c -- see ask.h.
 * SPDX-License-Identifier: MIT
 *
 * The heading gives nothing away: article, source and tags come after the
 * answer.
 */
#include "cmd/ask.h"

#include <string.h>

#include "cmd/keys.h"

#include "base/banned.h"

static void
show_heading(const struct session *s, const struct review_question *q)
{
	const struct paint *paint = &s->app->paint;
	const char *title = q->card->note->deck->title;
	const char *state = rating_state_name(q->state);

	paint_blank(paint);
	if (review_mode(s->review) == REVIEW_CRAM)
		state = "cram";
	if (review_mode(s->review) == REVIEW_PREVIEW)
		state = "preview";
	if (paint->accessible)
		paint_printf(paint, PAINT_HEADING, 0, "%s, %s.", title, state);
	else
		paint_printf(paint, PAINT_HEADING, 0, "%zu of %zu  %s  (%s)",
		    q->number, q->total, title, state);
}

static void
show_options(const struct paint *paint, const struct card_shown *shown)
{
	struct buf line = BUF_INIT(64 * 1024);

	for (size_t i = 0; i < shown->options_n; i++) {
		const char *label = shown->options[i].label;

		buf_reset(&line);
		buf_printf(&line, paint->accessible ? "%s: %s" : "%s) %s",
		    label, shown->options[i].text);
		if (paint->accessible)
			paint_text(paint, PAINT_PLAIN, 0, buf_str(&line));
		else
			paint_hang(paint, PAINT_PLAIN, 2,
			    4 + (int)strlen(label), buf_str(&line));
	}
	buf_clear(&line);
}

/* Once a session, in a line; "/?" tells them at any time. */
static void
explain_keys(struct session *s, const struct card_shown *shown,
    const struct note *note)
{
	const char *hint = note_value(note, KEY_HINT, 0) != NULL ?
	    "  /h hint" : "";

	if (s->app->keys_told)
		return;
	s->app->keys_told = true;
	paint_printf(&s->app->paint, PAINT_QUIET, 0,
	    "Enter alone: %s.%s  /q stop  /? all keys",
	    shown->self_judged ? "show the answer" : "I don't know", hint);
}

void
ask_show(struct session *s)
{
	const struct review_question *q = review_question(s->review);
	const struct paint *paint = &s->app->paint;
	struct card_shown shown = { .question = BUF_INIT(BUF_LARGE) };
	const char *see;

	paint_resize(&s->app->paint);
	show_heading(s, q);
	card_show(q->card, &q->layout, &shown);
	paint_text(paint, PAINT_PLAIN, 0, buf_str(&shown.question));
	if ((see = note_value(q->card->note, KEY_SEE, 0)) != NULL)
		paint_printf(paint, PAINT_PLAIN, 0, "See: %s", see);
	show_options(paint, &shown);
	explain_keys(s, &shown, q->card->note);
	card_shown_clear(&shown);
	fflush(paint->out);
	s->rating = false;
	s->shown_at = app_steady(s->app);
}

static void
make_prompt(const struct session *s, char *out, size_t size)
{
	const struct review_question *q = review_question(s->review);
	struct card_shown shown = { .question = BUF_INIT(BUF_LARGE) };

	card_show(q->card, &q->layout, &shown);
	snprintf(out, size, "%s> ", session_is_narrow(s) ?
	    shown.prompt_short : shown.prompt);
	card_shown_clear(&shown);
}

static enum session_step
judge(struct session *s, struct err *err)
{
	const struct review_judged *judged;
	int64_t took = app_steady(s->app) - s->shown_at;

	buf_reset(&s->answer);
	buf_add(&s->answer, buf_str(&s->text), s->text.len);
	if (!review_answer(s->review, buf_str(&s->text), s->text.len, took,
	    session_now(s), &judged, err))
		return SESSION_FAILED;
	if (judged->judgement.verdict != VERDICT_UNREADABLE)
		return SESSION_JUDGED;
	paint_printf(&s->app->paint, PAINT_NEARLY, 0,
	    "Not counted: %s. The question still stands.",
	    judged->judgement.reason);
	return SESSION_STAY;
}

enum session_step
ask_answer(struct session *s, struct err *err)
{
	char prompt[64];

	make_prompt(s, prompt, sizeof(prompt));
	switch (session_read(s, LINE_ANSWER, prompt)) {
	case LINE_TEXT:
		break;
	case LINE_UNFINISHED:
		app_say(s->app, "the last line has no end; it was not judged");
		return SESSION_STOP;
	default:
		return SESSION_STOP;
	}
	if (keys_is_key(&s->text))
		return keys_press(s, s->text.s[1], err);
	return judge(s, err);
}
