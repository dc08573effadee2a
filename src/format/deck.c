/*
 * deck.c -- the section [deck].
 * SPDX-License-Identifier: MIT
 *
 * A fault here leaves out its key alone; without an id, or with a format that
 * is not ours, the deck is refused.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "format/reader.h"

#include "base/banned.h"

const char *const deck_names[DECK_KEYS] = { "format", "id", "title",
	"language", "version", "licence", "source", "topic", "requires" };

static const char *const note_names[] = {
#define KEY(NAME, name, index, class, kinds) name,
#include "cards/keys.def"
#undef KEY
};

static int
find(const char *s, size_t n, const char *const *names, int count)
{
	int i;

	for (i = 0; i < count; i++)
		if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0)
			return i;
	return -1;
}

static struct entry *
entry_of(struct section *section, enum deck_key key)
{
	size_t i;

	for (i = 0; i < section->entries_n; i++)
		if (section->entries[i].known &&
		    section->entries[i].field == key)
			return &section->entries[i];
	return NULL;
}

static void
unknown(struct reader *reader, struct section *section,
    const struct entry *e)
{
	const char *point = memchr(e->key, '.', e->key_n);
	size_t base = point != NULL ? (size_t)(point - e->key) : e->key_n;
	uint32_t column = reader_column(e->begins, e->key);
	const char *near;
	char fix[64];

	/* "fr.title" is kept for translations. */
	if ((base == 2 || base == 3) && base + 1 < e->key_n &&
	    find(e->key + base + 1, e->key_n - base - 1, deck_names,
	    DECK_KEYS) >= 0)
		return;
	if (find(e->key, base, note_names, KEY_COUNT) >= 0) {
		reader_fault(reader, NULL, e->line, column, false,
		    "wrong-kind-key", "move it into a note, or remove it",
		    "[deck] has no use for %.*s", (int)e->key_n, e->key);
		return;
	}
	near = keys_nearest(e->key, e->key_n, deck_names, DECK_KEYS);
	(void)snprintf(fix, sizeof(fix), "%s = ...", near != NULL ? near : "");
	if (near == NULL)
		reader_fault(reader, NULL, e->line, column, false,
		    "unknown-key", "remove it, or ; in front of it",
		    "[deck] has no key \"%.*s\"", (int)e->key_n, e->key);
	else
		reader_fault(reader, section, e->line, column, false,
		    "unknown-key", fix, "[deck] has no key \"%.*s\"; the "
		    "nearest is %s", (int)e->key_n, e->key, near);
}

static bool
is_prose(int key)
{
	return key == DECK_TITLE || key == DECK_SOURCE;
}

static void
lower(struct reader *reader, struct entry *e)
{
	bool had = false;
	uint32_t i;

	for (i = 0; i < e->key_n; i++)
		if (e->key[i] >= 'A' && e->key[i] <= 'Z') {
			e->key[i] = (char)(e->key[i] - 'A' + 'a');
			had = true;
		}
	if (had)
		reader_fault(reader, NULL, e->line,
		    reader_column(e->begins, e->key), false, "capital-key",
		    "the key in small letters", "\"%.*s\" is read in small "
		    "letters", (int)e->key_n, e->key);
}

bool
deck_scan(struct reader *reader, struct section *section)
{
	struct entry *e, *before;
	size_t i;
	int key;

	if (reader->any_note)
		reader_fault(reader, NULL, section->line,
		    reader_column(section->begins, section->name) - 1, false,
		    "deck-not-first", "move it to the top of the file",
		    "[deck] stands behind a note");
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		lower(reader, e);
		key = find(e->key, e->key_n, deck_names, DECK_KEYS);
		before = key >= 0 ? entry_of(section, (enum deck_key)key) :
		    NULL;
		/* given without a raw value: its fault was told. */
		if (key < 0 && !e->given)
			unknown(reader, section, e);
		if (key < 0 || (before != NULL && e->given))
			continue;
		if (before != NULL) {
			reader_fault(reader, section, e->line,
			    reader_column(e->begins, e->key), true,
			    "repeated-key", "remove one of the two",
			    "%s stands on line %u already", deck_names[key],
			    before->line);
			continue;
		}
		e->known = true;
		e->field = (uint8_t)key;
		if (!e->given)
			values_read(reader, section, e, is_prose(key));
		if (e->value == NULL)
			e->given = true;
	}
	return true;
}

/* --- the values ---------------------------------------------------------- */

/* The value, NUL-terminated; NULL when it is missing, empty or faulty. */
static const char *
value_of(struct section *section, enum deck_key key)
{
	struct entry *e = entry_of(section, key);
	uint32_t i;

	if (e == NULL || e->value == NULL || e->value_n == 0)
		return NULL;
	for (i = 0; i < e->value_n; i++)
		if (e->value[i] == '\t')
			e->value[i] = ' ';
	e->value[e->value_n] = '\0';
	return e->value;
}

