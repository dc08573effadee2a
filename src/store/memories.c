/*
 * memories.c -- the cache of memory states, and for what it was computed.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store/own.h"

#include "base/banned.h"

static void
bind_number(struct sql_query *query, int place, int64_t number)
{
	sql_bind_maybe(query, place, number == STORE_NONE, number);
}

/* The card's part before the slash. */
static void
deck_of(const char *card, char out[128])
{
	(void)snprintf(out, 128, "%.*s", (int)strcspn(card, "/"), card);
}

bool
store_memory_put(struct store *store, const struct store_memory *m,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO memories (learner, card, deck, state, step, "
	    "stability, difficulty, due_day, due_at, last_at, last_day, reps, "
	    "lapses, suspended, buried_day, flagged) VALUES ($1, $2, $3, $4, "
	    "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) "
	    "ON CONFLICT (learner, card) DO UPDATE SET state = $4, step = $5, "
	    "stability = $6, difficulty = $7, due_day = $8, due_at = $9, "
	    "last_at = $10, last_day = $11, reps = $12, lapses = $13, "
	    "suspended = $14, buried_day = $15, flagged = $16", err);
	char deck[128];

	if (query == NULL)
		return false;
	deck_of(m->card, deck);
	sql_bind_text(query, 1, m->learner);
	sql_bind_text(query, 2, m->card);
	sql_bind_text(query, 3, deck);
	sql_bind_number(query, 4, m->state);
	sql_bind_number(query, 5, m->step);
	sql_bind_real(query, 6, m->stability);
	sql_bind_real(query, 7, m->difficulty);
	bind_number(query, 8, m->due_day);
	bind_number(query, 9, m->due_at);
	bind_number(query, 10, m->last_at);
	bind_number(query, 11, m->last_day);
	sql_bind_number(query, 12, m->reps);
	sql_bind_number(query, 13, m->lapses);
	sql_bind_number(query, 14, m->suspended);
	bind_number(query, 15, m->buried_day);
	sql_bind_number(query, 16, m->flagged);
	return sql_once(query, err);
}

bool
store_memory_remove(struct store *store, const char *learner,
    const char *card, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "DELETE FROM memories WHERE learner = $1 AND card = $2", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner);
	sql_bind_text(query, 2, card);
	return sql_once(query, err);
}

bool
store_memories_clear(struct store *store, const char *learner,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql, learner != NULL ?
	    "DELETE FROM memories WHERE learner = $1" :
	    "DELETE FROM memories", err);

	if (query == NULL)
		return false;
	if (learner != NULL)
		sql_bind_text(query, 1, learner);
	return sql_once(query, err);
}

static int64_t
number_or_none(struct sql_query *query, int column)
{
	return sql_is_null(query, column) ? STORE_NONE :
	    sql_integer(query, column);
}

static void
read_row(struct sql_query *query, const char *learner, struct store_memory *m)
{
	m->learner = learner;
	m->card = sql_text(query, 0);
	m->state = (int)sql_integer(query, 1);
	m->step = (int)sql_integer(query, 2);
	m->stability = sql_real(query, 3);
	m->difficulty = sql_real(query, 4);
	m->due_day = number_or_none(query, 5);
	m->due_at = number_or_none(query, 6);
	m->last_at = number_or_none(query, 7);
	m->last_day = number_or_none(query, 8);
	m->reps = sql_integer(query, 9);
	m->lapses = sql_integer(query, 10);
	m->suspended = sql_integer(query, 11) != 0;
	m->buried_day = number_or_none(query, 12);
	m->flagged = sql_integer(query, 13) != 0;
}

#define SELECT_MEMORIES "SELECT card, state, step, stability, difficulty, " \
	"due_day, due_at, last_at, last_day, reps, lapses, suspended, " \
	"buried_day, flagged, learner FROM memories"

bool
store_memories(struct store *store, const char *learner, const char *card,
    store_memory_fn *each, void *arg, struct err *err)
{
	/* All of them lie in the table: an index would jump to each row. */
	struct sql_query *query = sql_query(store->sql, card != NULL ?
	    SELECT_MEMORIES " WHERE learner = $1 AND card = $2" :
	    SELECT_MEMORIES, err);
	struct store_memory m;
	bool row, ok;

	if (query == NULL)
		return false;
	if (card != NULL) {
		sql_bind_text(query, 1, learner);
		sql_bind_text(query, 2, card);
	}
	while ((ok = sql_step(query, &row, err)) && row) {
		if (strcmp(sql_text(query, 14), learner) != 0)
			continue;
		read_row(query, learner, &m);
		if (!each(arg, &m))
			break;
	}
	sql_done(query);
	return ok;
}

bool
store_replayed_get(struct store *store, const char *learner, bool *found,
    struct store_replayed *out, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT engine, parameters, rows FROM replayed "
	    "WHERE learner = $1", err);
	bool ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner);
	ok = sql_step(query, found, err);
	if (ok && *found) {
		(void)snprintf(out->engine, sizeof(out->engine), "%s",
		    sql_text(query, 0));
		(void)snprintf(out->parameters, sizeof(out->parameters), "%s",
		    sql_text(query, 1));
		out->rows = sql_integer(query, 2);
	}
	sql_done(query);
	return ok;
}

bool
store_replayed_put(struct store *store, const char *learner,
    const struct store_replayed *replayed, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO replayed (learner, engine, parameters, rows) "
	    "VALUES ($1, $2, $3, $4) ON CONFLICT (learner) DO UPDATE SET "
	    "engine = $2, parameters = $3, rows = $4", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner);
	sql_bind_text(query, 2, replayed->engine);
	sql_bind_text(query, 3, replayed->parameters);
	sql_bind_number(query, 4, replayed->rows);
	return sql_once(query, err);
}
