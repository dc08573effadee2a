/*
 * test_store.c -- the laws of the data, opening, refusing, many processes.
 * SPDX-License-Identifier: MIT
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
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "store/own.h"
#include "store/store.h"

#define LEARNER "00000000000000000000"

static char folder[64];

static int
setup(void **state)
{
	(void)state;
	(void)snprintf(folder, sizeof(folder), "/tmp/recital-store-XXXXXX");
	return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
teardown(void **state)
{
	char command[128];
	pid_t pid = fork();

	(void)state;
	(void)snprintf(command, sizeof(command), "%s", folder);
	if (pid == 0) {
		execlp("rm", "rm", "-rf", command, (char *)NULL);
		_exit(127);
	}
	return chdir("/tmp") != 0 || waitpid(pid, NULL, 0) != pid;
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

static struct store_review
review_of(const char *id, int64_t at)
{
	return (struct store_review){ .id = id, .learner = LEARNER,
	    .session = "s", .card = "deck/note", .content = -5, .at = at,
	    .day = (int32_t)(at / 86400000), .mode = "study",
	    .verdict = "exact", .score = 1, .tries = 1, .took_ms = 1234,
	    .proposed = 3, .rating = 3, .retrievability = NAN };
}

static void
add(struct store *store, const char *id, int64_t at)
{
	struct store_review r = review_of(id, at);
	struct err err;

	assert_true(store_begin(store, &err));
	assert_true(store_review_add(store, &r, &err));
	assert_true(store_commit(store, &err));
}

static bool
collect(void *arg, const struct store_review *r)
{
	(void)snprintf((char *)arg + strlen(arg), 8, "%s ", r->id);
	return true;
}

static void
expect(struct store *store, struct store_review_filter filter,
    const char *want)
{
	char got[256] = "";
	struct err err;

	filter.learner = LEARNER;
	assert_true(store_reviews(store, &filter, collect, got, &err));
	assert_string_equal(got, want);
}

static void
retract(struct store *store, const char *event, const char *subject)
{
	struct store_event e = { .id = event, .learner = LEARNER,
	    .device = "d", .at = 9, .day = 0, .batch = event,
	    .what = "retract", .subject = subject, .value = "" };
	struct err err;

	assert_true(store_begin(store, &err));
	assert_true(store_event_add(store, &e, &err));
	assert_true(store_commit(store, &err));
}

/* Order is that of (at, id), whatever the order of adding. */
static void
test_order_and_retraction(void **state)
{
	struct store *store = open_or_fail("order.db", STORE_CREATE);
	struct store_review_filter all = store_review_all;

	(void)state;
	add(store, "b", 1000);
	add(store, "c", 2000);
	expect(store, all, "b c ");
	add(store, "a", 1000);
	add(store, "x", 500);
	expect(store, all, "x a b c ");
	all.newest_first = true;
	all.limit = 2;
	expect(store, all, "c b ");
	retract(store, "e1", "b");
	expect(store, all, "c a ");
	all = store_review_all;
	all.card = "deck/note";
	expect(store, all, "x a c ");
	all.retracted = true;
	expect(store, all, "x a b c ");
	all.card = "deck/other";
	expect(store, all, "");
	store_close(store);
}

static void
test_newest_over_many_days(void **state)
{
	struct store *store = open_or_fail("days.db", STORE_CREATE);
	struct store_review_filter f = store_review_all;

	(void)state;
	add(store, "a", 86400000);
	add(store, "b", 86400000 * INT64_C(50));
	add(store, "c", 86400000 * INT64_C(99));
	add(store, "d", 86400000 * INT64_C(100));
	f.newest_first = true;
	expect(store, f, "d c b a ");
	f.limit = 3;
	expect(store, f, "d c b ");
	f.limit = 0;
	f.day_to = 60;
	expect(store, f, "b a ");
	store_close(store);
}

static void
test_the_same_again(void **state)
{
	struct store *store = open_or_fail("again.db", STORE_CREATE);
	struct store_review r = review_of("a", 1000);
	struct err err;

	(void)state;
	add(store, "a", 1000);
	add(store, "a", 1000);
	expect(store, store_review_all, "a ");
	assert_true(store_begin(store, &err));
	r.rating = 1;
	assert_false(store_review_add(store, &r, &err));
	assert_non_null(strstr(err.text, "another content"));
	store_rollback(store);
	store_close(store);
}

static void
test_append_only(void **state)
{
	static const char *const tried[] = {
		"UPDATE reviews SET rating = 4", "DELETE FROM reviews",
		"INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
		"DELETE FROM events", "UPDATE events SET value = 'x'",
		"DELETE FROM sessions", "UPDATE sessions SET device = 'x'",
		"DELETE FROM parameters", "UPDATE parameters SET w = ''"
	};
	struct store *store = open_or_fail("laws.db", STORE_CREATE);
	struct store_session session = { "s", LEARNER, "d", "p", 1, 0 };
	struct store_parameters p = { "p", LEARNER, 1, "fsrs-6", "1", "hand",
	    0, NAN };
	struct err err;
	size_t i;

	(void)state;
	add(store, "a", 1000);
	retract(store, "e", "none");
	assert_true(store_session_add(store, &session, &err));
	assert_true(store_parameters_add(store, &p, &err));
	for (i = 0; i < sizeof(tried) / sizeof(tried[0]); i++) {
		assert_false(sql_run(store->sql, tried[i], &err));
		assert_non_null(strstr(err.text, "append-only"));
	}
	expect(store, store_review_all, "a ");
	store_close(store);
}

