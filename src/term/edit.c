/*
 * edit.c -- see edit.h.
 * SPDX-License-Identifier: MIT
 *
 * There are two editors: one for commands, which obeys ~/.editrc, and one for
 * answers, which takes only the choice between emacs and vi from it and has
 * nothing that could show an earlier line.
 */
#include "term/edit.h"

#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "term/edit_part.h"
#include "term/tty.h"
#include "term/wide.h"

#include "base/banned.h"

/* --- functions that keys are bound to ------------------------------------ */

static wchar_t *
show_prompt(EditLine *e)
{
	return edit_key_owner(e)->prompt;
}

static unsigned char
do_redraw(EditLine *e, int c)
{
	(void)e;
	(void)c;
	return CC_REDISPLAY;
}

/*
 * libedit's own function, in vi mode on an empty line, puts the cursor before
 * the line, and the next letter overwrites what lies there.
 */
static unsigned char
do_end(EditLine *e, int c)
{
	const LineInfoW *info = el_wline(e);

	(void)c;
	if (info->lastchar == info->buffer)
		return CC_NORM;
	el_wpush(e, L"\x8b");
	/* An operator before it (d$) still holds. */
	return CC_ARGHACK;
}

static unsigned char
do_leave(EditLine *e, int c)
{
	(void)e;
	(void)c;
	return CC_EOF;
}

/* --- the editors --------------------------------------------------------- */

static const struct {
	wchar_t key[2];
	const wchar_t *function;
} bound[] = {
	{ L"\x81", L"ed-prev-char" }, { L"\x82", L"ed-next-char" },
	{ L"\x83", L"ed-prev-history" }, { L"\x84", L"ed-next-history" },
	{ L"\x85", L"ed-move-to-beg" }, { L"\x86", L"recital-end" },
	{ L"\x87", L"ed-delete-next-char" }, { L"\x88", L"ed-prev-word" },
	{ L"\x89", L"em-next-word" }, { L"\x8a", L"em-delete-next-word" },
	{ L"\x8b", L"ed-move-to-end" },
	{ L"\x9d", L"recital-redraw" }, { L"\x9e", L"recital-leave" }
};

/* Keys of vi's command mode that show earlier lines or do more than edit. */
static const wchar_t refused[][2] = {
	L"v", L":", L"/", L"?", L"n", L"N", L"j", L"k", L"J", L"K", L"+", L"-",
	L"G", L"#", L"@", L"_"
};

static void
bind_codes(EditLine *e)
{
	size_t i;

	(void)el_wset(e, EL_ADDFN, L"recital-redraw", L"draw again",
	    do_redraw);
	(void)el_wset(e, EL_ADDFN, L"recital-leave", L"give up", do_leave);
	(void)el_wset(e, EL_ADDFN, L"recital-end", L"to the end", do_end);
	(void)el_wset(e, EL_BIND, L"-a", L"$", L"recital-end", NULL);
	(void)el_wset(e, EL_BIND, L"-a", L"^E", L"recital-end", NULL);
	for (i = 0; i < sizeof(bound) / sizeof(*bound); i++) {
		(void)el_wset(e, EL_BIND, bound[i].key, bound[i].function,
		    NULL);
		(void)el_wset(e, EL_BIND, L"-a", bound[i].key,
		    bound[i].function, NULL);
	}
}

