/*
 * test_replay.c -- the log alone gives every memory again.
 * SPDX-License-Identifier: MIT
 */
#include "unit/study/world.h"

static const char head[] =
    "[deck]\nformat = 1\nid = d\ntitle = \"D\"\nlanguage = en\n";
static const char one[] =
    "[one]\nkind = basic\nquestion = \"One?\"\nanswer = \"1\"\n"
    "both_ways = yes\n";
static const char two[] =
    "[two]\nkind = basic\nquestion = \"Two?\"\nanswer = \"2\"\n";

static void
deck(struct world *w, const char *a, const char *b)
{
	char text[2000];

	snprintf(text, sizeof(text), "%s%s%s", head, a, b);
	world_deck(w, "d", text);
}

/* A card that is always rated again would never leave its step. */
static void
do_all(struct world *w, int rating)
{
	struct review *review = world_review(w, REVIEW_STUDY, NULL);
	int n = 0;

	while (n++ < 8 && world_do(w, review, "", rating)[0] != '\0')
		;
	review_close(review);
}

static void
test_life_and_replay_agree(void **state)
{
	static const int ratings[] = { 3, 1, 3, 4, 2, 1, 3, 3 };
	struct world w;
	int64_t n;
	size_t i;

	(void)state;
	world_init(&w);
	deck(&w, one, two);
	world_open(&w);
	for (i = 0; i < 40; i++) {
		struct review *review = world_review(&w, REVIEW_STUDY, NULL);

		world_do(&w, review, "", ratings[i % 8]);
		review_close(review);
		world_minutes(&w, i % 3 == 0 ? 1600 : 7);
		if (i == 10)
			world_set(&w, "retention", "0.85");
		if (i == 20)
			world_act(&w, ACTION_RESET, "d/one");
		world_check(&w);
	}
	must(study_rebuild(w.study, w.now, &n, &err));
	assert_int_equal(n, 3);
	world_check(&w);
	world_end(&w);
}

/* A clock that stands: order is order of making all the same. */
static void
test_a_standing_clock(void **state)
{
	struct world w;
	struct action_undone undone;
	int i;

	(void)state;
	world_init(&w);
	deck(&w, one, two);
	world_open(&w);
	for (i = 0; i < 6; i++) {
		do_all(&w, RATING_GOOD);
		world_act(&w, ACTION_RESET, "d/two");
		world_check(&w);
		do_all(&w, RATING_AGAIN);
		world_set(&w, "retention", i % 2 == 0 ? "0.8" : "0.95");
		world_open(&w);
		world_check(&w);
		world_act(&w, ACTION_SUSPEND, "d/two");
		world_open(&w);
		world_act(&w, ACTION_RESUME, "d/two");
		world_open(&w);
		must(action_undo(w.study, w.now, &undone, &err));
		assert_string_equal(undone.what, "resume");
		assert_true(world_memory(&w, "d/two")->suspended);
		must(action_undo(w.study, w.now, &undone, &err));
		assert_string_equal(undone.what, "suspend");
		world_check(&w);
	}
	world_end(&w);
}

struct copy {
	struct store_review row;
	char learner[ID_SIZE], session[ID_SIZE], card[64];
	bool found;
};

static bool
take_first(void *arg, const struct store_review *row)
{
	struct copy *c = arg;

	c->row = *row;
	snprintf(c->learner, sizeof(c->learner), "%s", row->learner);
	snprintf(c->session, sizeof(c->session), "%s", row->session);
	snprintf(c->card, sizeof(c->card), "%s", row->card);
	c->found = true;
	return false;
}

/* An older row comes from elsewhere: the next opening replays in silence. */
static void
test_an_older_row_arrives(void **state)
{
	struct world w;
	struct copy c = { .found = false };
	struct steps_card before;

	(void)state;
	world_init(&w);
	deck(&w, one, two);
	world_open(&w);
	do_all(&w, RATING_GOOD);
	must(store_reviews(w.study->store, &store_review_all, take_first, &c,
	    &err));
	assert_true(c.found);
	before = world_memory(&w, c.card)->card;
	c.row.id = "000000000000000abcde";
	c.row.learner = c.learner;
	c.row.session = c.session;
	c.row.card = c.card;
	c.row.verdict = "self";
	c.row.mode = "study";
	c.row.at -= 3 * CLOCK_DAY;
	c.row.day -= 3;
	c.row.rating = RATING_AGAIN;
	must(store_begin(w.study->store, &err));
	must(store_review_add(w.study->store, &c.row, &err));
	must(store_commit(w.study->store, &err));
	world_open(&w);
	assert_int_equal(world_memory(&w, c.card)->card.reps, before.reps + 1);
	world_check(&w);
	world_end(&w);
}

