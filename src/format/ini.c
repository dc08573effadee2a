/*
 * ini.c -- see ini.h: the bytes, iniparser, and the comparison.
 * SPDX-License-Identifier: MIT
 *
 * What iniparser returns decides; what the scan expects of it must be the
 * same, or the note is left out.  Sections go to it a few at a time through a
 * file in memory, because its time grows with the square of what it is given.
 */
#define _GNU_SOURCE
#include "format/ini.h"

#if defined(__has_include) && !__has_include(<iniparser/iniparser.h>)
#include <iniparser.h>
#else
#include <iniparser/iniparser.h>
#endif
#include <fcntl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "format/reader.h"

#include "base/banned.h"

/* Sections handed over at once: the least time was measured at 8 to 16. */
#ifndef CHUNK
#define CHUNK 12
#endif

/* A deck and the bytes that its values are slices of. */
struct ini_deck {
	struct deck deck;
	char *text;
};

/* A section that waits to be handed over. */
struct waiting {
	struct section section;
	size_t begins;		/* in the chunk's text */
};

struct feed {
	struct reader *reader;
	int fd;
	char path[64];
	struct buf text;
	struct waiting waiting[CHUNK];
	size_t n;
};

/* --- iniparser ----------------------------------------------------------- */

/* What it says about lines, it says of a chunk: the scan has said it better. */
static int
silent(const char *format, ...)
{
	(void)format;
	return 0;
}

/* A file without a name: in memory, else where temporary files are. */
static bool
open_feed(struct feed *feed, struct err *err)
{
	FILE *file;

	feed->fd = memfd_create("deck", MFD_CLOEXEC);
	if (feed->fd < 0 && (file = tmpfile()) != NULL) {
		feed->fd = dup(fileno(file));
		(void)fclose(file);
	}
	if (feed->fd < 0)
		return err_system(err, ERR_INPUT, "no temporary file");
	(void)snprintf(feed->path, sizeof(feed->path), "/proc/self/fd/%d",
	    feed->fd);
	return true;
}

static dictionary *
load(struct feed *feed, const char *text, size_t n)
{
	size_t done = 0;
	ssize_t k;

	if (ftruncate(feed->fd, 0) != 0)
		return NULL;
	while (done < n) {
		k = pwrite(feed->fd, text + done, n - done, (off_t)done);
		if (k <= 0)
			return NULL;
		done += (size_t)k;
	}
	return iniparser_load(feed->path);
}

/* Equal but for blanks at both ends, which a quoted text may have. */
static bool
same_value(const char *theirs, const struct entry *e)
{
	size_t n = strlen(theirs);

	while (n > 0 && (theirs[n - 1] == ' ' || theirs[n - 1] == '\t'))
		n--;
	while (n > 0 && (*theirs == ' ' || *theirs == '\t')) {
		theirs++;
		n--;
	}
	return n == e->value_n && memcmp(theirs, e->value, n) == 0;
}

/* Whether "name:key" is what the dictionary's key is. */
static bool
same_key(const char *theirs, const struct section *section,
    const struct entry *e)
{
	size_t n = section->name_n;

	return memcmp(theirs, section->name, n) == 0 && theirs[n] == ':' &&
	    memcmp(theirs + n + 1, e->key, e->key_n) == 0 &&
	    theirs[n + 1 + e->key_n] == '\0';
}

static bool
is_fed(const struct entry *e)
{
	return e->known && e->given && e->value != NULL && e->value_n > 0;
}

static size_t
next_slot(const dictionary *d, size_t i)
{
	while (i < (size_t)d->size && d->key[i] == NULL)
		i++;
	return i;
}

/*
 * The dictionary keeps the order of the lines, so one walk compares all.  The
 * first entry that differs, or NULL; *i is where the walk stands.
 */
