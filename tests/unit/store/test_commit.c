/*
 * test_commit.c -- each look at the file around a change; how durable; what is undone.
 * SPDX-License-Identifier: MIT
 *
 * The looks at begin and at commit cover for one another, so each case takes
 * the file away between two of them.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/own.h"
#include "store/store.h"

#define LEARNER "00000000000000000000"

static char folder[64];

static int
setup(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	(void)snprintf(folder, sizeof(folder), "%s/recital-commit-XXXXXX",
	    tmp != NULL && strlen(tmp) < 32 ? tmp : "/tmp");
	return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
teardown(void **state)
{
	char command[96];

	(void)state;
	(void)snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return chdir("/") != 0 || system(command) != 0;
}

static struct store *
open_or_fail(const char *path, enum store_mode mode)
{
	struct store *store;
	struct err err = { 0 };

	if (!store_open(&store, path, mode, &err))
		fail_msg("%s", err.text);
	return store;
}

static bool
add(struct store *store, const char *id, int64_t at)
{
	struct store_review r = { .id = id, .learner = LEARNER,
	    .session = "s", .card = "deck/note", .at = at, .mode = "study",
	    .verdict = "exact", .score = 1, .tries = 1, .proposed = 3,
	    .rating = 3, .retrievability = NAN };
	struct err err;

	return store_review_add(store, &r, &err);
}

static bool
collect(void *arg, const struct store_review *r)
{
	(void)snprintf((char *)arg + strlen(arg), 8, "%s ", r->id);
	return true;
}

static void
expect(const char *path, const char *want)
{
	struct store *store = open_or_fail(path, STORE_WRITE);
	char got[256] = "";
	struct err err;

	assert_true(store_reviews(store, &store_review_all, collect, got,
	    &err));
	assert_string_equal(got, want);
	store_close(store);
}

static struct store *
with_one_row(const char *path)
{
	struct store *store = open_or_fail(path, STORE_CREATE);
	struct err err;

	assert_true(store_begin(store, &err));
	assert_true(add(store, "a", 1));
	assert_true(store_commit(store, &err));
	return store;
}

static void
test_gone_before_begin(void **state)
{
	struct store *store = with_one_row("begin.db");
	struct err err = { 0 };

	(void)state;
	assert_int_equal(unlink("begin.db"), 0);
	assert_false(store_begin(store, &err));
	assert_non_null(strstr(err.text, "begin.db.rescued-1"));
	store_close(store);
	expect("begin.db.rescued-1", "a ");
}

static void
test_gone_before_commit(void **state)
{
	struct store *store = with_one_row("commit.db");
	struct err err = { 0 };

	(void)state;
	assert_true(store_begin(store, &err));
	assert_true(add(store, "b", 2));
	assert_int_equal(rename("commit.db", "elsewhere.db"), 0);
	assert_false(store_commit(store, &err));
	/* What was not acknowledged is nowhere. */
	assert_non_null(strstr(err.text, "everything answered before"));
	store_close(store);
	expect("commit.db.rescued-1", "a ");
	expect("elsewhere.db", "a ");
}

/* Another file under the same name is not the store either. */
static void
test_replaced(void **state)
{
	struct store *store = with_one_row("one.db"), *other;
	struct err err = { 0 };

	(void)state;
	other = open_or_fail("two.db", STORE_CREATE);
	store_close(other);
	assert_int_equal(rename("one.db", "kept.db"), 0);
	assert_int_equal(rename("two.db", "one.db"), 0);
	assert_false(store_begin(store, &err));
	store_close(store);
	expect("one.db.rescued-1", "a ");
	expect("one.db", "");
}

/* Found only when closing: nobody hears of it, but the rows are kept. */
static void
test_gone_before_close(void **state)
{
	struct store *store = with_one_row("close.db");

	(void)state;
	assert_int_equal(unlink("close.db"), 0);
	assert_true(file_write("close.db.rescued-1", "mine", 4,
	    &(struct err){ 0 }));
	store_close(store);
	/* A rescue never overwrites what lies there. */
	expect("close.db.rescued-2", "a ");
}

