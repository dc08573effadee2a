/*
 * store.h -- the file of progress: what is in it and how to reach it.
 * SPDX-License-Identifier: MIT
 *
 * Reviews and events are facts: appended, never changed (triggers refuse it).
 * Memories are a cache that study/replay.h computes from them.  The store
 * computes nothing.  Everything is UTF-8; rows handed to a callback live until
 * it returns.
 *
 * A change goes: store_begin, add rows, store_commit.  After a commit that
 * returned true, the rows survive kill -9 and a power cut.  store_commit fails
 * when the file is no longer the one that was opened (renamed, removed); then
 * it has saved what the open handle holds, and the sentence says where.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/id.h"
#include "base/mem.h"
#include "fsrs/rating.h"

struct store;

/* "recital", for SQLite's application_id. */
#define STORE_VERSION 1
/* A missing number in a row. */
#define STORE_NONE INT64_MIN

/* --- open ---------------------------------------------------------------- */

enum store_mode {
	STORE_CREATE,	/* read and write; makes it when missing */
	STORE_WRITE,	/* read and write; a missing file is an error */
	STORE_READ	/* read only; a missing file is an error */
};
/*
 * Opens path (":memory:" is a store of no file), migrates it when older
 * (a copy is made first), refuses a newer or a foreign one.  A store that
 * lies in a read-only folder can still be read.
 */
MUST_USE bool store_open(struct store **store, const char *path,
    enum store_mode mode, struct err *err);
/* Checkpoints and closes; store may be NULL. */
void store_close(struct store *store);
const char *store_path(const struct store *store);
/* Whether WAL works there: a number as statfs(2) gives it. */
bool store_has_wal(long file_system);
bool store_is_readonly(const struct store *store);

/* BEGIN IMMEDIATE; waits for other processes. */
MUST_USE bool store_begin(struct store *store, struct err *err);
MUST_USE bool store_commit(struct store *store, struct err *err);
void store_rollback(struct store *store);
/* A consistent view for several reads, without blocking writers. */
MUST_USE bool store_begin_read(struct store *store, struct err *err);
/*
 * A copy of the whole store as a new file (VACUUM INTO), mode 0600, complete
 * and synced or not there.
 */
MUST_USE bool store_backup(struct store *store, const char *to,
    struct err *err);
/* Keeps a rotated copy beside the store (path.1 … path.5) before a rewrite. */
MUST_USE bool store_rotate(struct store *store, struct err *err);

/* This machine's id in this store; made with the first write. */
MUST_USE bool store_device(struct store *store, struct id_source *ids,
    int64_t now, bool test, char out[64], struct err *err);
/* Reviews and events, all learners. */
MUST_USE bool store_rows(struct store *store, int64_t *rows, struct err *err);

/* --- learners and sessions ----------------------------------------------- */

struct store_learner {
	char id[ID_SIZE];
	char name[128];
};
/* Calls each for every learner, by name. */
MUST_USE bool store_learners(struct store *store,
    bool (*each)(void *arg, const struct store_learner *learner), void *arg,
    struct err *err);
MUST_USE bool store_learner_add(struct store *store,
    const struct store_learner *learner, struct err *err);
MUST_USE bool store_learner_find(struct store *store, const char *name,
    bool *found, struct store_learner *learner, struct err *err);

struct store_session {
	const char *id, *learner, *device, *program;
	int64_t began_at;
	int32_t utc_offset_s;
};
MUST_USE bool store_session_add(struct store *store,
    const struct store_session *session, struct err *err);

/* --- reviews ------------------------------------------------------------- */

struct store_review {
	const char *id, *learner, *session, *card;
	int64_t content, at;
	int32_t day;
	const char *mode;	/* "study", "cram", "exam" */
	const char *verdict;	/* as in answer.h */
	double score;		/* 0..1, or NAN for NULL */
	int hints, tries;
	int64_t took_ms;
	int proposed, rating;	/* 1..4, or 0 for NULL */
	double retrievability;	/* or NAN for NULL (new) */
};
/*
 * Appends; the very same row again is no fault (an insert can be repeated),
 * the same id with other content is.
 */
MUST_USE bool store_review_add(struct store *store,
    const struct store_review *review, struct err *err);

typedef bool store_review_fn(void *arg, const struct store_review *review);

