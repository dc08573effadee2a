/*
 * measure.h -- a number with its unit.
 * SPDX-License-Identifier: MIT
 */
#ifndef CARDS_MEASURE_H
#define CARDS_MEASURE_H

#include "base/mem.h"
#include "cards/number.h"

struct measure {
	struct number_reading number;
	char unit[64];	/* folded; "" when there is none */
};

/*
 * Reads n bytes of clean text whole; false, with number.reason, when they are
 * no number.  label: "article" may stand before it.
 */
bool measure_read(struct mem *mem, const char *lang, const char *s, size_t n,
    bool label, struct measure *out);

/* How the unit of an answer stands to the deck's (both folded). */
enum measure_unit {
	MEASURE_BARE,		/* the answer has none */
	MEASURE_SAME,		/* a synonym */
	MEASURE_KIN,		/* another unit of the same dimension */
	MEASURE_OTHER,		/* a unit of another dimension */
	MEASURE_UNKNOWN		/* no unit that is known */
};
enum measure_unit measure_compare_units(const char *deck, const char *typed);
/* Whether a reading is the deck's quantity, units of one dimension turned. */
bool measure_within(const struct number *typed, const char *typed_unit,
    const struct number *deck, const char *deck_unit,
    const struct number *tolerance);

/* Whether a text of a deck is a number, or one with a known unit. */
bool measure_is(struct mem *mem, const char *lang, const char *s, size_t n);

/* The rule for texts: an answer that is a number, or one with a unit. */
enum measure_verdict {
	MEASURE_NONE,		/* not both are numbers: other rules decide */
	MEASURE_RIGHT,
	MEASURE_NEARLY,		/* right, but the unit is missing */
	MEASURE_DOUBT,		/* right in one reading of its separator */
	MEASURE_WRONG
};
enum measure_verdict measure_judge(struct mem *mem, const char *lang,
    const char *deck, size_t n, const char *typed, size_t m);

#endif