static const struct entry *
compare(const dictionary *d, size_t *i, const struct section *section,
    bool *same)
{
	const struct entry *e;
	size_t k;

	*same = false;
	*i = next_slot(d, *i);
	if (*i >= (size_t)d->size ||
	    strlen(d->key[*i]) != section->name_n ||
	    memcmp(d->key[*i], section->name, section->name_n) != 0 ||
	    d->val[*i] != NULL)
		return NULL;
	(*i)++;
	for (k = 0; k < section->entries_n; k++) {
		e = &section->entries[k];
		if (!is_fed(e))
			continue;
		*i = next_slot(d, *i);
		if (*i >= (size_t)d->size || d->val[*i] == NULL ||
		    strlen(d->key[*i]) <= section->name_n ||
		    !same_key(d->key[*i], section, e) ||
		    !same_value(d->val[*i], e))
			return e;
		(*i)++;
	}
	*same = true;
	return NULL;
}

static void
tell_difference(struct feed *feed, struct section *section,
    const struct entry *e)
{
	reader_fault(feed->reader, section, e != NULL ? e->line :
	    section->line, e != NULL ? reader_column(e->begins, e->key) : 1,
	    true, "ini-differs", "the same in simpler words and signs",
	    "%s reads this otherwise than it is meant", "iniparser");
}

/* One section alone, after its chunk failed: it costs nobody else. */
static void
load_alone(struct feed *feed, size_t k, size_t ends)
{
	struct waiting *w = &feed->waiting[k];
	dictionary *d = load(feed, feed->text.s + w->begins, ends - w->begins);
	const struct entry *e = NULL;
	bool same = false;
	size_t i = 0;

	if (d != NULL)
		e = compare(d, &i, &w->section, &same);
	if (!same || next_slot(d, i) < (size_t)d->size)
		tell_difference(feed, &w->section, e);
	if (d != NULL)
		iniparser_freedict(d);
}

static bool
load_together(struct feed *feed)
{
	dictionary *d = load(feed, feed->text.s, feed->text.len);
	bool same = d != NULL;
	size_t i = 0, k;

	for (k = 0; same && k < feed->n; k++)
		(void)compare(d, &i, &feed->waiting[k].section, &same);
	same = same && next_slot(d, i) >= (size_t)d->size;
	if (d != NULL)
		iniparser_freedict(d);
	return same;
}

/* --- sections to iniparser ----------------------------------------------- */

static void
add_text(struct feed *feed, const struct section *section)
{
	const struct entry *e;
	size_t i;

	buf_addc(&feed->text, '[');
	buf_add(&feed->text, section->name, section->name_n);
	buf_adds(&feed->text, "]\n");
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		if (!is_fed(e))
			continue;
		buf_add(&feed->text, e->key, e->key_n);
		buf_adds(&feed->text, " = ");
		buf_add(&feed->text, e->raw, e->raw_n);
		buf_addc(&feed->text, '\n');
	}
}

static void
use(struct feed *feed, struct section *section)
{
	if (section->kind == SECTION_DECK)
		deck_make(feed->reader, section);
	else if (section->bad)
		feed->reader->deck->left_out++;
	else
		notes_make(feed->reader, section);
}

static void
flush(struct feed *feed)
{
	size_t k, ends;

	if (feed->n > 0 && !load_together(feed))
		for (k = 0; k < feed->n; k++) {
			ends = k + 1 < feed->n ? feed->waiting[k + 1].begins :
			    feed->text.len;
			load_alone(feed, k, ends);
		}
	for (k = 0; k < feed->n; k++)
		use(feed, &feed->waiting[k].section);
	feed->n = 0;
	buf_reset(&feed->text);
}

static void
early_keys(struct reader *reader, struct section *section)
{
	const struct entry *e;
	size_t i;

	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		reader_fault(reader, NULL, e->line, reader_column(e->begins,
		    e->key), true, "key-before-section",
		    "move it below [deck]", "%.*s stands above the first "
		    "section and belongs to nothing", (int)(e->key_n < 60 ?
		    e->key_n : 60), e->key);
	}
}

