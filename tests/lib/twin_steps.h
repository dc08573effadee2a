/*
 * twin_steps.h -- what a rating does to a card in ts-fsrs and in py-fsrs.
 * SPDX-License-Identifier: MIT
 *
 * One review at a time, from the card that the published table gives before
 * it, so that a difference stays in its row.
 */
#ifndef LIB_TWIN_STEPS_H
#define LIB_TWIN_STEPS_H

#include "lib/twin.h"

#define TWIN_STEPS 8

enum { TWIN_NEW, TWIN_LEARNING, TWIN_REVIEW, TWIN_RELEARNING };

struct twin_config {
	char name[32];
	double retention;
	int64_t max;		/* days */
	int64_t step[4][TWIN_STEPS];	/* by state; minutes (py: seconds) */
	int steps[4];
	bool short_term, fuzz;
	struct twin_model model;
};

/* Whole days: one number, or with fuzz a range. */
struct twin_days {
	int64_t low, high;
	double off_half;	/* how far from a half it was rounded, share */
};

struct twin_card {
	int state, step;	/* step -1: none (py) */
	struct twin_memory memory;
	int64_t at, due;	/* ts: ms, py: s; due 0: `days` after at */
	struct twin_days days;
	int64_t reps, lapses;
};

/* Rounds half up, in 1..max, and spreads it over the range of fuzz. */
struct twin_days twin_ts_days(const struct twin_config *c, double interval,
    int64_t elapsed);
struct twin_card twin_ts_review(const struct twin_config *c,
    const struct twin_card *card, int64_t ms, int g);
struct twin_card twin_py_review(const struct twin_config *c,
    const struct twin_card *card, int64_t seconds, int g);

#endif
