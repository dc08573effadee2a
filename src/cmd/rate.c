/*
 * rate.c -- see rate.h.
 * SPDX-License-Identifier: MIT
 *
 * The evidence proposes; Enter takes it, a digit overrules.  After a wrong
 * answer only "again" is offered: another digit first asks whether the answer
 * was right, so that nobody calls a forgotten card "hard".
 */
#include "cmd/rate.h"

#include <string.h>

#include "cmd/keys.h"
#include "cmd/span.h"
#include "cmd/verdict.h"

#include "base/banned.h"

/* Judged wrong, and the learner has not said otherwise. */
static bool
is_wrong(const struct review_judged *judged)
{
	enum verdict v = judged->judgement.verdict;

	if (judged->said_right)
		return false;
	return v == VERDICT_WRONG || v == VERDICT_REJECTED ||
	    v == VERDICT_BLANK ||
	    (v == VERDICT_SLIP && judged->proposal.rating == RATING_AGAIN);
}

/* When the card would be back; cram moves no schedule. */
static void
add_span(const struct session *s, const struct steps_card *after,
    struct buf *text)
{
	if (review_mode(s->review) == REVIEW_CRAM)
		return;
	if (s->app->paint.accessible) {
		buf_adds(text, ", ");
		span_spoken(span_of(after), text);
	} else {
		buf_addc(text, ' ');
		span_brief(span_of(after), text);
	}
}

static void
add_offer(const struct session *s, int taken, const struct steps_card out[4],
    struct buf *text)
{
	const char *before = "";

	for (int r = RATING_AGAIN; r <= RATING_EASY; r++) {
		if (r == taken)
			continue;
		if (s->app->paint.accessible) {
			buf_printf(text, "\n%d: %s", r,
			    rating_name((enum rating)r));
		} else {
			buf_printf(text, "%s %d %s", before, r,
			    rating_name((enum rating)r));
		}
		add_span(s, &out[r - 1], text);
		before = ",";
	}
	if (!s->app->paint.accessible)
		buf_addc(text, '.');
}

static void
add_proposed(const struct session *s, int rating,
    const struct review_judged *judged, const struct steps_card *after,
    struct buf *text)
{
	const char *reason = judged->said_right || is_wrong(judged) ? "" :
	    proposal_reason_text(judged->proposal.reason);

	buf_printf(text, "Rated %s", rating_name((enum rating)rating));
	if (*reason != '\0' && rating != RATING_GOOD)
		buf_printf(text, " (%s)", reason);
	buf_adds(text, s->app->paint.accessible ? ", " : ": back ");
	if (s->app->paint.accessible)
		span_spoken(span_of(after), text);
	else
		span_words(span_of(after), text);
	buf_adds(text, rating == RATING_HARD ? ". Hard is a pass." : ".");
}

/* The line that asks for the rating. */
static void
tell_rating(const struct session *s)
{
	const struct review_judged *judged = review_judged(s->review);
	bool spoken = s->app->paint.accessible;
	int rating = review_enter(s->review);
	struct buf text = BUF_INIT(4096);
	struct steps_card out[4];

	review_outcomes(s->review, session_now(s), out);
	if (judged->judgement.verdict == VERDICT_SELF) {
		buf_printf(&text, "Enter: %s",
		    rating_name((enum rating)rating));
		add_span(s, &out[rating - 1], &text);
		buf_adds(&text, spoken ? "" : "; or");
		add_offer(s, rating, out, &text);
	} else if (is_wrong(judged)) {
		add_proposed(s, rating, judged, &out[rating - 1], &text);
		buf_printf(&text, " Enter goes on; %s; /? more.",
		    judged->judgement.verdict == VERDICT_BLANK ?
		    "/u asks again" : "/w I was right");
	} else {
		add_proposed(s, rating, judged, &out[rating - 1], &text);
		buf_adds(&text, spoken ? " Enter takes it." : " Enter, or");
		add_offer(s, rating, out, &text);
	}
	paint_text(&s->app->paint, PAINT_PLAIN, 0, buf_str(&text));
	buf_clear(&text);
}

/* What was taken, where the line above does not say it. */
static void
tell_rated(const struct session *s, const struct review_rated *rated,
    bool again)
{
	const struct paint *paint = &s->app->paint;
	struct buf text = BUF_INIT(512);

	if (again || paint->accessible) {
		const char *name = rating_name((enum rating)rated->rating);

		buf_printf(&text, paint->accessible ? "%s" : "Rated %s", name);
		if (paint->accessible)
			text.s[0] = (char)(text.s[0] - 'a' + 'A');
		if (rated->moved) {
			buf_adds(&text, paint->accessible ? ", " : ": back ");
			(paint->accessible ? span_spoken : span_words)
			    (span_of(&rated->after), &text);
		}
		buf_addc(&text, '.');
		paint_text(paint, PAINT_PLAIN, 0, buf_str(&text));
	}
	if (rated->leech > 0)
		paint_printf(paint, PAINT_PLAIN, 0, "Forgotten %d times: "
		    "a leech. Rewrite it (/e) or suspend it (/s) when it "
		    "comes again.", (int)rated->leech);
	buf_clear(&text);
}

