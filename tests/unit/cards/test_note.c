/*
 * test_note.c -- fields found, in order of their index, and parts of texts.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cards/note.h"

/* Not in the order of their indexes, as an author may write them. */
static struct field fields[] = {
	{ .key = KEY_WHY, .index = 3, .value = "third" },
	{ .key = KEY_WHY, .index = 'b', .letter = true, .value = "of b" },
	{ .key = KEY_WHY, .index = 0, .value = "first" },
	{ .key = KEY_WHY, .index = 2, .value = "second" },
	{ .key = KEY_WHY, .index = 'a', .letter = true, .value = "of a" },
	{ .key = KEY_HINT, .index = 0, .value = "hint" },
};
static struct deck deck = { .topic = "powers", .source = "ETS 185" };
static const struct note note = { .id = "n", .deck = &deck,
	.fields = fields, .fields_n = sizeof(fields) / sizeof(fields[0]) };

static void
expect_each(bool letters, const char *const *want, size_t n)
{
	const struct field *f;
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		f = note_each(&note, KEY_WHY, letters, &at);
		assert_non_null(f);
		assert_string_equal(f->value, want[i]);
	}
	assert_null(note_each(&note, KEY_WHY, letters, &at));
	assert_int_equal(note_count(&note, KEY_WHY, letters), n);
}

static void
test_each(void **state)
{
	static const char *const paragraphs[] = { "first", "second", "third" };
	static const char *const reasons[] = { "of a", "of b" };

	(void)state;
	expect_each(false, paragraphs, 3);
	expect_each(true, reasons, 2);
}

static void
test_find(void **state)
{
	(void)state;
	assert_string_equal(note_value(&note, KEY_WHY, 2), "second");
	assert_string_equal(note_value(&note, KEY_WHY, 'a'), "of a");
	assert_null(note_value(&note, KEY_WHY, 4));
	assert_null(note_find(&note, KEY_ANSWER, 0));
	assert_string_equal(note_text(&note, KEY_HINT), "hint");
	assert_string_equal(note_text(&note, KEY_TOPIC), "powers");
	assert_string_equal(note_text(&note, KEY_SOURCE), "ETS 185");
	assert_string_equal(note_text(&note, KEY_ARTICLE), "");
}

static void
expect_parts(bool (*next)(const char **, const char **, size_t *),
    const char *text, const char *const *want, size_t n)
{
	const char *part;
	size_t i, len;

	for (i = 0; i < n; i++) {
		assert_true(next(&text, &part, &len));
		assert_int_equal(len, strlen(want[i]));
		assert_memory_equal(part, want[i], len);
	}
	assert_false(next(&text, &part, &len));
}

static void
test_parts(void **state)
{
	static const char *const wordings[] = { "seize", "secure, keep" };
	static const char *const words[] = { "a", "c d" };

	(void)state;
	expect_parts(note_wording, " seize | | secure, keep |", wordings, 2);
	expect_parts(note_word, ",a ,, c d ", words, 2);
	expect_parts(note_word, " ", NULL, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each), cmocka_unit_test(test_find),
		cmocka_unit_test(test_parts)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
