/*
 * keys.c -- from the names in a note's section to its fields.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/reader.h"

#include "base/banned.h"

/* Longest key that is looked at closely. */
#define KEY_MAX 40

/* --- nearest ------------------------------------------------------------- */

/*
 * Edits from a to b, a swap of neighbours counted as one (optimal string
 * alignment), both shorter than KEY_MAX.
 */
static size_t
distance(const char *a, size_t n, const char *b, size_t m)
{
	size_t d[3][KEY_MAX + 1], i, j, best, *row, *up, *up2;

	for (j = 0; j <= m; j++)
		d[0][j] = j;
	for (i = 1; i <= n; i++) {
		row = d[i % 3];
		up = d[(i + 2) % 3];
		up2 = d[(i + 1) % 3];
		row[0] = i;
		for (j = 1; j <= m; j++) {
			best = up[j - 1] + (a[i - 1] != b[j - 1]);
			if (up[j] + 1 < best)
				best = up[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && up2[j - 2] + 1 < best)
				best = up2[j - 2] + 1;
			row[j] = best;
		}
	}
	return d[n % 3][m];
}

const char *
keys_nearest(const char *word, size_t n, const char *const *names,
    size_t names_n)
{
	const char *nearest = NULL;
	size_t i, m, d, best = n < 4 ? 2 : n < 8 ? 3 : 4;

	if (n > KEY_MAX)
		return NULL;
	for (i = 0; i < names_n; i++) {
		m = strlen(names[i]);
		d = m <= KEY_MAX ? distance(word, n, names[i], m) : best;
		if (d < best) {
			best = d;
			nearest = names[i];
		}
	}
	return nearest;
}

/* --- one name ------------------------------------------------------------ */

static int
find_key(const char *s, size_t n)
{
	int i;

	for (i = 0; n > 0 && i < KEY_COUNT; i++)
		if (kind_keys[i].name[0] == *s &&
		    strlen(kind_keys[i].name) == n &&
		    memcmp(kind_keys[i].name, s, n) == 0)
			return i;
	return -1;
}

/* The index behind the point: 1 to 255 or a letter; false when it is none. */
static bool
read_index(const char *s, size_t n, uint8_t *index, bool *letter)
{
	int value = 0;
	size_t i;

	*letter = n == 1 && s[0] >= 'a' && s[0] <= 'z';
	*index = *letter ? (uint8_t)s[0] : 0;
	if (*letter)
		return true;
	if (n == 0 || n > 3 || s[0] == '0')
		return false;
	for (i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		value = value * 10 + (s[i] - '0');
	}
	*index = (uint8_t)value;
	return value <= 255;
}

/* Whether a key takes such an index. */
static bool
takes(int key, bool has_index, bool letter, uint8_t index)
{
	switch (kind_keys[key].index) {
	case KEY_INDEX_NONE:
		return !has_index;
	case KEY_INDEX_NUMBER:
		return !has_index ? key != KEY_ITEM && key != KEY_LEFT :
		    !letter;
	case KEY_INDEX_LETTER:
		return letter && (key != KEY_OPTION || index <= 'h');
	case KEY_INDEX_EITHER:
		return has_index || key != KEY_RIGHT;
	}
	return false;
}

static bool
read_name(const char *s, size_t n, struct entry *e)
{
	const char *point = memchr(s, '.', n);
	size_t base = point != NULL ? (size_t)(point - s) : n;
	int key = find_key(s, base);

	e->index = 0;
	e->letter = false;
	if (key < 0 || (point != NULL && !read_index(point + 1, n - base - 1,
	    &e->index, &e->letter)) ||
	    !takes(key, point != NULL, e->letter, e->index))
		return false;
	e->field = (uint8_t)key;
	return true;
}

/* "fr.question", "pt-br.option.a": kept for translations, silent. */
static bool
is_translation(const char *s, size_t n)
{
	struct entry ignored = { .key = NULL };
	size_t i = 0;

	while (i < n && i < 4 && s[i] >= 'a' && s[i] <= 'z')
		i++;
	if (i != 2 && i != 3)
		return false;
	while (i < n && (s[i] == '-' || (s[i] >= 'a' && s[i] <= 'z') ||
	    (s[i] >= '0' && s[i] <= '9')))
		i++;
	return i < n && s[i] == '.' && read_name(s + i + 1, n - i - 1,
	    &ignored);
}

