/*
 * retracted.c -- which rows an undo took back.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/own.h"

#include "base/banned.h"

static int
compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

bool
retracted_read(struct store *store, const char *learner,
    struct retracted *r, struct err *err)
{
	/* The subject of a retraction is the id of the row taken back. */
	struct sql_query *query = sql_query(store->sql, learner != NULL ?
	    "SELECT subject FROM events "
	    "WHERE what = 'retract' AND learner = $1" :
	    "SELECT subject FROM events WHERE what = 'retract'", err);
	bool row, ok;

	*r = (struct retracted){ .n = 0 };
	if (query == NULL)
		return false;
	if (learner != NULL)
		sql_bind_text(query, 1, learner);
	while ((ok = sql_step(query, &row, err)) && row) {
		r->ids = mem_grow(r->ids, r->n, &r->cap, sizeof(*r->ids));
		(void)snprintf(r->ids[r->n++], ID_SIZE, "%s",
		    sql_text(query, 0));
	}
	sql_done(query);
	if (!ok)
		retracted_clear(r);
	else if (r->n > 0)
		qsort(r->ids, r->n, sizeof(*r->ids), compare);
	return ok;
}

bool
retracted_has(const struct retracted *r, const char *id)
{
	return r->n > 0 && bsearch(id, r->ids, r->n, sizeof(*r->ids),
	    compare) != NULL;
}

void
retracted_clear(struct retracted *r)
{
	free(r->ids);
	*r = (struct retracted){ .n = 0 };
}
