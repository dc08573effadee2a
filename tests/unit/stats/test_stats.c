/*
 * test_stats.c -- retention, summaries, the forecast.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "stats/forecast.h"
#include "stats/retention.h"
#include "stats/summary.h"

/* group, day, elapsed, state, rating, took */
static const struct stats_review reviews[] = {
	{ 0, 100, -1, 0, 3, 5000 },	/* new: no memory yet */
	{ 0, 100, 0, 1, 1, 90000 },	/* a step */
	{ 0, 101, 1, 1, 3, 5000 },	/* still learning */
	{ 0, 103, 2, 2, 3, 5000 },	/* counts, passed */
	{ 1, 103, 9, 2, 1, 5000 },	/* counts, failed */
	{ 1, 103, 0, 3, 3, 5000 },	/* relearning */
	{ 1, 104, 1, 2, 2, 5000 },	/* counts: hard is a pass */
	{ 1, 104, 0, 2, 1, 5000 }	/* second of the day */
};
#define N (sizeof(reviews) / sizeof(reviews[0]))

static void
test_retention(void **state)
{
	struct retention r = retention_of(reviews, N, -1, 0, 1000);
	double low, high;

	(void)state;
	assert_int_equal(r.total, 3);
	assert_int_equal(r.passed, 2);
	r = retention_of(reviews, N, 1, 104, 104);
	assert_int_equal(r.total, 1);
	r = retention_of(reviews, N, 0, 104, 104);
	assert_true(isnan(retention_share(r)));
	retention_interval(r, &low, &high);
	assert_true(low == 0 && high == 1);
	/* Newcombe's worked example: 81 of 263. */
	retention_interval((struct retention){ 81, 263 }, &low, &high);
	assert_true(fabs(low - 0.2553) < 5e-5);
	assert_true(fabs(high - 0.3662) < 5e-5);
	retention_interval((struct retention){ 5, 5 }, &low, &high);
	assert_true(high <= 1 && low > 0.5);
}

static void
test_summary(void **state)
{
	struct summary s = summary_of(reviews, N, 100, 101), days[6];

	(void)state;
	assert_int_equal(s.reviews, 3);
	assert_int_equal(s.again, 1);
	assert_int_equal(s.first, 1);
	assert_int_equal(s.took_ms, 5000 + 60000 + 5000);
	summary_days(reviews, N, 99, 6, days);
	assert_int_equal(days[0].reviews, 0);
	assert_int_equal(days[1].reviews, 2);
	assert_int_equal(days[4].reviews, 3);
	assert_int_equal(days[5].again, 1);
	assert_int_equal(summary_streak(reviews, N, 104), 2);
	assert_int_equal(summary_streak(reviews, N, 105), 2);
	assert_int_equal(summary_streak(reviews, N, 106), 0);
	assert_int_equal(summary_streak(reviews, N, 101), 2);
	assert_int_equal(summary_streak(reviews, 0, 101), 0);
}

static void
test_forecast(void **state)
{
	static const int32_t due[] = { 90, 100, 100, 101, 106, 107 };
	int64_t out[7];

	(void)state;
	forecast_due(due, 6, 100, 7, out);
	assert_int_equal(out[0], 3);
	assert_int_equal(out[1], 1);
	assert_int_equal(out[2], 0);
	assert_int_equal(out[6], 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_retention),
		cmocka_unit_test(test_summary), cmocka_unit_test(test_forecast)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
