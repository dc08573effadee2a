/*
 * replay_log.c -- the log of one learner, or of one card, in its order.
 * SPDX-License-Identifier: MIT
 *
 * Events are few and read first; reviews are streamed past them.  Both come
 * in the order of (at, id), so each event is applied when the first review
 * behind it appears.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/replay.h"

#include "base/banned.h"

struct mark {
	int64_t at;
	char id[ID_SIZE];
	char what[12];
	int32_t day;
	uint32_t card;
};

struct log {
	const struct replay *replay;
	struct replay_table *table;
	struct mark *marks;
	size_t marks_n, marks_cap, done;
	int32_t day;		/* on which reviews in state review count */
	int64_t on_day;
};

void
replay_table_clear(struct replay_table *table)
{
	index_clear(&table->index);
	free(table->ids);
	free(table->v);
	mem_clear(&table->mem);
	*table = (struct replay_table){ .ids = NULL };
}

/* The place of a card, by any id that it ever had. */
static uint32_t
card_of(struct log *log, const char *id)
{
	struct replay_table *t = log->table;
	char today[RENAME_ID];
	size_t n, cap = t->cap;
	uint32_t at;

	id = rename_card(&log->replay->renames, id, today);
	n = strlen(id);
	at = index_find(&t->index, id, n);
	if (at != INDEX_NONE)
		return at;
	t->v = mem_grow(t->v, t->n, &cap, sizeof(*t->v));
	t->ids = mem_grow(t->ids, t->n, &t->cap, sizeof(*t->ids));
	t->ids[t->n] = mem_copy(&t->mem, id, n);
	t->v[t->n] = replay_new;
	index_add(&t->index, t->ids[t->n], n, (uint32_t)t->n);
	return (uint32_t)t->n++;
}

static bool
touches_a_card(const char *what)
{
	static const char *const known[] = { "suspend", "resume", "bury",
	    "unbury", "flag", "unflag", "reset" };
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i], what) == 0)
			return true;
	return false;
}

static bool
take_event(void *arg, const struct store_event *event)
{
	struct log *log = arg;
	struct mark *mark;

	if (!touches_a_card(event->what))
		return true;
	log->marks = mem_grow(log->marks, log->marks_n, &log->marks_cap,
	    sizeof(*log->marks));
	mark = &log->marks[log->marks_n++];
	mark->at = event->at;
	mark->day = event->day;
	mark->card = card_of(log, event->subject);
	snprintf(mark->id, sizeof(mark->id), "%s", event->id);
	snprintf(mark->what, sizeof(mark->what), "%s", event->what);
	return true;
}

static void
apply_marks_before(struct log *log, int64_t at, const char *id)
{
	const struct mark *mark;

	while (log->done < log->marks_n) {
		mark = &log->marks[log->done];
		if (id != NULL && (mark->at > at ||
		    (mark->at == at && strcmp(mark->id, id) > 0)))
			return;
		replay_event(&log->table->v[mark->card], mark->what, mark->day);
		log->done++;
	}
}

static bool
take_review(void *arg, const struct store_review *row)
{
	struct log *log = arg;
	struct steps_review review;
	struct study_memory *memory;
	uint32_t card = card_of(log, row->card);

	apply_marks_before(log, row->at, row->id);
	review = replay_review(log->replay, row->id, row->at, row->day,
	    row->rating);
	memory = &log->table->v[card];
	log->on_day += row->day == log->day &&
	    memory->card.state == STATE_REVIEW;
	if (log->table->look != NULL)
		log->table->look(log->table->arg, log->table->ids[card], row,
		    &memory->card);
	memory->card = steps_next(&log->replay->model, &steps_default,
	    &memory->card, &review);
	return true;
}

bool
replay_learner(const struct replay *replay, struct store *store,
    struct replay_table *table, struct err *err)
{
	struct log log = { .replay = replay, .table = table };
	struct store_event_filter events = store_event_all;
	struct store_review_filter reviews = store_review_all;
	bool ok;

	events.learner = replay->learner;
	reviews.learner = replay->learner;
	reviews.mode = "study";
	ok = store_events(store, &events, take_event, &log, err) &&
	    store_reviews(store, &reviews, take_review, &log, err);
	apply_marks_before(&log, 0, NULL);
	free(log.marks);
	return ok;
}

/* --- one card ------------------------------------------------------------ */

/* A review of one card, kept until all its ids are read. */
struct kept {
	int64_t at;
	char id[ID_SIZE];
	int32_t day;
	int rating;
};

struct kept_list {
	struct log *log;
	struct kept *v;
	size_t n, cap;
};

