/*
 * soak_store.c -- tries to lose an acknowledged answer, below the program.
 * SPDX-License-Identifier: MIT
 *
 * Each test says what was acknowledged and what is there.  A row is
 * acknowledged when store_commit has returned true; then it must be in the
 * store, whatever came after.  More may be there than was acknowledged.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "lib/fault.h"
#include "store/store.h"

#define LEARNER "00000000000000000000"
#define ROWS_MAX 4096

static char folder[] = "/tmp/recital-soak-XXXXXX";
static bool failed;

static bool
is_long(void)
{
	const char *soak = getenv("SOAK");

	return soak != NULL && soak[0] != '\0';
}

static void
result(bool ok, const char *name)
{
	printf("%s %s\n", ok ? "ok" : "not ok", name);
	(void)fflush(stdout);
	failed |= !ok;
}

/* --- rows ------------------------------------------------------------------ */

static bool
add_row(struct store *store, long number, struct err *err)
{
	char id[ID_SIZE];
	struct store_review r = { .id = id, .learner = LEARNER,
	    .session = "s", .card = "deck/note", .at = number,
	    .mode = "study", .verdict = "exact", .score = 1, .tries = 1,
	    .proposed = 3, .rating = 3, .retrievability = NAN };

	(void)snprintf(id, sizeof(id), "%020ld", number);
	if (!store_begin(store, err))
		return false;
	if (!store_review_add(store, &r, err) ||
	    !store_typed_add(store, id, "expedited preservation", err)) {
		store_rollback(store);
		return false;
	}
	return store_commit(store, err);
}

static bool
mark(void *arg, const struct store_review *r)
{
	bool *there = arg;
	long number = strtol(r->id, NULL, 10);

	if (number >= 0 && number < ROWS_MAX)
		there[number] = true;
	return true;
}

/* How many rows there are in a store; which ones, in there. */
static long
look(const char *path, bool there[ROWS_MAX])
{
	struct store *store;
	struct err err;
	long i, n = 0;

	memset(there, 0, ROWS_MAX);
	if (!store_open(&store, path, STORE_WRITE, &err)) {
		printf("# %s\n", err.text);
		return -1;
	}
	if (!store_reviews(store, &store_review_all, mark, there, &err))
		printf("# %s\n", err.text);
	store_close(store);
	for (i = 0; i < ROWS_MAX; i++)
		n += there[i];
	return n;
}

static long
lost(const bool acknowledged[ROWS_MAX], const bool there[ROWS_MAX])
{
	long i, n = 0;

	for (i = 0; i < ROWS_MAX; i++)
		n += acknowledged[i] && !there[i];
	return n;
}

static long
count(const bool rows[ROWS_MAX])
{
	long i, n = 0;

	for (i = 0; i < ROWS_MAX; i++)
		n += rows[i];
	return n;
}

static void
remove_store(const char *path)
{
	static const char *const tails[] = { "", "-wal", "-shm", "-journal" };
	char name[256];
	size_t i;

	for (i = 0; i < 4; i++) {
		(void)snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		(void)unlink(name);
	}
}

static void
pause_us(long us)
{
	const struct timespec t = { us / 1000000, us % 1000000 * 1000 };

	(void)nanosleep(&t, NULL);
}

/* --- kill -9 --------------------------------------------------------------- */

/* Adds rows from `from` on; writes each number to fd once it is durable. */
static void
writer(const char *path, long from, int fd)
{
	struct store *store;
	struct err err;
	long i;

	if (!store_open(&store, path, STORE_CREATE, &err))
		_exit(3);
	for (i = from; i < ROWS_MAX; i++) {
		if (!add_row(store, i, &err))
			_exit(4);
		if (write(fd, &i, sizeof(i)) != sizeof(i))
			_exit(5);
	}
	_exit(0);
}

