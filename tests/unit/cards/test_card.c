/*
 * test_card.c -- cards of a note, their order on the screen, their hash.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cards/card.h"
#include "cards/kind.h"

#define NUMBER(k, i, v) { .key = (k), .index = (i), .value = (v) }
#define LETTER(k, i, v) \
	{ .key = (k), .index = (i), .letter = true, .value = (v) }
#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

static struct deck deck = { .id = "d" };

static struct note
make(const struct kind *kind, struct field *fields, size_t n)
{
	return (struct note){ .id = "n", .deck = &deck, .kind = kind,
	    .fields = fields, .fields_n = (uint32_t)n };
}

static void
expect_ids(const struct note *note, const char *const *ids, size_t n)
{
	struct mem mem = { 0 };
	struct card cards[8];
	size_t i;

	assert_int_equal(card_count(note), n);
	card_make(note, cards, &mem);
	for (i = 0; i < n; i++)
		assert_string_equal(cards[i].id, ids[i]);
	mem_clear(&mem);
}

static void
test_ids(void **state)
{
	static const char *const front[] = { "d/n" };
	static const char *const both[] = { "d/n", "d/n#back" };
	static const char *const gaps[] = { "d/n#c1", "d/n#c12" };
	struct field text[] = {
		NUMBER(KEY_TEXT, 0, "{{c12::a}} and {{c1::b}}"),
		NUMBER(KEY_TEXT, 2, "again {{c1::c::hint}}") };
	struct field plain[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 0, "A") };
	struct note note = make(&kind_basic, plain, COUNT(plain));

	(void)state;
	expect_ids(&note, front, 1);
	note.both_ways = true;
	expect_ids(&note, both, 2);
	note.draft = true;
	expect_ids(&note, NULL, 0);
	note = make(&kind_cloze, text, COUNT(text));
	expect_ids(&note, gaps, 2);
}

/* Every order is met, each the same for the same id; pinned ones stay last. */
static void
test_shuffle(void **state)
{
	struct field f[] = { LETTER(KEY_OPTION, 'a', "none"),
		LETTER(KEY_OPTION, 'b', "b"), LETTER(KEY_OPTION, 'd', "d"),
		LETTER(KEY_OPTION, 'e', "e"), NUMBER(KEY_PIN, 0, "a") };
	struct note note = make(&kind_choice, f, COUNT(f));
	struct card card = { .note = &note, .id = "d/n" };
	struct card_layout layout, again;
	unsigned met[4] = { 0 };
	char id[24];
	int i;

	(void)state;
	for (i = 0; i < 300; i++) {
		(void)snprintf(id, sizeof(id), "id%d", i);
		layout = card_layout_of(&card, id);
		again = card_layout_of(&card, id);
		assert_int_equal(layout.n, 4);
		assert_memory_equal(layout.shown, again.shown, 4);
		assert_int_equal(layout.shown[3], 0);
		met[layout.shown[0]]++;
	}
	assert_int_equal(met[0], 0);
	assert_true(met[1] > 50 && met[2] > 50 && met[3] > 50);
}

static void
test_order(void **state)
{
	struct field f[] = { NUMBER(KEY_ITEM, 1, "one"),
		NUMBER(KEY_ITEM, 2, "two") };
	struct note note = make(&kind_order, f, COUNT(f));
	struct card card = { .note = &note, .id = "d/n" };
	struct card_layout layout;
	char id[24];
	int i;

	(void)state;
	for (i = 0; i < 50; i++) {
		(void)snprintf(id, sizeof(id), "id%d", i);
		layout = card_layout_of(&card, id);
		assert_int_equal(layout.shown[0], 1);
	}
}

static void
test_content(void **state)
{
	struct field f[] = { NUMBER(KEY_QUESTION, 0, "Q?"),
		NUMBER(KEY_ANSWER, 0, "A"), NUMBER(KEY_TAGS, 0, "t") };
	struct field g[] = { NUMBER(KEY_ANSWER, 0, "A"),
		NUMBER(KEY_QUESTION, 0, "Q?"), NUMBER(KEY_HINT, 0, "h") };
	struct note a = make(&kind_text, f, COUNT(f));
	struct note b = make(&kind_text, g, COUNT(g));
	struct card x = { .note = &a }, y = { .note = &b };

	(void)state;
	assert_true(card_content(&x) == card_content(&y));
	y.part = CARD_BACK;
	assert_true(card_content(&x) != card_content(&y));
	y.part = CARD_FRONT;
	g[0].value = "B";
	assert_true(card_content(&x) != card_content(&y));
	/* A text that moves from one key to the next is another card. */
	g[0].value = "Q?";
	g[1].value = "A";
	assert_true(card_content(&x) != card_content(&y));
	b.kind = &kind_basic;
	g[0].value = "A";
	g[1].value = "Q?";
	assert_true(card_content(&x) != card_content(&y));
}

/* What decides an answer makes another card of it; what only helps does not. */
static void
test_content_by_key(void **state)
{
	static const enum key decide[] = { KEY_QUESTION, KEY_TEXT, KEY_ANSWER,
	    KEY_ACCEPT, KEY_REJECT, KEY_MATCH, KEY_TOLERANCE, KEY_UNIT,
	    KEY_OPTION, KEY_NEED, KEY_ITEM, KEY_LEFT, KEY_RIGHT };
	struct field f[] = { NUMBER(KEY_QUESTION, 1, "x") };
	struct note note = make(&kind_text, f, COUNT(f));
	struct card card = { .note = &note };
	int64_t one, other;
	bool does;
	enum key key;
	size_t i;

	(void)state;
	for (key = 0; key < KEY_COUNT; key++) {
		does = false;
		for (i = 0; i < COUNT(decide); i++)
			does = does || decide[i] == key;
		f[0] = (struct field)NUMBER(key, 1, "x");
		one = card_content(&card);
		f[0].value = "y";
		other = card_content(&card);
		if ((one != other) != does)
			fail_msg("%s", kind_keys[key].name);
		/* Of items, which is which counts too. */
		f[0] = (struct field)NUMBER(key, 2, "x");
		other = card_content(&card);
		if ((one != other) != does)
			fail_msg("%s.2", kind_keys[key].name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ids), cmocka_unit_test(test_shuffle),
		cmocka_unit_test(test_order), cmocka_unit_test(test_content),
		cmocka_unit_test(test_content_by_key)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
