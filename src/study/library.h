/*
 * library.h -- the decks of one run, their cards, and what binds cards.
 * SPDX-License-Identifier: MIT
 *
 * Paths are files or folders; folders are read to the bottom, *.ini only, in
 * the order of the paths.  A file whose first section is [course] is passed
 * over.  A deck that is refused, or whose id another has, is left out and
 * told in diags; everything else can be studied.
 *
 * The library is a snapshot: it is read once.  A card has a number, its place
 * in `cards` (decks by path, then file, then part).  library_reload gives
 * every card a new number, so numbers must not be kept over one; pointers to
 * decks, notes, cards and ids stay valid until library_clear.
 */
#ifndef STUDY_LIBRARY_H
#define STUDY_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "cards/card.h"
#include "cards/note.h"
#include "format/diag.h"
#include "study/index.h"

/* What the library knows about a note. */
struct library_note {
	const struct note *note;
	uint32_t deck;			/* its number */
	uint32_t first, cards_n;	/* its cards; drafts: 0 */
	uint32_t facts, facts_n;	/* into library.facts */
};

struct library_deck {
	struct deck *deck;
	uint32_t notes, notes_n;	/* into library.notes, drafts too */
	uint32_t cards, cards_n;	/* into library.cards */
	uint32_t needs, needs_n;	/* into library.needs */
};

/* A former id: progress under `from` belongs to `to` ("deck/note"). */
struct library_rename {
	const char *from, *to;
};

struct library {
	struct library_deck *decks;
	size_t decks_n;
	struct library_note *notes;
	size_t notes_n;
	const struct card *cards;
	uint32_t *note_of;		/* card -> note */
	size_t cards_n;
	const struct card *drafts;	/* one each, only to be found */
	size_t drafts_n;
	uint32_t *facts;		/* fact numbers, by note */
	size_t facts_kinds;		/* how many different facts */
	uint32_t *needs;		/* deck numbers, without circles */
	struct library_rename *renames;
	size_t renames_n;
	struct diags diags;		/* of the last reading of everything */
	size_t files;			/* read, refused ones too */
	/* Own affairs. */
	struct index cards_index, decks_index;
	struct mem mem;
	struct deck **kept;		/* every deck ever read */
	size_t kept_n, kept_cap;
};

/*
 * Reads all paths.  Fails only when one cannot be read at all (ERR_INPUT);
 * faults in decks are diags.
 */
MUST_USE bool library_open(struct library *library, const char *const *paths,
    size_t n, struct err *err);
void library_clear(struct library *library);
/*
 * Reads the file of one deck again, after an edit.  When it has become
 * unreadable as a deck or changed its id, the old one stays and *kept is
 * true; faults are added to diags.  All numbers change.
 */
void library_reload(struct library *library, uint32_t deck, bool *kept,
    struct diags *diags);

/* By the exact id, or INDEX_NONE. */
uint32_t library_card(const struct library *library, const char *id);
uint32_t library_deck(const struct library *library, const char *id);
/* By the exact id "deck/note": the note's number, or INDEX_NONE. */
uint32_t library_note(const struct library *library, const char *id);
/*
 * By the exact id or a unique prefix; a card also by its note's id when the
 * note makes one card.  INDEX_NONE and *many true: several begin so.
 */
uint32_t library_card_prefix(const struct library *library, const char *s,
    bool *many);
uint32_t library_deck_prefix(const struct library *library, const char *s,
    bool *many);
/* Whether two cards are siblings: of one note, or of notes with one fact. */
bool library_siblings(const struct library *library, uint32_t a, uint32_t b);
/* The paths of every *.ini below the paths given, sorted; copies in mem. */
MUST_USE bool library_files(const char *const *paths, size_t n,
    struct mem *mem, const char ***files, size_t *files_n, struct err *err);

#endif
