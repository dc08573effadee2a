/*
 * keys.c -- see keys.h: a row for each key, and what it does.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/keys.h"

#include <ctype.h>
#include <string.h>

#include "cmd/edit.h"
#include "cmd/history.h"
#include "cmd/rate.h"
#include "cmd/topic.h"
#include "cmd/view.h"

#include "base/banned.h"

static enum session_step
press_help(struct session *s, struct err *err)
{
	struct paint paint = view_paint(&s->app->paint);

	(void)err;
	for (const struct topic *t = topic_table; t->name != NULL; t++)
		for (const struct topic_row *row = t->rows;
		    strcmp(t->name, "keys") == 0 && row->text != NULL; row++)
			if (row->label != NULL)
				view_row(&paint, row->label, row->text);
	return SESSION_STAY;
}

static enum session_step
press_hint(struct session *s, struct err *err)
{
	const char *hint;

	(void)err;
	if (s->rating) {
		paint_text(&s->app->paint, PAINT_PLAIN, 0,
		    "The answer stands there already.");
		return SESSION_STAY;
	}
	if ((hint = review_hint(s->review)) != NULL)
		paint_printf(&s->app->paint, PAINT_PLAIN, 0, "Hint: %s", hint);
	else
		paint_text(&s->app->paint, PAINT_PLAIN, 0,
		    "There is no hint.");
	return SESSION_STAY;
}

/* What was taken back, for a person. */
static void
tell_undone(const struct session *s, const struct action_undone *undone)
{
	struct buf text = BUF_INIT(2048);

	history_undone(undone, &text);
	paint_text(&s->app->paint, PAINT_PLAIN, 0, buf_str(&text));
	buf_clear(&text);
}

static enum session_step
press_undo(struct session *s, struct err *err)
{
	struct action_undone undone;

	if (s->rating) {
		review_retake(s->review);
		paint_text(&s->app->paint, PAINT_PLAIN, 0,
		    "Taken back. The question stands again.");
		return SESSION_SHOW;
	}
	if (!review_undo(s->review, session_now(s), &undone, err))
		return SESSION_FAILED;
	tell_undone(s, &undone);
	return undone.found ? SESSION_NEXT : SESSION_STAY;
}

static enum session_step
press_right(struct session *s, struct err *err)
{
	const struct paint *paint = &s->app->paint;
	const struct review_judged *judged = review_judged(s->review);

	(void)err;
	if (!s->rating)
		paint_text(paint, PAINT_PLAIN, 0, "Answer first.");
	else if (judged->judgement.verdict == VERDICT_BLANK)
		paint_text(paint, PAINT_PLAIN, 0,
		    "Nothing was typed. /u asks the card again.");
	else if (judged->said_right || judged->judgement.verdict ==
	    VERDICT_SELF || answer_is_right(judged->judgement.verdict))
		paint_text(paint, PAINT_PLAIN, 0,
		    "It counts as right already.");
	else
		rate_right(s);
	return SESSION_STAY;
}

/* What was judged stands only where the edit left its question as it was. */
static enum session_step
press_edit(struct session *s, struct err *err)
{
	if (!edit_note(s, err))
		return SESSION_FAILED;
	switch (review_state(s->review)) {
	case REVIEW_JUDGED:
		return SESSION_STAY;
	case REVIEW_ASKED:
		return SESSION_SHOW;
	default:
		return SESSION_NEXT;
	}
}

static enum session_step
press_suspend(struct session *s, struct err *err)
{
	const char *id = mem_string(&s->app->scratch,
	    review_question(s->review)->card->id);

	if (!review_suspend(s->review, session_now(s), err))
		return SESSION_FAILED;
	paint_printf(&s->app->paint, PAINT_PLAIN, 0,
	    "Suspended. \"resume %s\" brings it back.", id);
	return SESSION_NEXT;
}

static enum session_step
press_bury(struct session *s, struct err *err)
{
	if (!review_bury(s->review, session_now(s), err))
		return SESSION_FAILED;
	paint_text(&s->app->paint, PAINT_PLAIN, 0, "Buried until tomorrow.");
	return SESSION_NEXT;
}

static enum session_step
press_flag(struct session *s, struct err *err)
{
	if (session_read(s, LINE_ANSWER, "remark> ") != LINE_TEXT)
		return SESSION_STAY;
	if (!review_flag(s->review, buf_str(&s->text), session_now(s), err))
		return SESSION_FAILED;
	paint_text(&s->app->paint, PAINT_PLAIN, 0, "Flagged.");
	return SESSION_STAY;
}

static enum session_step
press_info(struct session *s, struct err *err)
{
	const struct review_question *q = review_question(s->review);

	return history_tell(s->app, s->study, q->card->id, err) ?
	    SESSION_STAY : SESSION_FAILED;
}

static enum session_step
press_quit(struct session *s, struct err *err)
{
	(void)s;
	(void)err;
	return SESSION_STOP;
}

static const struct press {
	char letter;
	enum session_step (*press)(struct session *, struct err *);
} key_table[] = {
	{ '?', press_help }, { 'h', press_hint }, { 'u', press_undo },
	{ 'w', press_right }, { 'e', press_edit }, { 's', press_suspend },
	{ 'b', press_bury }, { 'f', press_flag }, { 'i', press_info },
	{ 'q', press_quit }
};

bool
keys_is_key(const struct buf *text)
{
	return text->len == 2 && text->s[0] == '/' &&
	    (text->s[1] == '?' || isalpha((unsigned char)text->s[1]));
}

enum session_step
keys_press(struct session *s, char letter, struct err *err)
{
	char small = (char)tolower((unsigned char)letter);

	for (size_t i = 0; i < sizeof(key_table) / sizeof(*key_table); i++)
		if (key_table[i].letter == small)
			return key_table[i].press(s, err);
	paint_printf(&s->app->paint, PAINT_PLAIN, 0,
	    "There is no key /%c. /? lists them.", letter);
	return SESSION_STAY;
}
