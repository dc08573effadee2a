/*
 * rename.h -- former ids of notes, and where their cards are today.
 * SPDX-License-Identifier: MIT
 *
 * An event `rename` has subject "deck/old" and value "deck/new"; it moves
 * every card of the note, whenever it was reviewed.  Renaming back ends the
 * earlier renaming, so that a chain always ends.
 */
#ifndef STUDY_RENAME_H
#define STUDY_RENAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct rename_pair {
	const char *from, *to;
	bool pending;	/* from a deck's `was`, not yet an event */
};

/* {0} is an empty one. */
struct renames {
	struct mem mem;
	struct rename_pair *v;
	size_t n, cap;
};

/* In the order of (at, id). */
void rename_add(struct renames *renames, const char *from, const char *to,
    bool pending);
/* Where a card (or note) is today: id itself, or a text in out. */
#define RENAME_ID 600
const char *rename_card(const struct renames *renames, const char *id,
    char out[RENAME_ID]);
/*
 * One by one the ids that a card of today has rows under: itself, then its
 * former ones; NULL after the last.  *at begins with 0.
 */
const char *rename_each(const struct renames *renames, const char *card,
    size_t *at, char out[RENAME_ID]);
/* Whether the very pair stands already. */
bool rename_has(const struct renames *renames, const char *from,
    const char *to);
void rename_clear(struct renames *renames);

#endif
