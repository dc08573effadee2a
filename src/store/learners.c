/*
 * learners.c -- who studies, on which machine, in which session; how many
 * rows the log has.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "store/own.h"

#include "base/banned.h"

bool
store_device(struct store *store, struct id_source *ids, int64_t now,
    bool test, char out[64], struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT id FROM device WHERE one = 1", err);
	char id[ID_SIZE];
	bool row, ok;

	if (query == NULL)
		return false;
	ok = sql_step(query, &row, err);
	if (ok && row)
		(void)snprintf(out, 64, "%s", sql_text(query, 0));
	sql_done(query);
	if (!ok || row)
		return ok;
	id_make(ids, now, id);
	(void)snprintf(out, 64, "%s%s", test ? "test-" : "", id);
	query = sql_query(store->sql,
	    "INSERT INTO device (one, id) VALUES (1, $1)", err);
	if (query == NULL)
		return false;
	sql_bind_text(query, 1, out);
	return sql_once(query, err);
}

/* --- learners ------------------------------------------------------------ */

static void
read_learner(struct sql_query *query, struct store_learner *learner)
{
	(void)snprintf(learner->id, sizeof(learner->id), "%s",
	    sql_text(query, 0));
	(void)snprintf(learner->name, sizeof(learner->name), "%s",
	    sql_text(query, 1));
}

bool
store_learners(struct store *store,
    bool (*each)(void *arg, const struct store_learner *learner), void *arg,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT id, name FROM learners ORDER BY name, id", err);
	struct store_learner learner;
	bool row, ok;

	if (query == NULL)
		return false;
	while ((ok = sql_step(query, &row, err)) && row) {
		read_learner(query, &learner);
		if (!each(arg, &learner))
			break;
	}
	sql_done(query);
	return ok;
}

bool
store_learner_add(struct store *store, const struct store_learner *learner,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO learners (id, name) VALUES ($1, $2)", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner->id);
	sql_bind_text(query, 2, learner->name);
	return sql_once(query, err);
}

bool
store_learner_find(struct store *store, const char *name, bool *found,
    struct store_learner *learner, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT id, name FROM learners WHERE name = $1 ORDER BY id", err);
	bool ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, name);
	ok = sql_step(query, found, err);
	if (ok && *found)
		read_learner(query, learner);
	sql_done(query);
	return ok;
}

bool
store_session_add(struct store *store, const struct store_session *session,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO sessions (id, learner, device, began_at, "
	    "utc_offset_s, program) VALUES ($1, $2, $3, $4, $5, $6)", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, session->id);
	sql_bind_text(query, 2, session->learner);
	sql_bind_text(query, 3, session->device);
	sql_bind_number(query, 4, session->began_at);
	sql_bind_number(query, 5, session->utc_offset_s);
	sql_bind_text(query, 6, session->program);
	return sql_once(query, err);
}

/* --- how many rows ------------------------------------------------------- */

/*
 * No row of the log is ever deleted, so the last row's number is the count: no
 * look at a million rows (the number is SQLite's; another engine would count).
 */
static bool
log_sizes(struct store *store, int64_t size[2], struct err *err)
{
	return sql_number(store->sql, "SELECT max(rowid) FROM reviews",
	    &size[0], err) && sql_number(store->sql,
	    "SELECT max(rowid) FROM events", &size[1], err);
}

bool
store_rows(struct store *store, int64_t *rows, struct err *err)
{
	int64_t size[2];

	if (!log_sizes(store, size, err))
		return false;
	*rows = size[0] + size[1];
	return true;
}

static bool
count_from(struct store *store, const char *sql, const char *learner,
    int64_t from, int64_t *n, struct err *err)
{
	struct sql_query *query = sql_query(store->sql, sql, err);
	bool row, ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner);
	sql_bind_number(query, 2, from);
	ok = sql_step(query, &row, err);
	*n = ok && row ? sql_integer(query, 0) : 0;
	sql_done(query);
	return ok;
}

static bool
is_only_learner(struct store *store, bool *only, struct err *err)
{
	int64_t n;

	if (!sql_number(store->sql, "SELECT count(*) FROM learners", &n, err))
		return false;
	*only = n <= 1;
	return true;
}

bool
store_learner_rows(struct store *store, const char *learner, int64_t *rows,
    struct err *err)
{
	int64_t size[2], more[2], from[2] = { 0, 0 }, before = 0;
	bool only;

	if (!log_sizes(store, size, err) ||
	    !is_only_learner(store, &only, err))
		return false;
	if (only) {
		*rows = size[0] + size[1];
		return true;
	}
	/* Only what came since the last count is looked at. */
	if (strcmp(store->counted, learner) == 0 &&
	    store->counted_at[0] <= size[0] &&
	    store->counted_at[1] <= size[1]) {
		from[0] = store->counted_at[0];
		from[1] = store->counted_at[1];
		before = store->counted_rows;
	}
	if (!count_from(store, "SELECT count(*) FROM reviews "
	    "WHERE +learner = $1 AND rowid > $2", learner, from[0], &more[0],
	    err) || !count_from(store, "SELECT count(*) FROM events "
	    "WHERE +learner = $1 AND rowid > $2", learner, from[1], &more[1],
	    err))
		return false;
	*rows = before + more[0] + more[1];
	(void)snprintf(store->counted, sizeof(store->counted), "%s", learner);
	memcpy(store->counted_at, size, sizeof(size));
	store->counted_rows = *rows;
	return true;
}
