/*
 * wordings.c -- plays a table of typed answers against the shipped decks.
 * SPDX-License-Identifier: MIT
 *
 *	wordings TABLE DECK-FILE ...
 *
 * A row holds a deck's id, a note's (with #c2 for a gap), what a learner
 * types, and the verdict that is fair: right, slip, partial, wrong or
 * unreadable.  A line "ok" or "not ok" for each row, and for each typed card:
 * it must have a right and a wrong wording in the table.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cards/answer.h"
#include "cards/kind.h"
#include "format/ini.h"

#define DECKS_MAX 64

enum cell { DECK, NOTE, TYPED, WANTED, CELLS };

/* A card, and which of the verdicts the table has for it. */
struct played {
	struct card card;
	struct card_layout layout;
	bool right, wrong;
};

struct play {
	struct mem mem;
	struct deck *decks[DECKS_MAX];
	size_t decks_n;
	struct played *cards;
	size_t n, cap;
	int faults;
};

static const char *
verdict_word(enum verdict verdict)
{
	static const char *const words[VERDICT_COUNT] = {
		[VERDICT_EXACT] = "right", [VERDICT_FOLD] = "right",
		[VERDICT_ACCEPTED] = "right", [VERDICT_SLIP] = "slip",
		[VERDICT_PARTIAL] = "partial", [VERDICT_WRONG] = "wrong",
		[VERDICT_REJECTED] = "wrong", [VERDICT_BLANK] = "blank",
		[VERDICT_SELF] = "self", [VERDICT_UNREADABLE] = "unreadable",
	};

	return words[verdict];
}

static bool
is_typed(const struct kind *kind)
{
	static const char *const typed[] = { "text", "number", "date", "cloze",
		"list" };
	size_t i;

	for (i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		if (strcmp(kind->name, typed[i]) == 0)
			return true;
	return false;
}

static void
take_note(struct play *play, const struct note *note)
{
	size_t i, n = card_count(note);
	struct card *cards = mem_array(&play->mem, n, sizeof(*cards));
	struct played *played;

	card_make(note, cards, &play->mem);
	for (i = 0; i < n; i++) {
		play->cards = mem_grow(play->cards, play->n, &play->cap,
		    sizeof(*play->cards));
		played = &play->cards[play->n++];
		*played = (struct played){ .card = cards[i] };
		played->layout = card_layout_plain(&cards[i]);
	}
}

static bool
take_deck(struct play *play, const char *path)
{
	struct diags diags = { 0 };
	struct deck *deck;
	size_t i;
	bool good;

	good = play->decks_n < DECKS_MAX &&
	    ini_read(path, &deck, &diags) == INI_DECK;
	diag_clear(&diags);
	if (!good) {
		fprintf(stderr, "wordings: %s is no deck\n", path);
		return false;
	}
	play->decks[play->decks_n++] = deck;
	for (i = 0; i < deck->notes_n; i++)
		take_note(play, &deck->notes[i]);
	return true;
}

static struct played *
find(struct play *play, const char *deck, const char *note)
{
	size_t i, n = strlen(deck);
	const char *id;

	for (i = 0; i < play->n; i++) {
		id = play->cards[i].card.id;
		if (strncmp(id, deck, n) == 0 && id[n] == '/' &&
		    strcmp(id + n + 1, note) == 0)
			return &play->cards[i];
	}
	return NULL;
}

static void
tell(struct play *play, bool good, char **cell, const char *got)
{
	play->faults += !good;
	printf("%sok %s/%s typed \"%s\": %s", good ? "" : "not ", cell[DECK],
	    cell[NOTE], cell[TYPED], cell[WANTED]);
	if (!good)
		printf(", got %s", got);
	putchar('\n');
}

static void
play_row(struct play *play, char **cell)
{
	struct played *played = find(play, cell[DECK], cell[NOTE]);
	struct judgement j;
	const char *got;

	if (played == NULL) {
		tell(play, false, cell, "no such card");
		return;
	}
	answer_judge(&played->card, &played->layout, cell[TYPED],
	    strlen(cell[TYPED]), &j);
	got = verdict_word(j.verdict);
	played->right |= strcmp(cell[WANTED], "right") == 0;
	played->wrong |= strcmp(cell[WANTED], "wrong") == 0;
	tell(play, strcmp(got, cell[WANTED]) == 0, cell, got);
}

/* Cuts a line at its tabs; whether it has as many cells as a row. */
static bool
cut(char *line, char **cell)
{
	int n;

	for (n = 0; n < CELLS && line != NULL; n++) {
		cell[n] = line;
		line = strchr(line, '\t');
		if (line != NULL)
			*line++ = '\0';
	}
	return n == CELLS && line == NULL;
}

/* The first line names the columns. */
static bool
play_table(struct play *play, const char *path)
{
	char *data, *line, *next, *cell[CELLS];
	struct err err;
	size_t size;

	if (!file_read(path, (size_t)1 << 24, &data, &size, &err)) {
		fprintf(stderr, "wordings: %s\n", err.text);
		return false;
	}
	for (line = data; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		if (line == data)
			continue;
		if (cut(line, cell)) {
			play_row(play, cell);
			continue;
		}
		play->faults++;
		printf("not ok a row without four cells: %s\n", line);
	}
	free(data);
	return true;
}

static void
play_missing(struct play *play)
{
	const struct played *played;
	size_t i;
	bool good;

	for (i = 0; i < play->n; i++) {
		played = &play->cards[i];
		if (!is_typed(played->card.note->kind))
			continue;
		good = played->right && played->wrong;
		play->faults += !good;
		printf("%sok %s has right and wrong wordings\n",
		    good ? "" : "not ", played->card.id);
	}
}

int
main(int argc, char **argv)
{
	struct play play = { .faults = 0 };
	bool good = true;
	size_t k;
	int i;

	if (argc < 3) {
		fputs("usage: wordings TABLE DECK-FILE ...\n", stderr);
		return 2;
	}
	for (i = 2; i < argc && good; i++)
		good = take_deck(&play, argv[i]);
	good = good && play_table(&play, argv[1]);
	if (good)
		play_missing(&play);
	for (k = 0; k < play.decks_n; k++)
		ini_free(play.decks[k]);
	mem_clear(&play.mem);
	free(play.cards);
	return !good ? 2 : play.faults > 0;
}
