/*
 * test_params.c -- the parameters: bounds, migration, text; ratings' names.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "fsrs/params.h"
#include "fsrs/rating.h"

static void
test_defaults(void **state)
{
	struct params p;
	struct err err;
	int i;

	(void)state;
	for (i = 0; i < PARAMS_N; i++) {
		assert_true(params_min[i] < params_max[i]);
		assert_true(params_default.w[i] >= params_min[i]);
		assert_true(params_default.w[i] <= params_max[i]);
	}
	assert_true(params_migrate(&p, NULL, 0, &err));
	assert_memory_equal(&p, &params_default, sizeof(p));
	assert_true(params_parse(" \n", &p, &err));
	assert_memory_equal(&p, &params_default, sizeof(p));
}

static void
test_clip(void **state)
{
	struct params p;
	struct err err;
	float w[PARAMS_N];
	int i;

	(void)state;
	for (i = 0; i < PARAMS_N; i++)
		w[i] = i % 2 == 0 ? -1e30f : 1e30f;
	assert_true(params_migrate(&p, w, PARAMS_N, &err));
	for (i = 0; i < PARAMS_N; i++)
		assert_true(p.w[i] == (i % 2 == 0 ? params_min[i] :
		    params_max[i]));
	params_clip(&p);
	assert_true(p.w[1] == 100.0f && p.w[4] == 1.0f);
}

/* The default sets of the two models before this one. */
static void
test_migrate(void **state)
{
	static const float w17[17] = { 0.4f, 0.6f, 2.4f, 5.8f, 4.93f, 0.94f,
	    0.86f, 0.01f, 1.49f, 0.14f, 0.94f, 2.18f, 0.05f, 0.34f, 1.26f,
	    0.29f, 2.61f };
	struct params p;
	struct err err;
	float w[PARAMS_N] = { 0 };

	(void)state;
	assert_true(params_migrate(&p, w17, 17, &err));
	assert_float_equal(p.w[4], 6.81f, 1e-5f);
	assert_float_equal(p.w[5], logf(3.82f) / 3.0f, 1e-6f);
	assert_float_equal(p.w[6], 1.36f, 1e-6f);
	assert_true(p.w[3] == 5.8f && p.w[16] == 2.61f);
	assert_true(p.w[17] == 0.0f && p.w[18] == 0.0f && p.w[19] == 0.0f);
	assert_true(p.w[20] == 0.5f);

	memcpy(w, params_default.w, sizeof(w));
	w[19] = 0.7f;
	assert_true(params_migrate(&p, w, 19, &err));
	assert_memory_equal(p.w, w, 19 * sizeof(*w));
	assert_true(p.w[19] == 0.0f && p.w[20] == 0.5f);
}

static void
test_refused(void **state)
{
	struct params p = params_default;
	struct err err;
	float w[22];
	size_t n;

	(void)state;
	memcpy(w, params_default.w, sizeof(params_default.w));
	w[21] = 1.0f;
	for (n = 1; n <= 22; n++)
		assert_int_equal(params_migrate(&p, w, n, &err),
		    n == 17 || n == 19 || n == 21);
	p = params_default;
	w[16] = NAN;
	assert_false(params_migrate(&p, w, 21, &err));
	assert_non_null(strstr(err.text, "w16"));
	w[16] = INFINITY;
	assert_false(params_migrate(&p, w, 17, &err));
	w[16] = 2.0f;
	w[5] = -2.0f;
	assert_false(params_migrate(&p, w, 17, &err));
	assert_false(params_parse("0.1 0.2", &p, &err));
	assert_false(params_parse("0.1 zwei", &p, &err));
	assert_non_null(strstr(err.text, "w1"));
	assert_memory_equal(&p, &params_default, sizeof(p));
}

static void
test_more_than_21(void **state)
{
	char text[PARAMS_TEXT + 2];
	struct params p;
	struct err err;

	(void)state;
	params_print(&params_default, text);
	strcat(text, " 1");
	assert_false(params_parse(text, &p, &err));
	assert_non_null(strstr(err.text, "21"));
}

static void
test_shortest(void **state)
{
	char text[PARAMS_TEXT];

	(void)state;
	params_print(&params_default, text);
	assert_string_equal(text, "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 "
	    "3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 "
	    "0.6014 1.8729 0.5425 0.0912 0.0658 0.1542");
}

/* Any bits between the bounds come back. */
static void
test_round_trip(void **state)
{
	struct random random;
	struct params p, q;
	struct err err;
	char text[PARAMS_TEXT];
	int i, j;

	(void)state;
	random = random_of(7);
	for (i = 0; i < 2000; i++) {
		for (j = 0; j < PARAMS_N; j++) {
			double u = random_unit(&random);

			if (i % 3 == 0)
				u *= u * u * u * u * u;
			p.w[j] = params_min[j] + (float)u *
			    (params_max[j] - params_min[j]);
		}
		params_clip(&p);
		params_print(&p, text);
		assert_true(params_parse(text, &q, &err));
		assert_memory_equal(&p, &q, sizeof(p));
	}
}

static void
test_separators(void **state)
{
	struct params p;
	struct err err;

	(void)state;
	assert_true(params_parse("0.212, 1.2931, 2.3065, 8.2956,\n6.4133\t"
	    "0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 "
	    "1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542\n", &p, &err));
	assert_memory_equal(&p, &params_default, sizeof(p));
}

static void
test_ratings(void **state)
{
	int i;

	(void)state;
	for (i = RATING_AGAIN; i <= RATING_EASY; i++) {
		const char digit[2] = { (char)('0' + i), '\0' };

		assert_int_equal(rating_parse(rating_name((enum rating)i)),
		    i);
		assert_int_equal(rating_parse(digit), i);
	}
	assert_int_equal(rating_parse("5"), 0);
	assert_int_equal(rating_parse("0"), 0);
	assert_int_equal(rating_parse(""), 0);
	assert_int_equal(rating_parse("none"), 0);
	assert_int_equal(rating_parse("11"), 0);
	assert_string_equal(rating_state_name(STATE_NEW), "new");
	assert_string_equal(rating_state_name(STATE_RELEARNING),
	    "relearning");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_clip),
		cmocka_unit_test(test_migrate),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_more_than_21),
		cmocka_unit_test(test_shortest),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_separators),
		cmocka_unit_test(test_ratings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
