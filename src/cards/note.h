/*
 * note.h -- a deck and its notes, as they were read.
 * SPDX-License-Identifier: MIT
 *
 * A note is a section of a deck: an id, a kind, and fields in the order of the
 * file.  A field is a key, an index (the 2 of why.2, the 'b' of option.b, 0 if
 * there is none) and a value that is trimmed, unquoted and NUL-terminated.
 * Every value is valid UTF-8 without controls or bidirectional overrides and
 * not empty: format/ told everything else as a fault and left it out.  Nothing
 * here is written after the load.  Memory belongs to the deck.
 */
#ifndef CARDS_NOTE_H
#define CARDS_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

enum key {
#define KEY(NAME, name, index, class, kinds) KEY_##NAME,
#include "cards/keys.def"
#undef KEY
	KEY_COUNT
};

struct field {
	const char *value;
	uint32_t line;		/* in the file, from 1 */
	uint32_t column;	/* of the value's first character, from 1 */
	uint8_t key;		/* enum key */
	uint8_t index;		/* 0, 1..255, or 'a'..'z' when `letter` */
	bool letter;
};

enum note_pool { NOTE_BOTH, NOTE_PRACTICE, NOTE_EXAM };

struct deck;
struct kind;

struct note {
	const char *id;
	struct deck *deck;
	const struct kind *kind;
	struct field *fields;
	uint32_t fields_n;
	uint32_t line;		/* of its [section] */
	bool draft;		/* never asked */
	bool both_ways;
	uint8_t pool;		/* enum note_pool */
	int32_t revised;	/* a day, or NOTE_NO_DAY */
};
#define NOTE_NO_DAY INT32_MIN

struct deck {
	struct mem mem;		/* holds all of it */
	const char *path;
	const char *id, *title, *language; /* language: "en" when not given */
	const char *version, *licence, *source, *topic; /* "" when not given */
	const char *requires;	/* as written: ids with commas, or "" */
	struct note *notes;	/* the usable ones (drafts too), file order */
	size_t notes_n;
	size_t left_out;	/* notes lost to errors */
};

/* The first field of that key and index (0, a number, or a letter), or NULL. */
const struct field *note_find(const struct note *note, enum key key,
    int index);
/* Its value, or NULL. */
const char *note_value(const struct note *note, enum key key, int index);
/* Its value, else the deck's default (topic, source), else "". */
const char *note_text(const struct note *note, enum key key);
/*
 * The fields of a key in order of index: call with *at = 0, then again until
 * NULL.  KEY_WHY with letters false gives the paragraphs why, why.2, …; with
 * letters true why.a, why.b, …
 */
const struct field *note_each(const struct note *note, enum key key,
    bool letters, uint32_t *at);
/* How many note_each would give. */
size_t note_count(const struct note *note, enum key key, bool letters);
/*
 * One part of a text of wordings with | between, trimmed, into *part and *n;
 * *rest moves on.  False at the end.  Empty parts are skipped.
 */
bool note_wording(const char **rest, const char **part, size_t *n);
/* The same for the words of tags, fact, requires, pin: commas between. */
bool note_word(const char **rest, const char **part, size_t *n);

#endif
