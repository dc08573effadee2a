/*
 * line.h -- asking for one line, on a terminal or through a pipe.
 * SPDX-License-Identifier: MIT
 *
 * On a terminal libedit edits the line (its native wide interface, with our own
 * reader below it: whole escape sequences, bracketed paste, signals); elsewhere
 * our own reader takes lines byte by byte and shows no prompt.  While a person
 * answers there is no history and no completion: Up or TAB must not hand over
 * the answer.  The terminal is given back sane on every way out.
 */
#ifndef TERM_LINE_H
#define TERM_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct line;

enum line_mode {
	LINE_COMMAND,	/* history, completion, ~/.editrc */
	LINE_ANSWER,	/* neither */
	LINE_RATING	/* neither; what was typed ahead is thrown away */
};

enum line_result {
	LINE_TEXT,	/* a line, without its end */
	LINE_END,	/* Ctrl-D on an empty line, or the end of the input */
	LINE_UNFINISHED,/* the input ended within a line: text has the part */
	LINE_STOP,	/* Ctrl-C on an empty line */
	LINE_HANGUP	/* hang-up or TERM: save and leave */
};

/*
 * TAB: before is the line up to the cursor.  One candidate per call of add:
 * a whole word that the last one of before (behind the last blank) becomes.
 */
typedef void line_complete_fn(void *arg, const char *before, size_t n,
    void (*add)(void *to, const char *candidate), void *to);

struct line_options {
	int in, out;		/* descriptors; both terminals: libedit */
	const char *history;	/* a file, or NULL */
	line_complete_fn *complete;
	void *arg;
};

/*
 * Takes LC_CTYPE from the environment or, where that is no UTF-8, some UTF-8
 * locale: editing needs one.  False: this system has none.  Once, at start.
 */
bool line_locale(void);
/*
 * Opens; touches neither terminal nor files before the first read, but INT,
 * HUP, TERM, QUIT, TSTP, CONT and WINCH are handled from here on.  One at a
 * time.  Fails never as yet.
 */
MUST_USE bool line_open(struct line **line, const struct line_options *options,
    struct err *err);
/*
 * Saves the history (to a temporary file, renamed) and restores everything.
 * line may be NULL.
 */
void line_close(struct line *line);
bool line_is_terminal(const struct line *line);
/* Columns of the terminal now; 80 when there is none. */
int line_width(const struct line *line);

/*
 * Asks with prompt (one short line) and fills text with what was typed: UTF-8
 * in NFC, without controls, on a terminal; whatever came in a pipe.  A line
 * over 64 KiB is cut there, and text->cut says so.  Ctrl-C on a line with text
 * clears it and asks again; that noted between two reads is LINE_STOP.
 * Between reads the terminal does not echo, so that what is typed ahead shows
 * once, in the next line.
 */
enum line_result line_read(struct line *line, enum line_mode mode,
    const char *prompt, struct buf *text);
/* Adds a line to the history (commands only; not one with a blank in front). */
void line_remember(struct line *line, const char *text);
/* Gives the terminal away, and takes it back, around another program. */
void line_pause(struct line *line);
void line_resume(struct line *line);
/* Ctrl-C was pressed while no line was being read; clears it. */
bool line_interrupted(struct line *line);

#endif
