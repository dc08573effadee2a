/*
 * tally.c -- see tally.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/tally.h"

#include <inttypes.h>
#include <math.h>

#define NOTES 5

void
tally_begin(struct tally *t, long line)
{
	t->rows++;
	t->values_before = t->values;
	t->row = TALLY_EXACT;
	t->line = line;
	t->item = 0;
}

void
tally_end(struct tally *t)
{
	long *const count[] = { &t->exact, &t->within, &t->outside };

	if (t->values == t->values_before)
		t->none++;
	else
		++*count[t->row];
}

static void
worse(struct tally *t, enum tally_row row)
{
	if (row > t->row)
		t->row = row;
}

/* The first fault of a row is told, for the first rows that have one. */
static bool
tells(struct tally *t)
{
	bool first = t->row != TALLY_OUTSIDE;

	worse(t, TALLY_OUTSIDE);
	return first && t->outside < NOTES;
}

void
tally_near(struct tally *t, const char *what, double got, double want,
    double tolerance)
{
	double share = fabs(got - want) / tolerance;

	t->values++;
	if (got == want)
		return;
	/* Written so that a NaN is outside. */
	if (!(share <= 1)) {
		if (tells(t))
			fprintf(t->notes, "    line %ld, review %d: %s is "
			    "%.9g, wanted %.9g, tolerance %.2g\n", t->line,
			    t->item, what, got, want, tolerance);
		return;
	}
	if (share > t->worst) {
		t->worst = share;
		(void)snprintf(t->worst_at, sizeof(t->worst_at),
		    "%s in line %ld, review %d", what, t->line, t->item);
	}
	worse(t, TALLY_WITHIN);
}

void
tally_range(struct tally *t, const char *what, int64_t got, int64_t low,
    int64_t high)
{
	t->values++;
	if (got >= low && got <= high)
		return;
	if (tells(t))
		fprintf(t->notes, "    line %ld, review %d: %s is %" PRId64
		    ", wanted %" PRId64 " to %" PRId64 "\n", t->line, t->item,
		    what, got, low, high);
}

void
tally_same(struct tally *t, const char *what, int64_t got, int64_t want)
{
	tally_range(t, what, got, want, want);
}

void
tally_rounded(struct tally *t, const char *what, int64_t got, int64_t want,
    bool hangs)
{
	int64_t off = got - want;

	if (!hangs || off < -1 || off > 1 || off == 0) {
		tally_same(t, what, got, want);
		return;
	}
	t->values++;
	t->hangs++;
	worse(t, TALLY_WITHIN);
}
