/*
 * test_judge.c -- judgements: what they tell besides the verdict.
 * SPDX-License-Identifier: MIT
 *
 * The verdicts themselves are tested by the tables of tests/judge.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/utf8.h"
#include "cards/judge.h"
#include "cards/kind.h"

#define LETTER(k, i, v) { .key = (k), .index = (i), .letter = true, .value = (v) }
#define NUMBER(k, i, v) { .key = (k), .index = (i), .value = (v) }

static struct judgement
judge(const char *kind, struct field *fields, size_t n,
    const struct card_layout *layout, struct deck *deck, const char *typed)
{
	struct note note = { .id = "n", .deck = deck, .fields = fields,
		.fields_n = (uint32_t)n };
	struct card card = { .note = &note, .id = "d/n" };
	struct card_layout plain;
	struct judgement j;

	note.kind = kind_find(kind);
	if (note.kind == &kind_cloze)
		card.part = 1;
	plain = card_layout_plain(&card);
	answer_judge(&card, layout != NULL ? layout : &plain, typed,
	    strlen(typed), &j);
	return j;
}

#define JUDGE(kind, fields, typed) judge((kind), (fields), \
    sizeof(fields) / sizeof((fields)[0]), NULL, NULL, (typed))

static void
test_names(void **state)
{
	(void)state;
	assert_string_equal(answer_name(VERDICT_EXACT), "exact");
	assert_string_equal(answer_name(VERDICT_UNREADABLE), "unreadable");
	assert_true(answer_is_right(VERDICT_ACCEPTED));
	assert_false(answer_is_right(VERDICT_SLIP));
	assert_false(answer_is_right(VERDICT_PARTIAL));
}

static void
test_basic(void **state)
{
	struct field f[] = { NUMBER(KEY_ANSWER, 0, "a") };

	(void)state;
	assert_int_equal(JUDGE("basic", f, "\xff").verdict, VERDICT_SELF);
	assert_int_equal(JUDGE("basic", f, "").verdict, VERDICT_SELF);
}

static void
test_reasons(void **state)
{
	struct field f[] = { NUMBER(KEY_ANSWER, 0, "Budapest"),
		LETTER(KEY_REJECT, 'a', "Bucharest | Sofia"),
		LETTER(KEY_REJECT, 'c', "Strasbourg") };
	struct judgement j;

	(void)state;
	assert_string_equal(JUDGE("text", f, "Sofia").why, "a");
	assert_string_equal(JUDGE("text", f, "strasbourg").why, "c");
	j = JUDGE("text", f, "Budapset");
	assert_int_equal(j.verdict, VERDICT_SLIP);
	assert_int_equal(j.score, 100);
	assert_string_equal(j.nearly, "Budapest");
	assert_string_equal(j.why, "");
	j = JUDGE("text", f, "???");
	assert_int_equal(j.verdict, VERDICT_UNREADABLE);
	assert_string_equal(j.reason, "it has no letter and no digit");
}

/* The other way: the question is the answer, accepts and rejects are not. */
static void
test_back(void **state)
{
	struct field f[] = { NUMBER(KEY_QUESTION, 0, "court"),
		NUMBER(KEY_ANSWER, 0, "tribunal"),
		NUMBER(KEY_ACCEPT, 0, "cour") };
	struct note note = { .id = "n", .fields = f, .fields_n = 3,
		.kind = &kind_text };
	struct card card = { .note = &note, .id = "d/n#back",
		.part = CARD_BACK };
	struct card_layout layout = { .n = 0 };
	struct judgement j;

	(void)state;
	answer_judge(&card, &layout, "Court", 5, &j);
	assert_int_equal(j.verdict, VERDICT_FOLD);
	answer_judge(&card, &layout, "tribunal", 8, &j);
	assert_int_equal(j.verdict, VERDICT_WRONG);
	answer_judge(&card, &layout, "cour", 4, &j);
	assert_int_not_equal(j.verdict, VERDICT_ACCEPTED);
}

/* Letters are those on the screen; reasons have those of the deck. */
static void
test_layout(void **state)
{
	struct field f[] = { LETTER(KEY_OPTION, 'a', "north"),
		LETTER(KEY_OPTION, 'b', "south"),
		LETTER(KEY_OPTION, 'd', "east"),
		NUMBER(KEY_ANSWER, 0, "b") };
	struct card_layout turned = { 3, { 2, 0, 1 } };
	struct judgement j;

	(void)state;
	j = judge("choice", f, 4, &turned, NULL, "c");
	assert_int_equal(j.verdict, VERDICT_EXACT);
	j = judge("choice", f, 4, &turned, NULL, "a");
	assert_int_equal(j.verdict, VERDICT_WRONG);
	assert_string_equal(j.why, "d");
	j = judge("choice", f, 4, &turned, NULL, "c) south");
	assert_int_equal(j.verdict, VERDICT_FOLD);
	j = judge("choice", f, 4, &turned, NULL, "b) south");
	assert_int_equal(j.verdict, VERDICT_UNREADABLE);
	f[3].value = "a, d";
	j = judge("multi", f, 4, &turned, NULL, "a, b");
	assert_int_equal(j.verdict, VERDICT_EXACT);
	j = judge("multi", f, 4, &turned, NULL, "a b c");
	assert_int_equal(j.verdict, VERDICT_WRONG);
	assert_string_equal(j.why, "b");
}

