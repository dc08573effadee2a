/*
 * kind.c -- the tables of kinds and keys.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cards/kind.h"

#include "base/banned.h"

const struct kind *const kind_table[] = {
#define KIND(name, letter) &kind_##name,
#include "cards/kinds.def"
#undef KIND
	NULL
};

const struct key_row kind_keys[KEY_COUNT] = {
#define WORD false
#define TEXT true
#define KEY(NAME, name, index, class, kinds) \
	{ name, KEY_INDEX_##index, class, kinds },
#include "cards/keys.def"
#undef KEY
#undef WORD
#undef TEXT
};

const struct kind *
kind_find(const char *name)
{
	size_t i;

	for (i = 0; kind_table[i] != NULL; i++)
		if (strcmp(kind_table[i]->name, name) == 0)
			return kind_table[i];
	return NULL;
}

bool
kind_uses(const struct kind *kind, enum key key)
{
	const char *kinds = kind_keys[key].kinds;

	return kinds[0] == '*' || strchr(kinds, kind->letter) != NULL;
}

void
kind_fault(struct faults *faults, const struct note *note,
    const struct field *field, size_t offset, bool error, const char *code,
    const char *fix, const char *fmt, ...)
{
	char message[1024];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	faults->add(faults, note, field, offset, error, code, message, fix);
}

void
kind_paragraphs(const struct note *note, enum key key, struct buf *out)
{
	const struct field *f;
	uint32_t at = 0;

	while ((f = note_each(note, key, false, &at)) != NULL) {
		if (out->len > 0)
			buf_addc(out, '\n');
		buf_adds(out, f->value);
	}
}

size_t
kind_one_part(const struct note *note, uint8_t *parts)
{
	(void)note;
	if (parts != NULL)
		parts[0] = CARD_FRONT;
	return 1;
}

void
kind_prompt(struct card_shown *out, const char *narrow, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(out->prompt, sizeof(out->prompt), fmt, ap);
	va_end(ap);
	(void)snprintf(out->prompt_short, sizeof(out->prompt_short), "%s",
	    narrow);
}
