/*
 * reader.c -- see reader.h.
 * SPDX-License-Identifier: MIT
 */
#include "format/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

#include "base/banned.h"

void
reader_fault(struct reader *reader, struct section *section, uint32_t line,
    uint32_t column, bool error, const char *code, const char *fix,
    const char *fmt, ...)
{
	char message[900];
	va_list ap;

	/* What lies behind a second [deck] is told once, by that deck. */
	if (section != NULL && section->kind == SECTION_DROPPED)
		return;
	va_start(ap, fmt);
	(void)vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	diag_add(reader->diags, reader->path, line, column, error, code, fix,
	    "%s", message);
	if (section != NULL && error)
		section->bad = true;
}

uint32_t
reader_column(const char *begins, const char *place)
{
	return (uint32_t)utf8_count(begins, (size_t)(place - begins)) + 1;
}

static uint64_t
hash_of(const char *id, uint32_t n)
{
	return hash_mix(hash_add(HASH_START, id, n));
}

/* Texts are looked at only where all of the hash is the same. */
static struct seen *
slot_of(const struct reader *reader, uint64_t hash, const char *id, uint32_t n)
{
	size_t mask = reader->seen_cap - 1, i = (size_t)hash & mask;
	const struct seen *seen = &reader->seen[i];

	while (seen->id != NULL && (seen->hash != hash || seen->n != n ||
	    memcmp(seen->id, id, n) != 0)) {
		i = (i + 1) & mask;
		seen = &reader->seen[i];
	}
	return &reader->seen[i];
}

static void
grow_seen(struct reader *reader)
{
	struct seen *old = reader->seen;
	size_t i, cap = reader->seen_cap;

	reader->seen_cap = cap != 0 ? cap * 4 : 64;
	reader->seen = mem_new_array(reader->seen_cap, sizeof(*old));
	for (i = 0; i < cap; i++)
		if (old[i].id != NULL)
			*slot_of(reader, old[i].hash, old[i].id, old[i].n) =
			    old[i];
	free(old);
}

uint32_t
reader_see(struct reader *reader, const char *id, uint32_t n, uint32_t line)
{
	uint64_t hash = hash_of(id, n);
	struct seen *seen;

	if (reader->seen_n * 2 >= reader->seen_cap)
		grow_seen(reader);
	seen = slot_of(reader, hash, id, n);
	if (seen->id != NULL)
		return seen->line;
	*seen = (struct seen){ id, n, line, hash };
	reader->seen_n++;
	return 0;
}

bool
reader_saw(const struct reader *reader, const char *id, uint32_t n)
{
	return reader->seen_cap > 0 &&
	    slot_of(reader, hash_of(id, n), id, n)->id != NULL;
}
