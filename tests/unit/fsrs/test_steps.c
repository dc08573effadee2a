/*
 * test_steps.c -- whole days, fuzz, and what a rating does to a card.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/random.h"
#include "fsrs/interval.h"
#include "fsrs/steps.h"

#define MINUTE INT64_C(60000)
#define DAY INT64_C(86400000)
#define NOW (20000 * DAY + 9 * 60 * MINUTE)

/* --- intervals ------------------------------------------------------------ */

static void
test_days(void **state)
{
	struct model model;
	float s;
	int32_t days, last = 0;

	(void)state;
	memory_model(&model, &params_default);
	assert_int_equal(interval_days(&model, 0.001f, 0.9f, 36500), 1);
	assert_int_equal(interval_days(&model, 1.4f, 0.9f, 36500), 1);
	assert_int_equal(interval_days(&model, 1.6f, 0.9f, 36500), 2);
	assert_int_equal(interval_days(&model, 36500.0f, 0.7f, 36500), 36500);
	assert_int_equal(interval_days(&model, 5000.0f, 0.9f, 100), 100);
	for (s = 0.5f; s < 40000.0f; s *= 1.1f) {
		days = interval_days(&model, s, 0.9f, 36500);
		assert_true(days >= last);
		assert_true(days <= interval_days(&model, s, 0.8f, 36500));
		last = days;
	}
}

/* Rows of ts-fsrs: interval, elapsed, max; least, most. */
static void
test_fuzz_range(void **state)
{
	static const int32_t rows[][5] = {
		{ 16, 16, 36500, 13, 19 }, { 1009, 0, 36500, 957, 1061 },
		{ 6, 6, 36500, 4, 8 }, { 270, 344, 36500, 255, 285 },
		{ 3, 1, 349, 2, 4 }, { 28, 3, 36500, 25, 31 },
		{ 1744, 1356, 306, 217, 306 }, { 10, 8, 36500, 9, 12 },
	};
	int32_t low, high;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		/* Row 7's bound is that of elapsed, cut by the maximum. */
		assert_true(interval_fuzz_range(rows[i][0], rows[i][1],
		    rows[i][2], &low, &high));
		if (rows[i][0] < rows[i][2])
			assert_int_equal(low, rows[i][3]);
		assert_int_equal(high, rows[i][4]);
	}
	assert_false(interval_fuzz_range(1, 0, 36500, &low, &high));
	assert_false(interval_fuzz_range(2, 0, 36500, &low, &high));
	assert_int_equal(interval_fuzz(2, 9, 36500, 0.99), 2);
}

static void
test_fuzz_bounds(void **state)
{
	struct random random;
	int32_t interval, elapsed, max, low, high, got;
	int i;

	(void)state;
	random = random_of(9);
	for (i = 0; i < 20000; i++) {
		interval = 1 + (int32_t)(random_next(&random) % 4000);
		elapsed = (int32_t)(random_next(&random) % 4000);
		max = 1 + (int32_t)(random_next(&random) % 5000);
		got = interval_fuzz(interval, elapsed, max, random_unit(&random));
		assert_true(got >= 1 && got <= max);
		if (!interval_fuzz_range(interval, elapsed, max, &low, &high))
			continue;
		assert_true(low <= high && got >= low && got <= high);
		assert_int_equal(interval_fuzz(interval, elapsed, max, 0.0),
		    low);
		assert_int_equal(interval_fuzz(interval, elapsed, max,
		    1.0 - 0x1p-53), high);
		/* A longer interval than the last one stays longer. */
		if (interval > elapsed && elapsed < max && interval <= max)
			assert_true(got > elapsed);
	}
}

/* --- steps ---------------------------------------------------------------- */

static struct steps_card
rate(const struct steps_rules *rules, const struct steps_card *card,
    int64_t at, enum rating rating)
{
	struct steps_review review = { .at = at, .day = (int32_t)(at / DAY),
		.rating = rating, .retention = 0.9f, .fuzz = 0.5 };
	struct model model;

	memory_model(&model, &params_default);
	return steps_next(&model, rules, card, &review);
}

/* Never due twice, never not at all. */
static void
due_once(const struct steps_card *card)
{
	assert_true((card->due_at == STEPS_NO_AT) !=
	    (card->due_day == STEPS_NO_DAY));
	assert_true((card->due_at == STEPS_NO_AT) ==
	    (card->state == STATE_REVIEW));
}

