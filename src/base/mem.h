/*
 * mem.h -- memory that cannot fail, and arenas.
 * SPDX-License-Identifier: MIT
 *
 * An arena hands out memory that is given back all at once.  Decks live in
 * one arena each, a command has a scratch arena: above base/ there is nearly
 * no free().  Out of memory ends the program with one line, exit status 4:
 * every acknowledged answer is already on the disk.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

struct mem_block;

/* An arena; {0} is an empty one. */
struct mem {
	struct mem_block *last;
	size_t used;	/* bytes taken in the last block */
	size_t total;	/* bytes asked from the system */
};

/* n zeroed bytes, aligned for any object; n may be 0 (then not NULL). */
void *mem_alloc(struct mem *mem, size_t n);
/* count objects of size each, zeroed; a product that overflows ends us. */
void *mem_array(struct mem *mem, size_t count, size_t size);
/* A copy of n bytes with a NUL behind. */
char *mem_copy(struct mem *mem, const char *s, size_t n);
char *mem_string(struct mem *mem, const char *s);
void mem_clear(struct mem *mem);

/* malloc, calloc, realloc and strdup that end the program instead of NULL. */
void *mem_new(size_t n);
/* The same for much of it; freed as that of the others is. */
void *mem_new_large(size_t n);
void *mem_new_array(size_t count, size_t size);
void *mem_resize(void *p, size_t count, size_t size);
char *mem_strdup(const char *s);

/* Room for one more in a growing array: doubles *cap when n == *cap. */
void *mem_grow(void *p, size_t n, size_t *cap, size_t size);

#endif
