/*
 * test_reference.c -- references to articles.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cards/reference.h"

#define NONE ((enum reference_match)-1)

static enum reference_match
match(const char *deck, const char *typed)
{
	struct references d, t;
	struct mem mem = { 0 };
	enum reference_match how = NONE;

	assert_true(reference_read(&mem, "en", deck, strlen(deck), &d));
	assert_true(d.marked);
	if (reference_read(&mem, "en", typed, strlen(typed), &t))
		how = reference_compare(&d, &t);
	mem_clear(&mem);
	return how;
}

static void
test_match(void **state)
{
	static const struct {
		const char *deck, *typed;
		enum reference_match how;
	} rows[] = {
		{ "Article 16", "16", REFERENCE_SAME },
		{ "Article 16", "art. sixteen", REFERENCE_SAME },
		{ "Article 16", "Chapter 16", REFERENCE_OTHER },
		{ "Article 16", "16(2)", REFERENCE_MORE },
		{ "Article 16", "16 and 17", REFERENCE_OTHER },
		{ "Article 16(2)", "16", REFERENCE_OTHER },
		{ "Article 16(2)", "16.2", REFERENCE_SAME },
		{ "Article 16(2)", "162", REFERENCE_OTHER },
		{ "Article 16(2)", "Art. 16, paragraph 2", REFERENCE_SAME },
		{ "Article 16(2)", "para 2 of Article 16", REFERENCE_SAME },
		{ "Article 2(1)(b)", "2.1.b", REFERENCE_SAME },
		{ "Article 2(1)(b)", "Art. 2 abs. 1 lit. b", REFERENCE_SAME },
		{ "Article 2(1)(b)", "2(1)(c)", REFERENCE_OTHER },
		{ "Articles 14 to 16", "16, 14 & 15", REFERENCE_SAME },
		{ "Articles 14 to 16", "14-16", REFERENCE_SAME },
		{ "Articles 14 to 16", "14-17", REFERENCE_OTHER },
		{ "Article 16(1) and (2)", "16(1)-(2)", REFERENCE_SAME },
		{ "Article 16(1) and (2)", "16 para. 1 and 2", REFERENCE_SAME },
		{ "§ 5", "section 5", REFERENCE_SAME },
		{ "§ 5", "article 5", REFERENCE_OTHER },
		{ "Article 16 of the Budapest Convention", "16",
		    REFERENCE_SAME },
		{ "Article 16", "Article 16 of the Second Protocol", NONE },
		{ "Article 16", "sixteen years", NONE },
		{ "Article 16", "16 17", NONE },
		{ "Article 16", "17-16", NONE },
		{ "Article 16", "16,", REFERENCE_SAME },
		{ "Article 16", "1-1000000", NONE },
		{ "Article 16", "(2)", NONE },
		{ "Article 16", "99999999999999999999", NONE },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum reference_match how = match(rows[i].deck, rows[i].typed);

		if (how != rows[i].how)
			print_error("%s / %s\n", rows[i].deck, rows[i].typed);
		assert_int_equal(how, rows[i].how);
	}
}

/* A bare number in a deck is no reference. */
static void
test_marked(void **state)
{
	struct references r;
	struct mem mem = { 0 };

	(void)state;
	assert_true(reference_read(&mem, "en", "16.2", 4, &r));
	assert_false(r.marked);
	assert_true(reference_read(&mem, "en", "16(2)", 5, &r));
	assert_true(r.marked);
	mem_clear(&mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_match), cmocka_unit_test(test_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
