/*
 * pick.h -- which option is meant: by the letter on the screen or by its text.
 * SPDX-License-Identifier: MIT
 *
 * Shared by choice and multi.  Spelling is not what is asked there: a text
 * with a slip is taken when it fits one option only.
 */
#ifndef CARDS_PICK_H
#define CARDS_PICK_H

#include "cards/answer.h"
#include "cards/ladder.h"

struct pick {
	struct mem *mem;
	struct words_lang lang;
	const struct card *card;
	struct card_layout layout;
	const struct field *options[CARD_SHOWN_MAX];
	size_t n;
	struct ladder ladders[CARD_SHOWN_MAX];	/* one an option */
};

void pick_init(struct pick *pick, const struct card *card,
    const struct card_layout *layout, struct mem *mem);

#define PICK_NONE (-1)
#define PICK_TWO (-2)

/* The place among the deck's options that a letter stands for, or PICK_NONE. */
int pick_letter(const struct pick *pick, int letter);
/* The place of the option with that text; PICK_TWO when it fits several. */
int pick_text(const struct pick *pick, const char *s, size_t n);
/*
 * One option by letter, by text or by both.  A negative result comes with
 * VERDICT_UNREADABLE in out.
 */
int pick_one(const struct pick *pick, const char *s, size_t n,
    struct judgement *out);
/* Whether the option at that place is right. */
bool pick_is_key(const struct pick *pick, int place);

#endif
