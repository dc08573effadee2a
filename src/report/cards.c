/*
 * cards.c -- see cards.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/cards.h"

#include <stdio.h>

#include "base/clock.h"

#include "base/banned.h"

static const struct rows_column columns[] = {
	{ "card", "card", ROWS_ID, 0 },
	{ NULL, "state", ROWS_STRING, 0 },
	{ NULL, "due", ROWS_DAY, 0 },
	{ "deck", NULL, ROWS_STRING, 0 },
	{ "kind", NULL, ROWS_STRING, 0 },
	{ "state", NULL, ROWS_STRING, 0 },
	{ "stability", NULL, ROWS_REAL, 2 },
	{ "difficulty", NULL, ROWS_REAL, 2 },
	{ "retrievability", NULL, ROWS_REAL, 3 },
	{ "due_day", NULL, ROWS_DAY, 0 },
	{ "due_at", NULL, ROWS_INSTANT, 0 },
	{ "last_at", NULL, ROWS_INSTANT, 0 },
	{ "last_day", NULL, ROWS_DAY, 0 },
	{ "reps", NULL, ROWS_COUNT, 0 },
	{ "lapses", NULL, ROWS_COUNT, 0 },
	{ "suspended", NULL, ROWS_FLAG, 0 },
	{ "buried_day", NULL, ROWS_DAY, 0 },
	{ "flagged", NULL, ROWS_FLAG, 0 },
	{ "question", "question", ROWS_STRING, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

void
cards_when(int64_t at, char out[CARDS_WHEN])
{
	char text[CLOCK_TEXT];

	clock_print_at(at + (int64_t)clock_utc_offset(at) * 1000, text);
	(void)snprintf(out, CARDS_WHEN, "%.10s %.5s", text, text + 11);
}

struct rows *
cards_begin(const struct paint *paint, enum rows_format format)
{
	return rows_new(paint, format, columns, COLUMNS);
}

void
cards_add(struct rows *rows, const struct cards_row *r)
{
	rows_add(rows, (union rows_value[COLUMNS]){
		{ .s = r->card }, { .s = r->shown }, { .n = r->due },
		{ .s = r->deck }, { .s = r->kind }, { .s = r->state },
		{ .x = r->stability }, { .x = r->difficulty },
		{ .x = r->retrievability }, { .n = r->due_day },
		{ .n = r->due_at }, { .n = r->last_at },
		{ .n = r->last_day }, { .n = r->reps }, { .n = r->lapses },
		{ .n = r->suspended }, { .n = r->buried_day },
		{ .n = r->flagged }, { .s = r->question }
	});
}
