/*
 * replay.h -- every memory again, from the log alone.
 * SPDX-License-Identifier: MIT
 *
 * A state is a function of the learner's reviews in mode study, his events,
 * his newest parameters and settings, in the order of (at, id), retracted
 * rows left out; nothing else.  Answering goes through replay_review too, so
 * life and replay cannot differ.  The draw of fuzz comes from the review's id.
 *
 * A reset makes the card new and keeps suspension, burying and flag.  A
 * rename joins what both ids have (rename.h).
 */
#ifndef STUDY_REPLAY_H
#define STUDY_REPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id.h"
#include "base/mem.h"
#include "fsrs/memory.h"
#include "fsrs/steps.h"
#include "store/store.h"
#include "study/index.h"
#include "study/rename.h"
#include "study/settings.h"

/* What is known about a card: its memory, and what the learner said. */
struct study_memory {
	struct steps_card card;
	bool suspended, flagged;
	int32_t buried_day;	/* not asked on it; or STEPS_NO_DAY */
};
extern const struct study_memory replay_new;
/* Never reviewed, never touched: such a card has no row in the store. */
bool replay_is_new(const struct study_memory *memory);
/* Bit for bit. */
bool replay_same(const struct study_memory *a, const struct study_memory *b);

/* What every replay of one learner begins with. */
struct replay {
	char learner[ID_SIZE];
	struct model model;
	char parameters[ID_SIZE];	/* id of the newest, or "" */
	struct settings settings;
	struct renames renames;
};
/* Reads settings, renames and parameters of a learner. */
MUST_USE bool replay_open(struct replay *replay, struct store *store,
    const char *learner, struct err *err);
void replay_close(struct replay *replay);

/* The desired retention and fuzz of a review, as the step machine wants it. */
struct steps_review replay_review(const struct replay *replay,
    const char *id, int64_t at, int32_t day, int rating);
/* What one event does to a card that it names. */
void replay_event(struct study_memory *memory, const char *what, int32_t day);

/* Memories by card id; ids are owned. */
struct replay_table {
	struct mem mem;
	struct index index;
	const char **ids;
	struct study_memory *v;
	size_t n, cap;
	/*
	 * For who wants the states on the way (cmd/past.h): called with
	 * each review before it is applied, and today's id of its card.
	 */
	void (*look)(void *arg, const char *card,
	    const struct store_review *review,
	    const struct steps_card *before);
	void *arg;
};
void replay_table_clear(struct replay_table *table);

/* All cards of the learner that the log names. */
MUST_USE bool replay_learner(const struct replay *replay,
    struct store *store, struct replay_table *table, struct err *err);
/* One card, by today's id. */
MUST_USE bool replay_card(const struct replay *replay, struct store *store,
    const char *card, struct study_memory *out, struct err *err);

/* How often one card was asked on a day while it was in state review. */
MUST_USE bool replay_card_day(const struct replay *replay,
    struct store *store, const char *card, int32_t day, int64_t *n,
    struct err *err);

/*
 * The name of what computed the memories: the model, the version of the step
 * machine, a hash of this machine's arithmetic.
 */
void replay_engine(char out[64]);
/*
 * Inside store_begin: replays everything and writes the memories and
 * `replayed` anew.
 */
MUST_USE bool replay_rebuild(const struct replay *replay,
    struct store *store, struct replay_table *table, struct err *err);
/* Writes one memory, or removes the row of a new one. */
MUST_USE bool replay_put(struct store *store, const char *learner,
    const char *card, const struct study_memory *memory, struct err *err);
/* The memory in a row of the store. */
struct study_memory replay_of_row(const struct store_memory *row);

#endif
