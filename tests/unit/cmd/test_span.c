/*
 * test_span.c -- when a card comes back, in words.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cmd/nearest.h"
#include "cmd/span.h"

static void
says(struct span span, const char *words, const char *brief,
    const char *spoken)
{
	struct buf b = BUF_INIT(100);

	span_words(span, &b);
	assert_string_equal(buf_str(&b), words);
	buf_reset(&b);
	span_brief(span, &b);
	assert_string_equal(buf_str(&b), brief);
	buf_reset(&b);
	span_spoken(span, &b);
	assert_string_equal(buf_str(&b), spoken);
	buf_clear(&b);
}

static void
spans(void **state)
{
	(void)state;
	says((struct span){ 1, 0 }, "in 1 minute", "1m", "1 minute");
	says((struct span){ 10, 0 }, "in 10 min", "10m", "10 minutes");
	says((struct span){ 60, 0 }, "in 1 hour", "1h", "1 hour");
	says((struct span){ 0, 1 }, "tomorrow", "1d", "1 day");
	says((struct span){ 0, 8 }, "in 8 days", "8d", "8 days");
	says((struct span){ 0, 59 }, "in 59 days", "59d", "59 days");
	says((struct span){ 0, 91 }, "in 3 months", "3mo", "3 months");
	says((struct span){ 0, 730 }, "in 2 years", "2y", "2 years");
	says((struct span){ 0, 913 }, "in 2.5 years", "2.5y", "2.5 years");
}

static void
spans_of_cards(void **state)
{
	struct steps_card card = steps_new;

	(void)state;
	card.last_at = 1000;
	card.due_at = 1000 + 10 * 60000;
	assert_int_equal(span_of(&card).minutes, 10);
	card.due_at = STEPS_NO_AT;
	card.last_day = 100;
	card.due_day = 108;
	assert_int_equal(span_of(&card).days, 8);
	assert_int_equal(span_of(&card).minutes, 0);
}

static const char *
nearest_of(const char *word, const char *a, const char *b)
{
	struct nearest n = nearest_to(word);

	nearest_offer(&n, a);
	nearest_offer(&n, b);
	return n.best;
}

static void
nearest_names(void **state)
{
	(void)state;
	assert_string_equal(nearest_of("reveiw", "learn", "review"), "review");
	assert_string_equal(nearest_of("stat", "set", "stats"), "stats");
	assert_string_equal(nearest_of("lern", "learn", "log"), "learn");
	assert_null(nearest_of("abcdef", "learn", "log"));
	assert_null(nearest_of("", "learn", "log"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spans),
		cmocka_unit_test(spans_of_cards),
		cmocka_unit_test(nearest_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