/* What each rating does on each step; minutes, or days as negatives. */
static void
test_default_steps(void **state)
{
	static const struct {
		enum state from;
		int step;
		enum rating rating;
		enum state to;
		int to_step, minutes;
	} table[] = {
		{ STATE_NEW, 0, RATING_AGAIN, STATE_LEARNING, 0, 1 },
		{ STATE_NEW, 0, RATING_HARD, STATE_LEARNING, 0, 6 },
		{ STATE_NEW, 0, RATING_GOOD, STATE_LEARNING, 1, 10 },
		{ STATE_NEW, 0, RATING_EASY, STATE_REVIEW, 0, 0 },
		{ STATE_LEARNING, 0, RATING_AGAIN, STATE_LEARNING, 0, 1 },
		{ STATE_LEARNING, 0, RATING_HARD, STATE_LEARNING, 0, 6 },
		{ STATE_LEARNING, 0, RATING_GOOD, STATE_LEARNING, 1, 10 },
		{ STATE_LEARNING, 0, RATING_EASY, STATE_REVIEW, 0, 0 },
		{ STATE_LEARNING, 1, RATING_AGAIN, STATE_LEARNING, 0, 1 },
		{ STATE_LEARNING, 1, RATING_HARD, STATE_LEARNING, 1, 6 },
		{ STATE_LEARNING, 1, RATING_GOOD, STATE_REVIEW, 0, 0 },
		{ STATE_LEARNING, 1, RATING_EASY, STATE_REVIEW, 0, 0 },
		{ STATE_REVIEW, 0, RATING_AGAIN, STATE_RELEARNING, 0, 10 },
		{ STATE_REVIEW, 0, RATING_HARD, STATE_REVIEW, 0, 0 },
		{ STATE_REVIEW, 0, RATING_GOOD, STATE_REVIEW, 0, 0 },
		{ STATE_REVIEW, 0, RATING_EASY, STATE_REVIEW, 0, 0 },
		{ STATE_RELEARNING, 0, RATING_AGAIN, STATE_RELEARNING, 0, 10 },
		{ STATE_RELEARNING, 0, RATING_HARD, STATE_RELEARNING, 0, 15 },
		{ STATE_RELEARNING, 0, RATING_GOOD, STATE_REVIEW, 0, 0 },
		{ STATE_RELEARNING, 0, RATING_EASY, STATE_REVIEW, 0, 0 },
	};
	struct steps_card card, next;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		card = steps_new;
		if (table[i].from != STATE_NEW) {
			card.memory = (struct memory){ 3.0f, 5.0f };
			card.last_at = NOW - DAY;
			card.last_day = (int32_t)(NOW / DAY) - 1;
		}
		card.state = table[i].from;
		card.step = table[i].step;
		next = rate(&steps_default, &card, NOW, table[i].rating);
		due_once(&next);
		assert_int_equal(next.state, table[i].to);
		assert_int_equal(next.step, table[i].to_step);
		if (table[i].minutes > 0)
			assert_true(next.due_at == NOW +
			    table[i].minutes * MINUTE);
		assert_int_equal(next.reps, 1);
		assert_int_equal(next.lapses, table[i].from == STATE_REVIEW &&
		    table[i].rating == RATING_AGAIN);
		assert_true(next.last_at == NOW);
		assert_int_equal(next.last_day, NOW / DAY);
	}
}

/* 2.5 rounds up; a single step and half of it; no steps at all. */
static void
test_other_steps(void **state)
{
	const struct steps_rules one = { .learning_n = 1, .learning = { 15 },
		.relearning_n = 1, .relearning = { 5 },
		.interval_max = 36500 };
	const struct steps_rules none = { .interval_max = 36500 };
	const struct steps_rules days = { .learning_n = 3,
		.learning = { 1, 4, 2880 }, .interval_max = 36500 };
	struct steps_card card;

	(void)state;
	card = rate(&one, &steps_new, NOW, RATING_HARD);
	assert_true(card.due_at == NOW + 23 * MINUTE);
	card = rate(&one, &steps_new, NOW, RATING_GOOD);
	assert_int_equal(card.state, STATE_REVIEW);
	card = rate(&one, &card, NOW + 3 * DAY, RATING_AGAIN);
	assert_int_equal(card.state, STATE_RELEARNING);
	card = rate(&one, &card, NOW + 3 * DAY, RATING_HARD);
	assert_true(card.due_at == NOW + 3 * DAY + 8 * MINUTE);

	card = rate(&none, &steps_new, NOW, RATING_AGAIN);
	due_once(&card);
	assert_int_equal(card.due_day, NOW / DAY + 1);
	card = rate(&none, &card, NOW + DAY, RATING_AGAIN);
	due_once(&card);
	assert_int_equal(card.lapses, 1);

	card = rate(&days, &steps_new, NOW, RATING_HARD);
	assert_true(card.due_at == NOW + 3 * MINUTE);
	card = rate(&days, &card, NOW, RATING_GOOD);
	card = rate(&days, &card, NOW, RATING_GOOD);
	due_once(&card);
	assert_int_equal(card.due_day, NOW / DAY + 2);
	assert_int_equal(card.step, 2);
}