static void
bind_for_commands(EditLine *e)
{
	(void)el_wset(e, EL_BIND, L"^I", L"recital-complete", NULL);
	(void)el_wset(e, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
	(void)el_wset(e, EL_BIND, L"^S", L"em-inc-search-next", NULL);
}

static bool
is_vi(EditLine *e)
{
	const wchar_t *name = NULL;

	return el_wget(e, EL_EDITOR, &name) == 0 && name != NULL &&
	    wcscmp(name, L"vi") == 0;
}

/* What both have in common; NULL when libedit cannot. */
static EditLine *
new_editor(struct edit *edit)
{
	EditLine *e = el_init("recital", edit->in, edit->out, edit->nowhere);

	if (e == NULL)
		return NULL;
	(void)el_set(e, EL_CLIENTDATA, edit);
	(void)el_set(e, EL_SIGNAL, 0);
	(void)el_wset(e, EL_PROMPT, show_prompt);
	(void)el_wset(e, EL_EDITOR, L"emacs");
	(void)el_wset(e, EL_BIND, L"^W", L"ed-delete-prev-word", NULL);
	return e;
}

/* Last: what ~/.editrc said must not undo it. */
static void
finish_editor(EditLine *e)
{
	(void)el_set(e, EL_SIGNAL, 0);
	(void)el_set(e, EL_GETCFN, edit_key_read);
	(void)el_wset(e, EL_SETTY, L"-d", L"-ixon", NULL);
	(void)el_wset(e, EL_SETTY, L"-x", L"-ixon", L"-echo", L"-icanon",
	    NULL);
	bind_codes(e);
}

static void
load_past(struct edit *edit)
{
	struct history_lines lines = { 0 };
	struct err err;
	HistEventW event;
	wchar_t *wide;
	size_t i;

	edit->past = history_winit();
	(void)history_w(edit->past, &event, H_SETSIZE, HISTORY_MOST);
	if (edit->options->history == NULL)
		return;
	edit->past_known = history_read(&lines, edit->options->history, &err);
	for (i = 0; i < lines.n; i++) {
		wide = wide_of(lines.v[i]);
		(void)history_w(edit->past, &event, H_ENTER, wide);
		free(wide);
	}
	history_clear(&lines);
}

static bool
open_command(struct edit *edit)
{
	EditLine *e = new_editor(edit);

	if (e == NULL)
		return false;
	load_past(edit);
	(void)el_wset(e, EL_HIST, history_w, edit->past);
	(void)el_wset(e, EL_ADDFN, L"recital-complete", L"complete",
	    edit_complete);
	bind_for_commands(e);
	(void)el_source(e, NULL);
	edit->command.vi = is_vi(e);
	if (edit->command.vi) {
		bind_for_commands(e);
		/* It would start "vi", with our signals held back. */
		(void)el_wset(e, EL_BIND, L"-a", L"v", L"ed-ignore", NULL);
	}
	finish_editor(e);
	edit->command.e = e;
	return true;
}

static bool
has_editrc(void)
{
	const char *home = getenv("HOME"), *named = getenv("EDITRC");
	struct buf path = BUF_INIT(4096);
	bool there;

	if (named != NULL)
		return file_exists(named);
	buf_printf(&path, "%s/.editrc", home != NULL ? home : "");
	there = file_exists(buf_str(&path));
	buf_clear(&path);
	return there;
}

static bool
open_answer(struct edit *edit)
{
	EditLine *e;
	size_t i;

	if (edit->command.e == NULL && has_editrc() && !open_command(edit))
		return false;
	e = new_editor(edit);
	if (e == NULL)
		return false;
	edit->answer.vi = edit->command.vi;
	if (edit->answer.vi) {
		(void)el_wset(e, EL_EDITOR, L"vi");
		for (i = 0; i < sizeof(refused) / sizeof(*refused); i++)
			(void)el_wset(e, EL_BIND, L"-a", refused[i],
			    L"ed-ignore", NULL);
	}
	finish_editor(e);
	edit->answer.e = e;
	return true;
}

static FILE *
stream(int fd, const char *how)
{
	int copy = dup(fd);

	return copy != -1 ? fdopen(copy, how) : NULL;
}

static bool
open_streams(struct edit *edit)
{
	if (edit->in == NULL)
		edit->in = stream(edit->options->in, "r");
	if (edit->out == NULL)
		edit->out = stream(edit->options->out, "w");
	if (edit->nowhere == NULL)
		edit->nowhere = fopen("/dev/null", "w");
	return edit->in != NULL && edit->out != NULL && edit->nowhere != NULL;
}

bool
edit_choose(struct edit *edit, enum line_mode mode)
{
	bool command = mode == LINE_COMMAND;
	const char *up = NULL;

	edit->mode = mode;
	edit->now = command ? &edit->command : &edit->answer;
	if (edit->now->e == NULL) {
		if (!open_streams(edit) || !(command ? open_command(edit) :
		    open_answer(edit)))
			return false;
		/* A terminal that cannot go up knows no paste either. */
		edit->pastes = el_get(edit->now->e, EL_GETTC, "up",
		    &up) == 0 && up != NULL && up[0] != '\0';
	}
	edit->key.vi = edit->now->vi;
	return true;
}

static void
end_editor(struct edit_editor *editor)
{
	if (editor->e == NULL)
		return;
	/* el_end would throw away what is typed ahead for the shell. */
	(void)el_set(editor->e, EL_EDITMODE, 0);
	el_end(editor->e);
	editor->e = NULL;
}

/* --- reading ------------------------------------------------------------- */

static void
set_prompt(struct edit *edit, const char *prompt)
{
	wchar_t *wide = wide_of(prompt);
	size_t n = wcslen(wide);

	n = n < EDIT_PROMPT ? n : EDIT_PROMPT - 1;
	memcpy(edit->prompt, wide, n * sizeof(*wide));
	edit->prompt[n] = L'\0';
	free(wide);
}

static void
give_text(const wchar_t *s, size_t n, struct buf *text)
{
	struct buf typed = BUF_INIT(EDIT_TEXT);

	wide_add_composed(&typed, s, n);
	buf_add(text, buf_str(&typed), typed.len);
	text->cut = text->cut || typed.cut;
	buf_clear(&typed);
}

static void
new_line(struct edit *edit, const char *before)
{
	fprintf(edit->out, "%s\n", before);
	fflush(edit->out);
}

/* Once through libedit; false: Ctrl-C cleared the line, ask again. */
static bool
edit_once(struct edit *edit, struct buf *text, enum line_result *result)
{
	const wchar_t *s;
	int n = 0;

	edit->why = EDIT_WHY_NOT;
	edit->left = false;
	edit->codes_n = edit->codes_at = 0;
	edit_key_raw(edit);
	if (edit->mode == LINE_RATING) {
		(void)tcflush(edit->options->in, TCIFLUSH);
		key_reset(&edit->key);
	}
	s = el_wgets(edit->now->e, &n);
	*result = LINE_TEXT;
	if (s != NULL && n > 0) {
		give_text(s, (size_t)n, text);
	} else if (edit->why == EDIT_WHY_INTERRUPT) {
		new_line(edit, edit->had_text ? "^C" : "");
		*result = LINE_STOP;
		return !edit->had_text;
	} else if (edit->why == EDIT_WHY_END) {
		new_line(edit, "");
		*result = LINE_END;
	} else {
		*result = LINE_HANGUP;
	}
	return true;
}

enum line_result
edit_read(struct edit *edit, const char *prompt, const sigset_t *before,
    struct buf *text)
{
	enum line_result result;

	edit->before = before;
	set_prompt(edit, prompt);
	el_resize(edit->now->e);
	while (!edit_once(edit, text, &result))
		continue;
	tty_paste(false);
	return result;
}

/* --- the rest ------------------------------------------------------------ */

struct edit *
edit_new(const struct line_options *options)
{
	struct edit *edit = mem_new(sizeof(*edit));

	*edit = (struct edit){ .options = options };
	return edit;
}

static void
close_stream(FILE *f)
{
	if (f != NULL)
		(void)fclose(f);
}

void
edit_free(struct edit *edit)
{
	struct err err;

	if (edit == NULL)
		return;
	end_editor(&edit->command);
	end_editor(&edit->answer);
	/* A history that cannot be saved is no reason to bother anybody. */
	if (edit->past_known && edit->added.n > 0)
		(void)!history_append(&edit->added, edit->options->history,
		    &err);
	history_clear(&edit->added);
	if (edit->past != NULL)
		history_wend(edit->past);
	close_stream(edit->in);
	close_stream(edit->out);
	close_stream(edit->nowhere);
	free(edit);
}

void
edit_remember(struct edit *edit, const char *text)
{
	HistEventW event;
	wchar_t *wide;

	if (edit->past == NULL || text[0] == '\0' || text[0] == ' ' ||
	    strchr(text, '\n') != NULL ||
	    (edit->added.n > 0 &&
	    strcmp(edit->added.v[edit->added.n - 1], text) == 0))
		return;
	history_add(&edit->added, text);
	wide = wide_of(text);
	(void)history_w(edit->past, &event, H_ENTER, wide);
	free(wide);
}
