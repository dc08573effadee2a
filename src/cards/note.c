/*
 * note.c -- see note.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/note.h"

#include <string.h>

#include "base/banned.h"

const struct field *
note_find(const struct note *note, enum key key, int index)
{
	uint32_t i;

	for (i = 0; i < note->fields_n; i++)
		if (note->fields[i].key == key &&
		    note->fields[i].index == index)
			return &note->fields[i];
	return NULL;
}

const char *
note_value(const struct note *note, enum key key, int index)
{
	const struct field *field = note_find(note, key, index);

	return field != NULL ? field->value : NULL;
}

const char *
note_text(const struct note *note, enum key key)
{
	const char *value = note_value(note, key, 0);

	if (value != NULL)
		return value;
	if (note->deck == NULL)
		return "";
	if (key == KEY_TOPIC)
		return note->deck->topic != NULL ? note->deck->topic : "";
	if (key == KEY_SOURCE)
		return note->deck->source != NULL ? note->deck->source : "";
	return "";
}

/*
 * The least index above or equal to *at; a note has few fields, so that
 * looking through all of them is quicker than keeping them sorted.
 */
const struct field *
note_each(const struct note *note, enum key key, bool letters, uint32_t *at)
{
	const struct field *best = NULL, *f;
	uint32_t i;

	for (i = 0; i < note->fields_n; i++) {
		f = &note->fields[i];
		if (f->key == key && f->letter == letters && f->index >= *at &&
		    (best == NULL || f->index < best->index))
			best = f;
	}
	if (best != NULL)
		*at = (uint32_t)best->index + 1;
	return best;
}

size_t
note_count(const struct note *note, enum key key, bool letters)
{
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < note->fields_n; i++)
		n += note->fields[i].key == key &&
		    note->fields[i].letter == letters;
	return n;
}

/* The next part between signs `between`, trimmed; empty ones are skipped. */
static bool
next_part(const char **rest, char between, const char **part, size_t *n)
{
	const char *s = *rest, *end;

	for (;;) {
		while (*s == ' ' || *s == '\t' || *s == between)
			s++;
		if (*s == '\0') {
			*rest = s;
			return false;
		}
		end = strchr(s, between);
		if (end == NULL)
			end = s + strlen(s);
		*rest = end;
		while (end > s && (end[-1] == ' ' || end[-1] == '\t'))
			end--;
		if (end > s) {
			*part = s;
			*n = (size_t)(end - s);
			return true;
		}
		s = *rest;
	}
}

bool
note_wording(const char **rest, const char **part, size_t *n)
{
	return next_part(rest, '|', part, n);
}

bool
note_word(const char **rest, const char **part, size_t *n)
{
	return next_part(rest, ',', part, n);
}
