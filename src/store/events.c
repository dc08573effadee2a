/*
 * events.c -- what a learner did besides answering.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "store/own.h"

#include "base/banned.h"

const struct store_event_filter store_event_all = { .learner = NULL };

#define COLUMNS "id, learner, device, at, day, batch, what, subject, value"

static void
read_row(struct sql_query *query, struct store_event *e)
{
	e->id = sql_text(query, 0);
	e->learner = sql_text(query, 1);
	e->device = sql_text(query, 2);
	e->at = sql_integer(query, 3);
	e->day = (int32_t)sql_integer(query, 4);
	e->batch = sql_text(query, 5);
	e->what = sql_text(query, 6);
	e->subject = sql_text(query, 7);
	e->value = sql_text(query, 8);
}

static bool
same(const struct store_event *a, const struct store_event *b)
{
	return strcmp(a->learner, b->learner) == 0 &&
	    strcmp(a->device, b->device) == 0 && a->at == b->at &&
	    a->day == b->day && strcmp(a->batch, b->batch) == 0 &&
	    strcmp(a->what, b->what) == 0 &&
	    strcmp(a->subject, b->subject) == 0 &&
	    strcmp(a->value, b->value) == 0;
}

/* Whether the row is there already; another one under its id is an error. */
static bool
find_same(struct store *store, const struct store_event *event, bool *found,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT " COLUMNS " FROM events WHERE id = $1", err);
	struct store_event old;
	bool ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, event->id);
	ok = sql_step(query, found, err);
	if (ok && *found) {
		read_row(query, &old);
		if (!same(&old, event))
			ok = err_set(err, ERR_STORE, "event %s is there "
			    "already with another content", event->id);
	}
	sql_done(query);
	return ok;
}

bool
store_event_add(struct store *store, const struct store_event *event,
    struct err *err)
{
	struct sql_query *query;
	bool found;

	if (!find_same(store, event, &found, err))
		return false;
	if (found)
		return true;
	query = sql_query(store->sql, "INSERT INTO events (" COLUMNS
	    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", err);
	if (query == NULL)
		return false;
	sql_bind_text(query, 1, event->id);
	sql_bind_text(query, 2, event->learner);
	sql_bind_text(query, 3, event->device);
	sql_bind_number(query, 4, event->at);
	sql_bind_number(query, 5, event->day);
	sql_bind_text(query, 6, event->batch);
	sql_bind_text(query, 7, event->what);
	sql_bind_text(query, 8, event->subject);
	sql_bind_text(query, 9, event->value);
	return sql_once(query, err);
}

/* NULL does not restrict. */
static bool
fits(const char *wanted, const char *is)
{
	return wanted == NULL || strcmp(wanted, is) == 0;
}

static bool
is_wanted(const struct store_event_filter *f, const struct store_event *e,
    const struct retracted *retracted)
{
	return fits(f->learner, e->learner) && fits(f->subject, e->subject) &&
	    fits(f->what, e->what) && fits(f->device, e->device) &&
	    fits(f->batch, e->batch) &&
	    (f->retracted || !retracted_has(retracted, e->id));
}

/* Events are few: one order, one index where a subject is asked for. */
static struct sql_query *
query_for(struct store *store, const struct store_event_filter *f,
    struct err *err)
{
	struct sql_query *query;

	if (f->subject != NULL)
		query = sql_query(store->sql, f->newest_first ?
		    "SELECT " COLUMNS " FROM events WHERE subject = $1 "
		    "ORDER BY at DESC, id DESC" :
		    "SELECT " COLUMNS " FROM events WHERE subject = $1 "
		    "ORDER BY at, id", err);
	else
		query = sql_query(store->sql, f->newest_first ?
		    "SELECT " COLUMNS " FROM events ORDER BY at DESC, id DESC" :
		    "SELECT " COLUMNS " FROM events ORDER BY at, id", err);
	if (query != NULL && f->subject != NULL)
		sql_bind_text(query, 1, f->subject);
	return query;
}

bool
store_events(struct store *store, const struct store_event_filter *f,
    store_event_fn *each, void *arg, struct err *err)
{
	struct retracted retracted = { .n = 0 };
	struct sql_query *query;
	struct store_event event;
	int64_t n = 0;
	bool row, ok;

	if (!f->retracted &&
	    !retracted_read(store, f->learner, &retracted, err))
		return false;
	query = query_for(store, f, err);
	ok = query != NULL;
	while (ok && (ok = sql_step(query, &row, err)) && row) {
		read_row(query, &event);
		if (!is_wanted(f, &event, &retracted))
			continue;
		if (!each(arg, &event) || (f->limit > 0 && ++n == f->limit))
			break;
	}
	sql_done(query);
	retracted_clear(&retracted);
	return ok;
}
