/*
 * test_queue.c -- what is asked, in which order, and what waits.
 * SPDX-License-Identifier: MIT
 */
#include "unit/study/world.h"

/* A deck of n basic notes n1, n2, …; extra lines go into each note. */
static void
deck(struct world *w, const char *id, int n, const char *requires,
    const char *extra)
{
	struct buf text = BUF_INIT(1 << 20);
	int i;

	buf_printf(&text, "[deck]\nformat = 1\nid = %s\ntitle = \"%s\"\n"
	    "language = en\n", id, id);
	if (requires != NULL)
		buf_printf(&text, "requires = %s\n", requires);
	for (i = 1; i <= n; i++)
		buf_printf(&text, "[n%d]\nkind = basic\nquestion = "
		    "\"Question %d of %s?\"\nanswer = \"%d\"\n%s", i, i, id, i,
		    extra);
	world_deck(w, id, buf_str(&text));
	buf_clear(&text);
}

static struct queue *
queue_of(struct world *w, bool only_new, bool override)
{
	struct queue *queue;

	must(queue_open(&queue, w->study, &(struct queue_options){
	    .only_new = only_new, .override = override, .seed = 7 }, w->now,
	    &err));
	return queue;
}

static int
by_card(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The plan as "deck/n1 deck/n2", or what is in it, whatever the order. */
static void
expect_plan(struct world *w, const char *wanted, bool ordered)
{
	struct queue *queue = queue_of(w, false, false);
	struct buf got = BUF_INIT(1 << 20);
	uint32_t *cards;
	size_t n = queue_list(queue, w->now, &cards), i;

	if (!ordered)
		qsort(cards, n, sizeof(*cards), by_card);
	for (i = 0; i < n; i++)
		buf_printf(&got, "%s%s", i > 0 ? " " : "",
		    w->study->library.cards[cards[i]].id);
	assert_string_equal(buf_str(&got), wanted);
	buf_clear(&got);
	free(cards);
	queue_close(queue);
}

static void
expect(struct world *w, const char *wanted)
{
	expect_plan(w, wanted, true);
}

/* Answers everything that the day brings, each with one rating. */
static int
do_day(struct world *w, int rating)
{
	struct review *review = world_review(w, REVIEW_STUDY, NULL);
	int n = 0;

	while (world_do(w, review, "", rating)[0] != '\0')
		n++;
	review_close(review);
	return n;
}

static void
test_new_in_order_of_file_within_the_limit(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	deck(&w, "b", 2, NULL, "");
	deck(&w, "a", 3, NULL, "");
	world_open(&w);
	expect(&w, "a/n1 a/n2 a/n3 b/n1 b/n2");
	world_set(&w, "new", "2");
	expect(&w, "a/n1 a/n2");
	assert_int_equal(do_day(&w, RATING_EASY), 2);
	expect(&w, "");
	world_open(&w);
	expect(&w, "");
	world_set(&w, "new", "off");
	expect(&w, "a/n3 b/n1 b/n2");
	world_set(&w, "new", "2");
	world_days(&w, 1);
	expect(&w, "a/n3 b/n1");
	world_set(&w, "new", "0");
	expect(&w, "");
	world_end(&w);
}

static void
test_least_retrievable_first(void **state)
{
	struct world w;
	struct queue *queue;
	uint32_t *cards;
	size_t n, i;
	float r, last = 0;

	(void)state;
	world_init(&w);
	deck(&w, "a", 30, NULL, "");
	world_open(&w);
	world_set(&w, "new", "6");
	for (i = 0; i < 5; i++, world_days(&w, 1))
		do_day(&w, i % 2 == 0 ? RATING_GOOD : RATING_EASY);
	world_set(&w, "new", "0");
	world_days(&w, 20);
	queue = queue_of(&w, false, false);
	n = queue_list(queue, w.now, &cards);
	assert_int_equal(n, 30);
	for (i = 0; i < n; i++) {
		r = steps_retrievability(&w.study->replay.model,
		    &w.study->memories[cards[i]].card, w.now.day);
		assert_true(r >= last);
		last = r;
	}
	free(cards);
	queue_close(queue);
	world_end(&w);
}

static void
test_new_are_mixed_in_evenly(void **state)
{
	static const char *const patterns[][3] = {
		/* new, due: the pattern by (i + 1/2) D / N */
		{ "1", "1", "nd" }, { "2", "4", "dnddnd" },
		{ "3", "4", "nddndnd" }, { "4", "2", "nndnnd" },
		{ "1", "4", "ddndd" },
	};
	struct world w;
	struct queue *queue;
	uint32_t *cards;
	size_t n, i, p;
	char got[32];

	(void)state;
	for (p = 0; p < sizeof(patterns) / sizeof(patterns[0]); p++) {
		world_init(&w);
		deck(&w, "a", 10, NULL, "");
		world_open(&w);
		world_set(&w, "new", patterns[p][1]);
		do_day(&w, RATING_EASY);
		world_days(&w, 40);
		world_set(&w, "new", patterns[p][0]);
		queue = queue_of(&w, false, false);
		n = queue_list(queue, w.now, &cards);
		for (i = 0; i < n && i < sizeof(got) - 1; i++)
			got[i] = w.study->memories[cards[i]].card.state ==
			    STATE_NEW ? 'n' : 'd';
		got[i] = '\0';
		assert_string_equal(got, patterns[p][2]);
		free(cards);
		queue_close(queue);
		world_end(&w);
	}
}

static void
test_siblings_wait_until_tomorrow(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	deck(&w, "a", 2, NULL, "both_ways = yes\n");
	deck(&w, "b", 1, NULL, "fact = f1, f2\n");
	deck(&w, "c", 1, NULL, "fact = f2, f3\n");
	deck(&w, "d", 1, NULL, "fact = f3\n");
	world_open(&w);
	/* c waits for b; d shares nothing with b: siblings of siblings come. */
	expect(&w, "a/n1 a/n2 b/n1 d/n1");
	do_day(&w, RATING_EASY);
	expect(&w, "");
	world_days(&w, 1);
	expect(&w, "a/n1#back a/n2#back c/n1");
	do_day(&w, RATING_EASY);
	/* Due siblings: one of each pair, the less retrievable one. */
	world_days(&w, 60);
	expect_plan(&w, "a/n1 a/n2 b/n1 d/n1", false);
	world_end(&w);
}

static void
test_a_step_is_not_held_up(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	deck(&w, "a", 1, NULL, "both_ways = yes\n");
	world_open(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_string_equal(world_do(&w, review, "", RATING_AGAIN), "a/n1");
	assert_string_equal(world_do(&w, review, "", RATING_AGAIN), "a/n1");
	review_close(review);
	/* The step of yesterday goes first, and its sibling waits for it. */
	world_days(&w, 1);
	expect(&w, "a/n1");
	world_end(&w);
}

static void
test_requires(void **state)
{
	struct world w;
	struct queue *queue;

	(void)state;
	world_init(&w);
	deck(&w, "a", 1, "z", "");
	deck(&w, "m", 1, "z, nothing", "");
	deck(&w, "z", 2, NULL, "");
	world_open(&w);
	expect(&w, "z/n1 z/n2 a/n1 m/n1");
	world_set(&w, "new", "1");
	expect(&w, "z/n1");
	/* A suspended note does not hold up others. */
	world_act(&w, ACTION_SUSPEND, "z/n1");
	world_act(&w, ACTION_SUSPEND, "z/n2");
	expect(&w, "a/n1");
	world_act(&w, ACTION_RESUME, "z/n2");
	expect(&w, "z/n2");
	/* `learn a` asks its cards all the same. */
	world_act(&w, ACTION_BURY, "z/n2");
	expect(&w, "");
	queue = queue_of(&w, true, true);
	assert_int_equal(queue_left(queue, w.now).new_cards, 1);
	queue_close(queue);
	world_end(&w);
}

static void
test_requires_in_a_circle_or_without_cards(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	deck(&w, "a", 1, "b", "");
	deck(&w, "b", 1, "a", "");
	deck(&w, "c", 1, "d, e", "");
	deck(&w, "d", 1, NULL, "pool = exam\n");
	deck(&w, "e", 1, NULL, "draft = yes\n");
	world_open(&w);
	expect(&w, "a/n1 b/n1 c/n1");
	world_end(&w);
}

static void
test_limits_of_reviews_and_minutes(void **state)
{
	const struct review_judged *judged;
	struct review_summary sum;
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	deck(&w, "a", 6, NULL, "");
	world_open(&w);
	world_set(&w, "new", "5");
	do_day(&w, RATING_EASY);
	world_set(&w, "new", "0");
	world_days(&w, 60);
	world_set(&w, "reviews", "2");
	assert_int_equal(do_day(&w, RATING_EASY), 2);
	world_open(&w);
	expect(&w, "");
	world_days(&w, 1);
	assert_int_equal(do_day(&w, RATING_EASY), 2);
	world_set(&w, "reviews", "off");
	world_days(&w, 1);
	world_set(&w, "minutes", "0");
	world_set(&w, "new", "off");
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_null(world_next(&w, review));
	/* What was not asked waits; nothing is said to be left today. */
	review_summary(review, w.now, &sum);
	assert_int_equal(sum.left.due + sum.left.new_cards + sum.left.steps,
	    0);
	assert_int_equal(sum.left.over_limit, 2);
	/* An answer counts for a minute at most. */
	world_set(&w, "minutes", "2");
	assert_non_null(world_next(&w, review));
	must(review_answer(review, "", 0, 3600000, w.now, &judged, &err));
	world_rate(&w, review, RATING_EASY);
	assert_non_null(world_next(&w, review));
	must(review_answer(review, "", 0, 60000, w.now, &judged, &err));
	world_rate(&w, review, RATING_EASY);
	assert_null(world_next(&w, review));
	review_close(review);
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

static void
test_learn_ahead(void **state)
{
	struct world w;
	struct review *review;
	const struct review_question *q;
	struct err err;
	int64_t at = 0;

	(void)state;
	world_init(&w);
	deck(&w, "a", 2, NULL, "");
	world_open(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_string_equal(world_do(&w, review, "", RATING_AGAIN), "a/n1");
	/* The next card goes before a step that is not over. */
	assert_string_equal(world_next(&w, review)->card->id, "a/n2");
	world_minutes(&w, 2);
	assert_string_equal(world_next(&w, review)->card->id, "a/n1");
	world_answer(&w, review, "");
	world_rate(&w, review, RATING_GOOD);
	assert_string_equal(world_do(&w, review, "", RATING_EASY), "a/n2");
	/* Ten minutes ahead, and nothing else is left. */
	assert_string_equal(world_next(&w, review)->card->id, "a/n1");
	world_set(&w, "learn_ahead", "9");
	assert_int_equal(review_next(review, w.now, &q, &at, &err),
	    REVIEW_WAIT);
	assert_int_equal(at, w.now.at + 10 * CLOCK_MINUTE);
	world_minutes(&w, 1);
	assert_string_equal(world_next(&w, review)->card->id, "a/n1");
	review_close(review);
	world_end(&w);
}

static void
test_changed_since_learned(void **state)
{
	struct world w;
	struct review *review;
	const struct review_question *q;

	(void)state;
	world_init(&w);
	deck(&w, "a", 2, NULL, "");
	world_open(&w);
	do_day(&w, RATING_EASY);
	/* Day 20002 is 2024-10-06. */
	deck(&w, "a", 2, NULL, "revised = 2024-10-06\nchange = \"Ninety.\"\n");
	world_days(&w, 1);
	world_open(&w);
	expect(&w, "");
	world_days(&w, 1);
	review = world_review(&w, REVIEW_STUDY, NULL);
	q = world_next(&w, review);
	assert_non_null(q);
	assert_true(q->changed);
	world_answer(&w, review, "");
	assert_string_equal(review_change(review), "Ninety.");
	world_rate(&w, review, RATING_EASY);
	world_do(&w, review, "", RATING_EASY);
	assert_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

static void
test_suspended_buried_exam_and_drafts(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	deck(&w, "a", 3, NULL, "");
	deck(&w, "b", 1, NULL, "pool = exam\n");
	deck(&w, "c", 1, NULL, "draft = yes\n");
	world_open(&w);
	world_act(&w, ACTION_SUSPEND, "a/n1");
	world_act(&w, ACTION_BURY, "a/n2");
	expect(&w, "a/n3");
	world_days(&w, 1);
	expect(&w, "a/n2 a/n3");
	world_act(&w, ACTION_RESUME, "a/n1");
	expect(&w, "a/n1 a/n2 a/n3");
	world_end(&w);
}

static void
test_learn_takes_new_cards_and_their_steps(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	deck(&w, "a", 3, NULL, "");
	world_open(&w);
	world_set(&w, "new", "1");
	do_day(&w, RATING_EASY);
	world_days(&w, 60);
	review = world_review(&w, REVIEW_LEARN, NULL);
	assert_string_equal(world_do(&w, review, "", RATING_GOOD), "a/n2");
	assert_string_equal(world_do(&w, review, "", RATING_GOOD), "a/n2");
	assert_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

static void
test_counts(void **state)
{
	struct world w;
	struct queue_deck decks[2];
	int32_t *days;

	(void)state;
	world_init(&w);
	deck(&w, "a", 4, NULL, "");
	deck(&w, "b", 2, "a", "");
	world_open(&w);
	world_set(&w, "new", "2");
	do_day(&w, RATING_EASY);
	world_act(&w, ACTION_SUSPEND, "b/n1");
	queue_decks(w.study, w.now, decks);
	assert_int_equal(decks[0].new_cards, 2);
	assert_int_equal(decks[0].learned, 2);
	assert_int_equal(decks[0].due, 0);
	assert_false(decks[0].waiting);
	assert_int_equal(decks[1].suspended, 1);
	assert_true(decks[1].waiting);
	assert_int_equal(queue_due_days(w.study, NULL, w.now, &days), 2);
	assert_true(days[0] > w.now.day);
	free(days);
	/* A note that vanishes keeps its memory. */
	deck(&w, "a", 1, NULL, "");
	world_open(&w);
	queue_decks(w.study, w.now, decks);
	assert_int_equal(decks[0].lost, 1);
	assert_int_equal(world_memory(&w, "a/n2")->card.reps, 1);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_in_order_of_file_within_the_limit),
		cmocka_unit_test(test_least_retrievable_first),
		cmocka_unit_test(test_new_are_mixed_in_evenly),
		cmocka_unit_test(test_siblings_wait_until_tomorrow),
		cmocka_unit_test(test_a_step_is_not_held_up),
		cmocka_unit_test(test_requires),
		cmocka_unit_test(test_requires_in_a_circle_or_without_cards),
		cmocka_unit_test(test_limits_of_reviews_and_minutes),
		cmocka_unit_test(test_learn_ahead),
		cmocka_unit_test(test_changed_since_learned),
		cmocka_unit_test(test_suspended_buried_exam_and_drafts),
		cmocka_unit_test(test_learn_takes_new_cards_and_their_steps),
		cmocka_unit_test(test_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
