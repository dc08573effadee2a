/*
 * tally.h -- counts of rows that are the same, near enough, or not.
 * SPDX-License-Identifier: MIT
 *
 * A row is as good as the worst of its comparisons.  The first few that are
 * outside are told in words.
 */
#ifndef LIB_TALLY_H
#define LIB_TALLY_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum tally_row { TALLY_EXACT, TALLY_WITHIN, TALLY_OUTSIDE };

struct tally {
	long rows, exact, within, outside, unreadable;
	long none;		/* rows in which nothing was compared */
	long values, values_before, hangs, left_out;
	double worst;		/* of the tolerance, 1 is its edge */
	char worst_at[64];
	enum tally_row row;
	long line;		/* of the row in its file */
	int item;		/* within the row, from 1; told, not used */
	FILE *notes;
};

void tally_begin(struct tally *t, long line);
void tally_end(struct tally *t);
/* |got - want| <= tolerance; the same number is exact. */
void tally_near(struct tally *t, const char *what, double got, double want,
    double tolerance);
void tally_same(struct tally *t, const char *what, int64_t got, int64_t want);
/*
 * As tally_same; but where the value hangs on the rounding of a number that is
 * next to a half, one up or down is within, and counted.
 */
void tally_rounded(struct tally *t, const char *what, int64_t got,
    int64_t want, bool hangs);
void tally_range(struct tally *t, const char *what, int64_t got, int64_t low,
    int64_t high);

#endif
