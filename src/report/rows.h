/*
 * rows.h -- a list of rows as a table, as JSON Lines, or as CSV.
 * SPDX-License-Identifier: MIT
 *
 * Columns have the names of the store's schema.  In JSON an absent value is
 * null, a day is an ISO date, an instant is UTC; in CSV (RFC 4180 with a
 * header, but lines end as lines do here) an absent value is empty.  On a
 * terminal columns are aligned, off it a tab stands between them.  JSON and
 * CSV go out row by row: a million need no memory.
 */
#ifndef REPORT_ROWS_H
#define REPORT_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "term/paint.h"

enum rows_format { ROWS_TEXT, ROWS_JSON, ROWS_CSV };

enum rows_type {
	ROWS_STRING,	/* .s, NULL: absent */
	ROWS_ID,	/* the same, never cut in a table */
	ROWS_COUNT,	/* .n, ROWS_ABSENT: absent */
	ROWS_REAL,	/* .x, NAN: absent; `places` decimals in text */
	ROWS_DAY,	/* .n days since 1970-01-01 */
	ROWS_INSTANT,	/* .n milliseconds since 1970 UTC */
	ROWS_FLAG	/* .n 0 or 1 */
};
#define ROWS_ABSENT INT64_MIN

struct rows_column {
	const char *name;	/* in JSON and CSV; NULL: not there */
	const char *heading;	/* in a table; NULL: not there */
	enum rows_type type;
	int places;
};

union rows_value {
	const char *s;
	int64_t n;
	double x;
};

struct rows;

/* columns must outlive it. */
struct rows *rows_new(const struct paint *paint, enum rows_format format,
    const struct rows_column *columns, size_t n);
/* One value for each column; texts are copied where they are kept. */
void rows_add(struct rows *rows, const union rows_value *values);
/* Prints what is still to be printed and frees it. */
void rows_end(struct rows *rows);

#endif
