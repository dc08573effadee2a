/*
 * candidates.h -- words that TAB may complete to: what they share, their list.
 * SPDX-License-Identifier: MIT
 */
#ifndef TERM_CANDIDATES_H
#define TERM_CANDIDATES_H

#include <stddef.h>

#include "base/buf.h"

struct candidates {
	char **v;
	size_t n, cap;
};

/* to is a struct candidates. */
void candidates_add(void *to, const char *word);
/* Sorts by bytes and drops what is there twice. */
void candidates_sort(struct candidates *c);
/* Bytes that all of them begin with, whole code points; 0 when none. */
size_t candidates_common(const struct candidates *c);
/* Adds them in columns, down before across, lines of at most width cells. */
void candidates_list(const struct candidates *c, int width, struct buf *out);
void candidates_clear(struct candidates *c);

#endif
