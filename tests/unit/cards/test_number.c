/*
 * test_number.c -- exact decimals, numbers in digits and in words, units.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cards/measure.h"
#include "cards/number.h"

static bool
equal(const struct number *a, const char *b)
{
	struct number n, zero;

	return number_parse(b, &n) && number_parse("0", &zero) &&
	    number_within(a, 1, &n, 1, &zero);
}

/* NULL wanted: it cannot be read; other: the second reading, or NULL. */
static const struct {
	const char *lang, *typed, *wanted, *other, *rest;
} rows[] = {
	{ "en", "1,000", "1000", "1.000", "" },
	{ "de", "1,000", "1", "1000", "" },
	{ "en", "1.000", "1", "1000", "" },
	{ "en", "0.125", "0.125", NULL, "" },
	{ "en", "1,234.5", "1234.5", NULL, "" },
	{ "en", "1.234,5", "1234.5", NULL, "" },
	{ "en", "1.234.5", NULL, NULL, NULL },
	{ "en", "2,50,000", "250000", NULL, "" },
	{ "en", "1 000 000", "1000000", NULL, "" },
	{ "en", "1 000 00", "1000", NULL, " 00" },
	{ "en", "1'000.5", "1000.5", NULL, "" },
	{ "en", "-5", "-5", NULL, "" },
	{ "en", "minus five", "-5", NULL, "" },
	{ "en", ".5", "0.5", NULL, "" },
	{ "en", "5/2", "2.5", NULL, "" },
	{ "en", "2 1/2 days", "2.5", NULL, " days" },
	{ "en", "1/0", NULL, NULL, NULL },
	{ "en", "1e3", "1000", NULL, "" },
	{ "en", "1 x 10^-3", "0.001", NULL, "" },
	{ "en", "10^3", "1000", NULL, "" },
	{ "en", "2^3", "2", NULL, "^3" },
	{ "en", "1e999", NULL, NULL, NULL },
	{ "en", "1.5 million", "1500000", NULL, "" },
	{ "en", "1kb", "1", NULL, "kb" },
	{ "en", "1k", "1000", NULL, "" },
	{ "en", "two thousand three hundred and forty-five", "2345", NULL, "" },
	{ "en", "a hundred and one", "101", NULL, "" },
	{ "en", "a five", NULL, NULL, NULL },
	{ "en", "one two", "1", NULL, " two" },
	{ "en", "ninty", NULL, NULL, NULL },
	{ "fr", "quatre-vingt-dix-neuf", "99", NULL, "" },
	{ "fr", "soixante et onze", "71", NULL, "" },
	{ "fr", "mille cent un", "1101", NULL, "" },
	{ "fr", "ninety", "90", NULL, "" },
	{ "de", "zweihunderteinundneunzigtausend", "291000", NULL, "" },
	{ "de", "eine million zwei", "1000002", NULL, "" },
	{ "de", "quatre", NULL, NULL, NULL },
};

static void
test_read(void **state)
{
	struct number_reading r;
	size_t i;
	bool good;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		good = number_read(rows[i].lang, rows[i].typed, &r);
		if (good != (rows[i].wanted != NULL) || (good &&
		    (!equal(&r.value[0], rows[i].wanted) ||
		    strcmp(r.rest, rows[i].rest) != 0)))
			print_error("%s: %s\n", rows[i].lang, rows[i].typed);
		assert_int_equal(good, rows[i].wanted != NULL);
		if (!good) {
			assert_non_null(r.reason);
			continue;
		}
		assert_true(equal(&r.value[0], rows[i].wanted));
		assert_string_equal(r.rest, rows[i].rest);
		assert_int_equal(r.n, rows[i].other == NULL ? 1 : 2);
		if (r.n == 2)
			assert_true(equal(&r.value[1], rows[i].other));
	}
}

/* The edge of a tolerance, where binary fractions fail. */
static void
test_exact(void **state)
{
	struct number a, b, t;

	(void)state;
	assert_true(number_parse("0.3", &a) && number_parse("0.4", &b) &&
	    number_parse("0.1", &t));
	assert_true(number_within(&b, 1, &a, 1, &t));
	assert_true(number_parse("0.41", &b));
	assert_false(number_within(&b, 1, &a, 1, &t));
	assert_true(number_parse("-0.1", &b));
	assert_false(number_within(&b, 1, &a, 1, &t));
	assert_true(number_parse("90", &a) && number_parse("2160", &b) &&
	    number_parse("0", &t));
	assert_true(number_within(&b, 3600, &a, 86400, &t));
	assert_false(number_parse("1.", &a));
	assert_false(number_parse("1e3", &a));
	assert_false(number_parse("", &a));
}

/* As many digits as fit, with the largest exponents against each other. */
static void
test_large(void **state)
{
	char big[80], power[96];
	struct number_reading x, y;

	(void)state;
	memset(big, '9', 60);
	big[60] = '\0';
	assert_true(number_read("en", big, &x));
	(void)snprintf(power, sizeof(power), "%se-99", big);
	assert_true(number_read("en", power, &y));
	assert_false(number_within(&x.value[0], 1, &y.value[0], 1,
	    &y.value[0]));
	assert_true(number_within(&x.value[0], 1, &x.value[0], 1,
	    &y.value[0]));
	memset(big, '9', 61);
	big[61] = '\0';
	assert_false(number_read("en", big, &x));
}

static void
test_units(void **state)
{
	(void)state;
	assert_int_equal(measure_compare_units("days", ""), MEASURE_BARE);
	assert_int_equal(measure_compare_units("days", "d"), MEASURE_SAME);
	assert_int_equal(measure_compare_units("days", "hours"), MEASURE_KIN);
	assert_int_equal(measure_compare_units("days", "months"),
	    MEASURE_OTHER);
	assert_int_equal(measure_compare_units("days", "dayz"),
	    MEASURE_UNKNOWN);
	assert_int_equal(measure_compare_units("parties", "party"),
	    MEASURE_SAME);
	assert_int_equal(measure_compare_units("parties", "days"),
	    MEASURE_OTHER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read), cmocka_unit_test(test_exact),
		cmocka_unit_test(test_large), cmocka_unit_test(test_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
