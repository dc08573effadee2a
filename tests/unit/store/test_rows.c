/*
 * test_rows.c -- rows that came in another order than they were made.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "store/store.h"

#define LEARNER "00000000000000000000"

static struct store *
open_begun(void)
{
	struct store *store;
	struct err err = { 0 };

	if (!store_open(&store, ":memory:", STORE_CREATE, &err) ||
	    !store_begin(store, &err))
		fail_msg("%s", err.text);
	return store;
}

static void
review(struct store *store, const char *id, const char *session, int64_t at)
{
	struct err err = { 0 };

	if (!store_review_add(store, &(struct store_review){ .id = id,
	    .learner = LEARNER, .session = session, .card = "deck/note",
	    .at = at, .day = 1, .mode = "study", .verdict = "exact",
	    .score = 1, .tries = 1, .proposed = 3, .rating = 3,
	    .retrievability = NAN }, &err))
		fail_msg("%s", err.text);
}

static bool
event(struct store *store, const char *id, int64_t at, const char *value)
{
	struct err err = { 0 };

	return store_event_add(store, &(struct store_event){ .id = id,
	    .learner = LEARNER, .device = "d", .at = at, .batch = "b",
	    .what = "set", .subject = "new", .value = value }, &err);
}

static bool
collect(void *arg, const struct store_review *r)
{
	(void)snprintf((char *)arg + strlen(arg), 8, "%s ", r->id);
	return true;
}

static bool
collect_event(void *arg, const struct store_event *e)
{
	(void)snprintf((char *)arg + strlen(arg), 8, "%s ", e->id);
	return true;
}

static void
expect(struct store *store, const struct store_review_filter *f,
    const char *want)
{
	char got[256] = "";
	struct err err;

	assert_true(store_reviews(store, f, collect, got, &err));
	assert_string_equal(got, want);
}

static void
test_reviews(void **state)
{
	struct store *store = open_begun();
	struct store_review_filter f = store_review_all;

	(void)state;
	review(store, "b", "s", 10);
	review(store, "a", "s", 10);
	f.learner = LEARNER;
	/* All at one instant: the ids alone decide. */
	expect(store, &f, "a b ");
	review(store, "d", "s", 5);
	review(store, "c", "s", 20);
	expect(store, &f, "d a b c ");
	f.day_from = f.day_to = 1;
	expect(store, &f, "d a b c ");
	f.newest_first = true;
	expect(store, &f, "c b a d ");
	f = store_review_all;
	f.by_id = true;
	expect(store, &f, "d c b a ");
	store_close(store);
}

static void
test_events(void **state)
{
	struct store *store = open_begun();
	struct store_event_filter f = store_event_all;
	char got[2][256] = { "", "" };
	struct err err;

	(void)state;
	assert_true(event(store, "b", 10, "1"));
	assert_true(event(store, "a", 10, "2"));
	assert_true(event(store, "c", 5, "3"));
	assert_true(store_events(store, &f, collect_event, got[0], &err));
	assert_string_equal(got[0], "c a b ");
	f.subject = "new";
	assert_true(store_events(store, &f, collect_event, got[1], &err));
	assert_string_equal(got[1], "c a b ");
	/* Once more is nothing new; with another content it is an error. */
	assert_true(event(store, "a", 10, "2"));
	assert_false(event(store, "a", 10, "4"));
	store_close(store);
}

/* A review lies in a session, and a session was held on one device. */
static void
test_devices(void **state)
{
	static const char *const devices[] = { "here", "there" };
	struct store *store = open_begun();
	struct store_review_filter f = store_review_all;
	struct err err;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++)
		assert_true(store_session_add(store, &(struct store_session){
		    .id = devices[i], .learner = LEARNER, .device = devices[i],
		    .program = "p" }, &err));
	review(store, "a", "there", 1);
	review(store, "b", "here", 2);
	review(store, "c", "there", 3);
	review(store, "d", "here", 4);
	review(store, "e", "nowhere", 5);
	f.device = "here";
	expect(store, &f, "b d ");
	f.device = "there";
	expect(store, &f, "a c ");
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reviews), cmocka_unit_test(test_events),
		cmocka_unit_test(test_devices)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
