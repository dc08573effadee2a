/*
 * test_date.c -- dates in every form.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cards/date.h"

/* y 0: it cannot be read.  other: the month of the second reading. */
static const struct {
	const char *typed;
	int y, m, d, other;
	bool misspelt;
} rows[] = {
	{ "2001-11-23", 2001, 11, 23, 0, false },
	{ "20011123", 2001, 11, 23, 0, false },
	{ "23/11/2001", 2001, 11, 23, 0, false },
	{ "11/23/2001", 2001, 11, 23, 0, false },
	{ "11/12/2001", 2001, 12, 11, 11, false },
	{ "11.12.2001", 2001, 12, 11, 0, false },
	{ "11.23.2001", 0, 0, 0, 0, false },
	{ "Friday, the 23rd of November 2001", 2001, 11, 23, 0, false },
	{ "23.XI.2001", 2001, 11, 23, 0, false },
	{ "1er août 2003", 2003, 8, 1, 0, false },
	{ "November 2001", 2001, 11, 0, 0, false },
	{ "11/2001", 2001, 11, 0, 0, false },
	{ "2001", 2001, 0, 0, 0, false },
	{ "Novmber 2001", 2001, 11, 0, 0, true },
	{ "Juny 2001", 0, 0, 0, 0, false },
	{ "29 February 2001", 0, 0, 0, 0, false },
	{ "29 February 2000", 2000, 2, 29, 0, false },
	{ "29 February 1900", 0, 0, 0, 0, false },
	{ "0 November 2001", 0, 0, 0, 0, false },
	{ "23/11/01", 0, 0, 0, 0, false },
	{ "23 November", 0, 0, 0, 0, false },
	{ "2001-2002", 0, 0, 0, 0, false },
	{ "circa 2001", 0, 0, 0, 0, false },
	{ "22-23 November 2001", 0, 0, 0, 0, false },
	{ "1 2 3 2001", 0, 0, 0, 0, false },
	{ "", 0, 0, 0, 0, false },
};

static void
test_read(void **state)
{
	struct date_reading r;
	struct mem mem = { 0 };
	size_t i;
	bool good;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		good = date_read(&mem, "en", rows[i].typed,
		    strlen(rows[i].typed), &r);
		if (good != (rows[i].y != 0))
			print_error("%s\n", rows[i].typed);
		assert_int_equal(good, rows[i].y != 0);
		if (!good) {
			assert_non_null(r.reason);
			continue;
		}
		assert_int_equal(r.at[0].year, rows[i].y);
		assert_int_equal(r.at[0].month, rows[i].m);
		assert_int_equal(r.at[0].day, rows[i].d);
		assert_int_equal(r.misspelt, rows[i].misspelt);
		assert_int_equal(r.n, rows[i].other != 0 ? 2 : 1);
		if (r.n == 2)
			assert_int_equal(r.at[1].month, rows[i].other);
	}
	mem_clear(&mem);
}

static void
test_parse(void **state)
{
	struct date d;

	(void)state;
	assert_true(date_parse("2001", &d));
	assert_int_equal(date_precision(&d), 1);
	assert_true(date_parse("2001-11", &d));
	assert_int_equal(date_precision(&d), 2);
	assert_true(date_parse("2001-11-23", &d));
	assert_int_equal(date_precision(&d), 3);
	assert_false(date_parse("2001-11-31", &d));
	assert_false(date_parse("2001-00", &d));
	assert_false(date_parse("2001-1-2", &d));
	assert_false(date_parse("01", &d));
	assert_false(date_parse("2001-11-23-1", &d));
	assert_true(date_same("en", "2001-11-23", "23 November 2001"));
	assert_false(date_same("en", "2001-11-23", "November 2001"));
	assert_false(date_same("en", "2001-11-23", "2001-11-24"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read), cmocka_unit_test(test_parse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