static bool
read_one(int fd, bool acknowledged[ROWS_MAX], long *next)
{
	long i;

	if (read(fd, &i, sizeof(i)) != sizeof(i))
		return false;
	acknowledged[i] = true;
	if (i >= *next)
		*next = i + 1;
	return true;
}

static void
read_acknowledged(int fd, bool acknowledged[ROWS_MAX], long *next)
{
	while (read_one(fd, acknowledged, next))
		;
}

static void
test_kill(void)
{
	static bool acknowledged[ROWS_MAX], there[ROWS_MAX];
	int kills = is_long() ? 500 : 25, i, fds[2], status;
	const char *path = "kill.db";
	long next = 0, n;
	pid_t pid;

	for (i = 0; i < kills && next < ROWS_MAX - 1; i++) {
		if (pipe(fds) != 0)
			break;
		pid = fork();
		if (pid == 0)
			writer(path, next, fds[1]);
		(void)close(fds[1]);
		/* The first row is waited for: a busy machine starts slowly. */
		(void)read_one(fds[0], acknowledged, &next);
		pause_us(random() % 9000);
		(void)kill(pid, SIGKILL);
		(void)waitpid(pid, &status, 0);
		read_acknowledged(fds[0], acknowledged, &next);
		(void)close(fds[0]);
		/* It may be committed and not told: the same row again. */
	}
	n = look(path, there);
	printf("# kill -9, %d times: %ld acknowledged, %ld there, %ld lost\n",
	    i, count(acknowledged), n, lost(acknowledged, there));
	result(count(acknowledged) > 0 && lost(acknowledged, there) == 0,
	    "kill -9 at random instants");
}

/* --- many writers ---------------------------------------------------------- */

static void
test_writers(void)
{
	enum { WRITERS = 32 };
	static bool there[ROWS_MAX];
	int each = is_long() ? 100 : 10, i, k, status, bad = 0;
	struct store *store;
	struct err err;

	for (i = 0; i < WRITERS; i++) {
		if (fork() != 0)
			continue;
		bad = !store_open(&store, "writers.db", STORE_CREATE, &err);
		for (k = 0; bad == 0 && k < each; k++)
			bad = !add_row(store, i * each + k, &err);
		if (bad != 0)
			fprintf(stderr, "# %s\n", err.text);
		else
			store_close(store);
		_exit(bad);
	}
	for (i = 0; i < WRITERS; i++)
		if (wait(&status) > 0 && status != 0)
			bad++;
	printf("# 32 writers: %d acknowledged, %ld there, %d writers with an "
	    "error\n", WRITERS * each, look("writers.db", there), bad);
	result(bad == 0 && count(there) == WRITERS * each, "32 writers");
}

/* --- a disk that fails ------------------------------------------------------ */

/*
 * Ten rows, with a fault from the nth operation on; then the fault is gone and
 * ten more.  False when the fault was never reached.
 */
static bool
one_fault(enum fault_kind kind, long nth, bool wal, bool *good)
{
	static bool acknowledged[ROWS_MAX], there[ROWS_MAX];
	struct store *store;
	struct err err;
	bool reached;
	long i;

	memset(acknowledged, 0, sizeof(acknowledged));
	remove_store("fault.db");
	fault_install(wal);
	if (!store_open(&store, "fault.db", STORE_CREATE, &err)) {
		fault_remove();
		*good = false;
		return false;
	}
	fault_at(kind, nth);
	for (i = 0; i < 10; i++)
		acknowledged[i] = add_row(store, i, &err);
	reached = fault_count() >= nth;
	fault_at(FAULT_NONE, 0);
	for (i = 10; i < 20; i++)
		acknowledged[i] = add_row(store, i, &err);
	store_close(store);
	fault_remove();
	(void)look("fault.db", there);
	*good = lost(acknowledged, there) == 0 && acknowledged[19];
	if (!*good)
		printf("# fault %d at %ld: %ld acknowledged, %ld lost, after it "
		    "%s\n", kind, nth, count(acknowledged),
		    lost(acknowledged, there), acknowledged[19] ?
		    "usable" : err.text);
	return reached;
}

