/*
 * steps.h -- the step machine: what a rating does to a card.
 * SPDX-License-Identifier: MIT
 *
 * A pure function of the card's state and one review.  Learning steps are 1
 * and 10 minutes, the relearning step is 10 minutes; rules of ts-fsrs's
 * short-term scheduler, except that an Easy that graduates is not raised above
 * Good (docs/fsrs.md).  A card on a step is due at an instant (due_at), any
 * other on a day (due_day), never both.
 */
#ifndef FSRS_STEPS_H
#define FSRS_STEPS_H

#include <stdint.h>

#include "fsrs/memory.h"

/* Raise it when a change here changes what replay computes. */
#define STEPS_VERSION 1
#define STEPS_MAX 8
#define STEPS_NO_DAY INT32_MIN
#define STEPS_NO_AT INT64_MIN
#define STEPS_NO_FUZZ (-1.0)

struct steps_rules {
	int learning_n, relearning_n;
	int32_t learning[STEPS_MAX], relearning[STEPS_MAX];	/* minutes */
	int32_t interval_max;	/* days */
};
/* 1 10, 10, 36500. */
extern const struct steps_rules steps_default;

/* A card's memory and place; {0} with the NO_ values is a new card. */
struct steps_card {
	enum state state;
	int32_t step;		/* index, from 0; 0 in review */
	struct memory memory;	/* meaningless when new */
	int64_t due_at;		/* or STEPS_NO_AT */
	int32_t due_day;	/* or STEPS_NO_DAY */
	int64_t last_at;	/* or STEPS_NO_AT */
	int32_t last_day;	/* or STEPS_NO_DAY */
	int32_t reps, lapses;
};
extern const struct steps_card steps_new;

/* One review as the machine sees it. */
struct steps_review {
	int64_t at;
	int32_t day;
	enum rating rating;
	float retention;	/* desired, in force at the review */
	/* In [0, 1), from the review's id; or STEPS_NO_FUZZ. */
	double fuzz;
};

/* The card after the review.  Elapsed days are max(0, day - last_day). */
struct steps_card steps_next(const struct model *model,
    const struct steps_rules *rules, const struct steps_card *card,
    const struct steps_review *review);
/* The four cards that again, hard, good, easy would give; review->rating is
 * not read. */
void steps_preview(const struct model *model, const struct steps_rules *rules,
    const struct steps_card *card, const struct steps_review *review,
    struct steps_card out[4]);
/* R of a card at a day; 1 when new. */
float steps_retrievability(const struct model *model,
    const struct steps_card *card, int32_t day);

#endif
