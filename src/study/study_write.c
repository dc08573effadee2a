/*
 * study_write.c -- changes: begin, append, commit, take back on failure.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/study_part.h"

#include "base/banned.h"

/* No store has so many: the next change loads everything again. */
#define NO_ROWS (-1)

/* --- ids ----------------------------------------------------------------- */

static bool
take_review_id(void *arg, const struct store_review *row)
{
	struct study *study = arg;

	if (id_valid(row->id) && id_time(row->id) > study->ids_floor)
		study->ids_floor = id_time(row->id);
	return true;
}

static bool
take_event_id(void *arg, const struct store_event *row)
{
	struct study *study = arg;

	if (id_valid(row->id) && id_time(row->id) > study->ids_floor)
		study->ids_floor = id_time(row->id);
	return true;
}

/*
 * When the clock stands or went back, ids of this process must still be later
 * than those in the log, and than its instants: an undo goes by them.
 */
static void
prime(struct study *study)
{
	struct store_event_filter events = store_event_all;
	struct store_review_filter reviews = store_review_all;
	int64_t rows;
	struct err err;

	study->ids_primed = true;
	if (study->store == NULL)
		return;
	if (store_rows(study->store, &rows, &err))
		study->ids.rows = (uint64_t)rows;
	if (!study->has_learner)
		return;
	events.learner = reviews.learner = study->learner.id;
	events.retracted = reviews.retracted = reviews.by_id = true;
	reviews.limit = 1;
	if (study->newest_at > study->ids_floor)
		study->ids_floor = study->newest_at;
	/* Without them ids are made all the same, only not in order. */
	(void)!store_events(study->store, &events, take_event_id, study, &err);
	(void)!store_reviews(study->store, &reviews, take_review_id, study,
	    &err);
}

void
study_id(struct study *study, int64_t at, char out[ID_SIZE])
{
	if (!study->ids_primed)
		prime(study);
	id_make(&study->ids, at > study->ids_floor ? at :
	    study->ids_floor + 1, out);
}

/* --- begin and commit ---------------------------------------------------- */

/* In the change: the learner by name, so that two processes make one. */
static bool
make_learner(struct study *study, struct moment now, struct err *err)
{
	struct store_learner learner;
	bool found;

	if (!store_learner_find(study->store, study->learner.name, &found,
	    &learner, err))
		return false;
	if (!found) {
		learner = study->learner;
		study_id(study, now.at, learner.id);
		if (!store_learner_add(study->store, &learner, err))
			return false;
	}
	study->learner = learner;
	study->has_learner = study->made_learner = true;
	snprintf(study->replay.learner, sizeof(study->replay.learner), "%s",
	    learner.id);
	return true;
}

/* Another process wrote: its rows count, ours are computed from them. */
static bool
catch_up(struct study *study, struct err *err)
{
	struct store_replayed replayed = { .rows = 0 };
	bool found;

	if (!store_replayed_get(study->store, study->learner.id, &found,
	    &replayed, err))
		return false;
	if (found ? replayed.rows == study->rows && strcmp(replayed.parameters,
	    study->replay.parameters) == 0 : study->rows == 0)
		return true;
	study->changes++;
	return study_load(study, true, err);
}

/* What `was` names becomes an event, and its memories move. */
static bool
write_renames(struct study *study, struct moment now, struct err *err)
{
	struct renames *r = &study->replay.renames;
	const struct study_memory *memory;
	char batch[ID_SIZE] = "";
	size_t i;

	for (i = 0; i < r->n; i++) {
		if (!r->v[i].pending)
			continue;
		if (!study_event(study, now, batch, "rename", r->v[i].from,
		    r->v[i].to, NULL, err))
			return false;
	}
	for (i = 0; i < study->moved_n; i++) {
		memory = study_memory_find(study, study->moved[i].to);
		if (!store_memory_remove(study->store, study->learner.id,
		    study->moved[i].from, err) || (memory != NULL &&
		    !replay_put(study->store, study->learner.id,
		    study->moved[i].to, memory, err)))
			return false;
	}
	return true;
}

static bool
begin(struct study *study, struct moment now, struct err *err)
{
	study->rows_before = study->rows;
	study->before_n = 0;
	study->made_learner = false;
	study->made_device = study->device[0] == '\0';
	if ((!study->has_learner && !make_learner(study, now, err)) ||
	    (study->device[0] == '\0' && !store_device(study->store,
	    &study->ids, now.at, study->options.seeded, study->device, err)) ||
	    !catch_up(study, err))
		return false;
	study->rows_before = study->rows;
	return write_renames(study, now, err);
}

bool
study_begin(struct study *study, struct moment now, struct err *err)
{
	if (study->options.readonly)
		return err_set(err, ERR_STORE, "this command writes nothing");
	if (study->store == NULL && !store_open(&study->store,
	    study->options.store, STORE_CREATE, err))
		return false;
	if (!study->ids_primed)
		prime(study);
	if (!store_begin(study->store, err))
		return false;
	if (begin(study, now, err))
		return true;
	study_rollback(study);
	return false;
}

