/*
 * test_migrate.c -- an older store becomes a newer one, once, with a copy.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "store/own.h"
#include "store/store.h"

#define PROCESSES 8

/* Version 2 of these tests adds a table; its first step is never run here. */
static const struct migrate_step good[] = {
	{ "", "" },
	{ "CREATE TABLE more (x BIGINT); INSERT INTO more VALUES (7);", "" }
};
static const struct migrate_step bad[] = {
	{ "", "" },
	{ "CREATE TABLE more (x BIGINT); DROP TABLE learners;",
	    "CREATE TABLE more (x BIGINT);" }
};

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
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		execlp("rm", "rm", "-rf", folder, (char *)NULL);
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

static int64_t
number(struct store *store, const char *sql)
{
	struct err err;
	int64_t n = -1;

	if (!sql_number(store->sql, sql, &n, &err))
		return -1;
	return n;
}

static void
make(const char *path)
{
	static const struct store_learner learner = {
		.id = "00000000000000000000", .name = "ann"
	};
	struct store *store = open_or_fail(path, STORE_CREATE);
	struct err err;

	assert_true(store_begin(store, &err));
	assert_true(store_learner_add(store, &learner, &err));
	assert_true(store_commit(store, &err));
	store_close(store);
}

static void
test_older(void **state)
{
	struct store *store;
	struct err err;

	(void)state;
	make("a.db");
	store = open_or_fail("a.db", STORE_WRITE);
	assert_true(migrate_to(store, good, 2, &err));
	assert_int_equal(number(store, "PRAGMA user_version"), 2);
	assert_int_equal(number(store, "SELECT x FROM more"), 7);
	assert_int_equal(number(store, "SELECT count(*) FROM learners"), 1);
	/* Again: nothing to do. */
	assert_true(migrate_to(store, good, 2, &err));
	store_close(store);
	/* This program knows version 1 only. */
	assert_false(store_open(&store, "a.db", STORE_WRITE, &err));
	assert_non_null(strstr(err.text, "newer"));
	/* The copy is the store as it was. */
	store = open_or_fail("a.db.version-1", STORE_READ);
	assert_int_equal(number(store, "SELECT count(*) FROM learners"), 1);
	store_close(store);
}

static void
test_a_step_fails(void **state)
{
	struct store *store;
	struct err err;

	(void)state;
	make("b.db");
	store = open_or_fail("b.db", STORE_WRITE);
	assert_false(migrate_to(store, bad, 2, &err));
	assert_int_equal(err.kind, ERR_STORE);
	store_close(store);
	store = open_or_fail("b.db", STORE_WRITE);
	assert_int_equal(number(store, "PRAGMA user_version"), 1);
	assert_int_equal(number(store, "SELECT count(*) FROM learners"), 1);
	store_close(store);
}

static void
wait_for_all(void)
{
	int i, status;

	for (i = 0; i < PROCESSES; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
}

/* All at the same store: one makes the step, all go on, one copy is kept. */
static void
test_several_at_once(void **state)
{
	struct store *store;
	struct err err = { 0 };
	int i;

	(void)state;
	make("c.db");
	for (i = 0; i < PROCESSES; i++) {
		if (fork() != 0)
			continue;
		if (store_open(&store, "c.db", STORE_WRITE, &err) &&
		    migrate_to(store, good, 2, &err) &&
		    number(store, "SELECT count(*) FROM more") == 1)
			_exit(0);
		/* Whoever opens late finds a newer store. */
		_exit(strstr(err.text, "newer") == NULL);
	}
	wait_for_all();
	store = open_or_fail("c.db.version-1", STORE_READ);
	assert_int_equal(number(store, "PRAGMA user_version"), 1);
	store_close(store);
}

/* A store that eight processes make at the same moment, many times. */
static void
test_made_at_once(void **state)
{
	struct store *store;
	struct err err;
	char path[32];
	int i, k;

	(void)state;
	for (k = 0; k < 8; k++) {
		(void)snprintf(path, sizeof(path), "new-%d.db", k);
		for (i = 0; i < PROCESSES; i++) {
			if (fork() != 0)
				continue;
			if (store_open(&store, path, STORE_CREATE, &err))
				_exit(0);
			fprintf(stderr, "# %s\n", err.text);
			_exit(1);
		}
		wait_for_all();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_older),
		cmocka_unit_test(test_a_step_fails),
		cmocka_unit_test(test_several_at_once),
		cmocka_unit_test(test_made_at_once)
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
