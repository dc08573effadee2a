/*
 * cards.h -- cards as a list, with their memory.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_CARDS_H
#define REPORT_CARDS_H

#include <stdbool.h>
#include <stdint.h>

#include "report/rows.h"

/* One card; texts live until cards_add returns. */
struct cards_row {
	const char *card;	/* its id */
	const char *deck, *kind, *question;	/* NULL: its note vanished */
	const char *state;	/* "new" ... "relearning" */
	const char *shown;	/* that, or "suspended", "buried" */
	double stability, difficulty, retrievability;	/* NAN: new */
	int64_t due;		/* the day it is asked on, or ROWS_ABSENT */
	int64_t due_day, due_at, last_at, last_day;	/* or ROWS_ABSENT */
	int64_t reps, lapses;
	bool suspended, flagged, leech;
	int64_t buried_day;	/* or ROWS_ABSENT */
};

struct rows *cards_begin(const struct paint *paint, enum rows_format format);
void cards_add(struct rows *rows, const struct cards_row *row);

#define CARDS_WHEN 24
/* "2026-11-25 09:12", by the wall. */
void cards_when(int64_t at, char out[CARDS_WHEN]);

#endif
