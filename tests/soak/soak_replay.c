/*
 * soak_replay.c -- random lives of a store: what is cached is what replay says.
 * SPDX-License-Identifier: MIT
 *
 * Sessions answer, undo, bury, suspend, reset and set at random, in two
 * connections that take turns and in other processes; clocks stand, jump and
 * go back; older rows arrive.  After each session every memory is compared bit
 * for bit with a replay of the log.  SOAK=1 plays thousands of sessions.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/random.h"
#include "fsrs/interval.h"
#include "study/review.h"

#define DAY 20000
#define NOTES 25
/* How a process tells that it brought an older row. */
#define OLDER 10

struct life {
	char dir[128], decks[160], store[160];
	const char *paths[1];
	struct random random;
	int64_t at;
	uint64_t seed;
	bool older;		/* a row came that no session knows of */
};

static void
die(const char *where, const struct err *err)
{
	printf("not ok %s: %s\n", where, err->text);
	exit(1);
}

#define must(what) do {							\
	struct err err = { 0 };						\
	if (!(what))							\
		die(#what, &err);					\
} while (0)

static bool
chance(struct life *l, uint64_t one_in)
{
	return random_below(&l->random, one_in) == 0;
}

/* --- decks and openings ------------------------------------------------------ */

static void
write_deck(struct life *l, const char *id, const char *requires)
{
	struct buf text = BUF_INIT(1 << 20);
	struct err err;
	char path[200];
	int i;

	buf_printf(&text, "[deck]\nformat = 1\nid = %s\ntitle = \"%s\"\n"
	    "language = en\n%s%s\n", id, id, requires[0] != '\0' ?
	    "requires = " : "", requires);
	for (i = 1; i <= NOTES; i++)
		buf_printf(&text, "[n%d]\nkind = basic\nquestion = \"Q %d of "
		    "%s?\"\nanswer = \"%d\"\n%s%s", i, i, id, i,
		    i % 5 == 0 ? "both_ways = yes\n" : "",
		    i % 7 == 0 ? "fact = shared, f1\n" : "");
	snprintf(path, sizeof(path), "%s/%s.ini", l->decks, id);
	if (!file_write(path, buf_str(&text), text.len, &err))
		die("deck", &err);
	buf_clear(&text);
}

static void
begin(struct life *l, uint64_t seed)
{
	const char *tmp = getenv("TMPDIR");
	struct err err;

	/* Thousands of commits: what is tested is not the disk. */
	if (tmp == NULL)
		tmp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	*l = (struct life){ .at = DAY * CLOCK_DAY + 10 * 60 * CLOCK_MINUTE };
	setenv("TZ", "UTC", 1);
	snprintf(l->dir, sizeof(l->dir), "%s/soak.XXXXXX",
	    strlen(tmp) < 100 ? tmp : "/tmp");
	if (mkdtemp(l->dir) == NULL)
		abort();
	snprintf(l->decks, sizeof(l->decks), "%s/decks", l->dir);
	snprintf(l->store, sizeof(l->store), "%s/progress.db", l->dir);
	if (!file_make_folder(l->decks, &err))
		die("folder", &err);
	l->paths[0] = l->decks;
	l->random = random_of(seed);
	write_deck(l, "a", "");
	write_deck(l, "b", "a");
	write_deck(l, "c", "");
}

