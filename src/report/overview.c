/*
 * overview.c -- see overview.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/overview.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "base/clock.h"
#include "stats/forecast.h"
#include "stats/summary.h"
#include "term/chart.h"

#include "base/banned.h"

/* What is computed from the input. */
struct page {
	const struct overview *in;
	const struct paint *paint;
	struct summary today, week;
	struct summary days[OVERVIEW_DAYS];	/* the last one is today */
	int64_t due[OVERVIEW_DAYS];		/* the first one is today */
};

static double
minutes(const struct summary *s)
{
	return (double)s->took_ms / (double)CLOCK_MINUTE;
}

static const char *
plural(int64_t n)
{
	return n == 1 ? "" : "s";
}

/* --- text ---------------------------------------------------------------- */

static void
print_sum(const struct page *o, const char *label,
    const struct summary *s)
{
	if (s->reviews == 0) {
		paint_printf(o->paint, PAINT_PLAIN, 0, "%s: nothing yet",
		    label);
		return;
	}
	paint_printf(o->paint, PAINT_PLAIN, 0, "%s: %" PRId64 " review%s, %"
	    PRId64 " of them new, %.0f min, %.0f %% not rated again", label,
	    s->reviews, plural(s->reviews), s->first, ceil(minutes(s)),
	    100.0 * (double)(s->reviews - s->again) / (double)s->reviews);
}

static void
print_sums(const struct page *o)
{
	int32_t streak = summary_streak(o->in->v, o->in->n, o->in->today);

	print_sum(o, "Today", &o->today);
	print_sum(o, "This week", &o->week);
	if (streak > 1)
		paint_printf(o->paint, PAINT_PLAIN, 0, "%d days in a row",
		    (int)streak);
}

/* "Today", "Wed 25", of a day near now. */
static void
day_name(int32_t day, int32_t today, char out[16])
{
	static const char names[7][4] = { "Sun", "Mon", "Tue", "Wed", "Thu",
	    "Fri", "Sat" };

	if (day == today)
		(void)snprintf(out, 16, "today");
	else
		(void)snprintf(out, 16, "%s %d", names[clock_weekday(day)],
		    clock_civil(day).day);
}

static void
print_bars(const struct page *o, const char *heading, int32_t first,
    const int64_t *counts)
{
	struct chart_bar bars[OVERVIEW_DAYS];
	char names[OVERVIEW_DAYS][16];
	size_t i;

	paint_blank(o->paint);
	paint_text(o->paint, PAINT_HEADING, 0, heading);
	for (i = 0; i < OVERVIEW_DAYS; i++) {
		day_name(first + (int32_t)i, o->in->today, names[i]);
		bars[i] = (struct chart_bar){ .label = names[i],
		    .value = (double)counts[i] };
	}
	chart_bars(o->paint, bars, OVERVIEW_DAYS);
}

static void
print_retention_row(struct paint_table *table, const char *name,
    struct retention r)
{
	double low, high;
	char text[64];

	paint_table_cell(table, name);
	(void)snprintf(text, sizeof(text), "%" PRId64 " of %" PRId64,
	    r.passed, r.total);
	paint_table_cell(table, text);
	(void)snprintf(text, sizeof(text), "%.0f %%",
	    100 * retention_share(r));
	paint_table_cell(table, text);
	retention_interval(r, &low, &high);
	(void)snprintf(text, sizeof(text), "(%.0f to %.0f)", 100 * low,
	    100 * high);
	paint_table_cell(table, text);
}

static struct retention
of_deck(const struct page *o, int64_t deck)
{
	return retention_of(o->in->v, o->in->n, deck, INT32_MIN, INT32_MAX);
}

static void
print_retention(const struct page *o)
{
	struct retention all = of_deck(o, -1), r;
	struct paint_table *table;
	size_t i;

	paint_blank(o->paint);
	paint_text(o->paint, PAINT_HEADING, 0, "True retention: known when "
	    "asked again after a day or more");
	if (all.total == 0) {
		paint_text(o->paint, PAINT_PLAIN, 2, "nothing was asked "
		    "again yet");
		return;
	}
	table = paint_table_new(4);
	paint_table_align(table, 1, true);
	paint_table_align(table, 2, true);
	for (i = 0; i < o->in->decks_n; i++) {
		r = of_deck(o, (int64_t)i);
		if (r.total > 0)
			print_retention_row(table,
			    o->in->decks[i].title, r);
	}
	print_retention_row(table, "all", all);
	paint_table_print(table, o->paint);
	paint_table_free(table);
}

