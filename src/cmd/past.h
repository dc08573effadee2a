/*
 * past.h -- a learner's study reviews as numbers for stats/.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_PAST_H
#define CMD_PAST_H

#include <stddef.h>

#include "base/err.h"
#include "stats/retention.h"
#include "study/study.h"

/* The group of a review whose deck is not in the library. */
#define PAST_NO_DECK UINT32_MAX

/*
 * Every study review that no undo took back, in the order of (at, id): group
 * is the number of the card's deck, state and elapsed are as they were before
 * it.  *v is malloc'ed.
 */
MUST_USE bool past_read(struct study *study, struct stats_review **v,
    size_t *n, struct err *err);

#endif
