/*
 * index.c -- see index.h: open addressing, linear probing, at most half full.
 * SPDX-License-Identifier: MIT
 */
#include "study/index.h"

#include <stdbool.h>
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

static bool
is_key(const struct index_entry *entry, const char *key, size_t n)
{
	return entry->n == n && memcmp(entry->key, key, n) == 0;
}

/* The slot of the key, or the free one where it would be. */
static struct index_slot *
place(const struct index *index, const char *key, size_t n, uint32_t hash)
{
	size_t at = hash & (index->cap - 1);
	struct index_slot *slot = &index->slots[at];

	while (slot->entry != 0 && (slot->hash != hash ||
	    !is_key(&index->entries[slot->entry - 1], key, n))) {
		at = (at + 1) & (index->cap - 1);
		slot = &index->slots[at];
	}
	return slot;
}

static void
resize(struct index *index, size_t cap)
{
	struct index_slot *old = index->slots;
	size_t old_cap = index->cap, i, at;

	index->slots = mem_new_array(cap, sizeof(*index->slots));
	index->cap = cap;
	for (i = 0; i < old_cap; i++) {
		if (old[i].entry == 0)
			continue;
		at = old[i].hash & (cap - 1);
		while (index->slots[at].entry != 0)
			at = (at + 1) & (cap - 1);
		index->slots[at] = old[i];
	}
	free(old);
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
	return slot->entry == 0 ? INDEX_NONE :
	    index->entries[slot->entry - 1].value;
}

uint32_t
index_add(struct index *index, const char *key, size_t n, uint32_t value)
{
	uint32_t hash = hash_of(key, n);
	struct index_slot *slot;

	if ((index->n + 1) * 2 > index->cap)
		index_reserve(index, index->n + 1);
	slot = place(index, key, n, hash);
	if (slot->entry != 0)
		return index->entries[slot->entry - 1].value;
	index->entries = mem_grow(index->entries, index->n,
	    &index->entries_cap, sizeof(*index->entries));
	index->entries[index->n++] = (struct index_entry){ key, (uint32_t)n,
	    value };
	*slot = (struct index_slot){ hash, (uint32_t)index->n };
	return value;
}

void
index_clear(struct index *index)
{
	free(index->slots);
	free(index->entries);
	*index = (struct index){ .slots = NULL };
}
