/*
 * test_study.c -- sessions beside others: processes, learners, clocks, edits.
 * SPDX-License-Identifier: MIT
 */
#include <sys/wait.h>

#include "unit/study/powers.h"

/* Another process answers the card that stands on our screen. */
static void
test_two_processes_on_one_store(void **state)
{
	struct world w;
	struct review *review, *theirs;
	int status;
	pid_t child;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", RATING_GOOD);
	assert_string_equal(world_next(&w, review)->card->id, "powers/name");
	world_answer(&w, review, "x");
	child = fork();
	if (child == 0) {
		w.study = NULL;
		w.seed = 2;
		w.now.at += 1000;
		world_open(&w);
		theirs = world_review(&w, REVIEW_STUDY, NULL);
		world_do(&w, theirs, "expedited preservation", RATING_GOOD);
		world_do(&w, theirs, "", RATING_EASY);
		world_set(&w, "retention", "0.8");
		review_close(theirs);
		study_close(w.study);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	w.now.at += 2000;
	world_rate(&w, review, 0);
	assert_int_equal(world_memory(&w, "powers/name")->card.reps, 2);
	assert_int_equal(world_memory(&w, "powers/say")->card.reps, 1);
	assert_int_equal(study_settings(w.study)->v[SETTING_RETENTION], 8000);
	/* What they answered is not asked again here. */
	assert_string_equal(world_next(&w, review)->card->id, "powers/three");
	world_check(&w);
	review_close(review);
	world_end(&w);
}

/* Undo goes by the order of doing, not by what a wrong clock said. */
static void
test_undo_when_the_clock_went_back(void **state)
{
	static const char *const done[] = { "powers/days", "powers/name",
	    "powers/say" };
	struct world w;
	struct review *review;
	struct action_undone undone;
	size_t i;

	(void)state;
	begin(&w);
	for (i = 0; i < 3; i++) {
		world_open(&w);
		review = world_review(&w, REVIEW_STUDY, NULL);
		assert_string_equal(world_do(&w, review, "x1x 9", RATING_EASY),
		    done[i]);
		review_close(review);
		/* Two days back, then forward again. */
		w.now.at += (i == 0 ? -2 : 3) * CLOCK_DAY;
		w.now.day += i == 0 ? -2 : 3;
	}
	for (i = 3; i-- > 0; ) {
		must(action_undo(w.study, w.now, &undone, &err));
		assert_string_equal(undone.subject, done[i]);
	}
	world_check(&w);
	world_end(&w);
}

/* A change that recomputed everything and could not be kept leaves nothing. */
static void
test_a_change_that_is_not_kept(void **state)
{
	struct world w;
	struct review *review;
	char batch[ID_SIZE] = "";
	size_t done;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", RATING_GOOD);
	must(study_begin(w.study, w.now, &err));
	must(study_event(w.study, w.now, batch, "retract", reviews(&w).id,
	    "review", NULL, &err));
	must(study_replay_all(w.study, &err));
	study_rollback(w.study);
	must(action_do_id(w.study, ACTION_FLAG, "powers/say", NULL, w.now,
	    &done, &err));
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	world_check(&w);
	review_close(review);
	world_end(&w);
}

static void
test_a_leech_is_told(void **state)
{
	(void)state;
	assert_false(study_leech_told(6, 7));
	assert_true(study_leech_told(7, 8));
	assert_false(study_leech_told(8, 8));
	assert_false(study_leech_told(8, 9));
	assert_true(study_leech_told(11, 12));
	assert_true(study_leech_told(15, 16));
}

static void
test_learners(void **state)
{
	struct world w;
	struct study_options o;
	struct study *s;
	struct review *review;
	struct err err;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", 0);
	review_close(review);
	o = world_options(&w);
	o.learner = "bob";
	assert_int_equal(study_open(&s, &o, w.now.at, &err), STUDY_UNKNOWN);
	assert_non_null(strstr(err.text, "ann"));
	assert_int_equal(err.kind, ERR_USAGE);
	o.add_learner = true;
	assert_int_equal(study_open(&s, &o, w.now.at, &err), STUDY_OPEN);
	study_close(w.study);
	w.study = s;
	assert_true(replay_is_new(world_memory(&w, "powers/days")));
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", 0);
	review_close(review);
	o.learner = NULL;
	o.add_learner = false;
	assert_int_equal(study_open(&s, &o, w.now.at, &err), STUDY_SEVERAL);
	assert_null(s);
	o.learner = "ann";
	assert_int_equal(study_open(&s, &o, w.now.at, &err), STUDY_OPEN);
	study_close(s);
	world_end(&w);
}

static void
test_a_clock_behind_is_seen(void **state)
{
	struct world w;
	struct review *review;
	int64_t at;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", 0);
	review_close(review);
	at = w.now.at;
	assert_int_equal(study_clock_behind(w.study, w.now), 0);
	w.now.at = at - CLOCK_DAY;
	assert_int_equal(study_clock_behind(w.study, w.now), 0);
	w.now.at = at - 3 * CLOCK_DAY;
	assert_int_equal(study_clock_behind(w.study, w.now), 3);
	/* A review then is later than the card's last one all the same. */
	world_act(&w, ACTION_RESET, "powers/days");
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", 0);
	review_close(review);
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	assert_true(world_memory(&w, "powers/days")->card.last_at > at);
	world_check(&w);
	world_end(&w);
}

static void
test_an_edit_inside_a_session(void **state)
{
	struct world w;
	struct review *review;
	struct diags diags = { .n = 0 };
	char *edited;
	bool kept;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "90", 0);
	world_next(&w, review);
	world_deck(&w, "powers", "[deck]\nnothing here = is right\n");
	must(review_reload(review, w.now, &kept, &diags, &err));
	assert_true(kept);
	assert_true(diags.errors > 0);
	assert_string_equal(review_question(review)->card->id, "powers/name");
	edited = strdup(powers);
	memcpy(strstr(edited, "keeps data"), "saves data", 10);
	world_deck(&w, "powers", edited);
	must(review_reload(review, w.now, &kept, &diags, &err));
	assert_false(kept);
	assert_string_equal(note_value(review_question(review)->card->note,
	    KEY_QUESTION, 0), "Which order saves data?");
	assert_int_equal(world_memory(&w, "powers/days")->card.reps, 1);
	world_answer(&w, review, "expedited preservation");
	world_rate(&w, review, 0);
	diag_clear(&diags);
	free(edited);
	review_close(review);
	world_check(&w);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_processes_on_one_store),
		cmocka_unit_test(test_undo_when_the_clock_went_back),
		cmocka_unit_test(test_a_change_that_is_not_kept),
		cmocka_unit_test(test_a_leech_is_told),
		cmocka_unit_test(test_learners),
		cmocka_unit_test(test_a_clock_behind_is_seen),
		cmocka_unit_test(test_an_edit_inside_a_session),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
