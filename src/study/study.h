/*
 * study.h -- what a command needs: library, store, learner, memories.
 * SPDX-License-Identifier: MIT
 *
 * A struct study is opened once by a command and joins what the decks say
 * with what happened.  Nothing is written by opening it, but for one cache:
 * memories that another engine or another process computed are replayed in
 * silence.  The store, the learner and the device come into being with the
 * first write.
 *
 * Every write goes study_begin, add, study_commit.  study_begin looks whether
 * another process has written since, and if so reads everything of the
 * learner again, so that what follows is computed from what is there.
 */
#ifndef STUDY_STUDY_H
#define STUDY_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/id.h"
#include "store/store.h"
#include "study/library.h"
#include "study/replay.h"

struct study_options {
	const char *const *decks;	/* files or folders; NULL: no library */
	size_t decks_n;
	const char *store;		/* path */
	const char *learner;		/* --learner, or NULL */
	const char *login;		/* how a learner made here is called */
	bool add_learner;		/* make --learner when unknown */
	bool readonly;			/* the command writes nothing */
	bool seeded;			/* RECITAL_SEED is given: */
	uint64_t seed;
	const char *program;		/* "recital 0.1" */
};

/* A memory whose card is in no deck. */
struct study_lost {
	const char *id;
	struct study_memory memory;
};

/* A former id's memory, which another id has got: see rename.h. */
struct study_moved {
	const char *from, *to;
};

/* What study_put replaced in an open change, for study_rollback. */
struct study_before {
	const char *id;
	struct study_memory memory;
};

struct study {
	struct study_options options;
	struct library library;
	struct store *store;		/* NULL: no file yet */
	bool has_learner;		/* false until the first write */
	struct store_learner learner;
	char device[64];		/* "" until the first write */
	struct replay replay;		/* settings, parameters, renames */
	struct study_memory *memories;	/* by card number */
	struct study_lost *lost;
	size_t lost_n, lost_cap;
	struct study_moved *moved;	/* renames that are no events yet */
	size_t moved_n, moved_cap;
	struct study_before *before;
	size_t before_n, before_cap;
	int64_t opened_at;
	struct id_source ids;
	bool ids_primed;
	int64_t ids_floor;		/* new ids are later than this */
	int64_t rows;			/* of the learner, as last seen */
	int64_t rows_before;		/* before the open change, which */
	bool made_learner, made_device;	/* made these */
	int64_t newest_at;		/* of any review, or STEPS_NO_AT */
	uint64_t changes;		/* counts what came from elsewhere */
	struct mem mem;			/* ids of lost cards */
};

enum study_result {
	STUDY_OPEN,
	STUDY_FAILED,
	STUDY_UNKNOWN,	/* --learner is unknown and others are known */
	STUDY_SEVERAL	/* several learners and none named */
};
/*
 * Opens.  With STUDY_OPEN *study is the caller's; else it is NULL and err
 * has the sentence, with the learners' names where it is about them: on a
 * terminal the caller asks and opens again (learner, add_learner), in a pipe
 * it is status 2.  options' texts must outlive the study.
 */
enum study_result study_open(struct study **study,
    const struct study_options *options, int64_t now, struct err *err);
/* Takes NULL too.  Checkpoints the store. */
void study_close(struct study *study);

/* The learner's day at an instant, by his setting day_starts. */
struct moment study_moment(const struct study *study, int64_t at);
/* How many days the clock is behind the newest review, when over one; or 0. */
int32_t study_clock_behind(const struct study *study, struct moment now);

/* The settings that hold. */
const struct settings *study_settings(const struct study *study);
/* The memory of any card that the learner has, by id, or NULL. */
const struct study_memory *study_memory_find(const struct study *study,
    const char *card);
/* Whether the card may be asked at all today: not suspended or buried. */
bool study_is_awake(const struct study_memory *memory, int32_t day);
/* 8 lapses or more. */
bool study_is_leech(const struct study_memory *memory);
/* A lapse made it one, or made it worse: at 8, 12, 16, … */
bool study_leech_told(int32_t lapses_before, int32_t lapses);
/* Known to the learner and changed since: see `revised`. */
bool study_is_changed(const struct card *card,
    const struct study_memory *memory, int32_t day);

/*
 * Begins a change: makes store, learner and device when missing, takes the
 * write lock, reads again what another process changed (then `changes` is
 * another number), and turns `was` into events.  After a failure nothing is
 * open.  After study_begin, leave by study_commit or study_rollback.
 */
MUST_USE bool study_begin(struct study *study, struct moment now,
    struct err *err);
MUST_USE bool study_commit(struct study *study, struct err *err);
void study_rollback(struct study *study);
/* A new id; grows even when the clock stands or goes back. */
void study_id(struct study *study, int64_t at, char out[ID_SIZE]);
/*
 * Between begin and commit: one event.  batch "" begins one and gets the id
 * of this event.  The instant is now.at, or later when the subject has had a
 * later row already.  text, if not NULL, goes to `typed`.
 */
MUST_USE bool study_event(struct study *study, struct moment now,
    char batch[ID_SIZE], const char *what, const char *subject,
    const char *value, const char *text, struct err *err);
/* Between begin and commit: appends one review. */
MUST_USE bool study_review(struct study *study,
    const struct store_review *review, struct err *err);
/* Between begin and commit: sets one memory here and in the store. */
MUST_USE bool study_put(struct study *study, const char *card,
    const struct study_memory *memory, struct err *err);
/* Between begin and commit: one card, or all of them, from the log. */
MUST_USE bool study_replay_card(struct study *study, const char *card,
    struct err *err);
MUST_USE bool study_replay_all(struct study *study, struct err *err);
/* Of `rebuild`: everything from the log, in one transaction; how many. */
MUST_USE bool study_rebuild(struct study *study, struct moment now,
    int64_t *cards, struct err *err);

/*
 * Reads one deck's file again, after an edit; *kept: it broke, the old deck
 * stays, and diags says why.  Card numbers change, changes counts up.
 */
void study_reload(struct study *study, uint32_t deck, bool *kept,
    struct diags *diags);

#endif
