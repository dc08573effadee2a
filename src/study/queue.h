/*
 * queue.h -- what is asked next.
 * SPDX-License-Identifier: MIT
 *
 * Built once from all memories: a plan of due cards (least retrievable first,
 * ties shuffled by a seed) with new ones mixed in evenly, siblings and limits
 * already taken out.  Cards on a step wait in a heap beside it.  An answer
 * moves one card, so that the next question costs no look at the others; what
 * is rarer (an undo, a reload, another process) builds it again.
 *
 * Read the rules in docs/design.md; the queue writes nothing.
 */
#ifndef STUDY_QUEUE_H
#define STUDY_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "study/select.h"
#include "study/study.h"

struct queue_options {
	const struct select *select;	/* NULL: every card */
	bool only_new;			/* `learn` */
	bool override;			/* `requires` does not hold up */
	uint64_t seed;			/* of the shuffle among ties */
};

struct queue;

/* Builds it; fails only when the store cannot be read. */
MUST_USE bool queue_open(struct queue **queue, struct study *study,
    const struct queue_options *options, struct moment now, struct err *err);
void queue_close(struct queue *queue);
/* Builds it again, after anything but an answer. */
MUST_USE bool queue_rebuild(struct queue *queue, struct moment now,
    struct err *err);

enum queue_next {
	QUEUE_CARD,	/* ask *card */
	QUEUE_WAIT,	/* nothing now; *at is when the next step is over */
	QUEUE_EMPTY	/* nothing more today */
};
/* Looks at the next card and leaves it where it is. */
enum queue_next queue_peek(struct queue *queue, struct moment now,
    uint32_t *card, int64_t *at);
/* The card was answered: study's memory is the new one, before the old. */
void queue_answered(struct queue *queue, uint32_t card,
    const struct study_memory *before, int64_t took_ms, struct moment now);

/*
 * How many different cards are still to come that this session has not asked:
 * those of the plan and those on a step.
 */
size_t queue_to_come(const struct queue *queue);

/* What is left to do today. */
struct queue_left {
	size_t new_cards;	/* in the plan */
	size_t due;		/* in the plan */
	size_t steps;		/* on a step, to be repeated today */
	size_t siblings;	/* wait until tomorrow for a sibling */
	size_t over_limit;	/* wait for tomorrow's limit */
};
struct queue_left queue_left(const struct queue *queue, struct moment now);

/*
 * The plan as it stands, steps first, then due and new mixed, as it would be
 * asked: for `due`.  *cards is malloc'ed.
 */
size_t queue_list(struct queue *queue, struct moment now, uint32_t **cards);

/* By deck (index: the deck's number), without limits and siblings. */
struct queue_deck {
	size_t new_cards;	/* never asked, awake */
	size_t due;		/* due today or before */
	size_t steps;
	size_t learned;		/* in state review */
	size_t suspended;
	bool waiting;		/* `requires` holds up its new cards */
	size_t lost;		/* memories whose note vanished */
};
/* decks has library.decks_n elements. */
void queue_decks(const struct study *study, struct moment now,
    struct queue_deck *decks);

/*
 * The due days of cards in state review and awake, for a forecast; steps come
 * with the day of `now`.  *days is malloc'ed.  select may be NULL.
 */
size_t queue_due_days(const struct study *study, const struct select *select,
    struct moment now, int32_t **days);

#endif
