/*
 * line.c -- see line.h.
 * SPDX-License-Identifier: MIT
 *
 * libedit draws and edits; what it reads comes from read_key() below, which
 * hands it characters and, for keys, private codes between U+0081 and U+009F
 * that nobody can type (key.h drops them) and that are bound to its functions.
 * So no sequence ever reaches libedit, and neither do signals.
 *
 * There are two editors: one for commands, which obeys ~/.editrc, and one for
 * answers, which takes only the choice between emacs and vi from it and has
 * nothing that could show an earlier line.
 */
#include "term/line.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <utf8proc.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "term/candidates.h"
#include "term/history.h"
#include "term/key.h"
#include "term/paint.h"
#include "term/pipe.h"
#include "term/tty.h"

#include "base/banned.h"

#define PROMPT_MOST 128
#undef CTRL
#define CTRL(c) ((c) & 0x1f)

/* Private codes: keys from CODE_KEY on, in the order of enum key_code. */
#define CODE_KEY 0x81
#define CODE_REDRAW 0x9d
#define CODE_LEAVE 0x9e

enum why { WHY_NOT, WHY_INTERRUPT, WHY_END, WHY_HANGUP };

struct editor {
	EditLine *e;
	bool vi;
};

struct line {
	struct line_options options;
	bool terminal, plain;	/* plain: libedit cannot edit here */
	struct pipe pipe;
	FILE *in, *out, *nowhere;
	struct editor command, answer;
	HistoryW *past;
	bool past_known;	/* the file was read, or there is none */
	struct history_lines added;

	/* while reading */
	struct editor *now;
	enum line_mode mode;
	enum why why;
	bool had_text;		/* when why came */
	bool pastes;		/* the terminal can tell what is pasted */
	sigset_t before;
	struct key key;
	int32_t codes[KEY_OUT];
	size_t codes_n, codes_at;
	wchar_t prompt[PROMPT_MOST];
};

bool
line_locale(void)
{
	static const char *const names[] = { "", "C.UTF-8", "C.utf8",
	    "en_US.UTF-8", "POSIX.UTF-8" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (setlocale(LC_CTYPE, names[i]) != NULL &&
		    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	return false;
}

/* --- text between UTF-8 and libedit ---------------------------------------- */

static void
add_wide(struct buf *out, const wchar_t *s, size_t n)
{
	char bytes[4];
	size_t i;

	for (i = 0; i < n; i++)
		if (!utf8_is_control((int32_t)s[i]))
			buf_add(out, bytes, utf8_write((int32_t)s[i], bytes));
}

/* A copy for libedit; controls and broken bytes become U+FFFD. */
static wchar_t *
to_wide(const char *s)
{
	size_t n = strlen(s), i, len, out = 0;
	wchar_t *wide = mem_new_array(n + 1, sizeof(*wide));
	int32_t cp;

	for (i = 0; i < n; i += len) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0 || utf8_is_control(cp)) {
			len = len == 0 ? 1 : len;
			cp = 0xfffd;
		}
		wide[out++] = (wchar_t)cp;
	}
	wide[out] = L'\0';
	return wide;
}

static void
set_prompt(struct line *line, const char *prompt)
{
	wchar_t *wide = to_wide(prompt);
	size_t n = wcslen(wide);

	n = n < PROMPT_MOST ? n : PROMPT_MOST - 1;
	memcpy(line->prompt, wide, n * sizeof(*wide));
	line->prompt[n] = L'\0';
	free(wide);
}

/* What was typed, composed (NFC). */
static void
give_text(const wchar_t *s, size_t n, struct buf *text)
{
	struct buf typed = BUF_INIT(PIPE_LINE);
	utf8proc_uint8_t *composed;

	add_wide(&typed, s, n);
	composed = utf8proc_NFC((const utf8proc_uint8_t *)buf_str(&typed));
	buf_adds(text, composed != NULL ? (const char *)composed :
	    buf_str(&typed));
	text->cut = text->cut || typed.cut;
	free(composed);
	buf_clear(&typed);
}

/* --- what libedit reads ---------------------------------------------------- */

static struct line *
line_of(EditLine *e)
{
	void *line = NULL;

	(void)el_get(e, EL_CLIENTDATA, &line);
	return line;
}

static bool
has_text(EditLine *e)
{
	const LineInfoW *info = el_wline(e);

	return info->lastchar > info->buffer;
}