static void
test_was_is_followed(void **state)
{
	static const char renamed[] =
	    "[uno]\nkind = basic\nquestion = \"One?\"\nanswer = \"1\"\n"
	    "both_ways = yes\nwas = one\n";
	struct world w;
	struct action_undone undone;

	(void)state;
	world_init(&w);
	deck(&w, one, two);
	world_open(&w);
	do_all(&w, RATING_GOOD);
	deck(&w, renamed, two);
	world_open(&w);
	/* Seen at once, written with the next write. */
	assert_int_equal(world_memory(&w, "d/uno")->card.reps, 2);
	assert_int_equal(w.study->lost_n, 0);
	world_days(&w, 1);
	do_all(&w, RATING_GOOD);
	world_check(&w);
	world_open(&w);
	assert_int_equal(world_memory(&w, "d/uno#back")->card.reps, 2);
	assert_int_equal(world_memory(&w, "d/uno")->card.reps, 2);
	world_check(&w);
	/* Not an action of the learner's: undo takes the review back. */
	must(action_undo(w.study, w.now, &undone, &err));
	assert_string_equal(undone.what, "review");
	assert_string_equal(undone.subject, "d/uno#back");
	world_check(&w);
	/* And back: the first name lives again. */
	deck(&w, one, two);
	world_open(&w);
	assert_int_equal(w.study->lost_n, 2);
	world_end(&w);
}

/* Both ids were reviewed: the union is replayed. */
static void
test_a_rename_joins_two_histories(void **state)
{
	static const char joined[] =
	    "[two]\nkind = basic\nquestion = \"Two?\"\nanswer = \"2\"\n"
	    "was = one\n";
	struct world w;
	int reps;

	(void)state;
	world_init(&w);
	deck(&w, "[one]\nkind = basic\nquestion = \"One?\"\nanswer = \"1\"\n",
	    two);
	world_open(&w);
	do_all(&w, RATING_GOOD);
	world_days(&w, 3);
	do_all(&w, RATING_GOOD);
	reps = world_memory(&w, "d/one")->card.reps +
	    world_memory(&w, "d/two")->card.reps;
	deck(&w, joined, "");
	world_open(&w);
	assert_int_equal(world_memory(&w, "d/two")->card.reps, reps);
	world_act(&w, ACTION_FLAG, "d/two");
	world_check(&w);
	world_open(&w);
	assert_int_equal(world_memory(&w, "d/two")->card.reps, reps);
	world_check(&w);
	world_end(&w);
}

static void
test_readonly_computes_and_writes_nothing(void **state)
{
	struct world w;
	struct study_options o;
	struct study *s;
	struct err fault;
	int64_t n;
	size_t done;
	uint32_t card = 0;

	(void)state;
	world_init(&w);
	deck(&w, one, two);
	world_open(&w);
	do_all(&w, RATING_GOOD);
	must(store_begin(w.study->store, &err));
	must(store_memories_clear(w.study->store, NULL, &err));
	must(store_replayed_put(w.study->store, w.study->learner.id,
	    &(struct store_replayed){ .engine = "another", .rows = 1 }, &err));
	must(store_commit(w.study->store, &err));
	o = world_options(&w);
	o.readonly = true;
	assert_int_equal(study_open(&s, &o, w.now.at, &fault), STUDY_OPEN);
	assert_int_equal(study_memory_find(s, "d/one")->card.reps, 2);
	assert_false(action_do(s, ACTION_SUSPEND, &card, 1, NULL, w.now,
	    &done, &fault));
	assert_int_equal(fault.kind, ERR_STORE);
	study_close(s);
	world_open(&w);
	world_check(&w);
	must(study_rebuild(w.study, w.now, &n, &err));
	assert_int_equal(n, 2);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_life_and_replay_agree),
		cmocka_unit_test(test_a_standing_clock),
		cmocka_unit_test(test_an_older_row_arrives),
		cmocka_unit_test(test_was_is_followed),
		cmocka_unit_test(test_a_rename_joins_two_histories),
		cmocka_unit_test(test_readonly_computes_and_writes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