/*
 * A rating that could not be stored is told, and the answer is kept: a full
 * disk costs a person nothing but time.  A pipe cannot make room.
 */
static bool
try_again(struct session *s, struct err *err)
{
	if (!line_is_terminal(s->line))
		return false;
	app_say(s->app, "%s", err->text);
	paint_text(&s->app->paint, PAINT_WRONG, 0,
	    "Not saved. Enter tries again; q gives this answer up.");
	if (session_read(s, LINE_RATING, "> ") != LINE_TEXT ||
	    s->text.len > 0)
		return false;
	*err = (struct err){ 0 };
	return true;
}

static enum session_step
take(struct session *s, int rating, bool tell, struct err *err)
{
	struct review_rated rated;

	while (!review_rate(s->review, rating, session_now(s), &rated, err))
		if (!try_again(s, err))
			return SESSION_FAILED;
	if (rated.rating > 0)
		tell_rated(s, &rated, tell);
	return SESSION_NEXT;
}

void
rate_right(struct session *s)
{
	review_right(s->review);
	paint_text(&s->app->paint, PAINT_PLAIN, 0, "Counted as right.");
}

/* A digit other than 1 after a wrong answer. */
static enum session_step
dispute(struct session *s)
{
	if (review_judged(s->review)->judgement.verdict == VERDICT_BLANK) {
		paint_text(&s->app->paint, PAINT_PLAIN, 0,
		    "Nothing was typed: only again fits. /u asks the card "
		    "again.");
		return SESSION_STAY;
	}
	paint_text(&s->app->paint, PAINT_PLAIN, 0,
	    "Was your answer right? y: yes; Enter: no.");
	if (session_read(s, LINE_RATING, "y/n> ") != LINE_TEXT)
		return SESSION_STOP;
	if (strcmp(buf_str(&s->text), "y") == 0 ||
	    strcmp(buf_str(&s->text), "yes") == 0)
		rate_right(s);
	return SESSION_STAY;
}

/* One line at the rating: Enter, a digit, a key with or without its slash. */
static enum session_step
read_rating(struct session *s, struct err *err)
{
	int rating;

	if (session_read(s, LINE_RATING, "> ") != LINE_TEXT)
		return SESSION_STOP;
	if (s->text.len == 0)
		return take(s, 0, false, err);
	if (s->text.len == 1 && s->text.s[0] >= '1' && s->text.s[0] <= '4') {
		rating = s->text.s[0] - '0';
		if (rating != RATING_AGAIN &&
		    is_wrong(review_judged(s->review)))
			return dispute(s);
		return take(s, rating, rating != review_enter(s->review), err);
	}
	if (s->text.len == 1 && (s->text.s[0] == '?' ||
	    strchr("huwesbfiq", s->text.s[0]) != NULL))
		return keys_press(s, s->text.s[0], err);
	if (keys_is_key(&s->text))
		return keys_press(s, s->text.s[1], err);
	paint_text(&s->app->paint, PAINT_PLAIN, 0,
	    "Enter takes the rating, 1 to 4 say another, ? lists the keys.");
	return SESSION_STAY;
}

/* No rating is asked for in cram and preview, nor with rate = auto. */
static bool
is_asked(const struct session *s)
{
	bool self = review_judged(s->review)->judgement.verdict ==
	    VERDICT_SELF;

	switch (review_mode(s->review)) {
	case REVIEW_PREVIEW:
		return false;
	case REVIEW_CRAM:
		return self;
	default:
		return self ||
		    study_settings(s->study)->v[SETTING_RATE] == 0;
	}
}

enum session_step
rate_card(struct session *s, struct err *err)
{
	enum session_step step = SESSION_STAY;

	if (review_judged(s->review)->slip_open)
		step = verdict_slip(s, err);
	if (step != SESSION_STAY)
		return step;
	verdict_tell(s);
	if (!is_asked(s))
		return take(s, 0, review_mode(s->review) != REVIEW_CRAM, err);
	s->rating = true;
	while (step == SESSION_STAY) {
		tell_rating(s);
		fflush(s->app->paint.out);
		step = read_rating(s, err);
	}
	return step;
}