/* Ends the line: to its end first, so that what comes next stands below. */
static wchar_t
leave(struct line *line, enum why why)
{
	line->why = why;
	line->had_text = has_text(line->now->e);
	line->codes[0] = CODE_LEAVE;
	line->codes_n = 1;
	line->codes_at = 0;
	return CODE_KEY + (KEY_END - KEY_LEFT);
}

/* Meta keys that edit and show nothing of before. */
static bool
is_harmless_meta(int32_t code)
{
	return code < 0x80 && strchr("bBfFdDcCuUlL\b\177", (int)code) != NULL;
}

/* Whether an answer may be edited with it; Up and TAB must do nothing. */
static bool
is_for_answers(struct line *line, int32_t code)
{
	static const char controls[] = { CTRL('A'), CTRL('B'), CTRL('E'),
	    CTRL('F'), CTRL('H'), CTRL('J'), CTRL('K'), CTRL('M'), CTRL('T'),
	    CTRL('U'), CTRL('W'), CTRL('Y'), '\0' };

	if (code == KEY_UP || code == KEY_DOWN)
		return false;
	if (code == KEY_ESCAPE && !line->now->vi) {
		if (line->codes_at < line->codes_n &&
		    is_harmless_meta(line->codes[line->codes_at]))
			return true;
		line->codes_at = line->codes_n;
		return false;
	}
	return code >= 0x20 || code == KEY_ESCAPE ||
	    strchr(controls, (int)code) != NULL;
}

/* The next code as libedit shall see it; false: not at all. */
static bool
translate(struct line *line, int32_t code, wchar_t *c)
{
	if (code == CTRL('C')) {
		*c = leave(line, WHY_INTERRUPT);
		return true;
	}
	if (code == CTRL('D')) {
		if (!has_text(line->now->e)) {
			*c = leave(line, WHY_END);
			return true;
		}
		code = KEY_DELETE;
	}
	/* Quoting would put controls into the text. */
	if (code == CTRL('V') || code == CTRL('Q'))
		return false;
	if (code == CTRL('L') && line->mode != LINE_COMMAND)
		code = CODE_REDRAW;
	if (line->mode != LINE_COMMAND && !is_for_answers(line, code))
		return false;
	*c = (wchar_t)(code >= KEY_LEFT ? code - KEY_LEFT + CODE_KEY : code);
	return true;
}

static void
make_raw(struct line *line)
{
	(void)el_set(line->now->e, EL_PREP_TERM, 1);
	tty_no_interrupt();
	if (line->pastes)
		tty_paste(true);
}

/* Goes on after a stop: the terminal may have any settings and any text. */
static void
take_up(struct line *line)
{
	(void)el_set(line->now->e, EL_PREP_TERM, 0);
	make_raw(line);
	el_resize(line->now->e);
	putc('\r', line->out);
	(void)el_set(line->now->e, EL_REFRESH, NULL);
}

/* Looks what happened; true: *c is to be read. */
static bool
see_event(struct line *line, wchar_t *c)
{
	switch (tty_event()) {
	case TTY_HANGUP:
		line->why = WHY_HANGUP;
		break;
	case TTY_INTERRUPT:
		*c = leave(line, WHY_INTERRUPT);
		return true;
	case TTY_CONTINUED:
		take_up(line);
		break;
	case TTY_RESIZED:
		el_resize(line->now->e);
		*c = CODE_REDRAW;
		return true;
	case TTY_NOTHING:
		break;
	}
	return false;
}

/* Waits for a byte, a silence or a signal; the codes are then in line. */
static void
wait_codes(struct line *line)
{
	unsigned char byte;
	ssize_t n;
	int ready;

	line->codes_at = line->codes_n = 0;
	ready = tty_wait(line->options.in, key_patience(&line->key),
	    &line->before);
	if (ready == 0) {
		line->codes_n = key_silence(&line->key, line->codes);
		return;
	}
	if (ready < 0) {
		if (errno != EINTR)
			line->why = WHY_HANGUP;
		return;
	}
	/* One byte: what comes behind may be for another program. */
	n = read(line->options.in, &byte, 1);
	if (n == 1)
		line->codes_n = key_feed(&line->key, byte, line->codes);
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		line->why = WHY_HANGUP;
}

