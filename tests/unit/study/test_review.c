/*
 * test_review.c -- whole sessions: ask, judge, rate, take back.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "unit/study/powers.h"

static void
test_first_answer_makes_the_store(void **state)
{
	struct world w;
	struct review *review;
	const struct review_question *q;
	const struct review_judged *judged;
	struct review_rated rated;
	struct counted c;

	(void)state;
	begin(&w);
	assert_false(file_exists(w.store));
	review = world_review(&w, REVIEW_STUDY, NULL);
	q = world_next(&w, review);
	assert_string_equal(q->card->id, "powers/days");
	assert_int_equal(q->number, 1);
	assert_int_equal(q->total, 5);
	assert_int_equal(q->state, STATE_NEW);
	assert_false(file_exists(w.store));
	judged = world_answer(&w, review, "90 days");
	assert_int_equal(judged->proposal.rating, RATING_GOOD);
	rated = world_rate(&w, review, 0);
	assert_int_equal(rated.rating, RATING_GOOD);
	assert_int_equal(rated.after.state, STATE_LEARNING);
	assert_true(file_exists(w.store));
	assert_string_equal(w.study->learner.name, "ann");
	assert_memory_equal(w.study->device, "test-", 5);
	c = reviews(&w);
	assert_int_equal(c.n, 1);
	assert_int_equal(c.last.proposed, RATING_GOOD);
	assert_int_equal(c.last.day, DAY);
	assert_true(isnan(c.last.retrievability));
	assert_true(c.last.content == card_content(q->card));
	q = world_next(&w, review);
	assert_int_equal(q->number, 2);
	assert_int_equal(q->total, 5);
	review_close(review);
	world_check(&w);
	world_end(&w);
}

static void
test_a_hint_makes_it_hard(void **state)
{
	struct world w;
	struct review *review;
	struct select *select;

	(void)state;
	begin(&w);
	review = only(&w, REVIEW_STUDY, "powers/days", &select);
	world_next(&w, review);
	assert_string_equal(review_hint(review), "More than sixty.");
	review_hint(review);
	assert_int_equal(world_answer(&w, review, "90")->proposal.reason,
	    PROPOSAL_HINT);
	assert_int_equal(review_enter(review), RATING_HARD);
	world_rate(&w, review, 0);
	assert_int_equal(reviews(&w).last.hints, 1);
	review_close(review);
	select_free(select);
	world_end(&w);
}

static void
test_unreadable_costs_nothing(void **state)
{
	struct world w;
	struct review *review;
	struct counted c;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_next(&w, review);
	assert_int_equal(world_answer(&w, review,
	    "ninety-ish?")->judgement.verdict, VERDICT_UNREADABLE);
	assert_int_equal(review_state(review), REVIEW_ASKED);
	world_answer(&w, review, "60");
	world_rate(&w, review, 0);
	c = reviews(&w);
	assert_int_equal(c.n, 1);
	assert_int_equal(c.last.tries, 1);
	assert_int_equal(c.last.rating, RATING_AGAIN);
	assert_string_equal(c.verdict, "wrong");
	review_close(review);
	world_end(&w);
}

static void
test_a_blank_is_taken_back(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_next(&w, review);
	assert_int_equal(world_answer(&w, review, "")->proposal.reason,
	    PROPOSAL_BLANK);
	review_retake(review);
	assert_int_equal(review_question(review)->tries, 2);
	assert_int_equal(world_answer(&w, review, "90")->proposal.reason,
	    PROPOSAL_SECOND_TRY);
	world_rate(&w, review, 0);
	assert_int_equal(reviews(&w).last.tries, 2);
	assert_int_equal(reviews(&w).last.rating, RATING_HARD);
	review_close(review);
	world_end(&w);
}

static void
test_slip(void **state)
{
	struct world w;
	struct review *review;
	struct select *select;

	(void)state;
	begin(&w);
	review = only(&w, REVIEW_STUDY, "powers/name", &select);
	world_next(&w, review);
	assert_true(world_answer(&w, review,
	    "expedited preservaton")->slip_open);
	review_slip(review, true);
	assert_int_equal(review_judged(review)->proposal.rating, RATING_GOOD);
	world_rate(&w, review, 0);
	assert_string_equal(reviews(&w).verdict, "slip");
	world_minutes(&w, 20);
	world_next(&w, review);
	world_answer(&w, review, "expedited preservaton");
	review_slip(review, false);
	assert_int_equal(review_judged(review)->proposal.rating,
	    RATING_AGAIN);
	world_rate(&w, review, 0);
	assert_string_equal(reviews(&w).verdict, "wrong");
	review_close(review);
	select_free(select);
	world_end(&w);
}

static void
test_i_was_right_becomes_an_alias(void **state)
{
	struct world w;
	struct review *review;
	struct select *select;
	struct action_undone undone;

	(void)state;
	begin(&w);
	review = only(&w, REVIEW_STUDY, "powers/name", &select);
	world_next(&w, review);
	world_answer(&w, review, "quick freeze");
	assert_int_equal(review_enter(review), RATING_AGAIN);
	review_right(review);
	world_rate(&w, review, 0);
	assert_string_equal(reviews(&w).verdict, "wrong");
	assert_int_equal(reviews(&w).last.rating, RATING_GOOD);
	assert_int_equal(reviews(&w).last.proposed, RATING_AGAIN);
	world_minutes(&w, 20);
	world_next(&w, review);
	assert_true(world_answer(&w, review, "Quick  Freeze!")->alias);
	assert_int_equal(review_enter(review), RATING_GOOD);
	review_close(review);
	/* The undo takes both back: the wording is wrong again. */
	must(action_undo(w.study, w.now, &undone, &err));
	assert_string_equal(undone.what, "review");
	assert_int_equal(undone.rows, 2);
	review = world_review(&w, REVIEW_STUDY, select);
	world_next(&w, review);
	assert_int_equal(world_answer(&w, review,
	    "quick freeze")->judgement.verdict, VERDICT_WRONG);
	review_close(review);
	select_free(select);
	world_check(&w);
	world_end(&w);
}