/* In review a better rating is a later day, whatever fuzz draws. */
static void
test_order(void **state)
{
	struct steps_review review = { .at = NOW, .day = NOW / DAY,
		.retention = 0.9f };
	struct steps_card card = steps_new, out[4];
	struct random random;
	struct model model;
	int i;

	(void)state;
	memory_model(&model, &params_default);
	random = random_of(11);
	card.state = STATE_REVIEW;
	for (i = 0; i < 20000; i++) {
		card.memory.stability = 0.001f + (float)(random_unit(&random) *
		    (i % 2 ? 4.0 : 36500.0));
		card.memory.difficulty = 1.0f + 9.0f * (float)random_unit(&random);
		card.last_day = review.day - (int32_t)(random_next(&random) %
		    (i % 3 ? 5 : 3000));
		review.fuzz = random_unit(&random);
		review.retention = 0.7f + 0.27f * (float)random_unit(&random);
		steps_preview(&model, &steps_default, &card, &review, out);
		assert_true(out[1].due_day > review.day);
		assert_true(out[1].due_day < out[2].due_day);
		assert_true(out[2].due_day < out[3].due_day);
		assert_true(out[3].due_day <= review.day + INTERVAL_MAX + 2);
	}
}

/* Without fuzz the day is the rounded interval. */
static void
test_no_fuzz(void **state)
{
	struct steps_review review = { .at = NOW, .day = NOW / DAY,
		.rating = RATING_GOOD, .retention = 0.9f,
		.fuzz = STEPS_NO_FUZZ };
	struct steps_card card = steps_new, next;
	struct model model;
	int days;

	(void)state;
	memory_model(&model, &params_default);
	card.state = STATE_REVIEW;
	card.memory = (struct memory){ 12.0f, 5.0f };
	for (days = 1; days < 100; days++) {
		card.last_day = review.day - days;
		next = steps_next(&model, &steps_default, &card, &review);
		assert_int_equal(next.due_day - review.day,
		    interval_days(&model, next.memory.stability, 0.9f,
		    INTERVAL_MAX));
	}
}

/* The preview is what the rating then does. */
static void
test_preview(void **state)
{
	struct steps_review review = { .at = NOW, .day = NOW / DAY,
		.retention = 0.9f, .fuzz = 0.3 };
	struct steps_card card = steps_new, out[4], next;
	struct random random;
	struct model model;
	int i, g;

	(void)state;
	memory_model(&model, &params_default);
	random = random_of(12);
	for (i = 0; i < 2000; i++) {
		steps_preview(&model, &steps_default, &card, &review, out);
		for (g = RATING_AGAIN; g <= RATING_EASY; g++) {
			review.rating = (enum rating)g;
			next = steps_next(&model, &steps_default, &card,
			    &review);
			assert_memory_equal(&next.memory, &out[g - 1].memory,
			    sizeof(next.memory));
			assert_int_equal(next.state, out[g - 1].state);
			assert_int_equal(next.due_day, out[g - 1].due_day);
			assert_true(next.due_at == out[g - 1].due_at);
			due_once(&next);
		}
		card = i % 50 == 0 ? steps_new :
		    out[random_next(&random) % 4];
		review.day += (int32_t)(random_next(&random) % 30);
		review.at = review.day * DAY;
	}
}

/* A day before the last one counts as the same day. */
static void
test_days_never_run_backwards(void **state)
{
	struct steps_card card = rate(&steps_default, &steps_new, NOW,
	    RATING_EASY), back, same;

	(void)state;
	back = rate(&steps_default, &card, NOW - 3 * DAY, RATING_GOOD);
	same = rate(&steps_default, &card, NOW, RATING_GOOD);
	assert_memory_equal(&back.memory, &same.memory, sizeof(same.memory));
}

static void
test_retrievability(void **state)
{
	struct steps_card card = steps_new;
	struct model model;

	(void)state;
	memory_model(&model, &params_default);
	assert_true(steps_retrievability(&model, &card, 5) == 1.0f);
	card = (struct steps_card){ .state = STATE_REVIEW,
		.memory = { 10.0f, 5.0f }, .last_day = 100 };
	assert_true(steps_retrievability(&model, &card, 100) == 1.0f);
	assert_true(steps_retrievability(&model, &card, 90) == 1.0f);
	assert_float_equal(steps_retrievability(&model, &card, 110), 0.9,
	    1e-5f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_fuzz_range),
		cmocka_unit_test(test_fuzz_bounds),
		cmocka_unit_test(test_default_steps),
		cmocka_unit_test(test_other_steps),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_no_fuzz),
		cmocka_unit_test(test_preview),
		cmocka_unit_test(test_days_never_run_backwards),
		cmocka_unit_test(test_retrievability),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
