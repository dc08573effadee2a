/*
 * summary.h -- how much was studied: reviews, minutes, new cards by day.
 * SPDX-License-Identifier: MIT
 */
#ifndef STATS_SUMMARY_H
#define STATS_SUMMARY_H

#include <stddef.h>
#include <stdint.h>

#include "stats/retention.h"

/* Longest time that one answer counts for. */
#define SUMMARY_TOOK_MAX INT64_C(60000)

struct summary {
	int64_t reviews;
	int64_t again;		/* rated again */
	int64_t first;		/* new cards seen for the first time */
	int64_t took_ms;	/* each review at most SUMMARY_TOOK_MAX */
};

/* The sum over the days from..to. */
struct summary summary_of(const struct stats_review *v, size_t n, int32_t from,
    int32_t to);
/* One summary for each of the days from, from + 1, …, count of them. */
void summary_days(const struct stats_review *v, size_t n, int32_t from,
    size_t count, struct summary *out);
/* Days in a row up to `day` (or up to the day before, when nothing yet). */
int32_t summary_streak(const struct stats_review *v, size_t n, int32_t day);

#endif