static void
test_modes(void **state)
{
	struct store *store = open_or_fail("new/folder/p.db", STORE_CREATE);
	struct stat st;

	(void)state;
	add(store, "a", 1000);
	assert_int_equal(stat("new/folder/p.db", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat("new/folder/p.db-wal", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat("new", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	store_close(store);
}

static void
refuse(const char *path, enum store_mode mode, const char *why)
{
	struct store *store;
	struct err err = { 0 };

	assert_false(store_open(&store, path, mode, &err));
	assert_int_equal(err.kind, ERR_STORE);
	if (strstr(err.text, why) == NULL)
		fail_msg("%s", err.text);
}

static void
test_refusals(void **state)
{
	struct store *store;
	struct err err;
	struct sql *sql;
	char *before, *after;
	size_t n, m;

	(void)state;
	assert_true(file_write("text", "not a store\n", 12, &err));
	refuse("text", STORE_CREATE, "no store of recital");
	assert_true(file_read("text", 100, &before, &n, &err));
	assert_string_equal(before, "not a store\n");
	free(before);
	refuse(".", STORE_CREATE, "folder");
	refuse("missing", STORE_WRITE, "missing");
	refuse("missing", STORE_READ, "missing");
	/* Another program's database stays byte for byte. */
	assert_true(sql_open(&sql, "foreign.db", SQL_CREATE, &err));
	assert_true(sql_run(sql, "CREATE TABLE t (x)", &err));
	sql_close(sql);
	assert_true(file_read("foreign.db", 1 << 20, &before, &n, &err));
	refuse("foreign.db", STORE_CREATE, "no store of recital");
	assert_true(file_read("foreign.db", 1 << 20, &after, &m, &err));
	assert_true(n == m && memcmp(before, after, n) == 0);
	free(before);
	free(after);
	store = open_or_fail("newer.db", STORE_CREATE);
	assert_true(sql_run(store->sql, "PRAGMA user_version = 99", &err));
	store_close(store);
	refuse("newer.db", STORE_WRITE, "newer");
	/* A file of nothing is a new store. */
	assert_true(file_write("nothing.db", "", 0, &err));
	store = open_or_fail("nothing.db", STORE_CREATE);
	add(store, "a", 1);
	store_close(store);
}

static void
test_backup_and_rotate(void **state)
{
	struct store *store = open_or_fail("keep.db", STORE_CREATE), *copy;
	struct err err;
	int i;

	(void)state;
	add(store, "a", 1000);
	assert_true(store_backup(store, "copy.db", &err));
	assert_false(store_backup(store, "copy.db", &err));
	add(store, "b", 2000);
	for (i = 0; i < 7; i++)
		assert_true(store_rotate(store, &err));
	assert_true(file_exists("keep.db.5"));
	assert_false(file_exists("keep.db.6"));
	assert_false(file_exists("keep.db.new"));
	copy = open_or_fail("copy.db", STORE_READ);
	assert_true(store_is_readonly(copy));
	expect(copy, store_review_all, "a ");
	assert_false(store_begin(copy, &err));
	store_close(copy);
	copy = open_or_fail("keep.db.1", STORE_READ);
	expect(copy, store_review_all, "a b ");
	store_close(copy);
	store_close(store);
}

/* Renamed or removed under our hands: nothing acknowledged is lost. */
static void
lose_file(const char *path, bool removed)
{
	struct store *store = open_or_fail(path, STORE_CREATE), *copy;
	struct store_review r = review_of("c", 3000);
	char rescued[128], moved[128];
	struct err err;

	add(store, "a", 1000);
	add(store, "b", 2000);
	(void)snprintf(moved, sizeof(moved), "%s.moved", path);
	(void)snprintf(rescued, sizeof(rescued), "%s.rescued-1", path);
	assert_int_equal(removed ? unlink(path) : rename(path, moved), 0);
	assert_false(store_begin(store, &err) &&
	    store_review_add(store, &r, &err) && store_commit(store, &err));
	assert_non_null(strstr(err.text, rescued));
	store_close(store);
	copy = open_or_fail(rescued, STORE_READ);
	expect(copy, store_review_all, "a b ");
	store_close(copy);
	if (removed)
		return;
	copy = open_or_fail(moved, STORE_READ);
	expect(copy, store_review_all, "a b ");
	store_close(copy);
}

static void
test_file_goes_away(void **state)
{
	(void)state;
	lose_file("renamed.db", false);
	lose_file("removed.db", true);
}

/* A child adds rows of its own and says how many it may count on. */
static void
write_rows(const char *path, int who, int rows)
{
	struct store *store;
	struct store_review r;
	struct err err;
	char id[ID_SIZE];
	int i;

	if (!store_open(&store, path, STORE_CREATE, &err)) {
		fprintf(stderr, "%s\n", err.text);
		_exit(1);
	}
	for (i = 0; i < rows; i++) {
		(void)snprintf(id, sizeof(id), "%02u-%04u",
		    (unsigned)who % 100, (unsigned)i % 10000);
		r = review_of(id, i);
		if (!store_begin(store, &err) ||
		    !store_review_add(store, &r, &err) ||
		    !store_commit(store, &err)) {
			fprintf(stderr, "%s\n", err.text);
			_exit(1);
		}
	}
	store_close(store);
	_exit(0);
}

static void
test_many_writers(void **state)
{
	enum { WRITERS = 32, ROWS = 10 };
	struct store *store;
	struct err err;
	int64_t rows;
	int i, status;

	(void)state;
	for (i = 0; i < WRITERS; i++)
		if (fork() == 0)
			write_rows("many.db", i, ROWS);
	for (i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	store = open_or_fail("many.db", STORE_READ);
	assert_true(store_rows(store, &rows, &err));
	assert_int_equal(rows, WRITERS * ROWS);
	store_close(store);
}

static void
test_learner_rows(void **state)
{
	static const struct store_learner one = { LEARNER, "one" },
	    two = { "11111111111111111111", "two" };
	struct store *store = open_or_fail("rows.db", STORE_CREATE);
	struct store_learner found;
	struct err err;
	int64_t rows;
	bool is_there;

	(void)state;
	assert_true(store_learner_add(store, &one, &err));
	add(store, "a", 1000);
	assert_true(store_learner_rows(store, LEARNER, &rows, &err));
	assert_int_equal(rows, 1);
	assert_true(store_learner_add(store, &two, &err));
	assert_true(store_learner_rows(store, two.id, &rows, &err));
	assert_int_equal(rows, 0);
	add(store, "b", 1000);
	retract(store, "e", "a");
	assert_true(store_learner_rows(store, two.id, &rows, &err));
	assert_int_equal(rows, 0);
	assert_true(store_learner_rows(store, LEARNER, &rows, &err));
	assert_int_equal(rows, 3);
	add(store, "c", 1000);
	assert_true(store_learner_rows(store, LEARNER, &rows, &err));
	assert_int_equal(rows, 4);
	assert_true(store_learner_find(store, "two", &is_there, &found, &err));
	assert_true(is_there);
	assert_string_equal(found.id, two.id);
	store_close(store);
}

static bool
take_memory(void *arg, const struct store_memory *m)
{
	*(struct store_memory *)arg = *m;
	return true;
}

static void
test_memories(void **state)
{
	struct store *store = open_or_fail(":memory:", STORE_CREATE);
	struct store_memory m = { .learner = LEARNER, .card = "d/n#c2",
	    .state = 1, .step = 1, .stability = 0.1, .difficulty = 5,
	    .due_day = STORE_NONE, .due_at = 77, .last_at = 7, .last_day = 0,
	    .reps = 3, .buried_day = STORE_NONE }, got = { 0 };
	struct err err;

	(void)state;
	assert_true(store_memory_put(store, &m, &err));
	m.reps = 4;
	m.due_at = STORE_NONE;
	m.due_day = 9;
	assert_true(store_memory_put(store, &m, &err));
	assert_true(store_memories(store, LEARNER, NULL, take_memory, &got,
	    &err));
	assert_int_equal(got.reps, 4);
	assert_true(got.due_at == STORE_NONE && got.due_day == 9);
	assert_true((float)got.stability == (float)0.1);
	assert_true(store_memory_remove(store, LEARNER, "d/n#c2", &err));
	got.reps = 0;
	assert_true(store_memories(store, LEARNER, NULL, take_memory, &got,
	    &err));
	assert_int_equal(got.reps, 0);
	store_close(store);
}

static void
test_file_systems(void **state)
{
	(void)state;
	assert_true(store_has_wal(0xef53));	/* ext4 */
	assert_true(store_has_wal(0x01021994));	/* tmpfs */
	assert_false(store_has_wal(0x6969));
	assert_false(store_has_wal((long)0xff534d42));
	assert_false(store_has_wal((int32_t)0xff534d42));
	assert_false(store_has_wal(0x65735546));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_and_retraction),
		cmocka_unit_test(test_newest_over_many_days),
		cmocka_unit_test(test_the_same_again),
		cmocka_unit_test(test_append_only),
		cmocka_unit_test(test_modes),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_backup_and_rotate),
		cmocka_unit_test(test_file_goes_away),
		cmocka_unit_test(test_many_writers),
		cmocka_unit_test(test_learner_rows),
		cmocka_unit_test(test_memories),
		cmocka_unit_test(test_file_systems)
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
