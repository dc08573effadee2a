/*
 * select.h -- the search language: which cards are meant.
 * SPDX-License-Identifier: MIT
 *
 *	selection = all { "or" all }
 *	all       = term { term }
 *	term      = "-" term | "(" selection ")" | word | "phrase" | key:value
 *
 * A word or phrase is looked for in the id, the question, the answer and the
 * explanation, without regard to case and accents.  A word that is the id of
 * a deck, note or card, or the one beginning of such an id (with a - or a /
 * in it), means that deck or those cards.  Keys: deck tag topic article kind
 * fact source is.  `prop:` compares a number: prop:s>10, prop:r<0.9, also d,
 * lapses, reps.  An empty selection is every card.
 */
#ifndef STUDY_SELECT_H
#define STUDY_SELECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "study/study.h"

struct select;

/* What may stand behind is: and the keys, for completion; NULL ends. */
extern const char *const select_states[];
extern const char *const select_keys[];

/*
 * Reads a selection.  library may be NULL (then no word is an id).  On a
 * fault *column is where in text it is, in code points from 1, for a caret.
 */
MUST_USE bool select_parse(const char *text, const struct library *library,
    struct select **select, size_t *column, struct err *err);
void select_free(struct select *select);
/* Nothing was written: every card. */
bool select_is_all(const struct select *select);
/* It names a deck or a card, so that `requires` does not hold it up. */
bool select_names_deck(const struct select *select);

/* What a card is matched by; now.day decides due, buried and prop:r. */
struct select_card {
	const struct card *card;
	const struct study_memory *memory;
	const struct model *model;	/* for prop:r */
};
bool select_match(const struct select *select, const struct select_card *card,
    struct moment now);
/* The same for a card of the study's library, by number. */
bool select_card(const struct select *select, const struct study *study,
    uint32_t card, struct moment now);
/* All that match, in order; *cards is malloc'ed (NULL when none). */
size_t select_cards(const struct select *select, const struct study *study,
    struct moment now, uint32_t **cards);

#endif
