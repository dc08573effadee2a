/*
 * reviews.c -- see reviews.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/reviews.h"

#include <stdio.h>

#include "fsrs/rating.h"
#include "report/cards.h"

#include "base/banned.h"

static const struct rows_column columns[] = {
	{ "id", NULL, ROWS_STRING, 0 },
	{ NULL, "when", ROWS_STRING, 0 },
	{ "card", "card", ROWS_ID, 0 },
	{ "at", NULL, ROWS_INSTANT, 0 },
	{ "day", NULL, ROWS_DAY, 0 },
	{ "mode", NULL, ROWS_STRING, 0 },
	{ "verdict", "verdict", ROWS_STRING, 0 },
	{ NULL, "rating", ROWS_STRING, 0 },
	{ "score", NULL, ROWS_REAL, 2 },
	{ "hints", NULL, ROWS_COUNT, 0 },
	{ "tries", NULL, ROWS_COUNT, 0 },
	{ "took_ms", NULL, ROWS_COUNT, 0 },
	{ NULL, "seconds", ROWS_REAL, 0 },
	{ "proposed", NULL, ROWS_COUNT, 0 },
	{ "rating", NULL, ROWS_COUNT, 0 },
	{ "retrievability", NULL, ROWS_REAL, 3 },
	{ "typed", "typed", ROWS_STRING, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* "good", or "good (proposed hard)". */
static const char *
rating_text(const struct store_review *row, char out[48])
{
	if (row->rating == 0)
		return NULL;
	if (row->proposed == 0 || row->proposed == row->rating)
		return rating_name((enum rating)row->rating);
	(void)snprintf(out, 48, "%s (proposed %s)",
	    rating_name((enum rating)row->rating),
	    rating_name((enum rating)row->proposed));
	return out;
}

static int64_t
count_or_absent(int rating)
{
	return rating != 0 ? rating : ROWS_ABSENT;
}

struct rows *
reviews_begin(const struct paint *paint, enum rows_format format)
{
	return rows_new(paint, format, columns, COLUMNS);
}

void
reviews_add(struct rows *rows, const struct store_review *row,
    const char *typed)
{
	char when[CARDS_WHEN], rating[48];

	cards_when(row->at, when);
	rows_add(rows, (union rows_value[COLUMNS]){
		{ .s = row->id }, { .s = when }, { .s = row->card },
		{ .n = row->at }, { .n = row->day }, { .s = row->mode },
		{ .s = row->verdict }, { .s = rating_text(row, rating) },
		{ .x = row->score }, { .n = row->hints }, { .n = row->tries },
		{ .n = row->took_ms },
		{ .x = (double)row->took_ms / 1000.0 },
		{ .n = count_or_absent(row->proposed) },
		{ .n = count_or_absent(row->rating) },
		{ .x = row->retrievability },
		{ .s = typed[0] != '\0' ? typed : NULL }
	});
}