/* libedit's EL_GETCFN. */
static int
read_key(EditLine *e, wchar_t *c)
{
	struct line *line = line_of(e);

	for (;;) {
		while (line->codes_at < line->codes_n)
			if (translate(line, line->codes[line->codes_at++], c))
				return 1;
		if (see_event(line, c))
			return 1;
		if (line->why == WHY_HANGUP) {
			errno = EINTR;
			return -1;
		}
		wait_codes(line);
	}
}

/* --- functions that keys are bound to --------------------------------------- */

static wchar_t *
show_prompt(EditLine *e)
{
	return line_of(e)->prompt;
}

static unsigned char
do_redraw(EditLine *e, int c)
{
	(void)e;
	(void)c;
	return CC_REDISPLAY;
}

static unsigned char
do_leave(EditLine *e, int c)
{
	(void)e;
	(void)c;
	return CC_EOF;
}

/* Puts the first n bytes of word in place of the last typed code points. */
static void
replace_word(EditLine *e, size_t typed, const char *word, size_t n, bool whole)
{
	struct buf text = BUF_INIT(PIPE_LINE);
	wchar_t *wide;

	buf_add(&text, word, n);
	if (whole && (n == 0 || strchr("/=:", word[n - 1]) == NULL))
		buf_addc(&text, ' ');
	wide = to_wide(buf_str(&text));
	el_wdeletestr(e, (int)typed);
	(void)el_winsertstr(e, wide);
	free(wide);
	buf_clear(&text);
}

static unsigned char
show_list(struct line *line, const struct candidates *c)
{
	struct buf list = BUF_INIT(BUF_LARGE);

	candidates_list(c, line_width(line), &list);
	fprintf(line->out, "\n%s", buf_str(&list));
	fflush(line->out);
	buf_clear(&list);
	return CC_REDISPLAY;
}

static unsigned char
do_complete(EditLine *e, int key)
{
	struct line *line = line_of(e);
	const LineInfoW *info = el_wline(e);
	struct candidates found = { 0 };
	struct buf before = BUF_INIT(PIPE_LINE);
	unsigned char result = CC_ERROR;
	const char *word;
	size_t common, typed;

	(void)key;
	add_wide(&before, info->buffer, (size_t)(info->cursor - info->buffer));
	word = strrchr(buf_str(&before), ' ');
	word = word != NULL ? word + 1 : buf_str(&before);
	typed = utf8_count(word, strlen(word));
	if (line->options.complete != NULL)
		line->options.complete(line->options.arg, buf_str(&before),
		    before.len, candidates_add, &found);
	candidates_sort(&found);
	common = candidates_common(&found);
	if (found.n == 1 || common > strlen(word)) {
		replace_word(e, typed, found.v[0], common, found.n == 1);
		result = CC_REFRESH;
	} else if (found.n > 1) {
		result = show_list(line, &found);
	}
	candidates_clear(&found);
	buf_clear(&before);
	return result;
}

/* --- the editors ----------------------------------------------------------- */

