/*
 * kind.h -- what a kind of card is.
 * SPDX-License-Identifier: MIT
 *
 * A kind is one file kind_NAME.c that defines one const struct kind, and one
 * line in kinds.def.  How an answer to it is judged stands in judge_NAME.c,
 * beside the ladder and the folding it uses.
 */
#ifndef CARDS_KIND_H
#define CARDS_KIND_H

#include "base/buf.h"
#include "cards/answer.h"
#include "cards/card.h"
#include "cards/note.h"

/*
 * Where a check puts a fault of a note.  code is a stable name (the list is in
 * docs/recital-deck.5), field the place (NULL: the note's header), offset the
 * byte in its value where the fault begins.  The sink copies message and fix.
 */
struct faults {
	void (*add)(struct faults *faults, const struct note *note,
	    const struct field *field, size_t offset, bool error,
	    const char *code, const char *message, const char *fix);
};
/* Formats message and passes everything on; for kinds' checks. */
void kind_fault(struct faults *faults, const struct note *note,
    const struct field *field, size_t offset, bool error, const char *code,
    const char *fix, const char *fmt, ...)
    __attribute__((format(printf, 8, 9)));

struct kind {
	const char *name;
	char letter;		/* as in kinds.def, keys.def */
	/* Every fault that only this kind can have. */
	void (*check)(const struct note *note, struct faults *faults);
	/* Its cards: fills parts (when not NULL), returns how many. */
	size_t (*parts)(const struct note *note, uint8_t *parts);
	/* How many things card_layout orders; NULL when none. */
	size_t (*shuffled)(const struct note *note);
	void (*show)(const struct card *card, const struct card_layout *layout,
	    struct card_shown *out);
	void (*key)(const struct card *card, const struct card_layout *layout,
	    struct buf *out);
	/* typed is valid UTF-8, cleaned and not blank (answer.c did that). */
	void (*judge)(const struct card *card, const struct card_layout *layout,
	    const char *typed, struct judgement *out);
};

#define KIND(name, letter) extern const struct kind kind_##name;
#include "cards/kinds.def"
#undef KIND

/* All kinds, in the order of kinds.def, ended by NULL. */
extern const struct kind *const kind_table[];
const struct kind *kind_find(const char *name);

enum key_index { KEY_INDEX_NONE, KEY_INDEX_NUMBER, KEY_INDEX_LETTER,
	KEY_INDEX_EITHER };
struct key_row {
	const char *name;
	enum key_index index;
	bool text;		/* class TEXT */
	const char *kinds;	/* letters, or "*" */
};
/* One row per enum key. */
extern const struct key_row kind_keys[KEY_COUNT];
bool kind_uses(const struct kind *kind, enum key key);

/* Adds the paragraphs of a key (question, question.2, …), '\n' between. */
void kind_paragraphs(const struct note *note, enum key key, struct buf *out);
/*
 * Whether s is a day, month or year of the calendar as decks write them; fix
 * says what to write.
 */
bool kind_date_valid(const char *s, char *fix, size_t size);
/* How many answers of a list suffice. */
size_t kind_list_need(const struct note *note);
/* A kind that makes one card. */
size_t kind_one_part(const struct note *note, uint8_t *parts);
/* Sets both prompts. */
void kind_prompt(struct card_shown *out, const char *narrow,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