/* Where a missing key is told: at its empty line, else at the header. */
static uint32_t
line_of(struct section *section, enum deck_key key)
{
	struct entry *e = entry_of(section, key);

	return e != NULL ? e->line : section->line;
}

/* Told already: the key is there with a value that cannot be used. */
static bool
is_told(struct section *section, enum deck_key key)
{
	struct entry *e = entry_of(section, key);

	return e != NULL && e->given && (e->value == NULL || e->value_n == 0);
}

static void
check_format(struct reader *reader, struct section *section)
{
	const char *format = value_of(section, DECK_FORMAT);
	struct entry *e = entry_of(section, DECK_FORMAT);

	if (format == NULL) {
		if (!is_told(section, DECK_FORMAT))
			reader_fault(reader, NULL, line_of(section,
			    DECK_FORMAT), 1, false, "missing-format",
			    "format = 1", "[deck] has no format; read as 1");
		return;
	}
	if (strcmp(format, "1") == 0)
		return;
	reader->deck_refused = true;
	reader_fault(reader, section, e->line, reader_column(e->begins,
	    e->value), true, "unknown-format", "format = 1, if that is what "
	    "it is; else a newer recital is needed",
	    "this program reads format 1, not \"%.40s\"", format);
}

static void
propose_id(const struct reader *reader, struct buf *out)
{
	const char *name = file_name(reader->path);
	size_t n = strlen(name);

	if (n > 4 && strcmp(name + n - 4, ".ini") == 0)
		n -= 4;
	chars_make_id(name, n, out);
}

static void
check_id(struct reader *reader, struct section *section)
{
	const char *id = value_of(section, DECK_ID);
	struct entry *e = entry_of(section, DECK_ID);
	struct buf fix = BUF_INIT(128);
	size_t at;

	buf_adds(&fix, "id = ");
	if (id == NULL) {
		struct buf proposal = BUF_INIT(64);

		propose_id(reader, &proposal);
		buf_adds(&fix, buf_str(&proposal));
		if (!is_told(section, DECK_ID))
			reader_fault(reader, section, line_of(section,
			    DECK_ID), 1, true, "missing-deck-id", fix.s,
			    "[deck] has no id");
		buf_clear(&proposal);
		reader->deck_refused = true;
	} else if (!chars_is_id(id, strlen(id), &at)) {
		struct buf proposal = BUF_INIT(64);

		chars_make_id(id, strlen(id), &proposal);
		buf_adds(&fix, buf_str(&proposal));
		reader_fault(reader, section, e->line,
		    reader_column(e->begins, e->value + at), true, "bad-id",
		    fix.s, "\"%.80s\" is no id: small letters, digits and "
		    "hyphens, 64 at most", id);
		buf_clear(&proposal);
		reader->deck_refused = true;
	} else {
		reader->deck->id = id;
	}
	buf_clear(&fix);
}

static bool
is_language(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (n < 2 || n > 3)
		return false;
	for (s += n; *s == '-'; s += n) {
		s++;
		n = strspn(s, "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
		if (n < 1 || n > 8)
			return false;
	}
	return *s == '\0';
}

static void
check_language(struct reader *reader, struct section *section)
{
	const char *language = value_of(section, DECK_LANGUAGE);
	struct entry *e = entry_of(section, DECK_LANGUAGE);

	if (language == NULL)
		return;
	if (is_language(language))
		reader->deck->language = language;
	else
		reader_fault(reader, NULL, e->line, reader_column(e->begins,
		    e->value), false, "bad-language",
		    "language = en, fr, en-GB, ...",
		    "\"%.40s\" is no language tag; read as en", language);
}

static void
check_title(struct reader *reader, struct section *section)
{
	const char *title = value_of(section, DECK_TITLE);

	if (title != NULL) {
		reader->deck->title = title;
		return;
	}
	reader->deck->title = reader->deck->id;
	if (!is_told(section, DECK_TITLE) && !reader->deck_refused)
		reader_fault(reader, NULL, line_of(section, DECK_TITLE), 1,
		    false, "missing-title", "title = \"...\"",
		    "[deck] has no title; its id is shown");
}

void
deck_make(struct reader *reader, struct section *section)
{
	struct deck *deck = reader->deck;
	const struct {
		enum deck_key key;
		const char **to;
	} plain[] = {
		{ DECK_VERSION, &deck->version },
		{ DECK_LICENCE, &deck->licence },
		{ DECK_SOURCE, &deck->source }, { DECK_TOPIC, &deck->topic },
		{ DECK_REQUIRES, &deck->requires }
	};
	const char *value;
	size_t i;

	check_format(reader, section);
	check_id(reader, section);
	check_language(reader, section);
	check_title(reader, section);
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
		value = value_of(section, plain[i].key);
		if (value != NULL)
			*plain[i].to = value;
	}
}
