/*
 * typed.c -- what a person typed, under the id of its review or event.
 * SPDX-License-Identifier: MIT
 *
 * The one table from which a row may be taken: a person's words can be erased
 * without touching the log.
 */
#include "store/own.h"

#include "base/banned.h"

bool
store_typed_add(struct store *store, const char *id, const char *text,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO typed (id, text) VALUES ($1, $2) "
	    "ON CONFLICT (id) DO NOTHING", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, id);
	sql_bind_text(query, 2, text);
	return sql_once(query, err);
}

bool
store_typed_find(struct store *store, const char *id, struct buf *out,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT text FROM typed WHERE id = $1", err);
	bool row, ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, id);
	ok = sql_step(query, &row, err);
	if (ok && row)
		buf_adds(out, sql_text(query, 0));
	sql_done(query);
	return ok;
}

bool
store_typed_remove(struct store *store, const char *id, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "DELETE FROM typed WHERE id = $1", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, id);
	return sql_once(query, err);
}
