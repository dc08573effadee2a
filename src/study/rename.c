/*
 * rename.c -- see rename.h.
 * SPDX-License-Identifier: MIT
 *
 * There are few renames and no index: a chain is followed pair by pair.
 */
#include "study/rename.h"

#include <stdio.h>
#include <string.h>

#include "base/banned.h"

static const struct rename_pair *
find(const struct renames *renames, const char *from, size_t n)
{
	size_t i;

	for (i = 0; i < renames->n; i++)
		if (strncmp(renames->v[i].from, from, n) == 0 &&
		    renames->v[i].from[n] == '\0')
			return &renames->v[i];
	return NULL;
}

static void
forget(struct renames *renames, const char *from)
{
	size_t i, kept = 0;

	for (i = 0; i < renames->n; i++)
		if (strcmp(renames->v[i].from, from) != 0)
			renames->v[kept++] = renames->v[i];
	renames->n = kept;
}

void
rename_add(struct renames *renames, const char *from, const char *to,
    bool pending)
{
	struct rename_pair *old = renames->v;

	if (strcmp(from, to) == 0)
		return;
	/* What is renamed to lives: it is nobody's former id any more. */
	forget(renames, to);
	forget(renames, from);
	if (renames->n == renames->cap) {
		renames->cap = renames->cap == 0 ? 16 : renames->cap * 2;
		renames->v = mem_array(&renames->mem, renames->cap,
		    sizeof(*renames->v));
		if (renames->n > 0)
			memcpy(renames->v, old, renames->n * sizeof(*old));
	}
	renames->v[renames->n++] = (struct rename_pair){
	    mem_string(&renames->mem, from), mem_string(&renames->mem, to),
	    pending };
}

const char *
rename_card(const struct renames *renames, const char *id,
    char out[RENAME_ID])
{
	size_t n = strcspn(id, "#"), to;
	const char *tail = id + n, *note = id;
	const struct rename_pair *pair;
	size_t hops;

	if (renames->n == 0)
		return id;
	for (hops = 0; hops <= renames->n; hops++) {
		pair = find(renames, note, n);
		if (pair == NULL)
			break;
		note = pair->to;
		n = strlen(note);
	}
	if (note == id)
		return id;
	to = strlen(tail);
	if (n + to >= RENAME_ID)
		return id;
	memcpy(out, note, n);
	memcpy(out + n, tail, to + 1);
	return out;
}

const char *
rename_each(const struct renames *renames, const char *card, size_t *at,
    char out[RENAME_ID])
{
	const char *tail = card + strcspn(card, "#");
	char today[RENAME_ID];

	if ((*at)++ == 0)
		return card;
	for (; *at <= renames->n + 1; ++*at) {
		if (snprintf(out, RENAME_ID, "%s%s",
		    renames->v[*at - 2].from, tail) >= RENAME_ID)
			continue;
		if (strcmp(rename_card(renames, out, today), card) == 0 &&
		    strcmp(out, card) != 0)
			return out;
	}
	return NULL;
}

bool
rename_has(const struct renames *renames, const char *from, const char *to)
{
	const struct rename_pair *pair = find(renames, from, strlen(from));

	return pair != NULL && strcmp(pair->to, to) == 0;
}

void
rename_clear(struct renames *renames)
{
	mem_clear(&renames->mem);
	*renames = (struct renames){ 0 };
}
