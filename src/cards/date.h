/*
 * date.h -- a date as people write it.
 * SPDX-License-Identifier: MIT
 *
 * Day first, but 11/23/2001 has only one reading and 07/01/2004 two: both
 * come back.  A date may be less than a day: the deck's answer decides what
 * is asked.
 */
#ifndef CARDS_DATE_H
#define CARDS_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct date {
	int year, month, day;	/* month and day 0: not said */
};

struct date_reading {
	struct date at[2];	/* day first, then month first */
	size_t n;
	bool misspelt;		/* one edit in the name of its month */
	const char *reason;	/* of failure: one phrase */
};

/* Reads n bytes of clean text whole; false, with a reason, when it cannot. */
bool date_read(struct mem *mem, const char *lang, const char *s, size_t n,
    struct date_reading *out);
/* A deck's form: YYYY, YYYY-MM, YYYY-MM-DD, a real day. */
bool date_parse(const char *s, struct date *out);
/* Whether date is asked, as far as asked goes. */
bool date_is(const struct date *date, const struct date *asked);
/* 1 a year, 2 a month, 3 a day. */
int date_precision(const struct date *date);
/* Whether two texts of a deck are the same date. */
bool date_same(const char *lang, const char *a, const char *b);

#endif
