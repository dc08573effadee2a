/*
 * interval.c -- see interval.h.
 * SPDX-License-Identifier: MIT
 */
#include "fsrs/interval.h"

#include <math.h>
#include <stddef.h>

#include "base/banned.h"

/* x is never negative, so that cutting is rounding down. */
static int32_t
round_half_up(double x)
{
	return (int32_t)(x + 0.5);
}

int32_t
interval_round(float days, int32_t max)
{
	/* Written so that a NaN becomes a day. */
	if (!(days >= 1.0f))
		return 1;
	if ((double)days >= max)
		return max;
	return round_half_up((double)days);
}

int32_t
interval_days(const struct model *model, float stability, float retention,
    int32_t max)
{
	return interval_round(memory_interval(model, stability, retention),
	    max);
}

/* Days on either side: a share of each stretch of the interval. */
static double
spread(double interval)
{
	static const struct {
		double from, to, share;
	} stretches[] = {
		{ 2.5, 7.0, 0.15 }, { 7.0, 20.0, 0.1 },
		{ 20.0, HUGE_VAL, 0.05 }
	};
	double delta = 1.0, end;
	size_t i;

	for (i = 0; i < 3 && interval > stretches[i].from; i++) {
		end = interval < stretches[i].to ? interval : stretches[i].to;
		delta += stretches[i].share * (end - stretches[i].from);
	}
	return delta;
}

bool
interval_fuzz_range(int32_t interval, int32_t elapsed, int32_t max,
    int32_t *low, int32_t *high)
{
	double days = interval < max ? interval : max, delta;

	if (interval < 2.5)
		return false;
	/* Of the interval itself, also when it is beyond the longest. */
	delta = spread(interval);
	*low = round_half_up(days - delta);
	if (*low < 2)
		*low = 2;
	*high = round_half_up(days + delta);
	if (*high > max)
		*high = max;
	/* A longer interval than the last one stays longer. */
	if (days > elapsed && *low < elapsed + 1)
		*low = elapsed + 1;
	if (*low > *high)
		*low = *high;
	return true;
}

int32_t
interval_fuzz(int32_t interval, int32_t elapsed, int32_t max, double u)
{
	int32_t low, high, days;

	if (!interval_fuzz_range(interval, elapsed, max, &low, &high))
		return interval < max ? interval : max;
	days = (int32_t)(u * (high - low + 1) + low);
	/* The sum rounds up to high + 1 when u is next to 1. */
	return days < high ? days : high;
}