/* True when the section in the next place waits to be handed over. */
static bool
take_section(struct feed *feed, struct section *section)
{
	struct reader *reader = feed->reader;

	switch (section->kind) {
	case SECTION_NONE:
		early_keys(reader, section);
		return false;
	case SECTION_DECK:
		return deck_scan(reader, section);
	case SECTION_NOTE:
		if (notes_scan(reader, section))
			return true;
		reader->deck->left_out++;
		return false;
	case SECTION_BROKEN:
	case SECTION_DROPPED:
		/* A broken [deck is told; its absence is not told besides. */
		if (section->line != reader->deck_line)
			reader->deck->left_out++;
		return false;
	case SECTION_COURSE:
		return false;
	}
	return false;
}

/* False: the file is a course. */
static bool
read_sections(struct feed *feed)
{
	struct scan scan;
	struct waiting *w = &feed->waiting[0];

	scan_start(&scan, feed->reader);
	while (scan_section(&scan, &w->section)) {
		if (w->section.kind == SECTION_COURSE)
			return false;
		if (take_section(feed, &w->section)) {
			w->begins = feed->text.len;
			add_text(feed, &w->section);
			feed->n++;
		}
		if (feed->n == CHUNK)
			flush(feed);
		w = &feed->waiting[feed->n];
	}
	flush(feed);
	return true;
}

/* --- the file ------------------------------------------------------------ */

static void
refuse(struct reader *reader, const char *code, const char *fix,
    const char *message)
{
	reader->deck_refused = true;
	reader_fault(reader, NULL, 1, 1, true, code, fix, "%s", message);
}

/* Every other byte is zero, whether there is a mark or not. */
static bool
is_utf16(const char *s, size_t n)
{
	size_t i, zero[2] = { 0, 0 }, look = n < 512 ? n / 2 * 2 : 512;

	if (n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 ||
	    memcmp(s, "\xfe\xff", 2) == 0))
		return true;
	for (i = 0; i < look; i++)
		zero[i % 2] += s[i] == '\0';
	return look >= 8 && (zero[0] * 10 > look * 3 ||
	    zero[1] * 10 > look * 3);
}

static bool
is_empty(const char *s, size_t n)
{
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	for (; n > 0; s++, n--)
		if (strchr(" \t\r\n\v\f", *s) == NULL || *s == '\0')
			return false;
	return true;
}

/* Files that are read no further. */
static bool
check_file(struct reader *reader)
{
	const char *s = reader->text;
	size_t n = reader->n;

	if (is_empty(s, n))
		refuse(reader, "empty-file", "begin with [deck]",
		    "the file is empty");
	else if (is_utf16(s, n))
		refuse(reader, "utf16", "save the file as UTF-8",
		    "the file is UTF-16");
	else if (memchr(s, '\r', n) != NULL && memchr(s, '\n', n) == NULL)
		refuse(reader, "cr-only", "save the file with LF or CRLF line "
		    "ends", "the lines end in CR only");
	return !reader->deck_refused;
}

/* A header that was meant to be [deck] but is broken. */
static bool
has_broken_deck(const struct reader *reader)
{
	const struct diags *diags = reader->diags;
	const char *line = reader->text, *end = reader->text + reader->n;
	size_t i;

	for (i = 0; i < diags->n; i++)
		if (strcmp(diags->v[i].code, "bad-header") == 0 ||
		    strcmp(diags->v[i].code, "bad-id") == 0 ||
		    strcmp(diags->v[i].code, "fullwidth-sign") == 0)
			break;
	if (i == diags->n)
		return false;
	while (line < end) {
		line += strspn(line, " \t\r\n\xef\xbb\xbf\xbc");
		if (strncasecmp(line, "[deck", 5) == 0 ||
		    strncasecmp(line, "deck", 4) == 0)
			return true;
		line = memchr(line, '\n', (size_t)(end - line));
		if (line == NULL)
			return false;
		line++;
	}
	return false;
}

