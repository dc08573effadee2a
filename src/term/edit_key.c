/*
 * edit_key.c -- what libedit reads: keys, pastes, signals.
 * SPDX-License-Identifier: MIT
 *
 * libedit is handed characters and, for keys, private codes between U+0081
 * and U+009F that nobody can type (key.h drops them) and that are bound to its
 * functions.  So no sequence ever reaches it, and neither does a signal.
 */
#include <errno.h>
#include <termios.h>
#include <unistd.h>

#include "term/edit_part.h"
#include "term/tty.h"

#include "base/banned.h"

#undef CTRL
#define CTRL(c) ((c) & 0x1f)

struct edit *
edit_key_owner(EditLine *e)
{
	void *edit = NULL;

	(void)el_get(e, EL_CLIENTDATA, &edit);
	return edit;
}

static bool
has_text(EditLine *e)
{
	const LineInfoW *info = el_wline(e);

	return info->lastchar > info->buffer;
}

/* Ends the line: to its end first, so that what comes next stands below. */
static wchar_t
leave(struct edit *edit, enum edit_why why)
{
	edit->why = why;
	edit->had_text = has_text(edit->now->e);
	edit->codes[0] = EDIT_CODE_LEAVE;
	edit->codes_n = 1;
	edit->codes_at = 0;
	return EDIT_CODE_KEY + (KEY_END - KEY_LEFT);
}

/* Whether an answer may be edited with it; Up and TAB must do nothing. */
static bool
is_for_answers(struct edit *edit, int32_t code)
{
	int32_t next = 0;

	if (code == KEY_ESCAPE && !edit->now->vi) {
		if (edit->codes_at < edit->codes_n)
			next = edit->codes[edit->codes_at];
		if (!key_edits_after_escape(next))
			edit->codes_at = edit->codes_n;
		return key_edits_after_escape(next);
	}
	return code == KEY_ESCAPE || key_edits(code);
}

/* The next code as libedit shall see it; false: not at all. */
static bool
translate(struct edit *edit, int32_t code, wchar_t *c)
{
	if (code == EDIT_CODE_LEAVE)
		edit->left = true;
	if (code == CTRL('C')) {
		*c = leave(edit, EDIT_WHY_INTERRUPT);
		return true;
	}
	if (code == CTRL('Z')) {
		tty_stop_job();
		return false;
	}
	if (code == CTRL('D')) {
		if (!has_text(edit->now->e)) {
			*c = leave(edit, EDIT_WHY_END);
			return true;
		}
		code = KEY_DELETE;
	}
	/* Quoting would put controls into the text. */
	if (code == CTRL('V') || code == CTRL('Q'))
		return false;
	if (code == CTRL('L') && edit->mode != LINE_COMMAND)
		code = EDIT_CODE_REDRAW;
	if (edit->mode != LINE_COMMAND && !is_for_answers(edit, code))
		return false;
	if (code >= KEY_LEFT)
		code += EDIT_CODE_KEY - KEY_LEFT;
	*c = (wchar_t)code;
	return true;
}

void
edit_key_raw(struct edit *edit)
{
	(void)el_set(edit->now->e, EL_PREP_TERM, 1);
	tty_no_signals();
	if (edit->pastes)
		tty_paste(true);
}

/* Goes on after a stop: the terminal may have any settings and any text. */
static void
take_up(struct edit *edit)
{
	(void)el_set(edit->now->e, EL_PREP_TERM, 0);
	edit_key_raw(edit);
	el_resize(edit->now->e);
	putc('\r', edit->out);
	(void)el_set(edit->now->e, EL_REFRESH, NULL);
}

/* Looks what happened; true: *c is to be read. */
static bool
see_event(struct edit *edit, wchar_t *c)
{
	switch (tty_event()) {
	case TTY_HANGUP:
		edit->why = EDIT_WHY_HANGUP;
		break;
	case TTY_INTERRUPT:
		*c = leave(edit, EDIT_WHY_INTERRUPT);
		return true;
	case TTY_CONTINUED:
		take_up(edit);
		break;
	case TTY_RESIZED:
		el_resize(edit->now->e);
		*c = EDIT_CODE_REDRAW;
		return true;
	case TTY_NOTHING:
		break;
	}
	return false;
}

/* Waits for a byte, a silence or a signal; the codes are then in edit. */
static void
wait_codes(struct edit *edit)
{
	unsigned char byte;
	ssize_t n;
	int ready;

	edit->codes_at = edit->codes_n = 0;
	ready = tty_wait(edit->options->in, key_patience(&edit->key),
	    edit->before);
	if (ready == 0) {
		edit->codes_n = key_silence(&edit->key, edit->codes);
		return;
	}
	if (ready < 0) {
		if (errno != EINTR)
			edit->why = EDIT_WHY_HANGUP;
		return;
	}
	/* One byte: what comes behind may be for another program. */
	n = read(edit->options->in, &byte, 1);
	if (n == 1)
		edit->codes_n = key_feed(&edit->key, byte, edit->codes);
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		edit->why = EDIT_WHY_HANGUP;
}

int
edit_key_read(EditLine *e, wchar_t *c)
{
	struct edit *edit = edit_key_owner(e);

	for (;;) {
		while (!edit->left && edit->codes_at < edit->codes_n)
			if (translate(edit, edit->codes[edit->codes_at++], c))
				return 1;
		if (!edit->left && see_event(edit, c))
			return 1;
		/* left: what asks again is a question of libedit's own. */
		if (edit->left || edit->why == EDIT_WHY_HANGUP) {
			errno = EINTR;
			return -1;
		}
		wait_codes(edit);
	}
}
