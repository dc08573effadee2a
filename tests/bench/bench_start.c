/*
 * bench_start.c -- how long a person waits: for the first question, and from
 * an answer to the next one, as a terminal sees it.
 * SPDX-License-Identifier: MIT
 *
 * The shipped decks, 10,000 and 100,000 notes; with an empty store and with
 * one that holds a memory of each card.  A figure is the median of several
 * runs, and the least: on a machine with other work the least says more.
 * What it takes to start /bin/true in the same way is printed beside it.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "lib/pty.h"
#include "store/store.h"

#define RUNS_MAX 15
#define ANSWERS 20

static const char session[] = "0sess000000000000000";
static const struct store_learner learner = {
	.id = "01earner000000000000", .name = "bench"
};

static double
milliseconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Of the children that have ended. */
static double
cpu(void)
{
	struct rusage usage;

	(void)getrusage(RUSAGE_CHILDREN, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
	    (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* --- figures ------------------------------------------------------------- */

struct figures {
	double v[RUNS_MAX * ANSWERS];
	size_t n;
};

static void
add(struct figures *figures, double value)
{
	if (figures->n < sizeof(figures->v) / sizeof(figures->v[0]))
		figures->v[figures->n++] = value;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
tell(const char *what, struct figures *figures, double against)
{
	if (figures->n == 0) {
		printf("start: %-58s no figure\n", what);
		return;
	}
	qsort(figures->v, figures->n, sizeof(figures->v[0]), compare);
	printf("start: %-58s %8.2f ms median, %8.2f ms least", what,
	    figures->v[figures->n / 2], figures->v[0]);
	if (against > 0)
		printf(", %.1f times true", figures->v[0] / against);
	printf("\n");
	(void)fflush(stdout);
}

/* --- decks and stores ---------------------------------------------------- */

static void
write_note(FILE *f, long i)
{
	fprintf(f, "\n[note-%06ld]\n", i);
	if (i % 2 == 0)
		fprintf(f, "kind     = text\nquestion = \"What is the capital "
		    "of country %ld in the old list of countries?\"\n"
		    "answer   = \"city %ld\"\naccept   = \"town %ld | place "
		    "%ld\"\nwhy      = \"It is the largest one, and the seat "
		    "of its government.\"\nsource   = \"An atlas, page %ld\"\n",
		    i, i, i, i, i);
	else
		fprintf(f, "kind     = choice\nquestion = \"Which of the three "
		    "towns of county %ld is the largest?\"\n"
		    "option.a = \"the first town\"\n"
		    "option.b = \"the second town\"\n"
		    "option.c = \"the third one\"\nanswer   = b\n"
		    "why      = \"Because of %ld.\"\n", i, i);
}

static bool
write_deck(const char *path, long notes)
{
	FILE *f = fopen(path, "w");
	long i;

	if (f == NULL)
		return false;
	fprintf(f, "[deck]\nformat = 1\nid = bench\ntitle = \"Bench\"\n"
	    "language = en\n");
	for (i = 0; i < notes; i++)
		write_note(f, i);
	return fclose(f) == 0;
}

/* A review of each card, a month ago: the first start replays them. */
static bool
write_store(const char *path, long cards, struct err *err)
{
	struct store_review r = { .learner = learner.id, .session = session,
	    .mode = "study", .verdict = "exact", .score = 1, .tries = 1,
	    .took_ms = 6500, .proposed = 3, .rating = 4,
	    .retrievability = (double)NAN };
	struct id_source ids = { .seeded = true, .seed = 1 };
	int64_t began = clock_now() - INT64_C(30) * CLOCK_DAY;
	char id[ID_SIZE], card[64];
	struct store *store;
	bool ok;
	long i;

	if (!store_open(&store, path, STORE_CREATE, err))
		return false;
	r.id = id;
	r.card = card;
	ok = store_begin(store, err) && store_learner_add(store, &learner,
	    err);
	for (i = 0; ok && i < cards; i++) {
		r.at = began + i * 10;
		r.day = clock_day(r.at, 4);
		ids.rows = (uint64_t)i;
		id_make(&ids, r.at, id);
		snprintf(card, sizeof(card), "bench/note-%06ld", i);
		ok = store_review_add(store, &r, err);
	}
	ok = ok && store_commit(store, err);
	store_close(store);
	return ok;
}

/* --- runs ---------------------------------------------------------------- */

static const char *const environment[] = { "TERM=xterm", "LC_ALL=C.UTF-8",
	"RECITAL_SEED", "RECITAL_NOW", "RECITAL_DECKS", "RECITAL_STORE",
	"NO_COLOR", "ACCESSIBLE", NULL };
static const struct pty_options options = { .env = environment };

static double
true_starts(void)
{
	static const char *const argv[] = { "/bin/true", NULL };
	struct figures figures = { .n = 0 };
	struct pty pty;
	double begin;
	int i;

	for (i = 0; i < RUNS_MAX; i++) {
		begin = milliseconds();
		if (!pty_start(&pty, &options, argv))
			break;
		(void)pty_shows(&pty, "nothing", PTY_LONG);
		add(&figures, milliseconds() - begin);
		(void)pty_wait(&pty, PTY_LONG);
		pty_end(&pty);
	}
	tell("/bin/true starts and ends", &figures, 0);
	return figures.n > 0 ? figures.v[0] : 0;
}

/* "I do not know", again and again: any kind takes it. */
static void
answer_all(struct pty *pty, int answers, struct figures *next)
{
	double begin;
	int i;

	for (i = 0; i < answers; i++) {
		if (!pty_send(pty, "\r") || !pty_expect(pty, "> ", PTY_LONG))
			return;
		begin = milliseconds();
		if (!pty_send(pty, "\r") ||
		    !pty_expect(pty, " of ", PTY_LONG) ||
		    !pty_expect(pty, "> ", PTY_LONG))
			return;
		/* The first one makes the store. */
		if (i > 0)
			add(next, milliseconds() - begin);
	}
}

struct run {
	const char *program, *decks, *store;
	int runs, answers;
	bool keep;	/* the store, from one run to the next */
};

static void
remove_store(const char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	char name[256];
	size_t i;

	for (i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		(void)unlink(name);
	}
}

/* False: no question came. */
static bool
run_once(const struct run *run, struct figures *first, struct figures *next,
    struct figures *work)
{
	const char *const argv[] = { run->program, "--store", run->store,
	    "--decks", run->decks, "review", NULL };
	double begin, before = cpu();
	struct pty pty;
	bool ok;

	if (!run->keep)
		remove_store(run->store);
	begin = milliseconds();
	if (!pty_start(&pty, &options, argv))
		return false;
	ok = pty_expect(&pty, "1 of ", PTY_LONG * 6) &&
	    pty_expect(&pty, "> ", PTY_LONG);
	if (ok) {
		add(first, milliseconds() - begin);
		answer_all(&pty, run->answers, next);
	}
	(void)pty_send(&pty, "/q\r\r/q\r");
	(void)pty_wait(&pty, PTY_LONG);
	pty_end(&pty);
	add(work, cpu() - before);
	return ok;
}

static void
run_all(const char *name, const struct run *run, double against)
{
	struct figures first = { .n = 0 }, next = { .n = 0 }, work = { .n = 0 };
	char what[128];
	int i;

	for (i = 0; i < run->runs; i++)
		if (!run_once(run, &first, &next, &work))
			break;
	snprintf(what, sizeof(what), "%s: first question", name);
	tell(what, &first, against);
	snprintf(what, sizeof(what), "%s: Enter at the rating to the next", name);
	tell(what, &next, 0);
	snprintf(what, sizeof(what), "%s: CPU of a run with %d answers", name,
	    run->answers);
	tell(what, &work, 0);
}

static void
bench_notes(const char *program, const char *folder, long notes, int runs,
    double against)
{
	char decks[256], store[256], name[64];
	struct run run = { program, decks, store, runs, ANSWERS / 2, false };
	struct err err;

	snprintf(decks, sizeof(decks), "%s/bench.ini", folder);
	snprintf(store, sizeof(store), "%s/bench.db", folder);
	if (!write_deck(decks, notes))
		return;
	snprintf(name, sizeof(name), "%6ld notes", notes);
	run_all(name, &run, against);
	remove_store(store);
	run.keep = true;
	snprintf(name, sizeof(name), "%6ld notes, all learned", notes);
	if (!write_store(store, notes, &err)) {
		printf("start: %s\n", err.text);
	} else {
		/* The first of them replays, which is another figure. */
		(void)run_once(&run, &(struct figures){ .n = 0 },
		    &(struct figures){ .n = 0 }, &(struct figures){ .n = 0 });
		run_all(name, &run, against);
	}
	remove_store(store);
	(void)unlink(decks);
}

int
main(void)
{
	const char *build = getenv("BUILD");
	char folder[] = "/tmp/recital-bench-XXXXXX";
	char program[1024], cwd[768], store[256];
	struct run shipped = { program, "decks", store, RUNS_MAX, ANSWERS / 2,
	    false };
	double against;

	if (build == NULL)
		build = "build";
	if (mkdtemp(folder) == NULL || getcwd(cwd, sizeof(cwd)) == NULL)
		return 1;
	snprintf(program, sizeof(program), "%s%s%s/recital",
	    *build == '/' ? "" : cwd, *build == '/' ? "" : "/", build);
	snprintf(store, sizeof(store), "%s/bench.db", folder);
	against = true_starts();
	run_all("shipped decks", &shipped, against);
	remove_store(store);
	bench_notes(program, folder, 10000, 7, against);
	bench_notes(program, folder, 100000, 3, against);
	(void)rmdir(folder);
	return 0;
}
