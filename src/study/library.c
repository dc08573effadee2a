/*
 * library.c -- see library.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/library.h"

#include <stdlib.h>
#include <string.h>

#include "format/ini.h"
#include "study/library_build.h"

#include "base/banned.h"

static void
keep(struct library *library, struct deck *deck)
{
	library->kept = mem_grow(library->kept, library->kept_n,
	    &library->kept_cap, sizeof(struct deck *));
	library->kept[library->kept_n++] = deck;
}

/* Reads the files; every deck goes to kept. */
static void
read_all(struct library *library, const char **files, size_t n)
{
	struct ini_file *read = mem_new_array(n, sizeof(*read));
	bool *refused;
	size_t i;

	library->files = n;
	ini_read_files(files, n, read, &library->diags);
	for (i = 0; i < n; i++)
		if (read[i].result == INI_DECK)
			keep(library, read[i].deck);
	free(read);
	refused = mem_new_array(library->kept_n + 1, sizeof(*refused));
	ini_check_library(library->kept, library->kept_n, refused,
	    &library->diags);
	diag_sort(&library->diags);
	library->decks = mem_new_array(library->kept_n + 1,
	    sizeof(*library->decks));
	for (i = 0; i < library->kept_n; i++)
		if (!refused[i])
			library->decks[library->decks_n++].deck =
			    library->kept[i];
	free(refused);
}

bool
library_open(struct library *library, const char *const *paths, size_t n,
    struct err *err)
{
	const char **files;
	struct mem mem = { 0 };
	size_t files_n;

	*library = (struct library){ .decks = NULL };
	if (!library_files(paths, n, &mem, &files, &files_n, err)) {
		mem_clear(&mem);
		return false;
	}
	read_all(library, files, files_n);
	mem_clear(&mem);
	library_build(library);
	return true;
}

void
library_clear(struct library *library)
{
	size_t i;

	for (i = 0; i < library->kept_n; i++)
		ini_free(library->kept[i]);
	free(library->kept);
	free(library->decks);
	free(library->renames);
	index_clear(&library->cards_index);
	index_clear(&library->decks_index);
	diag_clear(&library->diags);
	mem_clear(&library->mem);
	*library = (struct library){ .decks = NULL };
}

void
library_reload(struct library *library, uint32_t number, bool *kept,
    struct diags *diags)
{
	struct deck *old = library->decks[number].deck, *deck = NULL;

	*kept = true;
	if (ini_read(old->path, &deck, diags) != INI_DECK)
		return;
	keep(library, deck);
	if (strcmp(deck->id, old->id) != 0) {
		diag_add(diags, old->path, 0, 0, true, "bad-id", NULL,
		    "the deck's id was \"%s\"; start again to study it under "
		    "another", old->id);
		return;
	}
	/* A note that the edit broke stays as it was. */
	if (deck->left_out > old->left_out)
		return;
	*kept = false;
	library->decks[number].deck = deck;
	library_build(library);
}

uint32_t
library_card(const struct library *library, const char *id)
{
	return index_find(&library->cards_index, id, strlen(id));
}

uint32_t
library_deck(const struct library *library, const char *id)
{
	return index_find(&library->decks_index, id, strlen(id));
}

uint32_t
library_note(const struct library *library, const char *id)
{
	const char *slash = strchr(id, '/');
	const struct library_deck *d;
	uint32_t deck, i, card = library_card(library, id);

	if (card != INDEX_NONE)
		return library->note_of[card];
	if (slash == NULL)
		return INDEX_NONE;
	deck = index_find(&library->decks_index, id, (size_t)(slash - id));
	if (deck == INDEX_NONE)
		return INDEX_NONE;
	d = &library->decks[deck];
	for (i = d->notes; i < d->notes + d->notes_n; i++)
		if (strcmp(library->notes[i].note->id, slash + 1) == 0)
			return i;
	return INDEX_NONE;
}

uint32_t
library_card_prefix(const struct library *library, const char *s, bool *many)
{
	uint32_t found = library_card(library, s), note, i;
	size_t n = strlen(s);

	*many = false;
	if (found != INDEX_NONE || n == 0)
		return found;
	note = library_note(library, s);
	if (note != INDEX_NONE && library->notes[note].cards_n == 1)
		return library->notes[note].first;
	for (i = 0; i < library->cards_n; i++) {
		if (strncmp(library->cards[i].id, s, n) != 0)
			continue;
		if (found != INDEX_NONE) {
			*many = true;
			return INDEX_NONE;
		}
		found = i;
	}
	return found;
}

uint32_t
library_deck_prefix(const struct library *library, const char *s, bool *many)
{
	uint32_t found = library_deck(library, s), i;
	size_t n = strlen(s);

	*many = false;
	if (found != INDEX_NONE || n == 0)
		return found;
	for (i = 0; i < library->decks_n; i++) {
		if (strncmp(library->decks[i].deck->id, s, n) != 0)
			continue;
		if (found != INDEX_NONE) {
			*many = true;
			return INDEX_NONE;
		}
		found = i;
	}
	return found;
}

bool
library_siblings(const struct library *library, uint32_t a, uint32_t b)
{
	const struct library_note *x = &library->notes[library->note_of[a]];
	const struct library_note *y = &library->notes[library->note_of[b]];
	uint32_t i, j;

	if (x == y)
		return a != b;
	for (i = x->facts; i < x->facts + x->facts_n; i++)
		for (j = y->facts; j < y->facts + y->facts_n; j++)
			if (library->facts[i] == library->facts[j])
				return true;
	return false;
}
