/*
 * clock.h -- instants, civil days and their texts.
 * SPDX-License-Identifier: MIT
 *
 * An instant is int64_t milliseconds since 1970-01-01 UTC.  A day is the
 * learner's: the local civil date, minus one before `day_starts` o'clock, as
 * days since 1970-01-01.  A time zone change or a summer time never makes a
 * day shorter than its date.  Only cmd/ asks clock_now(); everything below is
 * handed a struct moment.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define CLOCK_MINUTE INT64_C(60000)
#define CLOCK_DAY INT64_C(86400000)

/* One look at the clock: the instant and the learner's day at it. */
struct moment {
	int64_t at;	/* ms since 1970 UTC */
	int32_t day;	/* days since 1970-01-01 */
};

struct civil {
	int year, month, day;	/* month and day from 1 */
};

/* The system's clock, ms.  Called by cmd/ only. */
int64_t clock_now(void);
/* A steady clock for durations, ms; its zero means nothing. */
int64_t clock_steady(void);
/* The day of an instant in the process's time zone; day_starts 0..23. */
int32_t clock_day(int64_t at, int day_starts);
/* The first instant of a learner's day in the process's time zone. */
int64_t clock_day_begins(int32_t day, int day_starts);
/* Seconds east of UTC at an instant, in the process's time zone. */
int32_t clock_utc_offset(int64_t at);

/* Proleptic Gregorian, pure. */
struct civil clock_civil(int32_t day);
int32_t clock_day_of(struct civil c);
int clock_month_days(int year, int month);
/* 0 Sunday to 6 Saturday. */
int clock_weekday(int32_t day);

/* "2026-11-25" and "2026-11-25T09:00:00Z" (ms shown only when not 0). */
#define CLOCK_TEXT 32
void clock_print_day(int32_t day, char out[CLOCK_TEXT]);
void clock_print_at(int64_t at, char out[CLOCK_TEXT]);
/*
 * Reads ISO 8601: YYYY-MM-DD, or with THH:MM[:SS[.mmm]] and Z or +HH:MM;
 * without a zone it is local time.
 */
MUST_USE bool clock_parse(const char *s, int64_t *at, struct err *err);

#endif
