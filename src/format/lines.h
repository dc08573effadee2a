/*
 * lines.h -- a line of a deck's file, and the faults that it shows alone.
 * SPDX-License-Identifier: MIT
 */
#ifndef FORMAT_LINES_H
#define FORMAT_LINES_H

#include "format/reader.h"

/* iniparser's buffer: a longer line makes it give up the whole file. */
#define LINE_MAX_BYTES 1022

struct physical {
	char *s;
	size_t n;	/* without LF and CR */
	size_t whole;	/* with the CR */
	uint32_t line;
};

bool lines_is_blank(char c);
/* Cuts blanks from both ends. */
void lines_trim(char **s, size_t *n);

/* Each tells one fault; bool: whether there was one. */
bool lines_odd_blank(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n);
bool lines_fullwidth(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n);
void lines_too_long(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, bool comment);
/* A comment's \ at its end. */
void lines_backslash(struct scan *scan, struct section *section,
    const struct physical *p, const char *place);

/* header.c: reads a section line into scan->head. */
void header_read(struct scan *scan, const struct physical *p, const char *s);

#endif