/* Which reviews; empty fields do not restrict. */
struct store_review_filter {
	const char *learner;
	const char *card;	/* NULL: all */
	const char *session;
	const char *device;	/* of the review's session: for an undo */
	const char *mode;
	int32_t day_from, day_to;	/* INT32_MIN, INT32_MAX: all */
	bool retracted;		/* also those that an undo took back */
	bool newest_first;
	bool by_id;		/* the greatest id first, whatever the clock */
	int64_t limit;		/* 0: none */
};
extern const struct store_review_filter store_review_all;
/* In the order of (at, id).  each returns false to stop early. */
MUST_USE bool store_reviews(struct store *store,
    const struct store_review_filter *filter, store_review_fn *each, void *arg,
    struct err *err);

/* --- events -------------------------------------------------------------- */

struct store_event {
	const char *id, *learner, *device;
	int64_t at;
	int32_t day;
	const char *batch;	/* the first event's id of one command */
	const char *what;	/* "retract", "suspend", …: see schema */
	const char *subject, *value;
};
MUST_USE bool store_event_add(struct store *store,
    const struct store_event *event, struct err *err);

typedef bool store_event_fn(void *arg, const struct store_event *event);

struct store_event_filter {
	const char *learner;
	const char *subject;	/* NULL: all */
	const char *what;
	const char *device;
	const char *batch;
	bool retracted;
	bool newest_first;
	int64_t limit;
};
extern const struct store_event_filter store_event_all;
MUST_USE bool store_events(struct store *store,
    const struct store_event_filter *filter, store_event_fn *each, void *arg,
    struct err *err);

/* --- what was typed ------------------------------------------------------ */

MUST_USE bool store_typed_add(struct store *store, const char *id,
    const char *text, struct err *err);
/* Adds the text to out; nothing when there is none. */
MUST_USE bool store_typed_find(struct store *store, const char *id,
    struct buf *out, struct err *err);
MUST_USE bool store_typed_remove(struct store *store, const char *id,
    struct err *err);

/* --- parameters ---------------------------------------------------------- */

struct store_parameters {
	const char *id, *learner;
	int64_t at;
	const char *model, *w, *source;	/* "fit", "import", "hand" */
	int64_t reviews;
	double loss;		/* or NAN */
};
MUST_USE bool store_parameters_add(struct store *store,
    const struct store_parameters *parameters, struct err *err);
/* The newest of a learner that no undo took back; copies into mem. */
MUST_USE bool store_parameters_newest(struct store *store,
    const char *learner, struct mem *mem, bool *found,
    struct store_parameters *out, struct err *err);

/* --- memories: the cache ------------------------------------------------- */

struct store_memory {
	const char *learner, *card;	/* card: "deck/note", … */
	int state, step;
	double stability, difficulty;	/* or NAN */
	int64_t due_day, due_at, last_at, last_day;	/* or STORE_NONE */
	int64_t reps, lapses;
	bool suspended;
	int64_t buried_day;		/* or STORE_NONE */
	bool flagged;
};
/* Inserts or replaces; `deck` is the card's part before the slash. */
MUST_USE bool store_memory_put(struct store *store,
    const struct store_memory *memory, struct err *err);
MUST_USE bool store_memory_remove(struct store *store, const char *learner,
    const char *card, struct err *err);
/* Of a learner, or of all (NULL). */
MUST_USE bool store_memories_clear(struct store *store, const char *learner,
    struct err *err);
typedef bool store_memory_fn(void *arg, const struct store_memory *memory);
/* card NULL: all of the learner's, in no particular order. */
MUST_USE bool store_memories(struct store *store, const char *learner,
    const char *card, store_memory_fn *each, void *arg, struct err *err);

/* For which rows and which engine the memories were computed. */
struct store_replayed {
	char engine[64];
	char parameters[ID_SIZE];	/* id, or "" for the defaults */
	int64_t rows;			/* the learner's reviews and events */
};
MUST_USE bool store_replayed_get(struct store *store, const char *learner,
    bool *found, struct store_replayed *out, struct err *err);
MUST_USE bool store_replayed_put(struct store *store, const char *learner,
    const struct store_replayed *replayed, struct err *err);
/* The learner's reviews and events, to compare with replayed.rows. */
MUST_USE bool store_learner_rows(struct store *store, const char *learner,
    int64_t *rows, struct err *err);

#endif
