/*
 * fold.h -- texts as judging compares them.
 * SPDX-License-Identifier: MIT
 *
 * A folded text is a row of letters, each with its marks and with what stands
 * before it: nothing, a blank, a hyphen or the minus of an exponent.  Case,
 * punctuation, quotation marks, a leading article and number signs ("No.") are
 * gone; a sign that means something between digits (24/7, 1.5) stays, as a
 * letter.
 *
 * fold_compare tells two texts apart in steps: what is the same, what is the
 * same with marks left out (a foreign keyboard), what is nearly the same (a
 * wrong mark, a blank inside a word, the wrong gender) and what is another
 * text.  Edits of letters are no matter of folding: see slip.h.
 */
#ifndef CARDS_FOLD_H
#define CARDS_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

#define FOLD_MARKS 4

enum fold_gap { FOLD_JOINED, FOLD_HYPHEN, FOLD_BLANK, FOLD_MINUS };

struct fold_letter {
	int32_t base;			/* small, without marks */
	int32_t marks[FOLD_MARKS];	/* ascending; 0 behind the last */
	uint8_t gap;			/* enum fold_gap, before it */
	bool katakana;			/* base is the hiragana of it */
};

struct fold {
	struct fold_letter *at;
	size_t n;
	size_t article;		/* letters of a leading article, 0: none */
};

/* Of n bytes of clean text, in mem; lang as words_lang_of gives it. */
struct fold fold_of(struct mem *mem, const char *lang, const char *s, size_t n);

enum fold_level { FOLD_SAME, FOLD_LESS, FOLD_NEAR, FOLD_OTHER };

enum fold_level fold_compare(const char *lang, const struct fold *deck,
    const struct fold *typed);

/*
 * True: the two texts, clean or not, cannot be FOLD_SAME.  Cheap; false says
 * nothing.
 */
bool fold_differs(const char *lang, const char *a, const char *b);

/* A word of a folded text, letters without marks. */
struct fold_word {
	const struct fold_letter *at;
	size_t n;
};
/*
 * Splits into words at blanks (and hyphens): fills words (at most max) and
 * returns how many there are.  from: the first letter that counts.
 */
size_t fold_words(const struct fold *fold, size_t from, bool hyphens,
    struct fold_word *words, size_t max);
/* The word's letters as UTF-8, without marks; "" when it does not fit. */
void fold_word_print(const struct fold_word *word, char *out, size_t size);

#endif