static void
finish(struct reader *reader)
{
	struct deck *deck = reader->deck;

	if (!reader->has_deck) {
		reader->deck_refused = true;
		if (!has_broken_deck(reader))
			refuse(reader, "missing-deck", "[deck], format = 1, "
			    "id = ..., title = \"...\", language = en, each on "
			    "a line of its own", "the file has no [deck]");
	}
	if (reader->deck_refused)
		return;
	notes_finish(reader);
	deck->notes = reader->notes;
	deck->notes_n = reader->notes_n;
	reader->notes = NULL;
}

static struct ini_deck *
new_deck(const char *path, char *text)
{
	struct ini_deck *ini = mem_new(sizeof(*ini));
	struct deck *deck = &ini->deck;

	ini->text = text;
	deck->path = mem_string(&deck->mem, path);
	deck->id = "";
	deck->title = deck->version = deck->licence = "";
	deck->source = deck->topic = deck->requires = "";
	deck->language = "en";
	return ini;
}

static void
clear_feed(struct feed *feed)
{
	size_t i;

	for (i = 0; i < CHUNK; i++)
		free(feed->waiting[i].section.entries);
	buf_clear(&feed->text);
	if (feed->fd >= 0)
		(void)close(feed->fd);
}

/* iniparser asks the locale what a blank is: bytes of UTF-8 are none. */
static bool
read_in_c(struct feed *feed)
{
	locale_t c = newlocale(LC_CTYPE_MASK, "C", (locale_t)0), before;
	bool is_deck;

	before = c != (locale_t)0 ? uselocale(c) : (locale_t)0;
	iniparser_set_error_callback(silent);
	is_deck = read_sections(feed);
	iniparser_set_error_callback(NULL);
	if (before != (locale_t)0)
		(void)uselocale(before);
	if (c != (locale_t)0)
		freelocale(c);
	return is_deck;
}

/* text becomes the deck's, or is freed. */
static enum ini_result
read_text(const char *path, char *text, size_t n, struct deck **deck,
    struct diags *diags)
{
	struct ini_deck *ini = new_deck(path, text);
	struct reader reader = { .path = path, .diags = diags,
	    .deck = &ini->deck, .text = text, .n = n, .multibyte = -1 };
	struct feed feed = { .reader = &reader, .fd = -1,
	    .text = BUF_INIT(BUF_LARGE) };
	enum ini_result result = INI_REFUSED;
	struct err err;

	if (!open_feed(&feed, &err)) {
		refuse(&reader, "not-a-file", NULL, err.text);
	} else if (check_file(&reader)) {
		if (!read_in_c(&feed))
			result = INI_COURSE;
		else
			finish(&reader);
	}
	if (result != INI_COURSE && !reader.deck_refused) {
		result = INI_DECK;
		*deck = &ini->deck;
	} else {
		ini_free(&ini->deck);
	}
	clear_feed(&feed);
	free(reader.seen);
	free(reader.notes);
	return result;
}

void
ini_free(struct deck *deck)
{
	struct ini_deck *ini = (struct ini_deck *)deck;

	if (ini == NULL)
		return;
	free(deck->notes);
	free(ini->text);
	mem_clear(&deck->mem);
	free(ini);
}

enum ini_result
ini_read_bytes(const char *path, const char *data, size_t n,
    struct deck **deck, struct diags *diags)
{
	char *text = mem_new(n + 1);

	if (n > 0)
		memcpy(text, data, n);
	return read_text(path, text, n, deck, diags);
}

enum ini_result
ini_read(const char *path, struct deck **deck, struct diags *diags)
{
	struct err err;
	const char *why;
	char *text;
	size_t n;

	if (!file_read(path, INI_SIZE_MAX, &text, &n, &err)) {
		/* The path stands in front of the message already. */
		why = strstr(err.text, ": ");
		diag_add(diags, path, 0, 0, true, "not-a-file", NULL, "%s",
		    why != NULL ? why + 2 : err.text);
		return INI_REFUSED;
	}
	return read_text(path, text, n, deck, diags);
}
