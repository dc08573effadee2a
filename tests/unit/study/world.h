/*
 * world.h -- a folder of decks, a store and a learner, for the tests of study.
 * SPDX-License-Identifier: MIT
 */
#ifndef UNIT_STUDY_WORLD_H
#define UNIT_STUDY_WORLD_H

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "study/review.h"

/* A day, and ten in the morning on it, UTC. */
#define DAY 20000
#define TEN (DAY * CLOCK_DAY + 10 * 60 * CLOCK_MINUTE)

struct world {
	char dir[64], decks[96], store[96];
	const char *paths[1];
	struct study *study;
	struct moment now;
	bool decks_only;
	uint64_t seed;
};

static inline void
world_fail(const struct err *err)
{
	fail_msg("%s", err->text);
}

#define must(what) do {							\
	struct err err = { 0 };						\
	if (!(what))							\
		world_fail(&err);					\
} while (0)

static inline void
world_deck(struct world *w, const char *name, const char *text)
{
	struct err err;
	char path[160];

	snprintf(path, sizeof(path), "%s/%s.ini", w->decks, name);
	if (!file_write(path, text, strlen(text), &err))
		world_fail(&err);
}

static inline void
world_init(struct world *w)
{
	const char *tmp = getenv("TMPDIR");
	struct err err;

	setenv("TZ", "UTC", 1);
	*w = (struct world){ .now = { TEN, DAY } };
	snprintf(w->dir, sizeof(w->dir), "%s/study.XXXXXX",
	    tmp != NULL && strlen(tmp) < 40 ? tmp : "/tmp");
	if (mkdtemp(w->dir) == NULL)
		abort();
	snprintf(w->decks, sizeof(w->decks), "%s/decks", w->dir);
	snprintf(w->store, sizeof(w->store), "%s/progress.db", w->dir);
	if (!file_make_folder(w->decks, &err))
		world_fail(&err);
	w->paths[0] = w->decks;
	w->seed = 1;
}

static inline struct study_options
world_options(struct world *w)
{
	return (struct study_options){ .decks = w->paths, .decks_n = 1,
	    .store = w->store, .login = "ann", .program = "test",
	    .seeded = true, .seed = w->seed };
}

static inline void
world_open(struct world *w)
{
	struct study_options options = world_options(w);
	struct err err;

	study_close(w->study);
	if (study_open(&w->study, &options, w->now.at, &err) != STUDY_OPEN)
		world_fail(&err);
}

static inline void
world_remove(const char *dir)
{
	struct buf path = BUF_INIT(4096);
	struct dirent *entry;
	DIR *d = opendir(dir);

	while (d != NULL && (entry = readdir(d)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		buf_reset(&path);
		buf_printf(&path, "%s/%s", dir, entry->d_name);
		if (file_is_folder(buf_str(&path)))
			world_remove(buf_str(&path));
		else
			unlink(buf_str(&path));
	}
	if (d != NULL)
		closedir(d);
	buf_clear(&path);
	rmdir(dir);
}

static inline void
world_end(struct world *w)
{
	study_close(w->study);
	w->study = NULL;
	world_remove(w->dir);
}

static inline void
world_minutes(struct world *w, int minutes)
{
	w->now.at += minutes * CLOCK_MINUTE;
	w->now.day = study_moment(w->study, w->now.at).day;
}

static inline void
world_days(struct world *w, int days)
{
	world_minutes(w, days * 24 * 60);
}

static inline struct review *
world_review(struct world *w, enum review_mode mode,
    const struct select *select)
{
	struct review *review;

	must(review_open(&review, w->study, &(struct review_options){
	    .mode = mode, .select = select }, w->now, &err));
	return review;
}

/* The next question; NULL when there is none now. */
static inline const struct review_question *
world_next(struct world *w, struct review *review)
{
	const struct review_question *q = NULL;
	struct err err = { 0 };
	int64_t at;

	switch (review_next(review, w->now, &q, &at, &err)) {
	case REVIEW_CARD:
		return q;
	case REVIEW_FAILED:
		world_fail(&err);
		return NULL;
	default:
		return NULL;
	}
}

static inline const struct review_judged *
world_answer(struct world *w, struct review *review, const char *typed)
{
	const struct review_judged *judged;

	must(review_answer(review, typed, strlen(typed), 3000, w->now,
	    &judged, &err));
	return judged;
}

static inline struct review_rated
world_rate(struct world *w, struct review *review, int rating)
{
	struct review_rated rated;

	must(review_rate(review, rating, w->now, &rated, &err));
	return rated;
}

/* Asks, answers and rates; the id of the card, "" when there is none. */
static inline const char *
world_do(struct world *w, struct review *review, const char *typed, int rating)
{
	const struct review_question *q = world_next(w, review);

	if (q == NULL)
		return "";
	/* What cannot be read as an answer of the kind is left blank. */
	if (world_answer(w, review, typed)->judgement.verdict ==
	    VERDICT_UNREADABLE)
		world_answer(w, review, "");
	world_rate(w, review, rating);
	return q->card->id;
}

static inline const struct study_memory *
world_memory(struct world *w, const char *card)
{
	const struct study_memory *m = study_memory_find(w->study, card);

	assert_non_null(m);
	return m;
}

static inline void
world_set(struct world *w, const char *name, const char *value)
{
	bool changed;

	must(action_set(w->study, (enum setting)settings_find(name), value,
	    w->now, &changed, &err));
}

static inline void
world_act(struct world *w, enum action action, const char *card)
{
	size_t done;

	must(action_do_id(w->study, action, card, NULL, w->now, &done, &err));
}

/* What is cached is what the log says, bit for bit. */
static inline void
world_check(struct world *w)
{
	struct study *s = w->study;
	struct replay_table table = { .ids = NULL };
	const struct study_memory *m;
	size_t i;

	must(replay_learner(&s->replay, s->store, &table, &err));
	for (i = 0; i < table.n; i++) {
		m = study_memory_find(s, table.ids[i]);
		if (m == NULL)
			m = &replay_new;
		if (!replay_same(m, &table.v[i]))
			fail_msg("%s differs from its replay", table.ids[i]);
	}
	for (i = 0; i < s->library.cards_n; i++)
		if (!replay_is_new(&s->memories[i]) && index_find(&table.index,
		    s->library.cards[i].id, strlen(s->library.cards[i].id)) ==
		    INDEX_NONE)
			fail_msg("%s has a memory and no log",
			    s->library.cards[i].id);
	replay_table_clear(&table);
}

#endif
