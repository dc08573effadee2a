/*
 * summary.c -- see summary.h.
 * SPDX-License-Identifier: MIT
 */
#include "stats/summary.h"

#include <string.h>

#include "base/banned.h"

#define RATING_AGAIN 1
#define STATE_NEW 0

static void
add(struct summary *s, const struct stats_review *r)
{
	s->reviews++;
	s->again += r->rating == RATING_AGAIN;
	s->first += r->state == STATE_NEW;
	s->took_ms += r->took_ms < SUMMARY_TOOK_MAX ? r->took_ms :
	    SUMMARY_TOOK_MAX;
}

struct summary
summary_of(const struct stats_review *v, size_t n, int32_t from, int32_t to)
{
	struct summary s = { 0 };
	size_t i;

	for (i = 0; i < n; i++)
		if (v[i].day >= from && v[i].day <= to)
			add(&s, &v[i]);
	return s;
}

void
summary_days(const struct stats_review *v, size_t n, int32_t from,
    size_t count, struct summary *out)
{
	size_t i;
	int64_t d;

	memset(out, 0, count * sizeof(*out));
	for (i = 0; i < n; i++) {
		d = (int64_t)v[i].day - from;
		if (d >= 0 && (size_t)d < count)
			add(&out[d], &v[i]);
	}
}

int32_t
summary_streak(const struct stats_review *v, size_t n, int32_t day)
{
	int32_t streak = 0, want = day;
	size_t i = n;

	/* v is in order of time, and so is its day. */
	while (i > 0 && v[i - 1].day > day)
		i--;
	if (i > 0 && v[i - 1].day < day)
		want = day - 1;
	for (; i > 0 && v[i - 1].day >= want; i--) {
		if (v[i - 1].day != want)
			continue;
		streak++;
		want--;
	}
	return streak;
}