static const struct {
	wchar_t key[2];
	const wchar_t *function;
} bound[] = {
	{ L"\x81", L"ed-prev-char" }, { L"\x82", L"ed-next-char" },
	{ L"\x83", L"ed-prev-history" }, { L"\x84", L"ed-next-history" },
	{ L"\x85", L"ed-move-to-beg" }, { L"\x86", L"ed-move-to-end" },
	{ L"\x87", L"ed-delete-next-char" }, { L"\x88", L"ed-prev-word" },
	{ L"\x89", L"em-next-word" }, { L"\x8a", L"em-delete-next-word" },
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
new_editor(struct line *line)
{
	EditLine *e = el_init("recital", line->in, line->out, line->nowhere);

	if (e == NULL)
		return NULL;
	(void)el_set(e, EL_CLIENTDATA, line);
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
	(void)el_set(e, EL_GETCFN, read_key);
	(void)el_wset(e, EL_SETTY, L"-d", L"-ixon", NULL);
	(void)el_wset(e, EL_SETTY, L"-x", L"-ixon", L"-echo", L"-icanon",
	    NULL);
	bind_codes(e);
}

static void
load_past(struct line *line)
{
	struct history_lines lines = { 0 };
	struct err err;
	HistEventW event;
	wchar_t *wide;
	size_t i;

	line->past = history_winit();
	(void)history_w(line->past, &event, H_SETSIZE, HISTORY_MOST);
	if (line->options.history == NULL)
		return;
	line->past_known = history_read(&lines, line->options.history, &err);
	for (i = 0; i < lines.n; i++) {
		wide = to_wide(lines.v[i]);
		(void)history_w(line->past, &event, H_ENTER, wide);
		free(wide);
	}
	history_clear(&lines);
}

static bool
open_command(struct line *line)
{
	EditLine *e = new_editor(line);

	if (e == NULL)
		return false;
	load_past(line);
	(void)el_wset(e, EL_HIST, history_w, line->past);
	(void)el_wset(e, EL_ADDFN, L"recital-complete", L"complete",
	    do_complete);
	bind_for_commands(e);
	(void)el_source(e, NULL);
	line->command.vi = is_vi(e);
	if (line->command.vi)
		bind_for_commands(e);
	finish_editor(e);
	line->command.e = e;
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
open_answer(struct line *line)
{
	EditLine *e;
	size_t i;

	if (line->command.e == NULL && has_editrc() && !open_command(line))
		return false;
	e = new_editor(line);
	if (e == NULL)
		return false;
	line->answer.vi = line->command.vi;
	if (line->answer.vi) {
		(void)el_wset(e, EL_EDITOR, L"vi");
		for (i = 0; i < sizeof(refused) / sizeof(*refused); i++)
			(void)el_wset(e, EL_BIND, L"-a", refused[i],
			    L"ed-ignore", NULL);
	}
	finish_editor(e);
	line->answer.e = e;
	return true;
}

static FILE *
stream(int fd, const char *how)
{
	int copy = dup(fd);

	return copy != -1 ? fdopen(copy, how) : NULL;
}

static bool
open_streams(struct line *line)
{
	if (line->in == NULL)
		line->in = stream(line->options.in, "r");
	if (line->out == NULL)
		line->out = stream(line->options.out, "w");
	if (line->nowhere == NULL)
		line->nowhere = fopen("/dev/null", "w");
	return line->in != NULL && line->out != NULL && line->nowhere != NULL;
}

/* Makes the editor for a mode when it is first wanted. */
static bool
choose_editor(struct line *line)
{
	bool command = line->mode == LINE_COMMAND;
	const char *up = NULL;

	line->now = command ? &line->command : &line->answer;
	if (line->now->e == NULL) {
		if (!open_streams(line) || !(command ? open_command(line) :
		    open_answer(line)))
			return false;
		/* A terminal that cannot go up knows no paste either. */
		line->pastes = el_get(line->now->e, EL_GETTC, "up", &up) == 0 &&
		    up != NULL && up[0] != '\0';
	}
	line->key.vi = line->now->vi;
	return true;
}

static void
end_editor(struct editor *editor)
{
	if (editor->e == NULL)
		return;
	/* el_end would throw away what is typed ahead for the shell. */
	(void)el_set(editor->e, EL_EDITMODE, 0);
	el_end(editor->e);
	editor->e = NULL;
}

/* --- reading ---------------------------------------------------------------- */

/* Reads without editing: a pipe, or a terminal that libedit cannot use. */
static enum line_result
read_plain(struct line *line, struct buf *text)
{
	for (;;) {
		switch (pipe_read(&line->pipe, text, &line->before)) {
		case PIPE_LINE_READ:
			return LINE_TEXT;
		case PIPE_END:
			return LINE_END;
		case PIPE_PART:
			return LINE_UNFINISHED;
		case PIPE_SIGNAL:
			break;
		}
		switch (tty_event()) {
		case TTY_HANGUP:
			return LINE_HANGUP;
		case TTY_INTERRUPT:
			return LINE_STOP;
		default:
			break;
		}
	}
}

static void
new_line(struct line *line, const char *before)
{
	fprintf(line->out, "%s\n", before);
	fflush(line->out);
}

/* Once through libedit; false: Ctrl-C cleared the line, ask again. */
static bool
edit_once(struct line *line, struct buf *text, enum line_result *result)
{
	const wchar_t *s;
	int n = 0;

	line->why = WHY_NOT;
	line->codes_n = line->codes_at = 0;
	make_raw(line);
	if (line->mode == LINE_RATING) {
		(void)tcflush(line->options.in, TCIFLUSH);
		key_reset(&line->key);
	}
	s = el_wgets(line->now->e, &n);
	*result = LINE_TEXT;
	if (s != NULL && n > 0) {
		give_text(s, (size_t)n, text);
	} else if (line->why == WHY_INTERRUPT) {
		new_line(line, line->had_text ? "^C" : "");
		*result = LINE_STOP;
		return !line->had_text;
	} else if (line->why == WHY_END) {
		new_line(line, "");
		*result = LINE_END;
	} else {
		*result = LINE_HANGUP;
	}
	return true;
}

static enum line_result
read_edited(struct line *line, const char *prompt, struct buf *text)
{
	enum line_result result;

	set_prompt(line, prompt);
	el_resize(line->now->e);
	while (!edit_once(line, text, &result))
		continue;
	tty_paste(false);
	return result;
}

/* What was noted before the read; the others are seen to by drawing afresh. */
static bool
is_over(enum line_result *result)
{
	enum tty_event event;

	while ((event = tty_event()) != TTY_NOTHING) {
		if (event == TTY_HANGUP || event == TTY_INTERRUPT) {
			*result = event == TTY_HANGUP ? LINE_HANGUP :
			    LINE_STOP;
			return true;
		}
	}
	return false;
}

enum line_result
line_read(struct line *line, enum line_mode mode, const char *prompt,
    struct buf *text)
{
	enum line_result result;

	fflush(stdout);
	tty_hold(&line->before);
	if (is_over(&result))
		goto out;
	line->mode = mode;
	if (line->terminal && !line->plain) {
		tty_take();
		line->plain = !choose_editor(line);
		if (line->plain)
			tty_give();
	}
	if (line->terminal && !line->plain) {
		result = read_edited(line, prompt, text);
		goto out;
	}
	if (line->terminal) {
		dprintf(line->options.out, "%s", prompt);
		if (mode == LINE_RATING)
			(void)tcflush(line->options.in, TCIFLUSH);
	}
	result = read_plain(line, text);
out:
	tty_let(&line->before);
	return result;
}

/* --- the rest --------------------------------------------------------------- */

bool
line_open(struct line **out, const struct line_options *options,
    struct err *err)
{
	struct line *line = mem_new(sizeof(*line));
	const char *term = getenv("TERM");

	(void)err;
	*line = (struct line){ .options = *options };
	line->terminal = isatty(options->in) && isatty(options->out);
	/* libedit gives up editing at this name, without a word. */
	line->plain = term != NULL && strcmp(term, "emacs") == 0;
	line->pipe.fd = options->in;
	if (options->history != NULL)
		line->options.history = mem_strdup(options->history);
	tty_open(line->terminal ? options->in : -1, options->out);
	*out = line;
	return true;
}

void
line_close(struct line *line)
{
	struct err err;

	if (line == NULL)
		return;
	tty_give();
	end_editor(&line->command);
	end_editor(&line->answer);
	tty_close();
	/* A history that cannot be saved is no reason to bother anybody. */
	if (line->past_known && line->added.n > 0)
		(void)!history_append(&line->added, line->options.history,
		    &err);
	history_clear(&line->added);
	if (line->past != NULL)
		history_wend(line->past);
	if (line->in != NULL)
		(void)fclose(line->in);
	if (line->out != NULL)
		(void)fclose(line->out);
	if (line->nowhere != NULL)
		(void)fclose(line->nowhere);
	free((void *)(uintptr_t)line->options.history);
	free(line);
}

bool
line_is_terminal(const struct line *line)
{
	return line->terminal;
}

int
line_width(const struct line *line)
{
	int width = paint_width(line->options.out);

	return width > 0 ? width : 80;
}

void
line_remember(struct line *line, const char *text)
{
	HistEventW event;
	wchar_t *wide;

	if (line->past == NULL || text[0] == '\0' || text[0] == ' ' ||
	    strchr(text, '\n') != NULL ||
	    (line->added.n > 0 &&
	    strcmp(line->added.v[line->added.n - 1], text) == 0))
		return;
	history_add(&line->added, text);
	wide = to_wide(text);
	(void)history_w(line->past, &event, H_ENTER, wide);
	free(wide);
}

void
line_pause(struct line *line)
{
	(void)line;
	tty_give();
}

void
line_resume(struct line *line)
{
	(void)line;
	/* That Ctrl-C was for the other program. */
	(void)tty_interrupted();
}

bool
line_interrupted(struct line *line)
{
	(void)line;
	return tty_interrupted();
}