/* A commit that SQLite refuses leaves no change open behind it. */
static void
test_refused_commit(void **state)
{
	struct store *store = with_one_row("refused.db");
	struct err err = { 0 };

	(void)state;
	assert_true(sql_run(store->sql, "CREATE TABLE p (x BIGINT PRIMARY "
	    "KEY); CREATE TABLE c (x BIGINT REFERENCES p (x) DEFERRABLE "
	    "INITIALLY DEFERRED)", &err));
	assert_true(store_begin(store, &err));
	assert_true(add(store, "b", 2));
	assert_true(sql_run(store->sql, "INSERT INTO c VALUES (7)", &err));
	assert_false(store_commit(store, &err));
	assert_true(store_begin(store, &err));
	assert_true(add(store, "c", 3));
	assert_true(store_commit(store, &err));
	store_close(store);
	expect("refused.db", "a c ");
}

/* An empty file that lay there for all to read is the learner's alone. */
static void
test_an_empty_file(void **state)
{
	struct store *store;
	struct stat st;
	struct err err;

	(void)state;
	assert_true(file_write("empty.db", "", 0, &err));
	assert_int_equal(chmod("empty.db", 0644), 0);
	store = with_one_row("empty.db");
	assert_int_equal(stat("empty.db", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	store_close(store);
}

static bool
collect_event(void *arg, const struct store_event *e)
{
	(void)snprintf((char *)arg + strlen(arg), 8, "%s ", e->id);
	return true;
}

static void
event(struct store *store, const char *id, const char *what,
    const char *subject)
{
	struct store_event e = { .id = id, .learner = LEARNER, .device = "d",
	    .at = 5, .batch = id, .what = what, .subject = subject,
	    .value = "" };
	struct err err;

	assert_true(store_event_add(store, &e, &err));
}

/* Several rows taken back, in no order: of one learner, and of all. */
static void
test_retractions(void **state)
{
	struct store *store = open_or_fail(":memory:", STORE_CREATE);
	struct store_event_filter events = store_event_all;
	struct store_review_filter reviews = store_review_all;
	char got[4][256] = { "", "", "", "" };
	struct err err;

	(void)state;
	assert_true(store_begin(store, &err));
	assert_true(add(store, "a", 1) && add(store, "b", 2) &&
	    add(store, "c", 3) && add(store, "d", 4));
	event(store, "e", "suspend", "deck/note");
	event(store, "f", "suspend", "deck/note");
	event(store, "g", "retract", "e");
	event(store, "h", "retract", "d");
	event(store, "i", "retract", "a");
	event(store, "j", "retract", "c");
	assert_true(store_commit(store, &err));
	assert_true(store_reviews(store, &reviews, collect, got[0], &err));
	assert_string_equal(got[0], "b ");
	reviews.learner = LEARNER;
	assert_true(store_reviews(store, &reviews, collect, got[1], &err));
	assert_string_equal(got[1], "b ");
	events.what = "suspend";
	assert_true(store_events(store, &events, collect_event, got[2], &err));
	assert_string_equal(got[2], "f ");
	events.learner = LEARNER;
	assert_true(store_events(store, &events, collect_event, got[3], &err));
	assert_string_equal(got[3], "f ");
	store_close(store);
}

/* On a disk: a WAL that is synced at each commit, and keys that hold. */
static void
test_pragmas(void **state)
{
	struct store *store = with_one_row("pragmas.db");
	struct sql_query *query;
	struct err err = { 0 };
	int64_t n;
	bool row;

	(void)state;
	assert_true(sql_number(store->sql, "PRAGMA synchronous", &n, &err));
	assert_int_equal(n, 2);
	assert_true(sql_number(store->sql, "PRAGMA foreign_keys", &n, &err));
	assert_int_equal(n, 1);
	query = sql_query(store->sql, "PRAGMA journal_mode", &err);
	assert_non_null(query);
	assert_true(sql_step(query, &row, &err) && row);
	assert_string_equal(sql_text(query, 0), "wal");
	sql_done(query);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gone_before_begin),
		cmocka_unit_test(test_gone_before_commit),
		cmocka_unit_test(test_replaced),
		cmocka_unit_test(test_gone_before_close),
		cmocka_unit_test(test_refused_commit),
		cmocka_unit_test(test_an_empty_file),
		cmocka_unit_test(test_retractions),
		cmocka_unit_test(test_pragmas)
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
