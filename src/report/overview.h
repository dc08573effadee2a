/*
 * overview.h -- how the learner stands: today, this week, retention, what
 * comes.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_OVERVIEW_H
#define REPORT_OVERVIEW_H

#include <stddef.h>
#include <stdint.h>

#include "report/rows.h"
#include "stats/retention.h"

/* The week and the forecast have so many days. */
#define OVERVIEW_DAYS 7

struct overview_deck {
	const char *id, *title;
};

/* A learner's reviews and due days; group is an index into decks. */
struct overview {
	const struct stats_review *v;
	size_t n;
	const int32_t *due_days;
	size_t due_n;
	const struct overview_deck *decks;
	size_t decks_n;
	int32_t today;
};

/*
 * In text a page with pictures; in JSON and CSV rows whose `part` is today,
 * week, day, retention or due.
 */
void overview_print(const struct paint *paint, enum rows_format format,
    const struct overview *overview);

#endif
