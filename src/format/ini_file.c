/*
 * ini_file.c -- see ini.h: the bytes of a deck's file, and what makes one be
 * refused as a whole.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "format/ini.h"
#include "format/reader.h"

#include "base/banned.h"

/* A deck and the bytes that its values are slices of. */
struct ini_deck {
	struct deck deck;
	char *text;
};

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

static void
finish(struct reader *reader)
{
	struct deck *deck = reader->deck;

	if (!reader->has_deck) {
		reader->deck_refused = true;
		if (!reader->broken_deck)
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

/* text becomes the deck's, or is freed. */
static enum ini_result
read_text(const char *path, char *text, size_t n, struct deck **deck,
    struct diags *diags)
{
	struct ini_deck *ini = new_deck(path, text);
	struct reader reader = { .path = path, .diags = diags,
	    .deck = &ini->deck, .text = text, .n = n, .multibyte = -1 };
	enum ini_result result = INI_REFUSED;

	if (check_file(&reader)) {
		if (!ini_feed(&reader))
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

	ini_quiet();
	if (n > 0)
		memcpy(text, data, n);
	return read_text(path, text, n, deck, diags);
}

enum ini_result
ini_read_path(const char *path, struct deck **deck, struct diags *diags)
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

enum ini_result
ini_read(const char *path, struct deck **deck, struct diags *diags)
{
	ini_quiet();
	return ini_read_path(path, deck, diags);
}
