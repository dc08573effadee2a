/*
 * slip.h -- whether an answer is a slip of the keyboard.
 * SPDX-License-Identifier: MIT
 *
 * One edit in one or two words, the same words in another order: nearly the
 * deck's wording, so the learner is asked.  The guards are there because many
 * pairs one edit apart mean the opposite: the first letter must be right
 * (legal, ilegal), digits, negations and modal words never slip, nor do words
 * that are easily taken for each other, or that answer something else in the
 * same deck.
 */
#ifndef CARDS_SLIP_H
#define CARDS_SLIP_H

#include "cards/fold.h"
#include "cards/note.h"

struct slip {
	struct mem *mem;
	const char *lang;
	/* Whose deck is looked at; may be NULL. */
	const struct note *note;
};

/* Edits in one or two words, guarded; the deck is not looked at. */
bool slip_edited(const struct slip *slip, const struct fold *deck,
    const struct fold *typed);
/* The same words in another order, none of them protected. */
bool slip_reordered(const struct slip *slip, const struct fold *deck,
    const struct fold *typed);
/*
 * Whether the typed text, or a word of it that the wording does not have,
 * is an answer, an option or an accepted wording in the note's deck.
 */
bool slip_known(const struct slip *slip, const struct fold *deck,
    const struct fold *typed);

#endif
