/*
 * paint.h -- words on a terminal: wrapped, filtered, coloured where wanted.
 * SPDX-License-Identifier: MIT
 *
 * Append-only lines.  Whatever text comes in, no escape sequence, control or
 * direction override of it reaches the terminal.  Nothing is told by colour
 * alone.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"

enum paint_style {
	PAINT_PLAIN,
	PAINT_HEADING,	/* bold */
	PAINT_RIGHT,	/* green */
	PAINT_WRONG,	/* red */
	PAINT_NEARLY,	/* yellow */
	PAINT_QUIET,	/* dim: help lines, sources */
	PAINT_STYLES
};

enum paint_when { PAINT_AUTO, PAINT_ALWAYS, PAINT_NEVER };

struct paint {
	FILE *out;
	int width;		/* cells; 0: do not wrap */
	bool colour;
	bool unicode;		/* bars and boxes beyond ASCII */
	bool accessible;	/* for a screen reader */
};

/*
 * Decides from when, NO_COLOR, TERM, ACCESSIBLE, the codeset and whether out
 * is a terminal.  accessible also when asked by --plain.
 */
void paint_init(struct paint *paint, FILE *out, enum paint_when when,
    bool plain);
/*
 * Cells of the terminal behind a descriptor: from the terminal, else COLUMNS,
 * else 80; 0 when it is no terminal.
 */
int paint_width(int fd);
/* Asks the terminal for its width again (a resize). */
void paint_resize(struct paint *paint);
/*
 * One paragraph, wrapped by words at the width, with `indent` blanks before
 * every line and '\n' after the last.  A '\n' in text begins a new line.
 */
void paint_text(const struct paint *paint, enum paint_style style, int indent,
    const char *text);
/* As paint_text with `first` blanks before the first line, for hanging. */
void paint_hang(const struct paint *paint, enum paint_style style, int first,
    int indent, const char *text);
void paint_printf(const struct paint *paint, enum paint_style style,
    int indent, const char *fmt, ...) PRINTF_LIKE(4, 5);
void paint_blank(const struct paint *paint);

/*
 * Columns of a table: each cell is filtered and padded to the widest; where
 * a row does not fit, texts are cut with "…", those of the last column first.
 * What must be typed again, an id, is never cut: where no room is left beside
 * it, the first cell has a line of its own and the others are wrapped below
 * it.  Off a terminal (width 0) a tab stands between the cells of a row, for a
 * screen reader a comma.
 */
struct paint_table;
struct paint_table *paint_table_new(size_t columns);
/* right: numbers stand at the right edge of their column. */
void paint_table_align(struct paint_table *table, size_t column, bool right);
/* whole: the column is never cut. */
void paint_table_keep(struct paint_table *table, size_t column, bool whole);
/* The first row names the columns; out of columns a number has its name. */
void paint_table_name(struct paint_table *table);
void paint_table_cell(struct paint_table *table, const char *text);
void paint_table_print(struct paint_table *table, const struct paint *paint);
void paint_table_free(struct paint_table *table);

#endif
