/*
 * test_undo.c -- what an undo takes back, and what it must leave alone.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "unit/study/powers.h"

#define OTHER "another-device"

static void
undo(struct world *w, const char *what, const char *subject)
{
	struct action_undone undone;

	must(action_undo(w->study, w->now, &undone, &err));
	if (what == NULL) {
		assert_false(undone.found);
		return;
	}
	assert_true(undone.found);
	assert_string_equal(undone.what, what);
	assert_string_equal(undone.subject, subject);
}

static void
answer_one(struct world *w, const char *typed, int rating)
{
	struct review *review = world_review(w, REVIEW_STUDY, NULL);

	assert_true(world_do(w, review, typed, rating)[0] != '\0');
	review_close(review);
}

/* A row as a merge would bring it from the learner's other machine. */
static void
event_from_elsewhere(struct world *w)
{
	w->now.at += CLOCK_MINUTE;
	must(store_begin(w->study->store, &err));
	must(store_event_add(w->study->store, &(struct store_event){
	    .id = "ZZZZZZZZZ00000000000", .learner = w->study->learner.id,
	    .device = OTHER, .at = w->now.at, .day = w->now.day,
	    .batch = "ZZZZZZZZZ00000000000", .what = "suspend",
	    .subject = "powers/say", .value = "" }, &err));
	must(store_commit(w->study->store, &err));
	w->now.at += CLOCK_MINUTE;
	world_open(w);
}

static void
review_from_elsewhere(struct world *w, const char *card)
{
	w->now.at += CLOCK_MINUTE;
	must(store_begin(w->study->store, &err));
	must(store_session_add(w->study->store, &(struct store_session){
	    .id = "ZZZZZZZZZ00000000001", .learner = w->study->learner.id,
	    .device = OTHER, .program = "test", .began_at = w->now.at },
	    &err));
	must(store_review_add(w->study->store, &(struct store_review){
	    .id = "ZZZZZZZZZ00000000002", .learner = w->study->learner.id,
	    .session = "ZZZZZZZZZ00000000001", .card = card,
	    .at = w->now.at, .day = w->now.day, .mode = "study",
	    .verdict = "exact", .score = 1, .tries = 1, .proposed = 3,
	    .rating = RATING_EASY, .retrievability = NAN }, &err));
	must(store_commit(w->study->store, &err));
	w->now.at += CLOCK_MINUTE;
	world_open(w);
}

static void
test_another_device_is_left_alone(void **state)
{
	struct world w;

	(void)state;
	begin(&w);
	answer_one(&w, "90", RATING_GOOD);
	event_from_elsewhere(&w);
	undo(&w, "review", "powers/days");
	undo(&w, NULL, NULL);
	assert_true(world_memory(&w, "powers/say")->suspended);
	world_check(&w);
	world_end(&w);
	begin(&w);
	answer_one(&w, "90", RATING_GOOD);
	review_from_elsewhere(&w, "powers/name");
	undo(&w, "review", "powers/days");
	undo(&w, NULL, NULL);
	assert_int_equal(world_memory(&w, "powers/name")->card.reps, 1);
	world_check(&w);
	world_end(&w);
}

static void
test_another_learner_is_left_alone(void **state)
{
	struct world w;
	struct study_options o;
	struct study *ann;
	struct err err;

	(void)state;
	begin(&w);
	answer_one(&w, "90", RATING_GOOD);
	ann = w.study;
	o = world_options(&w);
	o.learner = "bob";
	o.add_learner = true;
	w.now.at += CLOCK_MINUTE;
	assert_int_equal(study_open(&w.study, &o, w.now.at, &err), STUDY_OPEN);
	answer_one(&w, "90", RATING_GOOD);
	answer_one(&w, "x", RATING_GOOD);
	world_act(&w, ACTION_SUSPEND, "powers/say");
	study_close(w.study);
	w.study = ann;
	w.now.at += CLOCK_MINUTE;
	undo(&w, "review", "powers/days");
	undo(&w, NULL, NULL);
	world_check(&w);
	world_end(&w);
}

/* What a deck asked for is no action; the review before it is. */
static void
test_a_rename_is_left_alone(void **state)
{
	static const char head[] = "[deck]\nformat = 1\nid = d\ntitle = \"D\"\n"
	    "language = en\n";
	char text[400];
	struct world w;

	(void)state;
	world_init(&w);
	snprintf(text, sizeof(text), "%s[one]\nkind = basic\nquestion = "
	    "\"One?\"\nanswer = \"1\"\n", head);
	world_deck(&w, "d", text);
	world_open(&w);
	answer_one(&w, "", RATING_GOOD);
	snprintf(text, sizeof(text), "%s[uno]\nkind = basic\nquestion = "
	    "\"One?\"\nanswer = \"1\"\nwas = one\n", head);
	world_deck(&w, "d", text);
	w.now.at += CLOCK_MINUTE;
	world_open(&w);
	world_set(&w, "new", "5");
	undo(&w, "set", "new");
	undo(&w, "review", "d/uno");
	undo(&w, NULL, NULL);
	assert_true(replay_is_new(world_memory(&w, "d/uno")));
	world_check(&w);
	world_end(&w);
}

/* A setting taken back no longer holds, nor what was computed with it. */
static void
test_settings(void **state)
{
	struct world w;
	int32_t due;

	(void)state;
	begin(&w);
	answer_one(&w, "90", RATING_EASY);
	world_set(&w, "new", "3");
	undo(&w, "set", "new");
	assert_int_equal(study_settings(w.study)->v[SETTING_NEW], 10);
	world_set(&w, "retention", "0.7");
	review_from_elsewhere(&w, "powers/name");
	due = world_memory(&w, "powers/name")->card.due_day;
	undo(&w, "set", "retention");
	assert_true(world_memory(&w, "powers/name")->card.due_day < due);
	world_check(&w);
	world_open(&w);
	world_check(&w);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_another_device_is_left_alone),
		cmocka_unit_test(test_another_learner_is_left_alone),
		cmocka_unit_test(test_a_rename_is_left_alone),
		cmocka_unit_test(test_settings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
