/*
 * ini_library.c -- faults across the decks of one library.
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/utf8.h"
#include "format/ini.h"
#include "format/reader.h"

#include "base/banned.h"

struct place {
	uint32_t line, column;
};

static bool
is_word_end(const char *s, const char *end)
{
	return s >= end || strchr(" \t\r,;#\"'=", *s) != NULL;
}

/* The word between a line's = and its end, not as a part of another. */
static const char *
find_word(const char *equals, const char *end, const char *word, size_t n)
{
	const char *s = equals + 1;

	while ((s = memmem(s, (size_t)(end - s), word, n)) != NULL) {
		if (is_word_end(s - 1, end) && is_word_end(s + n, end))
			return s;
		s++;
	}
	return NULL;
}

/*
 * Where a word of a deck's key stands.  The deck keeps no places of its own
 * keys: they are wanted for a fault only, so the file is looked at again.
 */
static struct place
find_place(const struct deck *deck, const char *key, const char *word,
    size_t n)
{
	struct place place = { 1, 1 };
	const char *line, *end, *equals, *at;
	struct err err;
	char *data;
	size_t size, key_n = strlen(key);

	if (!file_read(deck->path, INI_SIZE_MAX, &data, &size, &err))
		return place;
	for (line = data; line < data + size; line = end + 1, place.line++) {
		end = memchr(line, '\n', (size_t)(data + size - line));
		if (end == NULL)
			end = data + size;
		at = line + strspn(line, " \t");
		equals = memchr(line, '=', (size_t)(end - line));
		if (equals == NULL || strncasecmp(at, key, key_n) != 0 ||
		    strchr(" \t=", at[key_n]) == NULL)
			continue;
		at = find_word(equals, end, word, n);
		if (at != NULL)
			place.column = reader_column(line, at);
		free(data);
		return place;
	}
	free(data);
	return (struct place){ 1, 1 };
}

static int
find_deck(struct deck *const *decks, size_t n, const bool *refused,
    const char *id, size_t id_n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!refused[i] && strlen(decks[i]->id) == id_n &&
		    memcmp(decks[i]->id, id, id_n) == 0)
			return (int)i;
	return -1;
}

static void
check_duplicates(struct deck *const *decks, size_t n, bool *refused,
    struct diags *diags)
{
	struct place at, first;
	const char *id;
	size_t i;
	int other;

	for (i = 1; i < n; i++) {
		id = decks[i]->id;
		other = find_deck(decks, i, refused, id, strlen(id));
		if (other < 0)
			continue;
		refused[i] = true;
		at = find_place(decks[i], "id", id, strlen(id));
		first = find_place(decks[other], "id", id, strlen(id));
		diag_add(diags, decks[i]->path, at.line, at.column, true,
		    "duplicate-deck", "another id for one of the two",
		    "the deck id %s is that of %s:%u already; this deck is "
		    "left out", id, decks[other]->path, first.line);
	}
}

static void
tell_unknown(struct deck *const *decks, size_t n, const struct deck *deck,
    const char *word, size_t word_n, struct diags *diags)
{
	const char **ids = mem_new_array(n, sizeof(*ids)), *near;
	struct place at = find_place(deck, "requires", word, word_n);
	char fix[96];
	size_t i;

	for (i = 0; i < n; i++)
		ids[i] = decks[i]->id;
	near = keys_nearest(word, word_n, ids, n);
	(void)snprintf(fix, sizeof(fix), "requires = %s", near != NULL ? near :
	    "the id of a deck in the same folders");
	diag_add(diags, deck->path, at.line, at.column, false,
	    "requires-unknown", fix, "requires names \"%.*s\", which is no "
	    "deck here%s%s", (int)(word_n < 80 ? word_n : 80), word,
	    near != NULL ? "; the nearest is " : "", near != NULL ? near : "");
	free(ids);
}

/* --- circles ------------------------------------------------------------- */

struct walk {
	struct deck *const *decks;
	size_t n;
	const bool *refused;
	size_t *path, depth;	/* decks from the start on */
	unsigned char *state;	/* 0 unseen, 1 on the path, 2 done */
	bool *told;		/* in a circle that was told */
	struct diags *diags;
};

static void
tell_circle(struct walk *walk, size_t from)
{
	struct buf names = BUF_INIT(2000);
	size_t i, first = from, next;
	const struct deck *deck;
	struct place at;

	/* Once, in the first file of the circle by path. */
	for (i = from; i < walk->depth; i++) {
		if (walk->told[walk->path[i]])
			goto out;
		if (walk->path[i] < walk->path[first])
			first = i;
	}
	for (i = 0; i <= walk->depth - from; i++) {
		next = from + (first - from + i) % (walk->depth - from);
		walk->told[walk->path[next]] = true;
		buf_printf(&names, "%s%s", i > 0 ? " -> " : "",
		    walk->decks[walk->path[next]]->id);
	}
	deck = walk->decks[walk->path[first]];
	next = from + (first - from + 1) % (walk->depth - from);
	at = find_place(deck, "requires", walk->decks[walk->path[next]]->id,
	    strlen(walk->decks[walk->path[next]]->id));
	diag_add(walk->diags, deck->path, at.line, at.column, false,
	    "requires-cycle", "remove one of these from its requires",
	    "decks require each other in a circle: %s", names.s);
out:
	buf_clear(&names);
}

static void
visit(struct walk *walk, size_t deck)
{
	const char *rest = walk->decks[deck]->requires, *part;
	size_t n, i;
	int next;

	walk->state[deck] = 1;
	walk->path[walk->depth++] = deck;
	while (note_word(&rest, &part, &n)) {
		next = find_deck(walk->decks, walk->n, walk->refused, part, n);
		if (next < 0)
			continue;
		if (walk->state[next] == 0) {
			visit(walk, (size_t)next);
			continue;
		}
		for (i = 0; i < walk->depth; i++)
			if (walk->path[i] == (size_t)next)
				tell_circle(walk, i);
	}
	walk->depth--;
	walk->state[deck] = 2;
}

static void
check_requires(struct deck *const *decks, size_t n, const bool *refused,
    struct diags *diags)
{
	struct walk walk = { .decks = decks, .n = n, .refused = refused,
	    .diags = diags };
	const char *rest, *part;
	size_t i, part_n;

	walk.path = mem_new_array(n, sizeof(*walk.path));
	walk.state = mem_new_array(n, sizeof(*walk.state));
	walk.told = mem_new_array(n, sizeof(*walk.told));
	for (i = 0; i < n; i++) {
		rest = decks[i]->requires;
		while (!refused[i] && note_word(&rest, &part, &part_n))
			if (find_deck(decks, n, refused, part, part_n) < 0)
				tell_unknown(decks, n, decks[i], part, part_n,
				    diags);
	}
	for (i = 0; i < n; i++)
		if (!refused[i] && walk.state[i] == 0)
			visit(&walk, i);
	free(walk.path);
	free(walk.state);
	free(walk.told);
}

void
ini_check_library(struct deck *const *decks, size_t n, bool *refused,
    struct diags *diags)
{
	if (n == 0)
		return;
	check_duplicates(decks, n, refused, diags);
	check_requires(decks, n, refused, diags);
}