static void
remove_all(const char *dir)
{
	struct buf path = BUF_INIT(4096);
	struct dirent *entry;
	DIR *d = opendir(dir);

	while (d != NULL && (entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		buf_reset(&path);
		buf_printf(&path, "%s/%s", dir, entry->d_name);
		if (file_is_folder(buf_str(&path)))
			remove_all(buf_str(&path));
		else
			unlink(buf_str(&path));
	}
	if (d != NULL)
		closedir(d);
	buf_clear(&path);
	rmdir(dir);
}

static struct study *
open_study(struct life *l)
{
	struct study_options options = { .decks = l->paths, .decks_n = 1,
	    .store = l->store, .login = "ann", .program = "soak",
	    .seeded = true, .seed = ++l->seed };
	struct study *study;
	struct err err;

	if (study_open(&study, &options, l->at, &err) != STUDY_OPEN)
		die("open", &err);
	return study;
}

static struct moment
now_of(const struct life *l, const struct study *study)
{
	return study_moment(study, l->at);
}

/* --- comparing ---------------------------------------------------------------- */

struct cached {
	const struct replay_table *table;
	size_t n, wrong;
};

static bool
compare_row(void *arg, const struct store_memory *row)
{
	struct cached *c = arg;
	struct study_memory memory = replay_of_row(row);
	uint32_t at = index_find(&c->table->index, row->card,
	    strlen(row->card));

	c->n++;
	c->wrong += at == INDEX_NONE ||
	    !replay_same(&memory, &c->table->v[at]);
	return true;
}

static void
compare(struct store *store, const char *learner, int session)
{
	struct replay replay;
	struct replay_table table = { .ids = NULL };
	struct cached c = { .table = &table };
	size_t i, known = 0;

	must(replay_open(&replay, store, learner, &err));
	must(replay_learner(&replay, store, &table, &err));
	must(store_memories(store, learner, NULL, compare_row, &c, &err));
	for (i = 0; i < table.n; i++)
		known += !replay_is_new(&table.v[i]);
	if (c.wrong > 0 || known != c.n) {
		printf("not ok session %d: %zu of %zu memories differ, replay "
		    "has %zu\n", session, c.wrong, c.n, known);
		exit(1);
	}
	replay_table_clear(&table);
	replay_close(&replay);
}

static bool
take_learner(void *arg, const struct store_learner *learner)
{
	*(struct store_learner *)arg = *learner;
	return true;
}

/*
 * First the cache as the session left it; after an older row that came past
 * it, only what the next opening makes of it.
 */
static void
check(struct life *l, int session)
{
	struct store_learner learner = { .id = "" };
	struct store *store;
	struct err err;

	if (!file_exists(l->store))
		return;
	if (!store_open(&store, l->store, STORE_READ, &err))
		die("check", &err);
	if (l->older)
		study_close(open_study(l));
	l->older = false;
	if (!store_learners(store, take_learner, &learner, &err))
		die("learners", &err);
	if (learner.id[0] != '\0')
		compare(store, learner.id, session);
	store_close(store);
}

/* --- one random step ------------------------------------------------------------ */

static void
move_clock(struct life *l)
{
	if (chance(l, 3))
		return;
	if (chance(l, 15))
		l->at -= (int64_t)random_below(&l->random,
		    (uint64_t)(3 * CLOCK_DAY));
	else if (chance(l, 6))
		l->at += (int64_t)random_below(&l->random,
		    (uint64_t)(4 * CLOCK_DAY));
	else
		l->at += (int64_t)random_below(&l->random, 900000);
}

static void
do_card(struct life *l, struct study *study)
{
	uint32_t card = (uint32_t)random_below(&l->random,
	    study->library.cards_n);
	enum action action = (enum action)random_below(&l->random, 7);
	size_t done;

	must(action_do(study, action, &card, 1, "remark", now_of(l, study),
	    &done, &err));
}

static void
do_setting(struct life *l, struct study *study)
{
	static const char *const retention[] = { "0.8", "0.9", "0.95",
	    "default", "0.7" };
	static const char *const fresh[] = { "5", "off", "20" };
	bool changed;

	if (chance(l, 2))
		must(action_set(study, SETTING_RETENTION,
		    retention[random_below(&l->random, 5)], now_of(l, study),
		    &changed, &err));
	else
		must(action_set(study, SETTING_NEW,
		    fresh[random_below(&l->random, 3)], now_of(l, study),
		    &changed, &err));
}

struct sample {
	struct store_review row;
	char learner[ID_SIZE], session[ID_SIZE], card[64];
	uint64_t skip;
	bool found;
};

static bool
take_sample(void *arg, const struct store_review *row)
{
	struct sample *s = arg;

	s->row = *row;
	snprintf(s->learner, sizeof(s->learner), "%s", row->learner);
	snprintf(s->session, sizeof(s->session), "%s", row->session);
	snprintf(s->card, sizeof(s->card), "%s", row->card);
	s->found = true;
	return s->skip-- > 0;
}

/* A row from another machine, earlier than most of what is there. */
static void
bring_older_row(struct life *l, struct study *study)
{
	struct sample s = { .skip = random_below(&l->random, 50) };
	struct id_source ids = { .last_ms = 0 };
	char id[ID_SIZE];

	if (study->store == NULL)
		return;
	must(store_reviews(study->store, &store_review_all, take_sample, &s,
	    &err));
	if (!s.found)
		return;
	s.row.learner = s.learner;
	s.row.session = s.session;
	s.row.card = s.card;
	s.row.mode = "study";
	s.row.verdict = "self";
	s.row.rating = 1 + (int)random_below(&l->random, 4);
	s.row.at -= (int64_t)random_below(&l->random, 1000000000);
	s.row.day = (int32_t)(s.row.at / CLOCK_DAY);
	id_make(&ids, s.row.at, id);
	s.row.id = id;
	must(store_begin(study->store, &err));
	must(store_review_add(study->store, &s.row, &err));
	must(store_commit(study->store, &err));
	l->older = true;
}

static void
do_answer(struct life *l, struct review *review, struct study *study)
{
	const struct review_question *q;
	const struct review_judged *judged;
	struct review_rated rated;
	struct err fault = { 0 };
	int64_t at;

	switch (review_next(review, now_of(l, study), &q, &at, &fault)) {
	case REVIEW_FAILED:
		die("next", &fault);
		return;
	case REVIEW_CARD:
		break;
	default:
		return;
	}
	if (chance(l, 20)) {
		must(review_suspend(review, now_of(l, study), &err));
		return;
	}
	if (chance(l, 20)) {
		must(review_bury(review, now_of(l, study), &err));
		return;
	}
	must(review_answer(review, "x", 1, 2000, now_of(l, study), &judged,
	    &err));
	move_clock(l);
	must(review_rate(review, 1 + (int)random_below(&l->random, 4),
	    now_of(l, study), &rated, &err));
}

static void
do_step(struct life *l, struct review *review, struct study *study)
{
	struct action_undone undone;

	move_clock(l);
	if (chance(l, 12))
		must(review_undo(review, now_of(l, study), &undone, &err));
	else if (chance(l, 15))
		do_card(l, study);
	else if (chance(l, 40))
		do_setting(l, study);
	else if (chance(l, 60))
		bring_older_row(l, study);
	else
		do_answer(l, review, study);
}

/* --- sessions ---------------------------------------------------------------------- */

/* Two connections take turns on one store. */
static void
play(struct life *l)
{
	struct study *study[2];
	struct review *review[2];
	struct review_options options = { .mode = REVIEW_STUDY };
	int steps = 5 + (int)random_below(&l->random, 25), i, k;

	options.mode = chance(l, 8) ? REVIEW_CRAM : chance(l, 6) ?
	    REVIEW_LEARN : REVIEW_STUDY;
	for (i = 0; i < 2; i++) {
		study[i] = open_study(l);
		must(review_open(&review[i], study[i], &options,
		    now_of(l, study[i]), &err));
	}
	while (steps-- > 0) {
		k = chance(l, 4);
		do_step(l, review[k], study[k]);
	}
	for (i = 0; i < 2; i++) {
		review_close(review[i]);
		study_close(study[i]);
	}
}

/* The same in a process of its own, while this one waits. */
static void
play_elsewhere(struct life *l)
{
	int status;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		l->random = random_of(l->seed ^ 77);
		play(l);
		_exit(l->older ? OLDER : 0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child ||
	    !WIFEXITED(status) || (WEXITSTATUS(status) != 0 &&
	    WEXITSTATUS(status) != OLDER)) {
		printf("not ok a session in another process failed\n");
		exit(1);
	}
	l->older = WEXITSTATUS(status) == OLDER;
	l->seed += 1000;
}

static void
random_lives(int sessions, uint64_t seed)
{
	struct life l;
	int i;

	begin(&l, seed);
	for (i = 0; i < sessions; i++) {
		if (chance(&l, 5))
			play_elsewhere(&l);
		else
			play(&l);
		check(&l, i);
	}
	remove_all(l.dir);
	printf("ok %d random sessions, every memory as replay has it\n",
	    sessions);
}

/* --- a week as the model says --------------------------------------------------------- */

/* What the model says about a card that has just graduated or come back. */
static bool
is_due_right(const struct study *study, const struct steps_card *c)
{
	int32_t want, low, high, got = c->due_day - c->last_day;

	want = interval_days(&study->replay.model, c->memory.stability, 0.9f,
	    INTERVAL_MAX);
	if (!interval_fuzz_range(want, 0, INTERVAL_MAX, &low, &high))
		low = high = want;
	/* Good lies above hard, easy above good, whatever fuzz says. */
	return got >= low && got <= high + 2;
}

static void
study_a_day(struct life *l, int day, size_t *asked, size_t *wrong)
{
	struct study *study = open_study(l);
	struct review *review;
	const struct review_question *q;
	const struct review_judged *judged;
	struct review_rated rated;
	struct err fault = { 0 };
	int64_t at;
	int rating;

	must(review_open(&review, study, &(struct review_options){
	    .mode = REVIEW_STUDY }, now_of(l, study), &err));
	while (review_next(review, now_of(l, study), &q, &at, &fault) ==
	    REVIEW_CARD) {
		const struct study_memory *m =
		    &study->memories[q->number_of_card];

		*wrong += m->card.state == STATE_REVIEW &&
		    m->card.due_day > DAY + day;
		must(review_answer(review, "x", 1, 2000, now_of(l, study),
		    &judged, &err));
		rating = chance(l, 5) ? RATING_AGAIN : chance(l, 4) ?
		    RATING_HARD : RATING_GOOD;
		must(review_rate(review, rating, now_of(l, study), &rated,
		    &err));
		*wrong += rated.after.state == STATE_REVIEW &&
		    !is_due_right(study, &rated.after);
		++*asked;
		l->at += 20000;
	}
	review_close(review);
	study_close(study);
}

/* After a day nothing is left that was due on it, but for siblings. */
static size_t
left_over(struct life *l)
{
	struct study *study = open_study(l);
	struct queue *queue;
	struct queue_left left;

	must(queue_open(&queue, study, &(struct queue_options){ .seed = 1 },
	    now_of(l, study), &err));
	left = queue_left(queue, now_of(l, study));
	queue_close(queue);
	study_close(study);
	return left.due + left.new_cards;
}

static void
a_week(void)
{
	struct life l;
	size_t asked = 0, wrong = 0, left = 0, before;
	int day;

	begin(&l, 7);
	for (day = 0; day < 14; day++) {
		l.at = (DAY + day) * CLOCK_DAY + 9 * 60 * CLOCK_MINUTE;
		before = asked;
		study_a_day(&l, day, &asked, &wrong);
		wrong += asked - before < 10 && day < 7;
		left += left_over(&l);
		check(&l, day);
	}
	remove_all(l.dir);
	if (wrong > 0 || left > 0)
		printf("not ok two weeks: %zu of %zu answers not as the model "
		    "says, %zu cards left over\n", wrong, asked, left);
	else
		printf("ok two weeks, %zu answers, due as the model says\n",
		    asked);
	if (wrong > 0 || left > 0)
		exit(1);
}

int
main(void)
{
	const char *soak = getenv("SOAK");
	bool is_long = soak != NULL && soak[0] != '\0';
	int round, rounds = is_long ? 20 : 3;

	a_week();
	for (round = 0; round < rounds; round++)
		random_lives(is_long ? 150 : 50, 1000 + (uint64_t)round);
	return 0;
}
