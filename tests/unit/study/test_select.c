/*
 * test_select.c -- the search language: what it finds, what it refuses.
 * SPDX-License-Identifier: MIT
 */
#include "unit/study/world.h"

static const char deck_a[] =
    "[deck]\nformat = 1\nid = access-basics\ntitle = \"Access\"\n"
    "language = en\ntopic = offences\nsource = \"ETS No. 185\"\n"
    "[illegal]\nkind = basic\nquestion = \"What is illegal access?\"\n"
    "answer = \"Entry without right.\"\narticle = 2\n"
    "tags = offence, core\nfact = f1\n"
    "[when]\nkind = number\nquestion = \"How many days?\"\nanswer = 90\n"
    "article = 16(2), 29\nwhy = \"Renewable, as the café's owner knows.\"\n"
    "[gap]\nkind = cloze\ntext = \"{{c1::Strasbourg}} and "
    "{{c2::Budapest}}\"\n[rough]\nkind = basic\nquestion = \"Later?\"\n"
    "answer = \"Yes.\"\ndraft = yes\n";
static const char deck_b[] =
    "[deck]\nformat = 1\nid = acts\ntitle = \"Acts\"\nlanguage = en\n"
    "[seize]\nkind = choice\nquestion = \"Which power is in Article 19?\"\n"
    "option.a = \"seizure\"\noption.b = \"production\"\nanswer = a\n"
    "article = 19\ntags = Powers\nrevised = 2024-10-06\n"
    "source = \"Explanatory Report\"\nfact = f1, f2\n";

static const struct {
	const char *text;
	const char *found;	/* numbers of cards; NULL: refused */
	size_t column;
} rows[] = {
	/* 0 illegal, 1 when, 2 gap#c1, 3 gap#c2, 4 acts/seize */
	{ "", "01234", 0 }, { "  ", "01234", 0 },
	{ "access", "0123", 0 }, { "ACCESS", "0123", 0 },
	{ "budapest", "23", 0 }, { "cafe", "1", 0 }, { "caf\u00e9", "1", 0 },
	{ "CAF\u00c9", "1", 0 }, { "seizure", "4", 0 },
	{ "\"illegal access\"", "0", 0 }, { "\"access illegal\"", "", 0 },
	{ "illegal access", "0", 0 }, { "illegal days", "", 0 },
	{ "illegal or days", "01", 0 }, { "illegal OR days", "01", 0 },
	{ "\"or\"", "", 0 }, { "-access", "4", 0 }, { "--access", "0123", 0 },
	{ "-(illegal or days)", "234", 0 },
	{ "(illegal or days) tag:core", "0", 0 },
	{ "illegal or days tag:core", "0", 0 },
	{ "deck:access-basics", "0123", 0 }, { "deck:ac", "01234", 0 },
	{ "deck:nothing", "", 0 }, { "deck:ACTS", "4", 0 },
	{ "access-basics", "0123", 0 }, { "access-", "0123", 0 },
	{ "acts", "4", 0 }, { "acts/seize", "4", 0 }, { "acts/s", "4", 0 },
	{ "access-basics/gap", "23", 0 }, { "access-basics/gap#c2", "3", 0 },
	{ "tag:core", "0", 0 }, { "tag:powers", "4", 0 }, { "tag:pow", "", 0 },
	{ "topic:offences", "0123", 0 }, { "topic:Offences", "0123", 0 },
	{ "article:16", "1", 0 }, { "article:29", "1", 0 },
	{ "article:1", "", 0 }, { "article:16(2)", "1", 0 },
	{ "article:\"16(2)\"", "1", 0 }, { "(article:16(2))", "1", 0 },
	{ "(days article:16(2) or article:19)", "14", 0 }, { "article:2", "0", 0 },
	{ "kind:cloze", "23", 0 }, { "kind:number", "1", 0 },
	{ "fact:f1", "04", 0 }, { "fact:f2", "4", 0 }, { "fact:f", "", 0 },
	{ "source:explanatory", "4", 0 }, { "source:ets", "0123", 0 },
	{ "is:new", "234", 0 }, { "is:review", "0", 0 },
	{ "is:due", "0", 0 }, { "is:learning", "1", 0 },
	{ "is:suspended", "2", 0 }, { "is:flagged", "3", 0 },
	{ "is:buried", "4", 0 }, { "is:leech", "", 0 }, { "is:draft", "", 0 },
	{ "is:changed", "", 0 }, { "is:relearning", "", 0 },
	{ "prop:s>1", "01", 0 }, { "prop:s>1000", "", 0 },
	{ "prop:reps=1", "01", 0 }, { "prop:reps>=1 is:review", "0", 0 },
	{ "prop:r<0.5", "", 0 }, { "prop:lapses<1", "01234", 0 },
	{ "kind:essay", NULL, 1 }, { "is:open", NULL, 1 },
	{ "colour:red", NULL, 1 }, { "days tag:", NULL, 6 },
	{ "\"open", NULL, 1 }, { "caf\u00e9 \"open", NULL, 6 },
	{ "(days", NULL, 1 }, { "days)", NULL, 5 }, { "()", NULL, 2 },
	{ "days or", NULL, 8 }, { "or days", NULL, 1 }, { "\"\"", NULL, 1 },
	{ "prop:x>1", NULL, 1 }, { "prop:s>", NULL, 1 },
	{ "prop:s=>1", NULL, 1 }, { "tag:\"a", NULL, 5 },
};

