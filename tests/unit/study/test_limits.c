/*
 * test_limits.c -- what counts for a day's limits and for the usual time.
 * SPDX-License-Identifier: MIT
 *
 * Cards are left in every case, so that a limit which does not hold shows.
 */
#include <math.h>

#include "study/proposal_part.h"
#include "unit/study/powers.h"

static void
deck(struct world *w, int notes, const char *extra)
{
	struct buf text = BUF_INIT(1 << 16);
	int i;

	buf_adds(&text, "[deck]\nformat = 1\nid = a\ntitle = \"A\"\n"
	    "language = en\n");
	for (i = 1; i <= notes; i++)
		buf_printf(&text, "[n%d]\nkind = basic\nquestion = "
		    "\"Question %d?\"\nanswer = \"%d\"\n%s", i, i, i, extra);
	world_deck(w, "a", buf_str(&text));
	buf_clear(&text);
}

static void
answer(struct world *w, struct review *review, int64_t took_ms)
{
	const struct review_judged *judged;

	assert_non_null(world_next(w, review));
	must(review_answer(review, "", 0, took_ms, w->now, &judged, &err));
	world_rate(w, review, RATING_EASY);
}

/* An answer counts for a minute at most, in this session and the next. */
static void
test_minutes(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	deck(&w, 9, "");
	world_open(&w);
	world_set(&w, "minutes", "2");
	review = world_review(&w, REVIEW_STUDY, NULL);
	answer(&w, review, 3600000);
	review_close(review);
	review = world_review(&w, REVIEW_STUDY, NULL);
	answer(&w, review, 59000);
	answer(&w, review, 1000);
	assert_null(world_next(&w, review));
	review_close(review);
	review = world_review(&w, REVIEW_STUDY, NULL);
	assert_null(world_next(&w, review));
	world_set(&w, "minutes", "off");
	assert_non_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

static void
test_cram_uses_up_no_limit(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	deck(&w, 3, "");
	world_open(&w);
	world_set(&w, "new", "1");
	review = world_review(&w, REVIEW_CRAM, NULL);
	answer(&w, review, 1000);
	answer(&w, review, 1000);
	review_close(review);
	review = world_review(&w, REVIEW_STUDY, NULL);
	answer(&w, review, 1000);
	assert_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

/* Learned on the day of the change is learned as it is now. */
static void
test_changed_on_the_day_itself(void **state)
{
	struct world w;
	struct review *review;

	(void)state;
	world_init(&w);
	/* Day 20000 is 2024-10-04. */
	deck(&w, 1, "revised = 2024-10-04\nchange = \"Ninety.\"\n");
	world_open(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	answer(&w, review, 1000);
	world_days(&w, 1);
	assert_null(world_next(&w, review));
	review_close(review);
	world_end(&w);
}

/* Cards that are equally well known come in another order another time. */
static void
test_ties_are_shuffled(void **state)
{
	struct world w;
	struct review *review;
	uint32_t first;
	uint64_t seed;
	bool differs = false;

	(void)state;
	world_init(&w);
	deck(&w, 8, "");
	world_open(&w);
	review = world_review(&w, REVIEW_STUDY, NULL);
	for (seed = 0; seed < 8; seed++)
		answer(&w, review, 1000);
	review_close(review);
	world_days(&w, 60);
	review = world_review(&w, REVIEW_STUDY, NULL);
	first = world_next(&w, review)->number_of_card;
	review_close(review);
	for (seed = 2; seed < 20 && !differs; seed++) {
		w.seed = seed;
		world_open(&w);
		review = world_review(&w, REVIEW_STUDY, NULL);
		differs = world_next(&w, review)->number_of_card != first;
		review_close(review);
	}
	assert_true(differs);
	world_end(&w);
}

/* --- the usual time ------------------------------------------------------ */

static void
log_rows(struct world *w, const char *card, const char *verdict, int n,
    int32_t day, int64_t took_ms)
{
	static int made;
	char id[ID_SIZE];
	int i;

	must(store_begin(w->study->store, &err));
	for (i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "%020d", ++made);
		must(store_review_add(w->study->store, &(struct store_review){
		    .id = id, .learner = w->study->learner.id, .session = "s",
		    .card = card, .at = day * CLOCK_DAY + i, .day = day,
		    .mode = "study", .verdict = verdict, .score = 1,
		    .tries = 1, .took_ms = took_ms, .proposed = 3,
		    .rating = 3, .retrievability = NAN }, &err));
	}
	must(store_commit(w->study->store, &err));
}

static int64_t
median(struct world *w)
{
	int64_t ms = 0;

	must(proposal_median(w->study, &kind_number, DAY, &ms, &err));
	return ms;
}

static void
test_the_usual_time(void **state)
{
	struct world w;

	(void)state;
	begin(&w);
	world_set(&w, "new", "5");
	/* Right ones of this kind alone, though long ago. */
	log_rows(&w, "powers/days", "wrong", 60, DAY - 40, 50000);
	log_rows(&w, "powers/name", "exact", 60, DAY - 40, 40000);
	log_rows(&w, "powers/days", "exact", 19, DAY - 40, 10000);
	assert_true(median(&w) == -1);
	log_rows(&w, "powers/days", "fold", 1, DAY - 40, 10000);
	assert_true(median(&w) == 10000);
	/* The same within the week. */
	log_rows(&w, "powers/days", "rejected", 300, DAY - 1, 50000);
	log_rows(&w, "powers/name", "exact", 300, DAY - 1, 40000);
	assert_true(median(&w) == 10000);
	/* The newest two hundred decide. */
	log_rows(&w, "powers/days", "exact", 300, DAY - 30, 30000);
	assert_true(median(&w) == 30000);
	log_rows(&w, "powers/days", "exact", 120, DAY - 2, 20000);
	assert_true(median(&w) == 20000);
	world_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_minutes),
		cmocka_unit_test(test_cram_uses_up_no_limit),
		cmocka_unit_test(test_changed_on_the_day_itself),
		cmocka_unit_test(test_ties_are_shuffled),
		cmocka_unit_test(test_the_usual_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
