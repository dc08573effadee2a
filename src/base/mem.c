/*
 * mem.c -- see mem.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/banned.h"

/*
 * An arena grows with what is asked of it: most live for one comparison, and
 * zeroing a large block would cost more than that; 24 MB of notes are few.
 */
#define BLOCK_FIRST ((size_t)2 * 1024)
#define BLOCK_LARGEST ((size_t)64 * 1024)
/*
 * From here on memory is asked for in pages of 2 MB, where the system has
 * them: touching 24 MB of notes in pages of 4 KB took a sixth of their load.
 */
#define LARGE ((size_t)2 * 1024 * 1024)

struct mem_block {
	struct mem_block *before;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("recital: out of memory\n", stderr);
	exit(4);
}

static size_t
product(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		out_of_memory();
	return count * size;
}

void *
mem_new(size_t n)
{
	void *p = calloc(1, n != 0 ? n : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
mem_new_large(size_t n)
{
	void *p;

	if (n < 2 * LARGE)
		return mem_new(n);
	if (n > SIZE_MAX / 2 || posix_memalign(&p, LARGE, n) != 0)
		out_of_memory();
#ifdef MADV_HUGEPAGE
	(void)madvise(p, n, MADV_HUGEPAGE);
#endif
	return memset(p, 0, n);
}

void *
mem_new_array(size_t count, size_t size)
{
	return mem_new(product(count, size));
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	size_t n = product(count, size);
	void *q = realloc(p, n != 0 ? n : 1);

	if (q == NULL)
		out_of_memory();
	return q;
}

char *
mem_strdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_new(n), s, n);
}

void *
mem_grow(void *p, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return p;
	*cap = *cap != 0 ? *cap * 2 : 16;
	return mem_resize(p, *cap, size);
}

/* As much again as there is, within bounds; more only for one that needs it. */
static size_t
block_size(const struct mem *mem, size_t need)
{
	size_t size = mem->total;

	if (size < BLOCK_FIRST)
		size = BLOCK_FIRST;
	if (mem->total >= 2 * LARGE)
		size = 2 * LARGE - sizeof(struct mem_block);
	else if (size > BLOCK_LARGEST)
		size = BLOCK_LARGEST;
	return need > size ? need : size;
}

void *
mem_alloc(struct mem *mem, size_t n)
{
	const size_t step = _Alignof(max_align_t);
	size_t need, size;
	struct mem_block *b;

	if (n > SIZE_MAX / 2)
		out_of_memory();
	need = (n + step - 1) / step * step;
	if (need == 0)
		need = step;
	if (mem->last == NULL || mem->last->size - mem->used < need) {
		size = block_size(mem, need);
		b = mem_new_large(sizeof(*b) + size);
		b->size = size;
		b->before = mem->last;
		mem->last = b;
		mem->used = 0;
		mem->total += size;
	}
	mem->used += need;
	return mem->last->bytes + (mem->used - need);
}

void *
mem_array(struct mem *mem, size_t count, size_t size)
{
	return mem_alloc(mem, product(count, size));
}

char *
mem_copy(struct mem *mem, const char *s, size_t n)
{
	char *copy = mem_alloc(mem, n + 1);

	if (n != 0)
		memcpy(copy, s, n);
	return copy;
}

char *
mem_string(struct mem *mem, const char *s)
{
	return mem_copy(mem, s, strlen(s));
}

void
mem_clear(struct mem *mem)
{
	struct mem_block *b, *before;

	for (b = mem->last; b != NULL; b = before) {
		before = b->before;
		free(b);
	}
	*mem = (struct mem){ 0 };
}