static void
begin(struct world *w)
{
	struct review *review;

	world_init(w);
	world_deck(w, "a", deck_a);
	world_deck(w, "b", deck_b);
	world_open(w);
	review = world_review(w, REVIEW_STUDY, NULL);
	assert_string_equal(world_do(w, review, "", RATING_EASY),
	    "access-basics/illegal");
	assert_string_equal(world_do(w, review, "", RATING_GOOD),
	    "access-basics/when");
	review_close(review);
	world_days(w, 12);
	world_act(w, ACTION_SUSPEND, "access-basics/gap#c1");
	world_act(w, ACTION_FLAG, "access-basics/gap#c2");
	world_act(w, ACTION_BURY, "acts/seize");
}

static void
test_rows(void **state)
{
	struct world w;
	struct select *select;
	struct err err;
	char got[8];
	uint32_t *cards;
	size_t i, j, n, column;
	bool ok;

	(void)state;
	begin(&w);
	/* The learning card's step is over after twelve days: it is due. */
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ok = select_parse(rows[i].text, &w.study->library, &select,
		    &column, &err);
		if (ok != (rows[i].found != NULL))
			fail_msg("%s: %s", rows[i].text,
			    ok ? "taken" : err.text);
		if (!ok) {
			if (column != rows[i].column)
				fail_msg("%s: column %zu", rows[i].text,
				    column);
			assert_int_equal(err.kind, ERR_USAGE);
			continue;
		}
		n = select_cards(select, w.study, w.now, &cards);
		for (j = 0; j < n; j++)
			got[j] = (char)('0' + cards[j]);
		got[n] = '\0';
		free(cards);
		select_free(select);
		if (strcmp(rows[i].text, "is:due") == 0)
			assert_string_equal(got, "01");
		else if (strcmp(got, rows[i].found) != 0)
			fail_msg("%s: %s", rows[i].text, got);
	}
	world_end(&w);
}

static void
test_drafts_can_be_found(void **state)
{
	struct world w;
	struct select *select;
	struct select_card card;
	size_t column;

	(void)state;
	begin(&w);
	must(select_parse("is:draft later", &w.study->library, &select,
	    &column, &err));
	assert_int_equal(w.study->library.drafts_n, 1);
	card = (struct select_card){ w.study->library.drafts, &replay_new,
	    &w.study->replay.model };
	assert_true(select_match(select, &card, w.now));
	select_free(select);
	world_end(&w);
}

static void
test_what_names_a_deck(void **state)
{
	static const struct {
		const char *text;
		bool names;
	} names[] = { { "acts", true }, { "acts/seize", true },
	    { "deck:acts", true }, { "tag:core", false },
	    { "days", false }, { "", false } };
	struct world w;
	struct select *select;
	size_t i, column;

	(void)state;
	begin(&w);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		must(select_parse(names[i].text, &w.study->library, &select,
		    &column, &err));
		assert_int_equal(select_names_deck(select), names[i].names);
		select_free(select);
	}
	world_end(&w);
}

static void
test_deep_and_long(void **state)
{
	struct select *select;
	struct err err;
	size_t column;
	char text[5000];

	(void)state;
	memset(text, '(', 4000);
	text[4000] = '\0';
	assert_false(select_parse(text, NULL, &select, &column, &err));
	memset(text, 'a', 4500);
	text[4500] = '\0';
	assert_false(select_parse(text, NULL, &select, &column, &err));
	memset(text, '-', 3000);
	text[3000] = 'a';
	text[3001] = '\0';
	assert_true(select_parse(text, NULL, &select, &column, &err));
	select_free(select);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_drafts_can_be_found),
		cmocka_unit_test(test_what_names_a_deck),
		cmocka_unit_test(test_deep_and_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
