/*
 * test_history.c -- what the log's other rows do to a memory, and do not.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "unit/study/powers.h"

static void
answer_one(struct world *w, enum review_mode mode, const char *typed,
    int rating)
{
	struct review *review = world_review(w, mode, NULL);

	assert_true(world_do(w, review, typed, rating)[0] != '\0');
	review_close(review);
}

static void
undo(struct world *w, const char *what)
{
	struct action_undone undone;

	must(action_undo(w->study, w->now, &undone, &err));
	assert_true(undone.found);
	assert_string_equal(undone.what, what);
}

/* One card replayed alone passes over its cram rows, as all of them do. */
static void
test_cram_is_passed_over(void **state)
{
	struct world w;
	struct review *review;
	struct select *select;

	(void)state;
	begin(&w);
	answer_one(&w, REVIEW_STUDY, "90", RATING_GOOD);
	world_minutes(&w, 1);
	review = only(&w, REVIEW_CRAM, "powers/days", &select);
	world_do(&w, review, "90", RATING_EASY);
	review_close(review);
	select_free(select);
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	world_minutes(&w, 1);
	world_act(&w, ACTION_SUSPEND, "powers/days");
	undo(&w, "suspend");
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	world_check(&w);
	world_end(&w);
}

/* A reset forgets what was learned; what was said of the card stands. */
static void
test_a_reset_keeps_suspension_and_flag(void **state)
{
	struct world w;
	const struct study_memory *m;

	(void)state;
	begin(&w);
	answer_one(&w, REVIEW_STUDY, "90", RATING_EASY);
	world_act(&w, ACTION_SUSPEND, "powers/days");
	world_act(&w, ACTION_FLAG, "powers/days");
	world_act(&w, ACTION_RESET, "powers/days");
	m = world_memory(&w, "powers/days");
	assert_int_equal(m->card.state, STATE_NEW);
	assert_int_equal(m->card.reps, 0);
	assert_true(m->suspended && m->flagged);
	world_check(&w);
	world_end(&w);
}

/* At one instant, as two machines may have it, the ids say what was first. */
static void
test_one_instant(void **state)
{
	static const char *const resets[] = { "ZZZZZZZZZ00000000001",
	    "ZZZZZZZZZ00000000003" };
	struct world w;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		begin(&w);
		answer_one(&w, REVIEW_STUDY, "90", RATING_GOOD);
		world_minutes(&w, 5);
		must(store_begin(w.study->store, &err));
		must(store_review_add(w.study->store, &(struct store_review){
		    .id = "ZZZZZZZZZ00000000002", .card = "powers/name",
		    .learner = w.study->learner.id, .session = "s",
		    .at = w.now.at, .day = w.now.day, .mode = "study",
		    .verdict = "exact", .score = 1, .tries = 1,
		    .proposed = 3, .rating = 3, .retrievability = NAN },
		    &err));
		must(store_event_add(w.study->store, &(struct store_event){
		    .id = resets[i], .learner = w.study->learner.id,
		    .device = "d", .at = w.now.at, .day = w.now.day,
		    .batch = resets[i], .what = "reset",
		    .subject = "powers/name", .value = "" }, &err));
		must(store_commit(w.study->store, &err));
		world_open(&w);
		assert_int_equal(world_memory(&w, "powers/name")->card.reps,
		    i == 0 ? 1 : 0);
		world_end(&w);
	}
}

/* The same answers under other ids: intervals are spread, not all alike. */
static void
test_intervals_are_spread_by_the_id(void **state)
{
	struct world w;
	int32_t due, low = INT32_MAX, high = 0;
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= 12; seed++) {
		world_init(&w);
		w.seed = seed;
		world_deck(&w, "powers", powers);
		world_open(&w);
		answer_one(&w, REVIEW_STUDY, "90", RATING_EASY);
		due = world_memory(&w, "powers/days")->card.due_day;
		low = due < low ? due : low;
		high = due > high ? due : high;
		world_end(&w);
	}
	assert_true(low < high);
}

/* "I was right" holds for whoever said it. */
static void
test_an_alias_is_the_learners_own(void **state)
{
	struct world w;
	struct study_options o;
	struct review *review;
	struct select *select;
	struct err err;

	(void)state;
	begin(&w);
	review = only(&w, REVIEW_STUDY, "powers/name", &select);
	world_next(&w, review);
	world_answer(&w, review, "quick freeze");
	review_right(review);
	world_rate(&w, review, 0);
	review_close(review);
	select_free(select);
	study_close(w.study);
	o = world_options(&w);
	o.learner = "bob";
	o.add_learner = true;
	assert_int_equal(study_open(&w.study, &o, w.now.at, &err), STUDY_OPEN);
	answer_one(&w, REVIEW_STUDY, "90", RATING_GOOD);
	review = only(&w, REVIEW_STUDY, "powers/name", &select);
	world_next(&w, review);
	assert_int_equal(world_answer(&w, review,
	    "quick freeze")->judgement.verdict, VERDICT_WRONG);
	review_close(review);
	select_free(select);
	world_end(&w);
}

