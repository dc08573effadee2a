/*
 * words.h -- the word lists that judging rests on.
 * SPDX-License-Identifier: MIT
 *
 * Data, compiled in (words.def, units.def).  Words are asked for in folded
 * form: small letters without marks.  The lists are short, so a look-up reads
 * through one of them and keeps no state.
 */
#ifndef CARDS_WORDS_H
#define CARDS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum words_table {
	WORDS_PROTECTED,	/* a typed one is never a slip */
	WORDS_CONFUSABLE,	/* pairs that mean different things */
	WORDS_OWN,		/* marked letters that are letters there */
	WORDS_ARTICLES,
	WORDS_SPELLING,		/* pairs that mean the same */
	WORDS_PREFIX,		/* may stand apart */
	WORDS_TRUE, WORDS_FALSE,
	WORDS_MONTH,
	WORDS_GENDER,		/* languages whose articles tell the gender */
	WORDS_AND,		/* what & stands for */
	WORDS_REORDER,		/* protected, but may change places */
	WORDS_POINT		/* languages with a decimal point */
};

/* The main part of a language tag, in small letters: "pt-BR" is "pt". */
struct words_lang {
	char s[4];
};
struct words_lang words_lang_of(const char *tag);

/* The values of a table's row for that key, or NULL. */
const char *words_row(enum words_table table, const char *key);
/* Whether word (n bytes) is one of the values of a row (may be NULL). */
bool words_has(const char *row, const char *word, size_t n);
/* The next value of a row into *word and *n; *row moves on. */
bool words_next(const char **row, const char **word, size_t *n);

/* Two words that are easily taken for each other and mean different things. */
bool words_confusable(const char *a, const char *b);
/* Whether many is a regular plural of one: -s, -es, -y and -ies. */
bool words_plural(const char *one, const char *many);
/* The other spelling that stands for word in the list of variants, or NULL. */
const char *words_spelling(const char *word, size_t n);
/* The month 1..12 with that name in any language, or 0. */
int words_month(const char *word);
/* The month whose name of five letters or more is one edit away, or 0. */
int words_month_near(const char *word);

enum words_dimension { WORDS_TIME, WORDS_CAL, WORDS_FRAC, WORDS_LEN,
	WORDS_AREA, WORDS_EUR, WORDS_USD, WORDS_BYTE, WORDS_BIT };
struct words_unit {
	const char *name, *synonyms;
	enum words_dimension dimension;
	uint32_t factor;
};
/* The unit with that folded name, or NULL. */
const struct words_unit *words_unit_find(const char *name);

/*
 * Edits between two words of code points: insertions, deletions,
 * substitutions and swaps of neighbours, each stretch edited once.  Any
 * number above 1 is given as 2.  *swap tells whether the one was a swap.
 */
int words_edits(const int32_t *a, size_t n, const int32_t *b, size_t m,
    bool *swap);

#endif
