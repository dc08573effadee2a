/*
 * pieces.h -- what was typed as several things, cut into pieces.
 * SPDX-License-Identifier: MIT
 *
 * Cut at line breaks, ; | , / & + the word "and" and at numbering; bullets and
 * numbers of a list are dropped.  A thing may hold such a sign itself, so the
 * pieces keep their places: neighbours can be put together again.
 */
#ifndef CARDS_PIECES_H
#define CARDS_PIECES_H

#include <stdbool.h>
#include <stddef.h>

#define PIECES_MAX 512

struct pieces {
	const char *begins[PIECES_MAX], *ends[PIECES_MAX];
	size_t n;
};

/* Cuts clean text, in which '\n' is a line break; and: "and" of the deck. */
void pieces_cut(const char *s, const char *and, struct pieces *out);

#endif
