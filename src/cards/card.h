/*
 * card.h -- a card: one question made from a note.
 * SPDX-License-Identifier: MIT
 *
 * A note makes one card, a cloze one for each number, a note with both_ways a
 * second one.  A card's id is "deck/note", with "#c2" for a cloze number and
 * "#back" for the other way: it never changes while the wording may.
 */
#ifndef CARDS_CARD_H
#define CARDS_CARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "cards/note.h"

/* What `part` is when it is no cloze number. */
#define CARD_FRONT 0
#define CARD_BACK 255

struct card {
	const struct note *note;
	const char *id;
	uint8_t part;	/* CARD_FRONT, CARD_BACK or a cloze number 1..254 */
};

/* Most things that one question shows with a letter or a number. */
#define CARD_SHOWN_MAX 26

/*
 * How the options (choice, multi), items (order) or right sides (match) of a
 * card stand on the screen this time.  shown[i] is which one has the letter
 * 'a' + i: its index among the deck's, from 0, in order of their letters or
 * numbers; for match the rights with a number come first, then the spare
 * ones.  n is 0 for other kinds.
 */
struct card_layout {
	uint8_t n;
	uint8_t shown[CARD_SHOWN_MAX];
};

/* How many cards a note makes; drafts make none. */
size_t card_count(const struct note *note);
/* Fills cards (card_count of them), ids in mem, in the order of their parts. */
void card_make(const struct note *note, struct card *cards, struct mem *mem);
/* The order in the file, nothing shuffled. */
struct card_layout card_layout_plain(const struct card *card);
/*
 * Shuffled by a review's id; options named by `pin` stay last, in their order.
 * truefalse and the kinds without options: n = 0.  An order of two or more
 * items is never shown already in order.
 */
struct card_layout card_layout_of(const struct card *card,
    const char *review_id);
/*
 * The hash stored with a review: kind and every text that decides what is
 * asked and judged, so a later reader knows whether the card has changed.
 * Order of keys in the file, comments and common keys such as tags do not
 * matter.
 */
int64_t card_content(const struct card *card);

/*
 * What a person sees, in plain text, one paragraph or one option per call of
 * the caller's printing: no terminal sequence, no wrapping.
 */
struct card_shown {
	struct buf question;	/* paragraphs, '\n' between; gaps as [...] */
	struct {
		char label[8];	/* "a", "1" */
		const char *text;
	} options[CARD_SHOWN_MAX * 2];
	size_t options_n;	/* match: the lefts (1, 2), then the rights */
	char prompt[48];	/* "answer in days", "answer a-d" */
	char prompt_short[32];	/* "days", "a-d": for narrow screens */
	bool self_judged;	/* basic: reveal, then the learner rates */
};
void card_show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out);
void card_shown_clear(struct card_shown *shown);
/*
 * Adds the right answer as it is told after a wrong one: "90 days", "b, any
 * person …", "a, c: traffic data; subscriber data", with the layout's letters.
 */
void card_key(const struct card *card, const struct card_layout *layout,
    struct buf *out);

#endif
