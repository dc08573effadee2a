/*
 * clock.c -- see clock.h.
 * SPDX-License-Identifier: MIT
 *
 * The civil calendar is days-from-civil arithmetic with years that begin in
 * March, so that the leap day is a year's last day.
 */
#include "base/clock.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/banned.h"

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int64_t
read_clock(clockid_t which)
{
	struct timespec ts;

	(void)clock_gettime(which, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_now(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t
clock_steady(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

static struct tm
local(int64_t at)
{
	time_t t = (time_t)floor_div(at, 1000);
	struct tm tm = { 0 };

	(void)localtime_r(&t, &tm);
	return tm;
}

int32_t
clock_day(int64_t at, int day_starts)
{
	struct tm tm = local(at);
	int32_t day = clock_day_of((struct civil){ tm.tm_year + 1900,
	    tm.tm_mon + 1, tm.tm_mday });

	return tm.tm_hour < day_starts ? day - 1 : day;
}

int64_t
clock_day_begins(int32_t day, int day_starts)
{
	struct civil c = clock_civil(day);
	struct tm tm = { 0 };

	tm.tm_year = c.year - 1900;
	tm.tm_mon = c.month - 1;
	tm.tm_mday = c.day;
	tm.tm_hour = day_starts;
	tm.tm_isdst = -1;
	return (int64_t)mktime(&tm) * 1000;
}

int32_t
clock_utc_offset(int64_t at)
{
	struct tm tm = local(at);
	int64_t seconds = (int64_t)clock_day_of((struct civil){
	    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday }) * 86400 +
	    tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec;

	return (int32_t)(seconds - floor_div(at, 1000));
}

struct civil
clock_civil(int32_t day)
{
	int64_t z = (int64_t)day + 719468;
	int64_t era = floor_div(z, 146097);
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	struct civil c;

	c.day = (int)(doy - (153 * mp + 2) / 5 + 1);
	c.month = (int)(mp < 10 ? mp + 3 : mp - 9);
	c.year = (int)(yoe + era * 400 + (c.month <= 2));
	return c;
}

int32_t
clock_day_of(struct civil c)
{
	int64_t y = (int64_t)c.year - (c.month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 +
	    c.day - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return (int32_t)(era * 146097 + doe - 719468);
}

int
clock_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };

	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return days[month - 1];
}

int
clock_weekday(int32_t day)
{
	return (int)(((int64_t)day % 7 + 7 + 4) % 7);
}

void
clock_print_day(int32_t day, char out[CLOCK_TEXT])
{
	struct civil c = clock_civil(day);

	(void)snprintf(out, CLOCK_TEXT, "%04d-%02d-%02d", c.year, c.month,
	    c.day);
}

void
clock_print_at(int64_t at, char out[CLOCK_TEXT])
{
	int64_t day = floor_div(at, CLOCK_DAY);
	int ms = (int)(at - day * CLOCK_DAY);
	struct civil c = clock_civil((int32_t)day);
	int n = snprintf(out, CLOCK_TEXT, "%04d-%02d-%02dT%02d:%02d:%02d",
	    c.year, c.month, c.day, ms / 3600000, ms / 60000 % 60,
	    ms / 1000 % 60);

	(void)snprintf(out + n, CLOCK_TEXT - (size_t)n,
	    ms % 1000 != 0 ? ".%03dZ" : "Z", ms % 1000);
}

/* Reads exactly n digits and moves *s behind them. */
static bool
digits(const char **s, int n, int *value)
{
	*value = 0;
	for (; n > 0; n--, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*value = *value * 10 + (**s - '0');
	}
	return true;
}

static bool
take(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static bool
parse_civil(const char **s, struct civil *c)
{
	return digits(s, 4, &c->year) && take(s, '-') &&
	    digits(s, 2, &c->month) && take(s, '-') && digits(s, 2, &c->day) &&
	    c->year >= 1 && c->month >= 1 && c->month <= 12 && c->day >= 1 &&
	    c->day <= clock_month_days(c->year, c->month);
}

/* THH:MM[:SS[.mmm]] as milliseconds of the day. */
static bool
parse_time(const char **s, int64_t *ms)
{
	int h, m, sec = 0, milli = 0;

	if (!take(s, 'T') || !digits(s, 2, &h) || !take(s, ':') ||
	    !digits(s, 2, &m))
		return false;
	if (take(s, ':') && !digits(s, 2, &sec))
		return false;
	if (take(s, '.') && !digits(s, 3, &milli))
		return false;
	if (h > 23 || m > 59 || sec > 59)
		return false;
	*ms = ((h * 60 + m) * 60 + sec) * INT64_C(1000) + milli;
	return true;
}

/* Z, +HH:MM or nothing; nothing means local. */
static bool
parse_zone(const char **s, bool *is_local, int64_t *offset)
{
	int sign = **s == '-' ? -1 : 1, h, m;

	*is_local = **s == '\0';
	*offset = 0;
	if (*is_local || take(s, 'Z'))
		return true;
	if (!take(s, '+') && !take(s, '-'))
		return false;
	if (!digits(s, 2, &h) || !take(s, ':') || !digits(s, 2, &m) ||
	    h > 14 || m > 59)
		return false;
	*offset = sign * (h * INT64_C(60) + m) * CLOCK_MINUTE;
	return true;
}

bool
clock_parse(const char *s, int64_t *at, struct err *err)
{
	const char *p = s;
	struct civil c;
	bool is_local;
	int64_t ms = 0, offset, begins;

	if (!parse_civil(&p, &c) || (*p != '\0' && !parse_time(&p, &ms)) ||
	    !parse_zone(&p, &is_local, &offset) || *p != '\0')
		return err_set(err, ERR_USAGE, "\"%.60s\" is no time; write it "
		    "as 2026-11-25T09:00:00Z", s);
	begins = (int64_t)clock_day_of(c) * CLOCK_DAY + ms;
	if (is_local) {
		struct tm tm = { 0 };

		tm.tm_year = c.year - 1900;
		tm.tm_mon = c.month - 1;
		tm.tm_mday = c.day;
		/* Not all in seconds: a night may lack an hour. */
		tm.tm_hour = (int)(ms / 3600000);
		tm.tm_min = (int)(ms / 60000 % 60);
		tm.tm_sec = (int)(ms / 1000 % 60);
		tm.tm_isdst = -1;
		*at = (int64_t)mktime(&tm) * 1000 + ms % 1000;
	} else {
		*at = begins - offset;
	}
	return true;
}
