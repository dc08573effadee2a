/*
 * test_kinds.c -- what each kind shows, asks for and tells as the answer.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cards/card.h"
#include "cards/kind.h"

#define NUMBER(k, i, v) { .key = (k), .index = (i), .value = (v) }
#define LETTER(k, i, v) \
	{ .key = (k), .index = (i), .letter = true, .value = (v) }
#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

/* Shows a card, options behind the question as "a=text". */
static void
expect(const char *kind, struct field *fields, size_t n, uint8_t part,
    const uint8_t *order, const char *shown, const char *prompt,
    const char *key)
{
	struct note note = { .id = "n", .fields = fields,
		.fields_n = (uint32_t)n, .kind = kind_find(kind) };
	struct card card = { .note = &note, .id = "d/n", .part = part };
	struct card_layout layout = card_layout_plain(&card);
	struct buf out = BUF_INIT(4096);
	struct card_shown s;
	size_t i;

	assert_non_null(note.kind);
	if (order != NULL)
		memcpy(layout.shown, order, layout.n);
	card_show(&card, &layout, &s);
	buf_adds(&out, buf_str(&s.question));
	for (i = 0; i < s.options_n; i++)
		buf_printf(&out, " %s=%s", s.options[i].label,
		    s.options[i].text);
	assert_string_equal(buf_str(&out), shown);
	assert_string_equal(s.prompt, prompt);
	/* A narrow screen has 40 columns, with room left to type. */
	assert_true(strlen(s.prompt_short) <= 24);
	assert_int_equal(s.self_judged, note.kind == &kind_basic);
	buf_reset(&out);
	card_key(&card, &layout, &out);
	assert_string_equal(buf_str(&out), key);
	card_shown_clear(&s);
	buf_clear(&out);
}

static void
test_plain(void **state)
{
	struct field f[] = { NUMBER(KEY_QUESTION, 0, "One?"),
		NUMBER(KEY_QUESTION, 2, "Two?"), NUMBER(KEY_ANSWER, 0, "A") };
	struct field n[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 0, "90"), NUMBER(KEY_UNIT, 0, "days") };
	struct field d[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 0, "2001-11-23") };
	struct field t[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 0, "false") };

	(void)state;
	expect("basic", f, 3, CARD_FRONT, NULL, "One?\nTwo?",
	    "Enter shows the answer", "A");
	expect("basic", f, 3, CARD_BACK, NULL, "A", "Enter shows the answer",
	    "One?\nTwo?");
	expect("text", f, 3, CARD_FRONT, NULL, "One?\nTwo?", "answer", "A");
	expect("text", f, 3, CARD_BACK, NULL, "A", "answer", "One?\nTwo?");
	expect("number", n, 3, 0, NULL, "Q?", "answer in days", "90 days");
	expect("number", n, 2, 0, NULL, "Q?", "a number", "90");
	expect("date", d, 2, 0, NULL, "Q?", "date", "2001-11-23");
	d[1].value = "2001-11";
	expect("date", d, 2, 0, NULL, "Q?", "month and year", "2001-11");
	expect("truefalse", t, 2, 0, NULL, "Q?", "true or false", "false");
}

static void
test_options(void **state)
{
	static const uint8_t order[] = { 2, 0, 1 };
	struct field f[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		LETTER(KEY_OPTION, 'a', "x"), LETTER(KEY_OPTION, 'c', "y"),
		LETTER(KEY_OPTION, 'd', "z"), NUMBER(KEY_ANSWER, 0, "c") };

	(void)state;
	expect("choice", f, COUNT(f), 0, order, "Q? a=z b=x c=y",
	    "answer a-c", "c, y");
	f[4].value = "a, d";
	expect("multi", f, COUNT(f), 0, order, "Q? a=z b=x c=y",
	    "all that apply of a-c", "a, b: z; x");
}

static void
test_cloze(void **state)
{
	struct field f[] = { NUMBER(KEY_TEXT, 0,
	    "{{c1::a::first}} {{c2::b}} {{c1::c}}.") };

	(void)state;
	expect("cloze", f, 1, 1, NULL, "[first] b [...].",
	    "2 gaps, with ; between", "a; c");
	expect("cloze", f, 1, 2, NULL, "a [...] c.", "the gap", "b");
}

static void
test_several(void **state)
{
	static const uint8_t order[] = { 1, 2, 0 };
	struct field l[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 2, "b"), NUMBER(KEY_ANSWER, 1, "a | A"),
		NUMBER(KEY_NEED, 0, "1") };
	struct field o[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ITEM, 1, "x"), NUMBER(KEY_ITEM, 2, "y"),
		NUMBER(KEY_ITEM, 3, "z") };
	struct field m[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_LEFT, 1, "l1"), NUMBER(KEY_RIGHT, 1, "r1"),
		NUMBER(KEY_LEFT, 2, "l2"), LETTER(KEY_RIGHT, 'x', "spare"),
		NUMBER(KEY_RIGHT, 2, "r2") };

	(void)state;
	expect("list", l, 3, 0, NULL, "Q?", "2 answers, with ; between",
	    "a; b");
	expect("list", l, 4, 0, NULL, "Q?", "1 answer, with ; between",
	    "any 1 of: a; b");
	expect("order", o, COUNT(o), 0, order, "Q? a=y b=z c=x",
	    "order of a-c, first one first", "c a b: x; y; z");
	expect("match", m, COUNT(m), 0, order,
	    "Q? 1=l1 2=l2 a=r2 b=spare c=r1", "pairs, such as 1b 2a",
	    "1c 2a: l1 = r1; l2 = r2");
}

static void
test_dates(void **state)
{
	char fix[80];

	(void)state;
	assert_true(kind_date_valid("2024-02-29", fix, sizeof(fix)));
	assert_true(kind_date_valid("1981", fix, sizeof(fix)));
	assert_false(kind_date_valid("2001-02-29", fix, sizeof(fix)));
	assert_non_null(strstr(fix, "2001-02-28"));
	assert_false(kind_date_valid("2001-2-1", fix, sizeof(fix)));
	assert_false(kind_date_valid("2001-13", fix, sizeof(fix)));
	assert_false(kind_date_valid("0000", fix, sizeof(fix)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain), cmocka_unit_test(test_options),
		cmocka_unit_test(test_cloze), cmocka_unit_test(test_several),
		cmocka_unit_test(test_dates)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
