/*
 * cloze.h -- the gaps of a cloze text: {{c1::words}}, {{c2::words::hint}}.
 * SPDX-License-Identifier: MIT
 *
 * The text may go on in text.2, …; a number may have several gaps, in one
 * paragraph or in several.  A | in the words of a gap is taken as it is.
 */
#ifndef CARDS_CLOZE_H
#define CARDS_CLOZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cards/note.h"

struct cloze_gap {
	uint8_t number;		/* 1..254 */
	const char *words, *hint;	/* no NUL behind; hint NULL: none */
	size_t words_n, hint_n;
	size_t begins, ends;	/* offsets of {{ and of what follows }} */
};

/* What is wrong with a gap; the offset is that of its {{. */
enum cloze_fault { CLOZE_GAP, CLOZE_END, CLOZE_UNCLOSED, CLOZE_NESTED,
	CLOZE_NUMBER, CLOZE_EMPTY };
/*
 * The next gap at or behind *at of a text: CLOZE_GAP fills gap, *at moves
 * behind it; CLOZE_END: there is none; others: gap->begins is the place.
 */
enum cloze_fault cloze_next(const char *text, size_t *at,
    struct cloze_gap *gap);

/*
 * The gaps of one number over all paragraphs of a good note, in order: call
 * with *walk zeroed until false.
 */
struct cloze_walk {
	const struct field *field;
	uint32_t next;
	size_t at;
};
bool cloze_each(const struct note *note, int number, struct cloze_walk *walk,
    struct cloze_gap *gap);

#endif