/* Cards kept for an exam are met nowhere else. */
static void
test_no_list_has_exam_cards(void **state)
{
	static const enum review_mode modes[] = { REVIEW_STUDY, REVIEW_LEARN,
	    REVIEW_CRAM, REVIEW_PREVIEW };
	struct world w;
	struct review *review;
	size_t i;

	(void)state;
	world_init(&w);
	world_deck(&w, "d", "[deck]\nformat = 1\nid = d\ntitle = \"D\"\n"
	    "language = en\n[one]\nkind = basic\nquestion = \"One?\"\n"
	    "answer = \"1\"\npool = exam\n");
	world_open(&w);
	for (i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		review = world_review(&w, modes[i], NULL);
		assert_null(world_next(&w, review));
		review_close(review);
	}
	world_end(&w);
}

static void
one_note(struct world *w, const char *id, const char *was)
{
	char text[400];

	snprintf(text, sizeof(text), "[deck]\nformat = 1\nid = d\n"
	    "title = \"D\"\nlanguage = en\n[%s]\nkind = basic\n"
	    "question = \"One?\"\nanswer = \"1\"\nboth_ways = yes\n%s%s\n", id,
	    was != NULL ? "was = " : "", was != NULL ? was : "");
	world_deck(w, "d", text);
	world_minutes(w, 1);
	world_open(w);
}

/* Renamed, renamed again, and renamed back: its history goes along. */
static void
test_a_chain_of_renames(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	w.study = NULL;
	world_deck(&w, "d", powers);
	world_open(&w);
	one_note(&w, "one", NULL);
	answer_one(&w, REVIEW_STUDY, "", RATING_EASY);
	one_note(&w, "two", "one");
	world_act(&w, ACTION_FLAG, "d/two");
	one_note(&w, "three", "two");
	world_act(&w, ACTION_FLAG, "d/three#back");
	assert_int_equal(world_memory(&w, "d/three")->card.reps, 1);
	assert_true(world_memory(&w, "d/three")->flagged);
	assert_int_equal(world_memory(&w, "d/three#back")->card.reps, 0);
	world_check(&w);
	one_note(&w, "one", "three");
	world_days(&w, 1);
	answer_one(&w, REVIEW_STUDY, "", RATING_EASY);
	assert_int_equal(world_memory(&w, "d/one")->card.reps, 1);
	assert_int_equal(world_memory(&w, "d/one#back")->card.reps, 1);
	assert_true(world_memory(&w, "d/one#back")->flagged);
	world_check(&w);
	world_open(&w);
	world_check(&w);
	world_end(&w);
}

static void
spoil(struct world *w, const struct store_replayed *replayed)
{
	struct study_memory wrong = *world_memory(w, "powers/days");

	wrong.card.reps = 77;
	must(store_begin(w->study->store, &err));
	must(replay_put(w->study->store, w->study->learner.id, "powers/days",
	    &wrong, &err));
	must(store_replayed_put(w->study->store, w->study->learner.id,
	    replayed, &err));
	must(store_commit(w->study->store, &err));
	world_open(w);
}

/* A cache of another engine, or of other parameters, is not believed. */
static void
test_a_foreign_cache_is_computed_anew(void **state)
{
	struct store_replayed replayed = { .rows = 0 };
	struct world w;
	bool found;

	(void)state;
	begin(&w);
	answer_one(&w, REVIEW_STUDY, "90", RATING_GOOD);
	must(store_replayed_get(w.study->store, w.study->learner.id, &found,
	    &replayed, &err));
	assert_true(found);
	spoil(&w, &replayed);
	/* Nothing says that it is stale: this shows that it can be seen. */
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 77);
	snprintf(replayed.engine, sizeof(replayed.engine), "another");
	spoil(&w, &replayed);
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	must(store_replayed_get(w.study->store, w.study->learner.id, &found,
	    &replayed, &err));
	snprintf(replayed.parameters, sizeof(replayed.parameters), "another");
	spoil(&w, &replayed);
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	world_end(&w);
}

/* What was put in a change that is taken back is the old memory again. */
static void
test_a_change_taken_back(void **state)
{
	struct world w;
	struct study_memory other;

	(void)state;
	begin(&w);
	answer_one(&w, REVIEW_STUDY, "90", RATING_GOOD);
	must(study_begin(w.study, w.now, &err));
	other = *world_memory(&w, "powers/days");
	other.suspended = true;
	must(study_put(w.study, "powers/days", &other, &err));
	study_rollback(w.study);
	assert_false(world_memory(&w, "powers/days")->suspended);
	world_check(&w);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cram_is_passed_over),
		cmocka_unit_test(test_a_reset_keeps_suspension_and_flag),
		cmocka_unit_test(test_one_instant),
		cmocka_unit_test(test_intervals_are_spread_by_the_id),
		cmocka_unit_test(test_an_alias_is_the_learners_own),
		cmocka_unit_test(test_no_list_has_exam_cards),
		cmocka_unit_test(test_a_chain_of_renames),
		cmocka_unit_test(test_a_foreign_cache_is_computed_anew),
		cmocka_unit_test(test_a_change_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
