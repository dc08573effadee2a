/*
 * number.h -- a number as people write it.
 * SPDX-License-Identifier: MIT
 *
 * Digits with separators of any country, fractions, powers of ten, words of
 * English, French and German.  Where 1.000 can be one or a thousand, both
 * readings come back, the one of the deck's language first: the judge asks
 * when they would be judged differently.
 */
#ifndef CARDS_NUMBER_H
#define CARDS_NUMBER_H

#include "cards/decimal.h"

/* A fraction: above / below, below > 0. */
struct number {
	struct decimal above, below;
};

struct number_reading {
	struct number value[2];
	size_t n;		/* readings: 1, or 2 when in doubt */
	const char *rest;	/* what stands behind it */
	const char *reason;	/* of failure: one phrase */
};

/*
 * Reads the number that s (signs_plain) begins with; false, with a reason,
 * when there is none.
 */
bool number_read(const char *lang, const char *s, struct number_reading *out);
/* The plain form of a deck: digits, a point, a sign in front. */
bool number_parse(const char *s, struct number *out);
/* Whether |a * af - b * bf| <= within * bf: factors of units, else 1. */
bool number_within(const struct number *a, uint32_t af,
    const struct number *b, uint32_t bf, const struct number *within);

/*
 * Reads the number words that s begins with, in lang or in English; returns
 * the bytes, 0 when there are none.
 */
size_t number_words(const char *lang, const char *s, uint64_t *value);
/* thousand, million and their like: reads one, *value is its factor. */
size_t number_words_multiplier(const char *lang, const char *s,
    uint64_t *value);
/* Whether word is a number word of lang. */
bool number_words_has(const char *lang, const char *word);

#endif