static void
print_text(const struct page *o)
{
	int64_t counts[OVERVIEW_DAYS];
	size_t i;

	for (i = 0; i < OVERVIEW_DAYS; i++)
		counts[i] = o->days[i].reviews;
	print_sums(o);
	print_bars(o, "Reviews in the last seven days",
	    o->in->today - (OVERVIEW_DAYS - 1), counts);
	print_bars(o, "Due in the next seven days", o->in->today, o->due);
	print_retention(o);
}

/* --- rows ---------------------------------------------------------------- */

static const struct rows_column columns[] = {
	{ "part", NULL, ROWS_STRING, 0 },
	{ "deck", NULL, ROWS_STRING, 0 },
	{ "day", NULL, ROWS_DAY, 0 },
	{ "reviews", NULL, ROWS_COUNT, 0 },
	{ "again", NULL, ROWS_COUNT, 0 },
	{ "new", NULL, ROWS_COUNT, 0 },
	{ "minutes", NULL, ROWS_REAL, 1 },
	{ "passed", NULL, ROWS_COUNT, 0 },
	{ "total", NULL, ROWS_COUNT, 0 },
	{ "retention", NULL, ROWS_REAL, 3 },
	{ "low", NULL, ROWS_REAL, 3 },
	{ "high", NULL, ROWS_REAL, 3 },
	{ "due", NULL, ROWS_COUNT, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
absent(union rows_value values[COLUMNS], const char *part)
{
	size_t i;

	for (i = 0; i < COLUMNS; i++) {
		if (columns[i].type == ROWS_STRING)
			values[i].s = NULL;
		else if (columns[i].type == ROWS_REAL)
			values[i].x = (double)NAN;
		else
			values[i].n = ROWS_ABSENT;
	}
	values[0].s = part;
}

static void
add_sum(struct rows *rows, const char *part, int64_t day,
    const struct summary *s)
{
	union rows_value values[COLUMNS];

	absent(values, part);
	values[2].n = day;
	values[3].n = s->reviews;
	values[4].n = s->again;
	values[5].n = s->first;
	values[6].x = minutes(s);
	rows_add(rows, values);
}

static void
add_retention(struct rows *rows, const char *deck, struct retention r)
{
	union rows_value values[COLUMNS];

	absent(values, "retention");
	values[1].s = deck;
	values[7].n = r.passed;
	values[8].n = r.total;
	values[9].x = retention_share(r);
	retention_interval(r, &values[10].x, &values[11].x);
	rows_add(rows, values);
}

static void
add_due(struct rows *rows, int32_t day, int64_t due)
{
	union rows_value values[COLUMNS];

	absent(values, "due");
	values[2].n = day;
	values[12].n = due;
	rows_add(rows, values);
}

static void
print_rows(const struct page *o, enum rows_format format)
{
	struct rows *rows = rows_new(o->paint, format, columns, COLUMNS);
	struct retention r;
	size_t i;

	add_sum(rows, "today", o->in->today, &o->today);
	add_sum(rows, "week", ROWS_ABSENT, &o->week);
	for (i = 0; i < OVERVIEW_DAYS; i++)
		add_sum(rows, "day", o->in->today - (OVERVIEW_DAYS - 1) +
		    (int32_t)i, &o->days[i]);
	for (i = 0; i < o->in->decks_n; i++) {
		r = of_deck(o, (int64_t)i);
		if (r.total > 0)
			add_retention(rows, o->in->decks[i].id, r);
	}
	add_retention(rows, NULL, of_deck(o, -1));
	for (i = 0; i < OVERVIEW_DAYS; i++)
		add_due(rows, o->in->today + (int32_t)i, o->due[i]);
	rows_end(rows);
}

void
overview_print(const struct paint *paint, enum rows_format format,
    const struct overview *in)
{
	int32_t first = in->today - (OVERVIEW_DAYS - 1);
	struct page page = { .in = in, .paint = paint };

	forecast_due(in->due_days, in->due_n, in->today, OVERVIEW_DAYS,
	    page.due);
	page.today = summary_of(in->v, in->n, in->today, in->today);
	page.week = summary_of(in->v, in->n, first, in->today);
	summary_days(in->v, in->n, first, OVERVIEW_DAYS, page.days);
	if (format == ROWS_TEXT)
		print_text(&page);
	else
		print_rows(&page, format);
}
