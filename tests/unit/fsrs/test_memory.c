/*
 * test_memory.c -- the memory model: known states, order, extremes.
 * SPDX-License-Identifier: MIT
 *
 * The published results are compared by tests/vectors; here is what must hold
 * for any parameters and any history.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "base/random.h"
#include "fsrs/memory.h"

/* Parameters anywhere between the bounds; often on one of them. */
static void
any_model(struct random *random, struct model *model)
{
	struct params p;
	double u;
	int i;

	for (i = 0; i < PARAMS_N; i++) {
		u = random_unit(random);
		u = u < 0.2 ? 0.0 : u > 0.8 ? 1.0 : (u - 0.2) / 0.6;
		p.w[i] = params_min[i] + (float)u *
		    (params_max[i] - params_min[i]);
	}
	params_clip(&p);
	memory_model(model, &p);
}

static bool
sound(struct memory m)
{
	return m.stability >= MEMORY_S_MIN && m.stability <= MEMORY_S_MAX &&
	    m.difficulty >= 1.0f && m.difficulty <= 10.0f;
}

/* A life whose numbers fsrs-rs 6.5.0 gives, to the last bit. */
static void
test_known(void **state)
{
	static const struct {
		float elapsed;
		enum rating rating;
		float s, d;
	} life[] = {
		{ 0, RATING_GOOD, 2.3065f, 2.118104f },
		{ 1315, RATING_HARD, 47.062035f, 4.752858f },
		{ 0, RATING_GOOD, 47.062035f, 4.743334f },
		{ 0, RATING_GOOD, 47.062035f, 4.733819f },
		{ 82, RATING_GOOD, 168.22752f, 4.7243137f },
		{ 106, RATING_AGAIN, 4.329612f, 8.251146f },
	};
	struct memory m = { 0 };
	struct model model;
	size_t i;

	(void)state;
	memory_model(&model, &params_default);
	for (i = 0; i < sizeof(life) / sizeof(life[0]); i++) {
		m = i == 0 ? memory_first(&model, life[i].rating) :
		    memory_next(&model, m, life[i].elapsed, life[i].rating);
		assert_true(m.stability == life[i].s);
		assert_true(m.difficulty == life[i].d);
	}
}

/* Any life under any parameters stays finite and within its bounds. */
static void
test_extremes(void **state)
{
	static const float spans[] = { 0.0f, 0.0f, 1.0f, 7.0f, 400.0f,
	    36500.0f, 4294967040.0f, 0.0001f };
	struct random random;
	struct model model;
	struct memory m;
	float days, r;
	int i, j;

	(void)state;
	random = random_of(42);
	for (i = 0; i < 3000; i++) {
		any_model(&random, &model);
		m = memory_first(&model,
		    (enum rating)(1 + random_next(&random) % 4));
		assert_true(sound(m));
		for (j = 0; j < 40; j++) {
			days = spans[random_next(&random) % 8];
			r = memory_retrievability(&model, m.stability, days);
			assert_true(r >= 0.0f && r <= 1.0f);
			m = memory_next(&model, m, days, (enum rating)
			    (1 + random_next(&random) % 4));
			assert_true(sound(m));
			assert_true(isfinite(memory_interval(&model,
			    m.stability, 0.7f)));
		}
	}
}

/* One rating for ever, at every bound of every parameter. */
static void
test_monotone_lives(void **state)
{
	struct params p;
	struct model model;
	struct memory m;
	int i, j, g;

	(void)state;
	for (i = 0; i < 2 * PARAMS_N; i++) {
		p = params_default;
		p.w[i / 2] = i % 2 == 0 ? params_min[i / 2] :
		    params_max[i / 2];
		memory_model(&model, &p);
		for (g = RATING_AGAIN; g <= RATING_EASY; g++) {
			m = memory_first(&model, (enum rating)g);
			for (j = 0; j < 200; j++) {
				m = memory_next(&model, m,
				    (float)(j % 3) * m.stability,
				    (enum rating)g);
				assert_true(sound(m));
			}
		}
	}
}

/* R is 1 at once, 0.9 after S days, and falls. */
static void
test_curve(void **state)
{
	struct random random;
	struct model model;
	float last, r;
	int i, t;

	(void)state;
	random = random_of(3);
	for (i = 0; i < 200; i++) {
		any_model(&random, &model);
		assert_true(memory_retrievability(&model, 12.0f, 0.0f) ==
		    1.0f);
		assert_float_equal(memory_retrievability(&model, 12.0f,
		    12.0f), 0.9f, 1e-5f);
		last = 1.0f;
		for (t = 1; t < 4000; t *= 2) {
			r = memory_retrievability(&model, 12.0f, (float)t);
			assert_true(r < last);
			last = r;
		}
	}
}

/* The interval is where the curve meets the retention. */
static void
test_interval(void **state)
{
	struct random random;
	struct model model;
	float retention, days;
	int i;

	(void)state;
	random = random_of(4);
	for (i = 0; i < 500; i++) {
		any_model(&random, &model);
		retention = 0.7f + 0.27f * (float)random_unit(&random);
		days = memory_interval(&model, 50.0f, retention);
		assert_float_equal(memory_retrievability(&model, 50.0f, days),
		    retention, 2e-5f);
	}
	memory_model(&model, &params_default);
	assert_float_equal(memory_interval(&model, 20.0f, 0.9f), 20.0f, 1e-4f);
}

