/*
 * decimal.h -- exact decimal numbers, as typed answers need them.
 * SPDX-License-Identifier: MIT
 *
 * 0.1 is 0.1: the edge of a tolerance is a matter of decimals, so there is no
 * binary fraction anywhere.  A number is digits times a power of ten.  It is
 * bounded: DECIMAL_DIGITS digits in, exponents of two figures, so that sums
 * and products of a few of them fit; what would not is no equal of anything.
 */
#ifndef CARDS_DECIMAL_H
#define CARDS_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Significant digits that a number may be given with. */
#define DECIMAL_DIGITS 60
#define DECIMAL_ROOM 720

struct decimal {
	bool negative;
	int exponent;		/* of ten */
	size_t n;		/* digits; 0: the number is zero */
	uint8_t digits[DECIMAL_ROOM];	/* most significant first */
};

struct decimal decimal_of(uint64_t value);
/* Puts a digit behind; false when there are too many. */
bool decimal_push(struct decimal *d, int digit);
struct decimal decimal_times(const struct decimal *a, const struct decimal *b);
/* Whether |a - b| <= c. */
bool decimal_within(const struct decimal *a, const struct decimal *b,
    const struct decimal *c);

#endif