static bool
keep_review(void *arg, const struct store_review *row)
{
	struct kept_list *list = arg;
	struct kept *kept;

	list->v = mem_grow(list->v, list->n, &list->cap, sizeof(*list->v));
	kept = &list->v[list->n++];
	*kept = (struct kept){ .at = row->at, .day = row->day,
	    .rating = row->rating };
	snprintf(kept->id, sizeof(kept->id), "%s", row->id);
	return true;
}

static int
by_at_and_id(int64_t a, const char *a_id, int64_t b, const char *b_id)
{
	return a != b ? (a > b) - (a < b) : strcmp(a_id, b_id);
}

static int
by_kept(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	return by_at_and_id(x->at, x->id, y->at, y->id);
}

static int
by_mark(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	return by_at_and_id(x->at, x->id, y->at, y->id);
}

static bool
read_id(const struct replay *replay, struct store *store, const char *id,
    struct kept_list *list, struct err *err)
{
	struct store_event_filter events = store_event_all;
	struct store_review_filter reviews = store_review_all;

	events.learner = replay->learner;
	events.subject = id;
	reviews.learner = replay->learner;
	reviews.card = id;
	reviews.mode = "study";
	return store_events(store, &events, take_event, list->log, err) &&
	    store_reviews(store, &reviews, keep_review, list, err);
}

/* Reads the card's rows under its id of today and all its former ones. */
static bool
read_ids(const struct replay *replay, struct store *store, const char *card,
    struct kept_list *list, struct err *err)
{
	char former[RENAME_ID];
	const char *id;
	size_t at = 0;

	while ((id = rename_each(&replay->renames, card, &at, former)) != NULL)
		if (!read_id(replay, store, id, list, err))
			return false;
	return true;
}

static bool
replay_one(const struct replay *replay, struct store *store,
    const char *card, int32_t day, struct study_memory *out, int64_t *on_day,
    struct err *err)
{
	struct replay_table table = { .ids = NULL };
	struct log log = { .replay = replay, .table = &table, .day = day };
	struct kept_list list = { .log = &log };
	size_t i;
	bool ok;

	card_of(&log, card);
	ok = read_ids(replay, store, card, &list, err);
	if (ok && list.n > 0)
		qsort(list.v, list.n, sizeof(*list.v), by_kept);
	if (ok && log.marks_n > 0)
		qsort(log.marks, log.marks_n, sizeof(*log.marks), by_mark);
	for (i = 0; ok && i < list.n; i++)
		(void)take_review(&log, &(struct store_review){
		    .id = list.v[i].id, .card = card, .at = list.v[i].at,
		    .day = list.v[i].day, .rating = list.v[i].rating });
	apply_marks_before(&log, 0, NULL);
	if (ok) {
		*out = table.v[0];
		*on_day = log.on_day;
	}
	free(list.v);
	free(log.marks);
	replay_table_clear(&table);
	return ok;
}

bool
replay_card(const struct replay *replay, struct store *store,
    const char *card, struct study_memory *out, struct err *err)
{
	int64_t n;

	return replay_one(replay, store, card, STEPS_NO_DAY, out, &n, err);
}

bool
replay_card_day(const struct replay *replay, struct store *store,
    const char *card, int32_t day, int64_t *n, struct err *err)
{
	struct study_memory memory;

	return replay_one(replay, store, card, day, &memory, n, err);
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(**(const char **const *)a, **(const char **const *)b);
}

/* Writes them in the order of their ids: the store's trees grow at the end. */
static bool
put_all(const struct replay *replay, struct store *store,
    const struct replay_table *table, struct err *err)
{
	const char ***order = mem_new_array(table->n + 1, sizeof(*order));
	const struct study_memory *memory;
	size_t i;
	bool ok = true;

	for (i = 0; i < table->n; i++)
		order[i] = &table->ids[i];
	if (table->n > 0)
		qsort(order, table->n, sizeof(*order), by_id);
	for (i = 0; ok && i < table->n; i++) {
		memory = &table->v[order[i] - table->ids];
		ok = replay_is_new(memory) || replay_put(store,
		    replay->learner, *order[i], memory, err);
	}
	free(order);
	return ok;
}

bool
replay_rebuild(const struct replay *replay, struct store *store,
    struct replay_table *table, struct err *err)
{
	struct store_replayed replayed = { .rows = 0 };

	if (!replay_learner(replay, store, table, err) ||
	    !store_memories_clear(store, replay->learner, err) ||
	    !store_learner_rows(store, replay->learner, &replayed.rows, err) ||
	    !put_all(replay, store, table, err))
		return false;
	replay_engine(replayed.engine);
	snprintf(replayed.parameters, sizeof(replayed.parameters), "%s",
	    replay->parameters);
	return store_replayed_put(store, replay->learner, &replayed, err);
}
