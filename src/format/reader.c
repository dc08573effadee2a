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

static struct seen *
slot_of(const struct reader *reader, const char *id, uint32_t n)
{
	size_t mask = reader->seen_cap - 1;
	size_t i = (size_t)hash_mix(hash_add(HASH_START, id, n)) & mask;

	while (reader->seen[i].id != NULL && (reader->seen[i].n != n ||
	    memcmp(reader->seen[i].id, id, n) != 0))
		i = (i + 1) & mask;
	return &reader->seen[i];
}

static void
grow_seen(struct reader *reader)
{
	struct seen *old = reader->seen;
	size_t i, cap = reader->seen_cap;

	reader->seen_cap = cap != 0 ? cap * 2 : 64;
	reader->seen = mem_new_array(reader->seen_cap, sizeof(*old));
	for (i = 0; i < cap; i++)
		if (old[i].id != NULL)
			*slot_of(reader, old[i].id, old[i].n) = old[i];
	free(old);
}

uint32_t
reader_see(struct reader *reader, const char *id, uint32_t n, uint32_t line)
{
	struct seen *seen;

	if (reader->seen_n * 2 >= reader->seen_cap)
		grow_seen(reader);
	seen = slot_of(reader, id, n);
	if (seen->id != NULL)
		return seen->line;
	*seen = (struct seen){ id, n, line };
	reader->seen_n++;
	return 0;
}

bool
reader_saw(const struct reader *reader, const char *id, uint32_t n)
{
	return reader->seen_cap > 0 && slot_of(reader, id, n)->id != NULL;
}