/* --- unknown names ------------------------------------------------------- */

/* Keys that decide what is asked or judged. */
static bool
is_grave(enum key key)
{
	static const enum key keys[] = { KEY_KIND, KEY_QUESTION, KEY_TEXT,
	    KEY_ANSWER, KEY_ACCEPT, KEY_REJECT, KEY_MATCH, KEY_TOLERANCE,
	    KEY_UNIT, KEY_OPTION, KEY_PIN, KEY_NEED, KEY_ITEM, KEY_LEFT,
	    KEY_RIGHT, KEY_DRAFT };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i] == key)
			return true;
	return false;
}

static bool
is_there(const struct section *section, const char *name)
{
	size_t i, n = strlen(name);

	for (i = 0; i < section->entries_n; i++)
		if (section->entries[i].key_n == n &&
		    memcmp(section->entries[i].key, name, n) == 0)
			return true;
	return false;
}

/* The index that a key begins with, or the last one that it takes. */
static const char *
near_index(int key, const char *index, size_t n)
{
	switch (kind_keys[key].index) {
	case KEY_INDEX_LETTER:
		return n == 1 && *index > 'h' && *index <= 'z' ? ".h" : ".a";
	case KEY_INDEX_NUMBER:
		return key == KEY_ITEM || key == KEY_LEFT ? ".1" : "";
	case KEY_INDEX_EITHER:
		return key == KEY_RIGHT ? ".1" : "";
	case KEY_INDEX_NONE:
		break;
	}
	return "";
}

/* as-of is meant as as_of, but option-b as option.b. */
static bool
is_of_word(const struct entry *e, size_t i)
{
	char c = e->key[i];

	return (c >= 'a' && c <= 'z') || c == '_' ||
	    (c == '-' && i + 2 < e->key_n);
}

/*
 * The known key that was probably meant, with its index: of "opton.b" it is
 * option.b, of "option:a" option.a, of "option.i" option.h.
 */
static bool
nearest_name(const struct entry *e, char out[KEY_MAX * 2], int *key)
{
	const char *names[KEY_COUNT], *near, *rest;
	struct entry ignored = { .key = NULL };
	size_t base = 0, i, n;
	const char *s = e->key;
	char word[KEY_MAX + 1];

	for (; base < e->key_n && base < KEY_MAX && is_of_word(e, base);
	    base++)
		word[base] = s[base] == '-' ? '_' : s[base];
	for (i = 0; i < KEY_COUNT; i++)
		names[i] = kind_keys[i].name;
	near = keys_nearest(word, base, names, KEY_COUNT);
	if (near == NULL || e->key_n - base > 8)
		return false;
	*key = find_key(near, strlen(near));
	rest = s + base + (e->key_n > base);
	n = (size_t)(s + e->key_n - rest);
	(void)snprintf(out, KEY_MAX * 2, "%s%s%.*s", near, n > 0 ? "." : "",
	    (int)n, rest);
	if (!read_name(out, strlen(out), &ignored))
		(void)snprintf(out, KEY_MAX * 2, "%s%s", near,
		    near_index(*key, rest, n));
	return true;
}

/* A key of [deck] alone. */
static bool
is_of_deck(const struct entry *e)
{
	size_t i;

	for (i = 0; i < DECK_KEYS; i++)
		if (strlen(deck_names[i]) == e->key_n &&
		    memcmp(deck_names[i], e->key, e->key_n) == 0)
			return true;
	return false;
}

/* "answer.0", "item.01": counted, but not from 1. */
static bool
is_odd_number(const struct entry *e)
{
	const char *point = memchr(e->key, '.', e->key_n);
	size_t base = point != NULL ? (size_t)(point - e->key) : 0, i;
	int key = find_key(e->key, base);

	if (key < 0 || base + 1 >= e->key_n ||
	    kind_keys[key].index == KEY_INDEX_NONE ||
	    kind_keys[key].index == KEY_INDEX_LETTER)
		return false;
	for (i = base + 1; i < e->key_n; i++)
		if (e->key[i] < '0' || e->key[i] > '9')
			return false;
	return true;
}