static void
test_order(void **state)
{
	struct field f[] = { NUMBER(KEY_ITEM, 1, "first"),
		NUMBER(KEY_ITEM, 2, "second"), NUMBER(KEY_ITEM, 3, "third") };
	struct card_layout turned = { 3, { 1, 2, 0 } };
	struct judgement j;

	(void)state;
	j = judge("order", f, 3, &turned, NULL, "c a b");
	assert_int_equal(j.verdict, VERDICT_EXACT);
	j = judge("order", f, 3, &turned, NULL, "a c b");
	assert_int_equal(j.verdict, VERDICT_PARTIAL);
	assert_int_equal(j.score, 33);
	assert_int_equal(j.worst, VERDICT_FOLD);
}

static void
test_whole_key(void **state)
{
	struct field list[] = { NUMBER(KEY_ANSWER, 1, "seizure | taking"),
		NUMBER(KEY_ANSWER, 2, "search") };
	struct field cloze[] = { NUMBER(KEY_TEXT, 0,
	    "{{c1::Search}} and {{c1::seizure}} of {{c2::data}}"),
		NUMBER(KEY_ACCEPT, 1, "look; take") };
	struct judgement j;

	(void)state;
	j = JUDGE("list", list, "serach");
	assert_int_equal(j.verdict, VERDICT_SLIP);
	assert_int_equal(j.score, 50);
	assert_string_equal(j.nearly, "seizure; search");
	j = JUDGE("list", list, "taking\nsearch");
	assert_int_equal(j.verdict, VERDICT_ACCEPTED);
	j = JUDGE("cloze", cloze, "Search; siezure");
	assert_int_equal(j.verdict, VERDICT_SLIP);
	assert_string_equal(j.nearly, "Search; seizure");
	j = JUDGE("cloze", cloze, "Search; take");
	assert_int_equal(j.verdict, VERDICT_ACCEPTED);
	j = JUDGE("cloze", cloze, "data");
	assert_int_equal(j.verdict, VERDICT_WRONG);
}

/* What answers another note of the deck is no slip. */
static void
test_deck(void **state)
{
	struct field a[] = { NUMBER(KEY_ANSWER, 0, "interception") };
	struct field b[] = { NUMBER(KEY_ANSWER, 0, "The Interceptor"),
		NUMBER(KEY_ACCEPT, 0, "tap | Intercaption") };
	struct field c[] = { NUMBER(KEY_TEXT, 0, "a {{c3::interceptian::x}}") };
	struct note notes[3] = { { .id = "a" }, { .id = "b" }, { .id = "c" } };
	struct deck deck = { .id = "d", .language = "en", .notes = notes,
		.notes_n = 3 };

	(void)state;
	notes[0].kind = notes[1].kind = &kind_text;
	notes[2].kind = &kind_cloze;
	notes[0].fields = a;
	notes[1].fields = b;
	notes[2].fields = c;
	notes[0].fields_n = notes[2].fields_n = 1;
	notes[1].fields_n = 2;
	assert_int_equal(judge("text", a, 1, NULL, &deck,
	    "interseption").verdict, VERDICT_SLIP);
	assert_int_equal(judge("text", a, 1, NULL, &deck,
	    "intercaption").verdict, VERDICT_WRONG);
	assert_int_equal(judge("text", a, 1, NULL, &deck,
	    "interceptian").verdict, VERDICT_WRONG);
	deck.notes_n = 0;
	assert_int_equal(judge("text", a, 1, NULL, &deck,
	    "intercaption").verdict, VERDICT_SLIP);
}

static void
test_share(void **state)
{
	struct judgement j = { .score = 0 };

	(void)state;
	judge_share(&j, 2, 3, VERDICT_FOLD);
	assert_int_equal(j.score, 67);
	judge_share(&j, 1, 200, VERDICT_FOLD);
	assert_int_equal(j.score, 1);
	judge_share(&j, 199, 200, VERDICT_FOLD);
	assert_int_equal(j.score, 99);
	assert_int_equal(j.verdict, VERDICT_PARTIAL);
	judge_share(&j, -1, 2, VERDICT_FOLD);
	assert_int_equal(j.verdict, VERDICT_WRONG);
	assert_int_equal(j.score, 0);
}

/* A long wording is cut between code points. */
static void
test_cut(void **state)
{
	char text[401];
	struct judgement j = { .score = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 400; i += 2)
		memcpy(text + i, "\xc3\xa9", 2);
	text[400] = '\0';
	judge_nearly(&j, text, 400);
	assert_int_equal(utf8_valid(j.nearly, strlen(j.nearly)),
	    strlen(j.nearly));
	judge_unreadable(&j, "x%s", text);
	assert_int_equal(utf8_valid(j.reason, strlen(j.reason)),
	    strlen(j.reason));
	judge_why(&j, 'a');
	judge_why(&j, 'a');
	judge_why(&j, 0);
	assert_string_equal(j.why, "a");
}

static void
test_same(void **state)
{
	struct note note = { .kind = &kind_number };

	(void)state;
	assert_true(answer_same(&note, "90", "90.0"));
	assert_false(answer_same(&note, "90", "91"));
	note.kind = &kind_date;
	assert_true(answer_same(&note, "2001-11-23", "23 November 2001"));
	note.kind = &kind_choice;
	assert_true(answer_same(&note, "The data!", "data"));
	assert_false(answer_same(&note, "data", "date"));
	assert_false(answer_same(&note, "café", "cafe"));
	assert_false(answer_same(&note, "?", "!"));
	assert_true(answer_same(&note, "?", "?"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names), cmocka_unit_test(test_basic),
		cmocka_unit_test(test_reasons), cmocka_unit_test(test_back),
		cmocka_unit_test(test_layout), cmocka_unit_test(test_order),
		cmocka_unit_test(test_whole_key), cmocka_unit_test(test_deck),
		cmocka_unit_test(test_share), cmocka_unit_test(test_cut),
		cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
