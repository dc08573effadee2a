/*
 * bench_store.c -- a store of 100,000 cards and 1,000,000 reviews.
 * SPDX-License-Identifier: MIT
 *
 * Prints how large the file is, what it costs to read the log in its order,
 * to replay it, to load all memories, and to make one rating durable.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "store/store.h"
#include "study/replay.h"

#define CARDS 100000
#define REVIEWS 1000000
#define RATINGS 500
#define BATCH 10000
#define BEGIN INT64_C(1700000000000)
#define STEP_MS 60000

static const char session[] = "0sess000000000000000";
static const struct store_learner learner = {
	.id = "01earner000000000000", .name = "bench"
};

static void
need(bool ok, const struct err *err)
{
	if (ok)
		return;
	printf("store: %s\n", err->text);
	exit(1);
}

struct stop {
	double cpu, wall;
};

static double
seconds(clockid_t clock)
{
	struct timespec t;

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct stop
now(void)
{
	return (struct stop){ seconds(CLOCK_PROCESS_CPUTIME_ID),
	    seconds(CLOCK_MONOTONIC) };
}

static void
tell(const char *what, struct stop begin)
{
	struct stop end = now();

	printf("store: %-36s %8.3f s CPU, %8.3f s wall\n", what,
	    end.cpu - begin.cpu, end.wall - begin.wall);
	(void)fflush(stdout);
}

static void
card_name(long i, char out[64])
{
	(void)snprintf(out, 64, "convention-%02ld/note-%06ld", i % 20, i);
}

static void
add_review(struct store *store, struct id_source *ids, long i)
{
	char id[ID_SIZE], card[64];
	int64_t at = BEGIN + i * STEP_MS;
	struct store_review r = { .id = id, .learner = learner.id,
	    .session = session, .card = card, .content = i * 7919, .at = at,
	    .day = (int32_t)(at / CLOCK_DAY), .mode = "study",
	    .verdict = "exact", .score = 1, .tries = 1, .took_ms = 6500,
	    .proposed = 3, .rating = i % 9 == 0 ? 1 : 3,
	    .retrievability = 0.9 };
	struct err err;

	ids->rows = (uint64_t)i;
	id_make(ids, at, id);
	card_name(i * 7919 % CARDS, card);
	need(store_review_add(store, &r, &err), &err);
	if (i >= REVIEWS)
		need(store_typed_add(store, id, "expedited preservation",
		    &err), &err);
}

static void
put_memory(struct store *store, long i, int64_t reps)
{
	char card[64];
	struct store_memory m = { .learner = learner.id, .card = card,
	    .state = 2, .stability = 12.5 + (double)i, .difficulty = 5.25,
	    .due_day = 20000 + i % 400, .due_at = STORE_NONE,
	    .last_at = BEGIN + i, .last_day = 19990, .reps = reps,
	    .buried_day = STORE_NONE };
	struct err err;

	card_name(i, card);
	need(store_memory_put(store, &m, &err), &err);
}

static void
fill(struct store *store, struct id_source *ids)
{
	struct store_session s = { .id = session, .learner = learner.id,
	    .device = "device", .program = "bench", .began_at = BEGIN };
	struct err err;
	long i;

	need(store_begin(store, &err), &err);
	need(store_learner_add(store, &learner, &err), &err);
	need(store_session_add(store, &s, &err), &err);
	for (i = 0; i < CARDS; i++)
		put_memory(store, i, REVIEWS / CARDS);
	need(store_commit(store, &err), &err);
	for (i = 0; i < REVIEWS; i++) {
		if (i % BATCH == 0)
			need(store_begin(store, &err), &err);
		add_review(store, ids, i);
		if (i % BATCH == BATCH - 1)
			need(store_commit(store, &err), &err);
	}
}

static bool
count_review(void *arg, const struct store_review *r)
{
	(void)r;
	++*(long *)arg;
	return true;
}

static bool
count_memory(void *arg, const struct store_memory *m)
{
	(void)m;
	++*(long *)arg;
	return true;
}

static void
read_all(struct store *store)
{
	struct replay_table table = { .n = 0 };
	struct replay replay;
	struct stop begin = now();
	struct err err;
	long n = 0;

	need(store_reviews(store, &store_review_all, count_review, &n, &err),
	    &err);
	tell("the log in its order", begin);
	begin = now();
	need(replay_open(&replay, store, learner.id, &err) &&
	    replay_learner(&replay, store, &table, &err), &err);
	tell("replay of all", begin);
	if (n != REVIEWS || table.n != CARDS)
		printf("store: %ld reviews and %zu cards were read\n", n,
		    table.n);
	replay_table_clear(&table);
	replay_close(&replay);
	begin = now();
	n = 0;
	need(store_memories(store, learner.id, NULL, count_memory, &n, &err),
	    &err);
	tell("all memories", begin);
	if (n != CARDS)
		printf("store: %ld memories were read\n", n);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
rate(struct store *store, struct id_source *ids)
{
	static double cpu[RATINGS], wall[RATINGS];
	struct stop begin, end;
	struct err err;
	long i;

	for (i = 0; i < RATINGS; i++) {
		begin = now();
		need(store_begin(store, &err), &err);
		add_review(store, ids, REVIEWS + i);
		put_memory(store, (REVIEWS + i) * 7919 % CARDS, 11);
		need(store_commit(store, &err), &err);
		end = now();
		cpu[i] = (end.cpu - begin.cpu) * 1e6;
		wall[i] = (end.wall - begin.wall) * 1e6;
	}
	qsort(cpu, RATINGS, sizeof(cpu[0]), compare);
	qsort(wall, RATINGS, sizeof(wall[0]), compare);
	printf("store: one durable rating: median %.0f us CPU, %.0f us wall; "
	    "99 of 100 under %.0f us CPU, %.0f us wall\n", cpu[RATINGS / 2],
	    wall[RATINGS / 2], cpu[RATINGS * 99 / 100],
	    wall[RATINGS * 99 / 100]);
}

int
main(void)
{
	char folder[] = "/tmp/recital-bench-XXXXXX";
	struct id_source ids = { .seeded = true, .seed = 1 };
	struct stop begin = now();
	struct store *store;
	struct stat st;
	struct err err;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 1;
	need(store_open(&store, "bench.db", STORE_CREATE, &err), &err);
	fill(store, &ids);
	store_close(store);
	tell("writing it", begin);
	if (stat("bench.db", &st) == 0)
		printf("store: %d cards, %d reviews: %.0f MB\n", CARDS,
		    REVIEWS, (double)st.st_size / 1e6);
	begin = now();
	need(store_open(&store, "bench.db", STORE_WRITE, &err), &err);
	tell("opening it", begin);
	read_all(store);
	rate(store, &ids);
	store_close(store);
	(void)unlink("bench.db");
	(void)rmdir(folder);
	return 0;
}