/* A key that would be lost although it decides what is asked or judged. */
static bool
is_loss(const struct section *section, const struct entry *e, int key,
    const char *near)
{
	size_t n = strlen(kind_keys[key].name);

	if (!is_grave((enum key)key))
		return false;
	/* "option.i": a ninth option, whether there is an eighth or not. */
	return !is_there(section, near) || (e->key_n > n && e->key[n] == '.' &&
	    memcmp(e->key, kind_keys[key].name, n) == 0);
}

static void
tell_number(struct reader *reader, struct section *section,
    const struct entry *e, int key, const char *fix)
{
	bool gap = key == KEY_ACCEPT;

	reader_fault(reader, section, e->line,
	    reader_column(e->begins, e->key), !gap && is_grave((enum key)key),
	    gap ? "accept-no-gap" : "number-gap", fix,
	    "the numbers of %s run 1, 2, 3, ...; there is no %.*s",
	    kind_keys[key].name, (int)(e->key_n < 60 ? e->key_n : 60), e->key);
}

static void
unknown(struct reader *reader, struct section *section, struct entry *e)
{
	char near[KEY_MAX * 2], fix[KEY_MAX * 2 + 16];
	uint32_t column = reader_column(e->begins, e->key);
	int key = 0, shown = (int)(e->key_n < 60 ? e->key_n : 60);

	if (is_of_deck(e)) {
		reader_fault(reader, section, e->line, column, false,
		    "wrong-kind-key", "move it to [deck], or remove it",
		    "a note has no use for %.*s", shown, e->key);
		return;
	}
	if (!nearest_name(e, near, &key)) {
		reader_fault(reader, section, e->line, column, false,
		    "unknown-key", "remove it, or ; in front of it",
		    "there is no key \"%.*s\"", shown, e->key);
		return;
	}
	(void)snprintf(fix, sizeof(fix), "%s = ...", near);
	if (is_odd_number(e))
		tell_number(reader, section, e, key, fix);
	else
		reader_fault(reader, section, e->line, column,
		    is_loss(section, e, key, near), "unknown-key", fix,
		    "there is no key \"%.*s\"; the nearest is %s", shown,
		    e->key, near);
}

/* --- all of a section ---------------------------------------------------- */

/*
 * Small letters in place: iniparser would make them too.  True: it had
 * capitals; written is then the key as it was.
 */
static bool
lower(struct entry *e, char written[KEY_MAX + 1])
{
	bool had = false;
	uint32_t i;

	for (i = 0; i < e->key_n; i++) {
		if (e->key[i] < 'A' || e->key[i] > 'Z')
			continue;
		if (!had)
			(void)snprintf(written, KEY_MAX + 1, "%.*s",
			    (int)(e->key_n < KEY_MAX ? e->key_n : KEY_MAX),
			    e->key);
		e->key[i] = (char)(e->key[i] - 'A' + 'a');
		had = true;
	}
	return had;
}

/* The entry before this one that has its name, or NULL. */
static const struct entry *
same_name(const struct section *section, const struct entry *e)
{
	const struct entry *f;

	for (f = section->entries; f < e; f++)
		if (f->key_n == e->key_n &&
		    memcmp(f->key, e->key, e->key_n) == 0)
			return f;
	return NULL;
}

static void
read_one(struct reader *reader, struct section *section, struct entry *e)
{
	char written[KEY_MAX + 1];
	const struct entry *before;
	bool had;

	had = lower(e, written);
	before = same_name(section, e);
	if (before != NULL) {
		reader_fault(reader, section, e->line,
		    reader_column(e->begins, e->key), true, "repeated-key",
		    "remove one of the two", "%.*s stands on line %u already",
		    (int)e->key_n, e->key, before->line);
		return;
	}
	if (had)
		reader_fault(reader, section, e->line,
		    reader_column(e->begins, e->key), false, "capital-key",
		    "the key in small letters", "\"%s\" is read in small "
		    "letters", written);
	e->known = read_name(e->key, e->key_n, e);
	/* given without a value: its line was told already. */
	if (!e->known && !e->given && !is_translation(e->key, e->key_n))
		unknown(reader, section, e);
}

void
keys_read(struct reader *reader, struct section *section)
{
	size_t i;

	for (i = 0; i < section->entries_n; i++)
		read_one(reader, section, &section->entries[i]);
}
