/*
 * memory.h -- the memory model: FSRS-6, one step at a time.
 * SPDX-License-Identifier: MIT
 *
 * All in float, in the order of operations of the library that Anki ships, so
 * that states are the same bits (docs/fsrs.md; -ffp-contract=off is required).
 * Elapsed time is in days, stability S in days (0.001 to 36500), difficulty D
 * in 1 to 10, retrievability R in 0 to 1.
 */
#ifndef FSRS_MEMORY_H
#define FSRS_MEMORY_H

#include "base/err.h"
#include "fsrs/params.h"
#include "fsrs/rating.h"

#define MEMORY_S_MIN 0.001f
#define MEMORY_S_MAX 36500.0f

struct memory {
	float stability;	/* days until R is 0.9 */
	float difficulty;
};

/* The parameters and what follows from them alone, computed once. */
struct model {
	struct params params;
	float decay;		/* -w20 */
	float factor;		/* 0.9^(1/decay) - 1, by expf and logf */
	float d0_easy;		/* unclamped D0(4), for the mean reversion */
	float exp_w8, exp_w17_w18;
	float same_day[4];	/* e^(w17 (G - 3 + w18)) by rating */
};
void memory_model(struct model *model, const struct params *params);

/* The state after the first review. */
struct memory memory_first(const struct model *model, enum rating rating);
/* The state after a later review, `elapsed` days after the one before. */
struct memory memory_next(const struct model *model, struct memory m,
    float elapsed, enum rating rating);
/* The four states that again, hard, good, easy would give. */
void memory_next_all(const struct model *model, struct memory m,
    float elapsed, struct memory out[4]);

/*
 * One review looked at ahead: what the ratings have in common is computed
 * once, when it is first asked for.  The bits are those of memory_next.
 */
struct memory_ahead {
	struct memory from;
	float r;		/* at the review; unused on the same day */
	float shared;		/* of the passes, or of the same day */
	bool same_day, has_shared;
};
struct memory_ahead memory_look(const struct model *model, struct memory m,
    float elapsed);
struct memory memory_after(const struct model *model, struct memory_ahead *a,
    enum rating rating);

/* R after `elapsed` days. */
float memory_retrievability(const struct model *model, float stability,
    float elapsed);
/* Days until R falls to `retention`, not rounded, not limited. */
float memory_interval(const struct model *model, float stability,
    float retention);
/* The same in two halves: what depends on the retention alone, and the rest. */
float memory_reach(const struct model *model, float retention);
float memory_reached(const struct model *model, float stability, float reach);
/* From a state of SM-2: ease (2.5), interval (days), retention then. */
MUST_USE bool memory_from_sm2(const struct model *model, float ease,
    float interval, float retention, struct memory *m, struct err *err);
/*
 * A hash over fixed results of powf, expf and logf: another value on another
 * machine or libm means that stored states must be replayed.
 */
unsigned long long memory_engine(void);

#endif
