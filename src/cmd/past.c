/*
 * past.c -- see past.h.
 * SPDX-License-Identifier: MIT
 *
 * A state is no column of the log, so the reviews are replayed and looked at
 * on the way: the numbers are those of the states that were in force.
 */
#include "cmd/past.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "base/banned.h"

struct past {
	const struct library *library;
	struct stats_review *v;
	size_t n, cap;
};

static uint32_t
deck_of(const struct library *library, const char *card)
{
	char deck[80];
	size_t n = strcspn(card, "/");

	if (n >= sizeof(deck))
		return PAST_NO_DECK;
	memcpy(deck, card, n);
	deck[n] = '\0';
	/* INDEX_NONE is PAST_NO_DECK. */
	return library_deck(library, deck);
}

static void
look(void *arg, const char *card, const struct store_review *row,
    const struct steps_card *before)
{
	struct past *h = arg;
	struct stats_review *r;

	h->v = mem_grow(h->v, h->n, &h->cap, sizeof(*h->v));
	r = &h->v[h->n++];
	r->group = deck_of(h->library, card);
	r->day = row->day;
	r->elapsed = before->last_day == STEPS_NO_DAY ? -1 :
	    row->day - before->last_day;
	r->state = (uint8_t)before->state;
	r->rating = (uint8_t)row->rating;
	r->took_ms = row->took_ms;
}

bool
past_read(struct study *study, struct stats_review **v, size_t *n,
    struct err *err)
{
	struct past h = { .library = &study->library };
	struct replay_table table = { .look = look, .arg = &h };
	bool ok = true;

	if (study->store != NULL && study->has_learner)
		ok = replay_learner(&study->replay, study->store, &table, err);
	replay_table_clear(&table);
	if (!ok) {
		free(h.v);
		return false;
	}
	*v = h.v;
	*n = h.n;
	return true;
}