bool
study_commit(struct study *study, struct err *err)
{
	struct store_replayed replayed = { .rows = study->rows };
	size_t i;

	replay_engine(replayed.engine);
	snprintf(replayed.parameters, sizeof(replayed.parameters), "%s",
	    study->replay.parameters);
	if (!store_replayed_put(study->store, study->learner.id, &replayed,
	    err) || !store_commit(study->store, err)) {
		study_rollback(study);
		return false;
	}
	study->before_n = 0;
	study->moved_n = 0;
	study->made_device = study->made_learner = false;
	for (i = 0; i < study->replay.renames.n; i++)
		study->replay.renames.v[i].pending = false;
	return true;
}

void
study_rollback(struct study *study)
{
	store_rollback(study->store);
	study->rows = study->rows_before;
	if (study->made_device)
		study->device[0] = '\0';
	if (study->made_learner) {
		study->has_learner = false;
		study->learner.id[0] = '\0';
	}
	study->made_device = study->made_learner = false;
	while (study->before_n > 0) {
		study->before_n--;
		study_set(study, study->before[study->before_n].id,
		    &study->before[study->before_n].memory);
	}
}

/* --- rows ---------------------------------------------------------------- */

static bool
take_at(void *arg, const struct store_event *event)
{
	int64_t *at = arg;

	if (event->at > *at)
		*at = event->at;
	return true;
}

/* Later than what the subject has had, so that order is order of making. */
static bool
instant(struct study *study, const char *subject, int64_t *at,
    struct err *err)
{
	struct store_event_filter filter = store_event_all;
	const struct study_memory *memory;
	int64_t last = STEPS_NO_AT;
	char former[RENAME_ID];
	size_t i = 0;

	filter.learner = study->learner.id;
	filter.retracted = true;
	while ((filter.subject = rename_each(&study->replay.renames, subject,
	    &i, former)) != NULL)
		if (!store_events(study->store, &filter, take_at, &last, err))
			return false;
	memory = strchr(subject, '/') == NULL ? NULL :
	    study_memory_find(study, subject);
	if (memory != NULL && memory->card.last_at > last)
		last = memory->card.last_at;
	if (last != STEPS_NO_AT && *at <= last)
		*at = last + 1;
	return true;
}

bool
study_event(struct study *study, struct moment now, char batch[ID_SIZE],
    const char *what, const char *subject, const char *value,
    const char *text, struct err *err)
{
	char id[ID_SIZE];
	struct store_event event = { .learner = study->learner.id,
	    .device = study->device, .at = now.at, .day = now.day,
	    .what = what, .subject = subject, .value = value };

	if (strcmp(what, "retract") != 0 &&
	    !instant(study, subject, &event.at, err))
		return false;
	study_id(study, event.at, id);
	if (batch[0] == '\0')
		memcpy(batch, id, sizeof(id));
	event.id = id;
	event.batch = batch;
	if (!store_event_add(study->store, &event, err) ||
	    (text != NULL && text[0] != '\0' &&
	    !store_typed_add(study->store, id, text, err)))
		return false;
	study->rows++;
	return true;
}

bool
study_review(struct study *study, const struct store_review *review,
    struct err *err)
{
	if (!store_review_add(study->store, review, err))
		return false;
	study->rows++;
	return true;
}

bool
study_put(struct study *study, const char *card,
    const struct study_memory *memory, struct err *err)
{
	const struct study_memory *old = study_memory_find(study, card);

	study->before = mem_grow(study->before, study->before_n,
	    &study->before_cap, sizeof(*study->before));
	study->before[study->before_n++] = (struct study_before){
	    mem_string(&study->mem, card), old == NULL ? replay_new : *old };
	study_set(study, card, memory);
	return replay_put(study->store, study->learner.id, card, memory, err);
}

bool
study_replay_card(struct study *study, const char *card, struct err *err)
{
	struct study_memory memory;
	char today[RENAME_ID];

	card = rename_card(&study->replay.renames, card, today);
	return replay_card(&study->replay, study->store, card, &memory, err) &&
	    study_put(study, card, &memory, err);
}

bool
study_reread(struct study *study, struct err *err)
{
	struct replay fresh;

	if (!replay_open(&fresh, study->store, study->learner.id, err))
		return false;
	replay_close(&study->replay);
	study->replay = fresh;
	study->changes++;
	/* Taken back, what is held here is not the store's: read it anew. */
	study->rows_before = NO_ROWS;
	return true;
}

bool
study_replay_all(struct study *study, struct err *err)
{
	struct replay_table table = { .ids = NULL };
	bool ok;

	ok = study_reread(study, err) && replay_rebuild(&study->replay,
	    study->store, &table, err);
	if (ok) {
		study_set_all(study, &table);
		study->before_n = 0;
	}
	replay_table_clear(&table);
	return ok;
}

bool
study_rebuild(struct study *study, struct moment now, int64_t *cards,
    struct err *err)
{
	size_t i;

	*cards = 0;
	if (study->store == NULL || !study->has_learner)
		return true;
	if (!store_rotate(study->store, err) || !study_begin(study, now, err))
		return false;
	if (!study_replay_all(study, err)) {
		study_rollback(study);
		return false;
	}
	if (!study_commit(study, err))
		return false;
	for (i = 0; i < study->library.cards_n; i++)
		*cards += !replay_is_new(&study->memories[i]);
	*cards += (int64_t)study->lost_n;
	return true;
}
