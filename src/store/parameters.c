/*
 * parameters.c -- the parameters of a learner, newest last.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "store/own.h"

#include "base/banned.h"

bool
store_parameters_add(struct store *store, const struct store_parameters *p,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "INSERT INTO parameters (id, learner, at, model, w, source, "
	    "reviews, loss) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, p->id);
	sql_bind_text(query, 2, p->learner);
	sql_bind_number(query, 3, p->at);
	sql_bind_text(query, 4, p->model);
	sql_bind_text(query, 5, p->w);
	sql_bind_text(query, 6, p->source);
	sql_bind_number(query, 7, p->reviews);
	sql_bind_real(query, 8, p->loss);
	return sql_once(query, err);
}

static void
read_row(struct sql_query *query, const char *learner, struct mem *mem,
    struct store_parameters *out)
{
	out->learner = mem_string(mem, learner);
	out->id = mem_string(mem, sql_text(query, 0));
	out->at = sql_integer(query, 1);
	out->model = mem_string(mem, sql_text(query, 2));
	out->w = mem_string(mem, sql_text(query, 3));
	out->source = mem_string(mem, sql_text(query, 4));
	out->reviews = sql_integer(query, 5);
	out->loss = sql_real(query, 6);
}

bool
store_parameters_newest(struct store *store, const char *learner,
    struct mem *mem, bool *found, struct store_parameters *out,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT p.id, p.at, p.model, p.w, p.source, p.reviews, p.loss "
	    "FROM parameters p WHERE p.learner = $1 AND NOT EXISTS ("
	    "SELECT 1 FROM events e WHERE e.subject = p.id AND "
	    "e.learner = p.learner AND e.what = 'retract') "
	    "ORDER BY p.at DESC, p.id DESC", err);
	bool ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, learner);
	ok = sql_step(query, found, err);
	if (ok && *found)
		read_row(query, learner, mem, out);
	sql_done(query);
	return ok;
}
