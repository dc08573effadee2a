/*
 * retention.c -- see retention.h.
 * SPDX-License-Identifier: MIT
 */
#include "stats/retention.h"

#include <math.h>

#include "base/banned.h"

/* The states and ratings are those of fsrs/rating.h, a floor beside this. */
#define STATE_REVIEW 2
#define RATING_AGAIN 1

bool
retention_counts(const struct stats_review *review)
{
	/* A day at least since the one before: so it is the day's first. */
	return review->state == STATE_REVIEW && review->elapsed >= 1;
}

struct retention
retention_of(const struct stats_review *v, size_t n, int64_t group,
    int32_t from, int32_t to)
{
	struct retention r = { 0, 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		if (!retention_counts(&v[i]) || v[i].day < from ||
		    v[i].day > to || (group >= 0 && v[i].group != group))
			continue;
		r.total++;
		r.passed += v[i].rating != RATING_AGAIN;
	}
	return r;
}

double
retention_share(struct retention r)
{
	return r.total > 0 ? (double)r.passed / (double)r.total : NAN;
}

void
retention_interval(struct retention r, double *low, double *high)
{
	const double z = 1.959963984540054;
	double n = (double)r.total, p, centre, half;

	*low = 0;
	*high = 1;
	if (r.total == 0)
		return;
	p = retention_share(r);
	centre = (p + z * z / (2 * n)) / (1 + z * z / n);
	half = z / (1 + z * z / n) *
	    sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	*low = centre - half > 0 ? centre - half : 0;
	*high = centre + half < 1 ? centre + half : 1;
}
