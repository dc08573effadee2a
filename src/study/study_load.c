/*
 * study_load.c -- the learner's memories: from the cache, or by replay.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/study_part.h"

#include "base/banned.h"

static void
empty(struct study *study)
{
	size_t i, n = study->library.cards_n;

	free(study->memories);
	study->memories = mem_new_array(n + 1, sizeof(*study->memories));
	for (i = 0; i < n; i++)
		study->memories[i] = replay_new;
	study->lost_n = 0;
	study->newest_at = STEPS_NO_AT;
}

static struct study_memory *
find_lost(struct study *study, const char *card)
{
	size_t i;

	for (i = 0; i < study->lost_n; i++)
		if (strcmp(study->lost[i].id, card) == 0)
			return &study->lost[i].memory;
	return NULL;
}

static void
add_lost(struct study *study, const char *card,
    const struct study_memory *memory)
{
	study->lost = mem_grow(study->lost, study->lost_n, &study->lost_cap,
	    sizeof(*study->lost));
	study->lost[study->lost_n++] = (struct study_lost){
	    mem_string(&study->mem, card), *memory };
}

static void
see(struct study *study, const struct study_memory *memory)
{
	if (memory->card.last_at > study->newest_at)
		study->newest_at = memory->card.last_at;
}

void
study_set(struct study *study, const char *card,
    const struct study_memory *memory)
{
	uint32_t number = library_card(&study->library, card);
	struct study_memory *lost;

	see(study, memory);
	if (number != INDEX_NONE) {
		study->memories[number] = *memory;
		return;
	}
	lost = find_lost(study, card);
	if (lost != NULL)
		*lost = *memory;
	else
		add_lost(study, card, memory);
}

void
study_set_once(struct study *study, const char *card,
    const struct study_memory *memory)
{
	uint32_t number = library_card(&study->library, card);

	see(study, memory);
	if (number != INDEX_NONE)
		study->memories[number] = *memory;
	else
		add_lost(study, card, memory);
}

static bool
take_row(void *arg, const struct store_memory *row)
{
	struct study_memory memory = replay_of_row(row);

	study_set_once(arg, row->card, &memory);
	return true;
}

void
study_set_all(struct study *study, const struct replay_table *table)
{
	size_t i;

	empty(study);
	for (i = 0; i < table->n; i++)
		if (!replay_is_new(&table->v[i]))
			study_set_once(study, table->ids[i], &table->v[i]);
}

/* Whether the cache was computed from these rows by this engine. */
static bool
is_fresh(struct study *study, bool *fresh, struct err *err)
{
	struct store_replayed replayed;
	char engine[64];
	bool found;

	if (!store_learner_rows(study->store, study->learner.id, &study->rows,
	    err) || !store_replayed_get(study->store, study->learner.id,
	    &found, &replayed, err))
		return false;
	replay_engine(engine);
	*fresh = found ? replayed.rows == study->rows &&
	    strcmp(replayed.engine, engine) == 0 &&
	    strcmp(replayed.parameters, study->replay.parameters) == 0 :
	    study->rows == 0;
	return true;
}

/* Replays; writes the result when the store can be written. */
static bool
compute(struct study *study, bool begun, struct err *err)
{
	struct replay_table table = { .ids = NULL };
	bool ok;

	if (begun)
		ok = replay_rebuild(&study->replay, study->store, &table, err);
	else
		ok = replay_learner(&study->replay, study->store, &table, err);
	if (ok)
		study_set_all(study, &table);
	replay_table_clear(&table);
	return ok;
}

static bool
load_begun(struct study *study, bool writing, struct err *err)
{
	bool fresh;

	replay_close(&study->replay);
	if (!replay_open(&study->replay, study->store, study->learner.id,
	    err) || !is_fresh(study, &fresh, err))
		return false;
	if (!fresh)
		return compute(study, writing, err);
	empty(study);
	return store_memories(study->store, study->learner.id, NULL, take_row,
	    study, err);
}

/* Looks first, and takes the write lock only when the cache is stale. */
static bool
load(struct study *study, struct err *err)
{
	bool fresh, ok;

	if (!store_begin_read(study->store, err))
		return false;
	ok = replay_open(&study->replay, study->store, study->learner.id,
	    err) && is_fresh(study, &fresh, err);
	if (!ok || fresh || study->options.readonly ||
	    store_is_readonly(study->store)) {
		ok = ok && load_begun(study, false, err);
		store_rollback(study->store);
		return ok;
	}
	store_rollback(study->store);
	if (!store_begin(study->store, err))
		return false;
	if (load_begun(study, true, err) && store_commit(study->store, err))
		return true;
	store_rollback(study->store);
	return false;
}

bool
study_load(struct study *study, bool begun, struct err *err)
{
	const char *none = "";

	study->moved_n = 0;
	if (study->store == NULL || !study->has_learner) {
		replay_close(&study->replay);
		empty(study);
		study->rows = 0;
		return replay_open(&study->replay, NULL, none, err);
	}
	if (begun ? !load_begun(study, true, err) : !load(study, err))
		return false;
	return study_follow_was(study, err);
}

/* --- was ----------------------------------------------------------------- */

/* The pairs of `was` that are no events yet, by their former id. */
static void
add_pending(struct study *study)
{
	const struct library *l = &study->library;
	char today[RENAME_ID];
	size_t i;

	for (i = 0; i < l->renames_n; i++)
		if (strcmp(rename_card(&study->replay.renames,
		    l->renames[i].from, today), l->renames[i].to) != 0)
			rename_add(&study->replay.renames, l->renames[i].from,
			    l->renames[i].to, true);
}

/* Drops a pair that nothing was ever learned under: it needs no event. */
static void
drop_idle(struct study *study)
{
	struct renames *r = &study->replay.renames;
	size_t i, j, kept = 0, n;

	for (i = 0; i < r->n; i++) {
		n = strlen(r->v[i].from);
		for (j = 0; r->v[i].pending && j < study->lost_n; j++)
			if (strncmp(study->lost[j].id, r->v[i].from, n) == 0 &&
			    (study->lost[j].id[n] == '\0' ||
			    study->lost[j].id[n] == '#'))
				break;
		if (!r->v[i].pending || j < study->lost_n)
			r->v[kept++] = r->v[i];
	}
	r->n = kept;
}

static void
note_moved(struct study *study, const char *from, const char *to)
{
	study->moved = mem_grow(study->moved, study->moved_n,
	    &study->moved_cap, sizeof(*study->moved));
	study->moved[study->moved_n++] = (struct study_moved){
	    from, mem_string(&study->mem, to) };
}

bool
study_follow_was(struct study *study, struct err *err)
{
	struct study_memory memory;
	char today[RENAME_ID];
	const char *to;
	size_t i, n = study->lost_n, kept = 0, moved = study->moved_n;

	if (study->library.renames_n == 0 || n == 0 || study->store == NULL)
		return true;
	add_pending(study);
	drop_idle(study);
	for (i = 0; i < n; i++) {
		to = rename_card(&study->replay.renames, study->lost[i].id,
		    today);
		if (to == study->lost[i].id)
			study->lost[kept++] = study->lost[i];
		else
			note_moved(study, study->lost[i].id, to);
	}
	study->lost_n = kept;
	for (i = moved; i < study->moved_n; i++) {
		if (!replay_card(&study->replay, study->store,
		    study->moved[i].to, &memory, err))
			return false;
		study_set(study, study->moved[i].to, &memory);
	}
	return true;
}
