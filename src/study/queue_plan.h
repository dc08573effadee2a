/*
 * queue_plan.h -- the inside of a queue, and how it is built.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_QUEUE_PLAN_H
#define STUDY_QUEUE_PLAN_H

#include "study/queue.h"

struct queue_entry {
	uint32_t card;
	bool is_new;
};

struct queue_step {
	int64_t at;
	uint32_t card;
};

struct queue {
	struct study *study;
	struct queue_options options;
	int32_t day;			/* the plan is for it */
	bool *selected;			/* by card; NULL: every card */
	struct queue_entry *plan;	/* from `next` on still to be asked */
	size_t plan_n, next, new_left;
	struct queue_step *steps;	/* a heap by `at`, then card */
	size_t steps_n, steps_cap;
	size_t steps_left;		/* of them, not asked by this session */
	/* Cards asked today or on a step: their siblings wait. */
	uint32_t *note_held, *fact_held;
	uint32_t *unseen;		/* by deck: notes that hold up others */
	const char **asked;		/* ids, in this session */
	size_t asked_n, asked_cap;
	struct index asked_index;
	int64_t new_today, reviews_today, ms_today;
	size_t siblings, over_limit;	/* left out of the plan */
};

/* Everything but options and asked, from the memories as they stand. */
MUST_USE bool queue_plan(struct queue *queue, struct moment now,
    struct err *err);
/* Frees what queue_plan made. */
void queue_plan_clear(struct queue *queue);

/* Whether a card may be asked, in any state. */
bool queue_is_open(const struct queue *queue, uint32_t card);
/* On a learning or relearning step. */
bool queue_on_step(const struct study_memory *memory);
bool queue_is_due(const struct study *study, uint32_t card, int32_t day);
/* Counts a card's holding of its siblings: by 1 or -1. */
void queue_hold(struct queue *queue, uint32_t card, int by);
bool queue_holds(const struct study_memory *memory, int32_t day);
bool queue_is_held(const struct queue *queue, uint32_t card);
/* Whether all that the card's deck requires was seen. */
bool queue_is_ready(const struct queue *queue, uint32_t card);
/* Whether a note holds up decks that require its deck. */
bool queue_note_blocks(const struct study *study, uint32_t note);
bool queue_was_asked(const struct queue *queue, const char *id);
void queue_step_push(struct queue *queue, int64_t at, uint32_t card);
void queue_step_pop(struct queue *queue);
/* A limit of the learner's day: how many more, SIZE_MAX for off. */
size_t queue_room(const struct queue *queue, enum setting which, int64_t used);

#endif
