/*
 * reader.h -- one file being read: its bytes, its faults, its deck.
 * SPDX-License-Identifier: MIT
 *
 * The bytes are the deck's own copy.  Values are slices of it, which get their
 * NUL when their section has been read and compared.
 */
#ifndef FORMAT_READER_H
#define FORMAT_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cards/kind.h"
#include "cards/note.h"
#include "format/diag.h"
#include "format/ini.h"

/* A line "key = value" of a section. */
struct entry {
	char *key;		/* as written, trimmed */
	uint32_t key_n;
	char *raw;		/* what stands behind the =, trimmed */
	uint32_t raw_n;
	char *value;		/* of raw: without quotes and comment */
	uint32_t value_n;
	const char *begins;	/* of the line, for columns */
	uint32_t line;
	uint8_t field;		/* enum key, or a deck's key */
	uint8_t index;		/* as in struct field */
	bool letter;
	bool known;		/* field and index are set */
	bool given;		/* known, and its value is not empty */
};

enum section_kind {
	SECTION_NONE,		/* before the first header */
	SECTION_DECK,
	SECTION_NOTE,
	SECTION_BROKEN,		/* its header is no header: a note, left out */
	SECTION_COURSE,
	SECTION_DROPPED		/* behind a second [deck] */
};

struct section {
	enum section_kind kind;
	char *name;
	uint32_t name_n;
	const char *begins;	/* of the header's line */
	uint32_t line;
	bool bad;		/* an error was told: the note is left out */
	bool nul_told, utf8_told;	/* once per note */
	struct entry *entries;
	size_t entries_n, entries_cap;
};

/* An id that was seen, so that a second one and `was` can be told. */
struct seen {
	const char *id;
	uint32_t n, line;
	uint64_t hash;
};

struct reader {
	const char *path;
	struct diags *diags;
	struct deck *deck;
	char *text;
	size_t n;
	int multibyte;		/* -1 not looked; 0 no letter of it is valid */
	bool has_deck, deck_refused, any_note, repeated;
	bool broken_deck;	/* a header was meant to be [deck] */
	uint32_t deck_line;
	struct seen *seen;	/* open addressing, a power of two */
	size_t seen_n, seen_cap;
	struct note *notes;
	size_t notes_n, notes_cap;
};

/* Tells a fault of a section; an error makes it bad. */
void reader_fault(struct reader *reader, struct section *section,
    uint32_t line, uint32_t column, bool error, const char *code,
    const char *fix, const char *fmt, ...)
    __attribute__((format(printf, 8, 9)));
/* The column of a place in a line, in code points from 1. */
uint32_t reader_column(const char *begins, const char *place);
/* Notes an id; the line where it was seen before, or 0. */
uint32_t reader_see(struct reader *reader, const char *id, uint32_t n,
    uint32_t line);
/* Whether a note of that id was seen. */
bool reader_saw(const struct reader *reader, const char *id, uint32_t n);

/* --- scan.c: lines to sections --- */

struct scan {
	struct reader *reader;
	char *next;		/* the first byte of the next line */
	uint32_t line;		/* of it */
	bool held;		/* the next section's header was read */
	struct section head;	/* that section, without entries */
};
void scan_start(struct scan *scan, struct reader *reader);
/* Reads one section; its entries array is used again.  False at the end. */
bool scan_section(struct scan *scan, struct section *section);

/* --- chars.c: what no line may hold --- */

/*
 * Tells NUL, broken UTF-8, controls, direction overrides, a stray byte order
 * mark in n bytes of a line.  Behind the offset `comment` it is a warning.
 * False when the line cannot be used.
 */
bool chars_check(struct reader *reader, struct section *section,
    const char *begins, size_t n, uint32_t line, size_t comment, bool header);
/* Where the comment behind a header or a value begins; n: there is none. */
size_t chars_comment(const char *s, size_t n);
/* Bytes of blanks, real ones and odd ones, that s begins with. */
size_t chars_blanks(const char *s, size_t n);
/* A blank that only looks like one: U+00A0, U+3000, …; 0: none. */
int32_t chars_odd_blank(const char *s, size_t n, size_t *at);
/* Whether s is an id; *at is the first byte that is not. */
bool chars_is_id(const char *s, size_t n, size_t *at);
/* Adds an id made of s: small letters, hyphens for what cannot stand. */
void chars_make_id(const char *s, size_t n, struct buf *out);
/* "U+200B" of the code point at s. */
void chars_name(const char *s, size_t n, char out[16]);

/* --- values.c: raw values to values --- */

/* Sets entry->value; text: an unquoted ; or # is a fault. */
void values_read(struct reader *reader, struct section *section,
    struct entry *entry, bool text);

/* --- ini.c: sections to iniparser --- */

/* iniparser says nothing from now on: what is wrong, the scan has said. */
void ini_quiet(void);
/* ini_read, after ini_quiet; by any thread. */
enum ini_result ini_read_path(const char *path, struct deck **deck,
    struct diags *diags);
/* Reads all of reader->text into its deck; false: the file is a course. */
bool ini_feed(struct reader *reader);

/* --- keys.c: names to fields --- */

/* Finds the keys of a note's section; tells unknown and repeated ones. */
void keys_read(struct reader *reader, struct section *section);
/* The nearest of several names at a small distance, or NULL. */
const char *keys_nearest(const char *word, size_t n,
    const char *const *names, size_t names_n);

/* --- notes.c, deck.c --- */

/* Values of a note's keys; true when it can be handed on. */
bool notes_scan(struct reader *reader, struct section *section);
/* Makes the note and checks it; the values have been compared. */
void notes_make(struct reader *reader, struct section *section);
/* Faults that need all ids of the file. */
void notes_finish(struct reader *reader);

enum deck_key { DECK_FORMAT, DECK_ID, DECK_TITLE, DECK_LANGUAGE, DECK_VERSION,
	DECK_LICENCE, DECK_SOURCE, DECK_TOPIC, DECK_REQUIRES, DECK_KEYS };
/* The name of a deck's key, to be handed to iniparser. */
extern const char *const deck_names[DECK_KEYS];
bool deck_scan(struct reader *reader, struct section *section);
void deck_make(struct reader *reader, struct section *section);

#endif
