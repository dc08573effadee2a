/*
 * retention.h -- true retention: what was still known when asked again.
 * SPDX-License-Identifier: MIT
 *
 * Observed, not predicted: the share not rated again among the first study
 * reviews of a day on cards in state review.  Steps of the same day say
 * nothing about memory and do not count.
 */
#ifndef STATS_RETENTION_H
#define STATS_RETENTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One review, as far as the numbers need it. */
struct stats_review {
	uint32_t group;		/* the caller's: a deck's number */
	int32_t day;
	int32_t elapsed;	/* days since the one before; < 0: none */
	uint8_t state;		/* enum state, before the review */
	uint8_t rating;		/* 1 to 4 */
	int64_t took_ms;
};

struct retention {
	int64_t passed, total;
};

/* Whether the review counts for retention. */
bool retention_counts(const struct stats_review *review);
/* Adds those of n reviews that count, of days from..to; group < 0: all. */
struct retention retention_of(const struct stats_review *v, size_t n,
    int64_t group, int32_t from, int32_t to);
/* passed / total, NAN when nothing was asked. */
double retention_share(struct retention r);
/*
 * Wilson's 95 % interval of the share, in 0..1 (E. B. Wilson, 1927): sound for
 * few reviews and near 0 and 1.  0..1 when nothing was asked.
 */
void retention_interval(struct retention r, double *low, double *high);

#endif