/* A better rating: no smaller stability, no greater difficulty. */
static void
test_ratings_in_order(void **state)
{
	struct model model;
	struct memory m, low, high;
	float days;
	int g;

	(void)state;
	memory_model(&model, &params_default);
	for (m.stability = 0.01f; m.stability < 3e4f; m.stability *= 3.0f)
		for (m.difficulty = 1.0f; m.difficulty <= 10.0f;
		    m.difficulty += 1.5f)
			for (days = 0.0f; days < 5000.0f;
			    days = days * 4.0f + 1.0f)
				for (g = RATING_AGAIN; g < RATING_EASY; g++) {
					low = memory_next(&model, m, days,
					    (enum rating)g);
					high = memory_next(&model, m, days,
					    (enum rating)(g + 1));
					assert_true(low.stability <=
					    high.stability);
					assert_true(low.difficulty >=
					    high.difficulty);
				}
}

/* A pass never shortens the memory, a lapse never lengthens it. */
static void
test_pass_and_lapse(void **state)
{
	struct random random;
	struct model model;
	struct memory m, next;
	float days;
	int i, g;

	(void)state;
	random = random_of(5);
	for (i = 0; i < 5000; i++) {
		any_model(&random, &model);
		m.stability = (float)pow(10.0, 6.0 * random_unit(&random) - 2.0);
		m.difficulty = 1.0f + 9.0f * (float)random_unit(&random);
		days = (float)(random_next(&random) % 300);
		for (g = RATING_AGAIN; g <= RATING_EASY; g++) {
			next = memory_next(&model, m, days, (enum rating)g);
			if (g >= RATING_HARD)
				assert_true(next.stability >= m.stability);
			else if (days > 0.0f)
				assert_true(next.stability <= m.stability);
		}
	}
}

/* The four states at once are those of four steps, to the last bit. */
static void
test_all_at_once(void **state)
{
	struct random random;
	struct memory m, all[4], one;
	struct model model;
	float days, reach;
	int i, g;

	(void)state;
	random = random_of(6);
	for (i = 0; i < 3000; i++) {
		any_model(&random, &model);
		m.stability = (float)pow(10.0, 7.0 * random_unit(&random) -
		    2.5);
		m.difficulty = 1.0f + 9.0f * (float)random_unit(&random);
		days = (float)random_below(&random, 4);
		memory_next_all(&model, m, days, all);
		reach = memory_reach(&model, 0.85f);
		for (g = 0; g < 4; g++) {
			one = memory_next(&model, m, days,
			    (enum rating)(g + 1));
			assert_memory_equal(&one, &all[g], sizeof(one));
			assert_true(memory_interval(&model, one.stability,
			    0.85f) == memory_reached(&model, one.stability,
			    reach));
		}
	}
}

/* The longer the wait before a pass, the more it is worth. */
static void
test_spacing(void **state)
{
	struct memory m = { 30.0f, 5.0f }, next;
	struct model model;
	float last = 0.0f;
	int days;

	(void)state;
	memory_model(&model, &params_default);
	for (days = 1; days < 2000; days *= 2) {
		next = memory_next(&model, m, (float)days, RATING_GOOD);
		assert_true(next.stability > last);
		last = next.stability;
	}
}

static void
test_sm2(void **state)
{
	struct memory m = { 3.0f, 4.0f };
	struct model model;
	struct err err;

	(void)state;
	memory_model(&model, &params_default);
	assert_true(memory_from_sm2(&model, 2.5f, 10.0f, 0.9f, &m, &err));
	assert_float_equal(m.stability, 10.0f, 1e-4f);
	assert_true(sound(m));
	assert_true(memory_from_sm2(&model, 1.3f, 0.0f, 0.9f, &m, &err));
	assert_true(sound(m));
	m = (struct memory){ 3.0f, 4.0f };
	assert_false(memory_from_sm2(&model, NAN, 10.0f, 0.9f, &m, &err));
	assert_false(memory_from_sm2(&model, 2.5f, INFINITY, 0.9f, &m, &err));
	assert_false(memory_from_sm2(&model, 2.5f, 10.0f, 1.0f, &m, &err));
	assert_true(m.stability == 3.0f && m.difficulty == 4.0f);
}

static void
test_engine(void **state)
{
	(void)state;
	assert_true(memory_engine() == memory_engine());
	assert_true(memory_engine() != 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_extremes),
		cmocka_unit_test(test_monotone_lives),
		cmocka_unit_test(test_curve),
		cmocka_unit_test(test_interval),
		cmocka_unit_test(test_ratings_in_order),
		cmocka_unit_test(test_pass_and_lapse),
		cmocka_unit_test(test_all_at_once),
		cmocka_unit_test(test_spacing),
		cmocka_unit_test(test_sm2),
		cmocka_unit_test(test_engine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
