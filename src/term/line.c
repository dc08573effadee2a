/*
 * line.c -- see line.h.
 * SPDX-License-Identifier: MIT
 *
 * Chooses between edit.h (two terminals, and libedit can) and pipe.h, and
 * keeps the signals in order around them.
 */
#include "term/line.h"

#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "term/edit.h"
#include "term/paint.h"
#include "term/pipe.h"
#include "term/tty.h"

#include "base/banned.h"

struct line {
	struct line_options options;
	bool terminal;
	bool edits;	/* the terminal is one that libedit can use */
	struct pipe pipe;
	struct edit *edit;
	sigset_t before;
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
	if (line->edits) {
		tty_take();
		line->edits = edit_choose(line->edit, mode);
		if (!line->edits)
			tty_give();
	}
	if (line->edits) {
		result = edit_read(line->edit, prompt, &line->before, text);
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

/* --- the rest ------------------------------------------------------------ */

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
	line->edits = line->terminal &&
	    (term == NULL || strcmp(term, "emacs") != 0);
	line->pipe.fd = options->in;
	if (options->history != NULL)
		line->options.history = mem_strdup(options->history);
	line->edit = edit_new(&line->options);
	tty_open(line->terminal ? options->in : -1, options->out);
	*out = line;
	return true;
}

void
line_close(struct line *line)
{
	if (line == NULL)
		return;
	tty_give();
	edit_free(line->edit);
	tty_close();
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
	edit_remember(line->edit, text);
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