static void
test_undo_over_the_last_card_and_into_a_later_run(void **state)
{
	struct world w;
	struct review *review;
	struct action_undone undone;
	struct review_summary sum;
	const struct review_question *q;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_string_equal(world_do(&w, review, "60", 0), "powers/days");
	assert_string_equal(world_do(&w, review, "x", 0), "powers/name");
	q = world_next(&w, review);
	assert_string_equal(q->card->id, "powers/say");
	must(review_undo(review, w.now, &undone, &err));
	assert_true(undone.found);
	assert_string_equal(undone.subject, "powers/name");
	q = world_next(&w, review);
	assert_string_equal(q->card->id, "powers/name");
	assert_int_equal(q->state, STATE_NEW);
	world_answer(&w, review, "expedited preservation");
	world_rate(&w, review, 0);
	review_summary(review, w.now, &sum);
	assert_int_equal(sum.answered, 2);
	assert_int_equal(sum.right, 1);
	assert_int_equal(sum.missed_n, 1);
	assert_string_equal(sum.missed[0], "16(2)");
	review_close(review);
	world_check(&w);

	world_minutes(&w, 1);
	world_open(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	must(review_undo(review, w.now, &undone, &err));
	assert_string_equal(undone.subject, "powers/name");
	must(review_undo(review, w.now, &undone, &err));
	assert_string_equal(undone.subject, "powers/days");
	must(review_undo(review, w.now, &undone, &err));
	assert_false(undone.found);
	assert_string_equal(world_next(&w, review)->card->id, "powers/days");
	assert_true(replay_is_new(world_memory(&w, "powers/name")));
	review_close(review);
	world_check(&w);
	world_end(&w);
}

static void
test_undo_takes_a_batch_back_as_a_whole(void **state)
{
	struct world w;
	uint32_t cards[] = { 0, 2, 3 };
	size_t done;
	struct action_undone undone;

	(void)state;
	begin(&w);
	must(action_do(w.study, ACTION_SUSPEND, cards, 3, NULL, w.now, &done,
	    &err));
	assert_int_equal(done, 3);
	must(action_do(w.study, ACTION_SUSPEND, cards, 3, NULL, w.now, &done,
	    &err));
	assert_int_equal(done, 0);
	world_set(&w, "retention", "0.8");
	must(action_undo(w.study, w.now, &undone, &err));
	assert_string_equal(undone.what, "set");
	assert_int_equal(study_settings(w.study)->v[SETTING_RETENTION], 9000);
	must(action_undo(w.study, w.now, &undone, &err));
	assert_string_equal(undone.what, "suspend");
	assert_int_equal(undone.rows, 3);
	assert_false(world_memory(&w, "powers/days")->suspended);
	world_check(&w);
	world_end(&w);
}

static void
test_a_hang_up_commits_the_proposal(void **state)
{
	struct world w;
	struct review *review;
	bool stored;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_next(&w, review);
	must(review_hang_up(review, w.now, &stored, &err));
	assert_false(stored);
	world_next(&w, review);
	world_answer(&w, review, "90");
	must(review_hang_up(review, w.now, &stored, &err));
	assert_true(stored);
	/* A slip counts only when the learner says so. */
	world_next(&w, review);
	assert_true(world_answer(&w, review,
	    "expedited preservaton")->slip_open);
	must(review_hang_up(review, w.now, &stored, &err));
	assert_false(stored);
	world_do(&w, review, "x", 0);
	assert_string_equal(world_next(&w, review)->card->id, "powers/say");
	world_answer(&w, review, "");
	must(review_hang_up(review, w.now, &stored, &err));
	assert_false(stored);
	assert_int_equal(reviews(&w).n, 2);
	review_close(review);
	world_end(&w);
}

static void
test_cram_moves_nothing_and_preview_writes_nothing(void **state)
{
	struct world w;
	struct review *review;
	struct review_rated rated;
	int n = 0;

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_PREVIEW, NULL);
	assert_string_equal(world_next(&w, review)->card->id, "powers/days");
	world_answer(&w, review, "90");
	rated = world_rate(&w, review, 0);
	assert_int_equal(rated.rating, 0);
	assert_string_equal(world_next(&w, review)->card->id, "powers/name");
	review_close(review);
	assert_false(file_exists(w.store));
	review = world_review(&w, REVIEW_CRAM, NULL);
	while (world_do(&w, review, "zzz", RATING_AGAIN)[0] != '\0')
		n++;
	assert_int_equal(n, 5);
	review_close(review);
	assert_int_equal(reviews(&w).n, 5);
	assert_string_equal(reviews(&w).mode, "cram");
	assert_true(replay_is_new(world_memory(&w, "powers/days")));
	world_check(&w);
	world_end(&w);
}

