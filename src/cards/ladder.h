/*
 * ladder.h -- how a typed text is judged against the wordings of a note.
 * SPDX-License-Identifier: MIT
 *
 * The first rung that holds decides: exact, the same after folding, with
 * marks left out, the same article reference, another spelling, the same
 * number, nearly the same, an edit away, wrong.  On each rung the answer goes
 * before what is accepted and that before what is rejected, so a rejected
 * wording is met wherever it is closer than the answer.
 */
#ifndef CARDS_LADDER_H
#define CARDS_LADDER_H

#include "cards/answer.h"
#include "cards/fold.h"
#include "cards/words.h"

enum ladder_role { LADDER_ANSWER, LADDER_ACCEPT, LADDER_REJECT };

struct ladder_wording {
	const char *text;	/* clean */
	size_t n;
	struct fold fold, respelt;	/* respelt: en, n 0 when the same */
	enum ladder_role role;
	int letter;		/* of a reject, for its reason; else 0 */
	bool reference;		/* to an article */
	bool quantity;		/* a number, or one with a unit */
};

struct ladder {
	struct mem *mem;
	struct words_lang lang;
	const struct note *note;
	bool exact;		/* match = exact */
	bool options;		/* no references and numbers: options */
	bool references, quantities;	/* some wording is one */
	struct ladder_wording *at;
	size_t n, cap;
};

/* What was typed, ready to be compared with many ladders. */
struct ladder_typed {
	const char *text;
	size_t n;
	struct fold fold, respelt;
};

/* A ladder of the note's language, its `match` and its rejects. */
struct ladder ladder_of(struct mem *mem, const struct card *card);
void ladder_add(struct ladder *ladder, const char *s, size_t n,
    enum ladder_role role, int letter);
/* Adds every wording of a text with | between. */
void ladder_add_all(struct ladder *ladder, const char *s,
    enum ladder_role role, int letter);
/* Adds the note's rejects, each with its letter. */
void ladder_add_rejects(struct ladder *ladder);
/* n bytes of clean text, copied. */
struct ladder_typed ladder_typed_of(const struct ladder *ladder, const char *s,
    size_t n);

void ladder_judge(const struct ladder *ladder,
    const struct ladder_typed *typed, struct judgement *out);
/*
 * NULL, or why the text cannot be meant as an answer: signs only, or letters
 * of two scripts in one word, where no right wording has such.
 */
const char *ladder_refuses(const struct ladder *ladder, const char *typed);

#endif
