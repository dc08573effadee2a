/*
 * index.c -- see index.h: open addressing, linear probing, at most half full.
 * SPDX-License-Identifier: MIT
 */
#include "study/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

#include "base/banned.h"

static uint32_t
hash_of(const char *key, size_t n)
{
	return (uint32_t)hash_mix(hash_add(HASH_START, key, n));
}

static struct index_slot *
place(const struct index *index, const char *key, size_t n, uint32_t hash)
{
	size_t at = hash & (index->cap - 1);
	struct index_slot *slot = &index->slots[at];

	while (slot->key != NULL && (slot->hash != hash || slot->n != n ||
	    memcmp(slot->key, key, n) != 0)) {
		at = (at + 1) & (index->cap - 1);
		slot = &index->slots[at];
	}
	return slot;
}

static void
resize(struct index *index, size_t cap)
{
	struct index old = *index;
	size_t i, at;

	index->slots = mem_new_array(cap, sizeof(*index->slots));
	index->cap = cap;
	for (i = 0; i < old.cap; i++) {
		if (old.slots[i].key == NULL)
			continue;
		at = old.slots[i].hash & (cap - 1);
		while (index->slots[at].key != NULL)
			at = (at + 1) & (cap - 1);
		index->slots[at] = old.slots[i];
	}
	free(old.slots);
}

void
index_reserve(struct index *index, size_t n)
{
	size_t cap = 16;

	while (cap < n * 2)
		cap *= 2;
	if (cap > index->cap)
		resize(index, cap);
}

uint32_t
index_find(const struct index *index, const char *key, size_t n)
{
	const struct index_slot *slot;

	if (index->cap == 0)
		return INDEX_NONE;
	slot = place(index, key, n, hash_of(key, n));
	return slot->key == NULL ? INDEX_NONE : slot->value;
}

uint32_t
index_add(struct index *index, const char *key, size_t n, uint32_t value)
{
	uint32_t hash = hash_of(key, n);
	struct index_slot *slot;

	index_reserve(index, index->n + 1);
	slot = place(index, key, n, hash);
	if (slot->key == NULL) {
		*slot = (struct index_slot){ key, (uint32_t)n, hash, value };
		index->n++;
	}
	return slot->value;
}

void
index_clear(struct index *index)
{
	free(index->slots);
	*index = (struct index){ 0 };
}
