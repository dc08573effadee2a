/*
 * answer.h -- judging what was typed.
 * SPDX-License-Identifier: MIT
 *
 * One entry, answer_judge(); the rules are the project's (docs/judging.md).
 * Free of the locale, of the terminal and of time: the same bytes always get
 * the same judgement.  It never takes a wrong answer as right; what is nearly
 * right is offered as a slip, what cannot be an answer of the kind is
 * unreadable and counts nothing.
 */
#ifndef CARDS_ANSWER_H
#define CARDS_ANSWER_H

#include <stddef.h>

#include "base/buf.h"
#include "cards/card.h"

/* The names are those of the store's column `verdict`; see answer_name. */
enum verdict {
	VERDICT_EXACT,		/* equal */
	VERDICT_FOLD,		/* but for case, accents, punctuation, form */
	VERDICT_ACCEPTED,	/* another right wording */
	VERDICT_SLIP,		/* nearly: the learner decides */
	VERDICT_PARTIAL,	/* part of it: score has the share */
	VERDICT_WRONG,
	VERDICT_REJECTED,	/* a known wrong answer, with its own reason */
	VERDICT_BLANK,		/* "I do not know" */
	VERDICT_SELF,		/* basic: judged by the learner */
	VERDICT_UNREADABLE,	/* asked again; never stored */
	VERDICT_COUNT
};

struct judgement {
	enum verdict verdict;
	/* Of a partial: the worst class among the parts that earned. */
	enum verdict worst;
	int score;		/* hundredths, 0..100; of a slip, as if taken */
	/* SLIP: the deck's wording that the answer is near to. */
	char nearly[256];
	/* UNREADABLE: why, one phrase ("mixes Latin and Cyrillic letters"). */
	char reason[160];
	/*
	 * Which reasons to tell: the letters, as in the deck, of the rejects
	 * met, or of the wrong options chosen; NUL-terminated.
	 */
	char why[CARD_SHOWN_MAX + 1];
};

/*
 * Judges n bytes typed (any bytes) as an answer to card, shown as layout.
 * A basic card gives VERDICT_SELF, whatever was typed.
 */
void answer_judge(const struct card *card, const struct card_layout *layout,
    const char *typed, size_t n, struct judgement *out);

/* "exact", "fold", …, "unreadable". */
const char *answer_name(enum verdict verdict);
/* Exact, fold or accepted. */
bool answer_is_right(enum verdict verdict);

/*
 * Whether two texts of a deck are one answer: equal after folding (numbers by
 * value, dates by value for those kinds).  For checks of decks: two equal
 * options, a reject that is the answer.
 */
bool answer_same(const struct note *note, const char *a, const char *b);

#endif