static void
test_faults(enum fault_kind kind, bool wal, const char *name)
{
	long nth, step = is_long() ? 1 : 7;
	bool all = true, good;

	for (nth = 1; one_fault(kind, nth, wal, &good); nth += step)
		all &= good;
	printf("# %s: every %s of %ld operations failed in turn\n", name,
	    step == 1 ? "one" : "seventh", nth);
	result(all && good && nth > 10, name);
}

/* --- a disk that is full ----------------------------------------------------- */

/* Rows until the disk is full; then all that was acknowledged is there. */
static void
fill(const char *path, const char *name)
{
	static bool acknowledged[ROWS_MAX], there[ROWS_MAX];
	struct store *store;
	struct err err = { .text = "never full" };
	long i, n;

	memset(acknowledged, 0, sizeof(acknowledged));
	if (!store_open(&store, path, STORE_CREATE, &err)) {
		printf("# %s\n", err.text);
		result(false, name);
		return;
	}
	for (i = 0; i < ROWS_MAX; i++) {
		acknowledged[i] = add_row(store, i, &err);
		if (!acknowledged[i])
			break;
	}
	/* It can be read while it is full. */
	n = 0;
	if (!store_reviews(store, &store_review_all, mark, there, &err))
		n = -1;
	store_close(store);
	if (n == 0)
		n = look(path, there);
	printf("# %s: %ld acknowledged, %ld there; told: %s\n", name,
	    count(acknowledged), n, err.text);
	result(i < ROWS_MAX && i > 0 && n >= 0 &&
	    lost(acknowledged, there) == 0, name);
}

static void
test_full_disk(void)
{
	if (mkdir("small", 0700) != 0 ||
	    mount("none", "small", "tmpfs", 0, "size=1m") != 0) {
		printf("# skip a full disk: no small file system can be "
		    "mounted here (%s)\n", strerror(errno));
		return;
	}
	fill("small/full.db", "a full disk");
	(void)umount("small");
}

/* In a child: the limit cannot be taken back. */
static void
test_file_limit(void)
{
	struct rlimit limit = { 200 * 1024, 200 * 1024 };
	int status;
	pid_t pid;

	(void)fflush(stdout);
	pid = fork();
	if (pid == 0) {
		failed = setrlimit(RLIMIT_FSIZE, &limit) != 0;
		fill("limit.db", "a limit on the size of files");
		(void)fflush(stdout);
		_exit(failed);
	}
	(void)waitpid(pid, &status, 0);
	failed |= status != 0;
}

/* --- a folder that may not be written ----------------------------------------- */

static int
as_nobody(void)
{
	static bool there[ROWS_MAX];
	struct store *store;
	struct err err = { .text = "" };

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 2;
	if (store_open(&store, "locked/p.db", STORE_WRITE, &err)) {
		printf("# it was written\n");
		return 1;
	}
	printf("# told: %s\n", err.text);
	if (!store_open(&store, "locked/p.db", STORE_READ, &err) ||
	    !store_reviews(store, &store_review_all, mark, there, &err)) {
		printf("# %s\n", err.text);
		return 1;
	}
	store_close(store);
	printf("# a read-only folder: 3 acknowledged before, %ld there\n",
	    count(there));
	return count(there) == 3 ? 0 : 1;
}

