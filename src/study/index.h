/*
 * index.h -- from a text to a number: a hash table for ids.
 * SPDX-License-Identifier: MIT
 *
 * Keys are borrowed and must outlive the index.  Nothing is ever removed.
 * Slots are small and apart from the entries: at 100,000 ids the misses of
 * the cache are what a look-up costs.
 */
#ifndef STUDY_INDEX_H
#define STUDY_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define INDEX_NONE UINT32_MAX

struct index_slot {
	uint32_t hash;
	uint32_t entry;		/* from 1; 0 is a free slot */
};

struct index_entry {
	const char *key;
	uint32_t n;		/* of the key, bytes */
	uint32_t value;
};

/* {0} is an empty one. */
struct index {
	struct index_slot *slots;
	size_t cap;
	struct index_entry *entries;
	size_t n, entries_cap;
};

/* Room for n keys without growing. */
void index_reserve(struct index *index, size_t n);
/* The value of a key, or INDEX_NONE. */
uint32_t index_find(const struct index *index, const char *key, size_t n);
/* Sets it unless the key is there; returns the value that stands then. */
uint32_t index_add(struct index *index, const char *key, size_t n,
    uint32_t value);
void index_clear(struct index *index);

#endif