static void
test_answers_are_kept_or_not(void **state)
{
	struct world w;
	struct review *review;
	struct buf text = BUF_INIT(100);

	(void)state;
	begin(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	world_do(&w, review, "sixty", 0);
	must(store_typed_find(w.study->store, reviews(&w).id, &text, &err));
	assert_string_equal(buf_str(&text), "sixty");
	world_set(&w, "keep_answers", "no");
	world_do(&w, review, "another", 0);
	buf_reset(&text);
	must(store_typed_find(w.study->store, reviews(&w).id, &text, &err));
	assert_string_equal(buf_str(&text), "");
	buf_clear(&text);
	review_close(review);
	world_end(&w);
}

static void
test_options_stand_as_the_id_says(void **state)
{
	struct world w;
	struct review *review;
	struct select *select;
	const struct review_question *q;
	struct card_layout layout;

	(void)state;
	begin(&w);
	review = only(&w, REVIEW_STUDY, "powers/pick", &select);
	q = world_next(&w, review);
	layout = card_layout_of(q->card, q->id);
	assert_int_equal(q->layout.n, 4);
	assert_memory_equal(&layout, &q->layout, sizeof(layout));
	review_close(review);
	select_free(select);
	world_end(&w);
}

/* Twenty right answers of a kind make a usual time; hard is three of it. */
static void
test_slower_than_usual(void **state)
{
	static const struct {
		int answers;
		int64_t took_ms;
		enum proposal_reason reason;
	} rows[] = {
		{ 19, 59000, PROPOSAL_RIGHT }, { 20, 59000, PROPOSAL_SLOW },
		{ 20, 30000, PROPOSAL_RIGHT }, { 20, 30001, PROPOSAL_SLOW },
		{ 230, 30001, PROPOSAL_SLOW },
	};
	const struct review_judged *judged;
	struct world w;
	struct review *review;
	struct select *select;
	size_t i;
	int n;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		begin(&w);
		review = only(&w, REVIEW_STUDY, "powers/days", &select);
		for (n = 0; n < rows[i].answers; n++) {
			assert_non_null(world_next(&w, review));
			/* The first of more than 200 no longer count. */
			must(review_answer(review, "90", 2, n < 20 &&
			    rows[i].answers > 200 ? 60000 : 10000, w.now,
			    &judged, &err));
			world_rate(&w, review, RATING_AGAIN);
			world_minutes(&w, 2);
		}
		/* The usual time is looked up once a session. */
		review_close(review);
		review = world_review(&w, REVIEW_STUDY, select);
		assert_non_null(world_next(&w, review));
		must(review_answer(review, "90", 2, rows[i].took_ms, w.now,
		    &judged, &err));
		if (judged->proposal.reason != rows[i].reason)
			fail_msg("row %zu: reason %d, median %d", i,
			    (int)judged->proposal.reason,
			    (int)judged->median_ms);
		review_close(review);
		select_free(select);
		world_end(&w);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_answer_makes_the_store),
		cmocka_unit_test(test_a_hint_makes_it_hard),
		cmocka_unit_test(test_unreadable_costs_nothing),
		cmocka_unit_test(test_a_blank_is_taken_back),
		cmocka_unit_test(test_slip),
		cmocka_unit_test(test_i_was_right_becomes_an_alias),
		cmocka_unit_test(
		    test_undo_over_the_last_card_and_into_a_later_run),
		cmocka_unit_test(test_undo_takes_a_batch_back_as_a_whole),
		cmocka_unit_test(test_a_hang_up_commits_the_proposal),
		cmocka_unit_test(
		    test_cram_moves_nothing_and_preview_writes_nothing),
		cmocka_unit_test(test_answers_are_kept_or_not),
		cmocka_unit_test(test_options_stand_as_the_id_says),
		cmocka_unit_test(test_slower_than_usual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