static void
test_readonly(void)
{
	struct store *store;
	struct err err;
	int status;
	pid_t pid;
	long i;

	if (!store_open(&store, "locked/p.db", STORE_CREATE, &err)) {
		result(false, "a read-only folder");
		return;
	}
	for (i = 0; i < 3; i++)
		(void)add_row(store, i, &err);
	store_close(store);
	if (chmod("locked/p.db", 0444) != 0 || chmod("locked", 0555) != 0)
		printf("# %s\n", strerror(errno));
	(void)fflush(stdout);
	pid = fork();
	if (pid == 0) {
		status = as_nobody();
		(void)fflush(stdout);
		_exit(status);
	}
	(void)waitpid(pid, &status, 0);
	(void)chmod("locked", 0755);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
		printf("# skip a read-only folder: privileges cannot be "
		    "dropped\n");
	else
		result(status == 0, "a read-only folder");
}

/* --- a file that goes away -------------------------------------------------------- */

static void
test_gone(bool removed)
{
	static bool acknowledged[ROWS_MAX], there[ROWS_MAX], saved[ROWS_MAX];
	const char *path = removed ? "removed.db" : "renamed.db";
	const char *name = removed ? "a removed file" : "a renamed file";
	char rescued[128];
	struct store *store;
	struct err err = { .text = "" };
	long i;

	memset(acknowledged, 0, sizeof(acknowledged));
	if (!store_open(&store, path, STORE_CREATE, &err)) {
		result(false, name);
		return;
	}
	for (i = 0; i < 20; i++) {
		if (i == 10)
			(void)(removed ? unlink(path) :
			    rename(path, "elsewhere.db"));
		acknowledged[i] = add_row(store, i, &err);
	}
	store_close(store);
	(void)snprintf(rescued, sizeof(rescued), "%s.rescued-1", path);
	(void)look(rescued, saved);
	if (!removed)
		(void)look("elsewhere.db", there);
	else
		memcpy(there, saved, sizeof(there));
	printf("# %s: %ld acknowledged, %ld in the copy, %ld in the file; "
	    "told: %s\n", name, count(acknowledged), count(saved),
	    removed ? 0L : count(there), err.text);
	result(count(acknowledged) == 10 && lost(acknowledged, saved) == 0 &&
	    lost(acknowledged, there) == 0, name);
}

/* --- without WAL ------------------------------------------------------------------- */

static void
test_no_wal(void)
{
	static bool acknowledged[ROWS_MAX], there[ROWS_MAX];
	struct store *store;
	struct err err;
	bool wal_there;
	long i;

	memset(acknowledged, 0, sizeof(acknowledged));
	fault_install(false);
	if (!store_open(&store, "network.db", STORE_CREATE, &err)) {
		printf("# %s\n", err.text);
		fault_remove();
		result(false, "a file system without WAL");
		return;
	}
	for (i = 0; i < 50; i++)
		acknowledged[i] = add_row(store, i, &err);
	wal_there = file_exists("network.db-wal");
	store_close(store);
	fault_remove();
	printf("# a file system without WAL: %ld acknowledged, %ld there\n",
	    count(acknowledged), look("network.db", there));
	result(count(acknowledged) == 50 && !wal_there &&
	    lost(acknowledged, there) == 0, "a file system without WAL");
}

static void
remove_folder(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		execlp("rm", "rm", "-rf", folder, (char *)NULL);
		_exit(127);
	}
	(void)waitpid(pid, NULL, 0);
}

int
main(void)
{
	if (mkdtemp(folder) == NULL || chmod(folder, 0755) != 0 ||
	    chdir(folder) != 0)
		return 2;
	srandom((unsigned)time(NULL));
	test_kill();
	test_writers();
	test_faults(FAULT_FULL, true, "a full disk at every operation");
	test_faults(FAULT_WRITE, true, "EIO at every write");
	test_faults(FAULT_SYNC, true, "EIO at every sync");
	test_faults(FAULT_WRITE, false, "EIO at every write, without WAL");
	test_faults(FAULT_SYNC, false, "EIO at every sync, without WAL");
	test_full_disk();
	test_file_limit();
	test_readonly();
	test_gone(false);
	test_gone(true);
	test_no_wal();
	failed |= chdir("/") != 0;
	remove_folder();
	return failed;
}
