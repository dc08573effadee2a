/*
 * library_build.c -- see library_build.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/library_build.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#include "base/banned.h"

static void
count(struct library *library, size_t *cards, size_t *drafts)
{
	struct library_deck *d;
	size_t i, j;

	*cards = *drafts = library->notes_n = 0;
	for (i = 0; i < library->decks_n; i++) {
		d = &library->decks[i];
		d->notes = (uint32_t)library->notes_n;
		d->notes_n = (uint32_t)d->deck->notes_n;
		d->cards = (uint32_t)*cards;
		for (j = 0; j < d->deck->notes_n; j++) {
			*cards += card_count(&d->deck->notes[j]);
			*drafts += d->deck->notes[j].draft;
		}
		d->cards_n = (uint32_t)*cards - d->cards;
		library->notes_n += d->deck->notes_n;
	}
	library->cards_n = *cards;
	library->drafts_n = *drafts;
}

static struct card
draft_card(struct mem *mem, const struct note *note)
{
	struct buf id = BUF_INIT(4096);
	struct card card = { .note = note, .part = CARD_FRONT };

	buf_printf(&id, "%s/%s", note->deck->id, note->id);
	card.id = mem_copy(mem, buf_str(&id), id.len);
	buf_clear(&id);
	return card;
}

static void
build_cards(struct library *library)
{
	size_t cards_n, drafts_n, i, j, at = 0, draft = 0, k = 0;
	struct card *cards, *drafts;
	struct library_note *n;

	count(library, &cards_n, &drafts_n);
	cards = mem_array(&library->mem, cards_n, sizeof(*cards));
	drafts = mem_array(&library->mem, drafts_n, sizeof(*drafts));
	library->notes = mem_array(&library->mem, library->notes_n,
	    sizeof(*library->notes));
	library->note_of = mem_array(&library->mem, cards_n,
	    sizeof(*library->note_of));
	index_reserve(&library->cards_index, cards_n);
	for (i = 0; i < library->decks_n; i++) {
		for (j = 0; j < library->decks[i].notes_n; j++, k++) {
			n = &library->notes[k];
			n->note = &library->decks[i].deck->notes[j];
			n->deck = (uint32_t)i;
			n->first = (uint32_t)at;
			n->cards_n = (uint32_t)card_count(n->note);
			card_make(n->note, cards + at, &library->mem);
			if (n->note->draft)
				drafts[draft++] = draft_card(&library->mem,
				    n->note);
			for (; at < n->first + n->cards_n; at++) {
				library->note_of[at] = (uint32_t)k;
				index_add(&library->cards_index, cards[at].id,
				    strlen(cards[at].id), (uint32_t)at);
			}
		}
	}
	library->cards = cards;
	library->drafts = drafts;
}

/* Numbers the words of `fact` and lists them note by note. */
static void
build_facts(struct library *library)
{
	struct index known = { 0 };
	uint32_t *v = NULL, kind;
	size_t n = 0, cap = 0, i, length;
	const char *rest, *word;
	struct library_note *note;

	library->facts_kinds = 0;
	for (i = 0; i < library->notes_n; i++) {
		note = &library->notes[i];
		note->facts = (uint32_t)n;
		rest = note_value(note->note, KEY_FACT, 0);
		while (rest != NULL && note_word(&rest, &word, &length)) {
			kind = index_add(&known, word, length,
			    (uint32_t)library->facts_kinds);
			library->facts_kinds +=
			    kind == library->facts_kinds;
			v = mem_grow(v, n, &cap, sizeof(*v));
			v[n++] = kind;
		}
		note->facts_n = (uint32_t)n - note->facts;
	}
	library->facts = mem_array(&library->mem, n, sizeof(*v));
	if (n > 0)
		memcpy(library->facts, v, n * sizeof(*v));
	free(v);
	index_clear(&known);
}

/* Calls for each deck that `from` requires and that there is. */
static uint32_t
next_need(const struct library *library, const char **rest)
{
	const char *word;
	size_t n;
	uint32_t deck;

	while (note_word(rest, &word, &n)) {
		deck = index_find(&library->decks_index, word, n);
		if (deck != INDEX_NONE)
			return deck;
	}
	return INDEX_NONE;
}

static bool
reaches(const struct library *library, uint32_t from, uint32_t to, bool *seen)
{
	const char *rest = library->decks[from].deck->requires;
	uint32_t deck;

	if (from == to)
		return true;
	if (seen[from])
		return false;
	seen[from] = true;
	while ((deck = next_need(library, &rest)) != INDEX_NONE)
		if (reaches(library, deck, to, seen))
			return true;
	return false;
}

/* What a deck requires, but for decks that require it in turn. */
static void
build_needs(struct library *library)
{
	bool *seen = mem_new_array(library->decks_n + 1, sizeof(*seen));
	uint32_t *v = NULL, deck;
	size_t n = 0, cap = 0, i;
	const char *rest;

	for (i = 0; i < library->decks_n; i++) {
		library->decks[i].needs = (uint32_t)n;
		rest = library->decks[i].deck->requires;
		while ((deck = next_need(library, &rest)) != INDEX_NONE) {
			memset(seen, 0, library->decks_n * sizeof(*seen));
			if (reaches(library, deck, (uint32_t)i, seen))
				continue;
			v = mem_grow(v, n, &cap, sizeof(*v));
			v[n++] = deck;
		}
		library->decks[i].needs_n = (uint32_t)n -
		    library->decks[i].needs;
	}
	library->needs = mem_array(&library->mem, n, sizeof(*v));
	if (n > 0)
		memcpy(library->needs, v, n * sizeof(*v));
	free(v);
	free(seen);
}

static const char *
note_id(struct mem *mem, const char *deck, const char *note, size_t n)
{
	size_t d = strlen(deck);
	char *id = mem_alloc(mem, d + n + 2);

	memcpy(id, deck, d);
	id[d] = '/';
	memcpy(id + d + 1, note, n);
	return id;
}

static void
add_renames(struct library *library, const struct note *note, size_t *cap)
{
	const char *rest = note_value(note, KEY_WAS, 0), *word;
	struct library_rename *r;
	size_t n;

	while (rest != NULL && note_word(&rest, &word, &n)) {
		library->renames = mem_grow(library->renames,
		    library->renames_n, cap, sizeof(*library->renames));
		r = &library->renames[library->renames_n++];
		r->from = note_id(&library->mem, note->deck->id, word, n);
		r->to = note_id(&library->mem, note->deck->id, note->id,
		    strlen(note->id));
		if (library_note(library, r->from) != INDEX_NONE)
			library->renames_n--;
	}
}

static void
build_renames(struct library *library)
{
	size_t i, cap = 0;

	free(library->renames);
	library->renames = NULL;
	library->renames_n = 0;
	for (i = 0; i < library->notes_n; i++)
		add_renames(library, library->notes[i].note, &cap);
}

void
library_build(struct library *library)
{
	size_t i;
	const char *id;

	index_clear(&library->decks_index);
	index_clear(&library->cards_index);
	for (i = 0; i < library->decks_n; i++) {
		id = library->decks[i].deck->id;
		index_add(&library->decks_index, id, strlen(id), (uint32_t)i);
	}
	build_cards(library);
	build_facts(library);
	build_needs(library);
	build_renames(library);
}
