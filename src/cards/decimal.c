/*
 * decimal.c -- see decimal.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/decimal.h"

#include <string.h>

#include "base/banned.h"

struct decimal
decimal_of(uint64_t value)
{
	struct decimal d = { .n = 0 };
	uint64_t power = 1;

	while (value / power >= 10)
		power *= 10;
	for (; power > 0 && value > 0; power /= 10)
		d.digits[d.n++] = (uint8_t)(value / power % 10);
	return d;
}

bool
decimal_push(struct decimal *d, int digit)
{
	if (d->n == 0 && digit == 0)
		return true;
	if (d->n == DECIMAL_DIGITS)
		return false;
	d->digits[d->n++] = (uint8_t)digit;
	return true;
}

/* Drops leading zeros. */
static void
trim(struct decimal *d)
{
	size_t zeros = 0, i;

	while (zeros < d->n && d->digits[zeros] == 0)
		zeros++;
	d->n -= zeros;
	for (i = 0; zeros > 0 && i < d->n; i++)
		d->digits[i] = d->digits[i + zeros];
}

struct decimal
decimal_times(const struct decimal *a, const struct decimal *b)
{
	struct decimal d = { .negative = a->negative != b->negative,
		.exponent = a->exponent + b->exponent };
	unsigned carry;
	size_t i, j;

	if (a->n == 0 || b->n == 0 || a->n + b->n > DECIMAL_ROOM)
		return d;
	d.n = a->n + b->n;
	for (i = a->n; i-- > 0;) {
		carry = 0;
		for (j = b->n; j-- > 0;) {
			carry += d.digits[i + j + 1] +
			    (unsigned)a->digits[i] * b->digits[j];
			d.digits[i + j + 1] = (uint8_t)(carry % 10);
			carry /= 10;
		}
		d.digits[i] = (uint8_t)carry;
	}
	trim(&d);
	return d;
}

/* Writes d as room digits that end at 10^exponent; false when it is longer. */
static bool
spread(const struct decimal *d, int exponent, uint8_t *out, size_t room)
{
	size_t zeros;

	memset(out, 0, room);
	if (d->n == 0)
		return true;
	zeros = (size_t)(d->exponent - exponent);
	if (zeros > room || d->n > room - zeros)
		return false;
	memcpy(out + room - zeros - d->n, d->digits, d->n);
	return true;
}

/* out = out + in, or out - in when that is not negative. */
static void
add(uint8_t *out, const uint8_t *in, size_t n, bool minus)
{
	int carry = 0;

	while (n-- > 0) {
		carry += out[n] + (minus ? -in[n] : in[n]);
		out[n] = (uint8_t)((carry + 10) % 10);
		carry = carry < 0 ? -1 : carry / 10;
	}
}

static int
lowest(const struct decimal *a, const struct decimal *b,
    const struct decimal *c)
{
	int low = 0;

	if (a->n > 0 && a->exponent < low)
		low = a->exponent;
	if (b->n > 0 && b->exponent < low)
		low = b->exponent;
	if (c->n > 0 && c->exponent < low)
		low = c->exponent;
	return low;
}

bool
decimal_within(const struct decimal *a, const struct decimal *b,
    const struct decimal *c)
{
	uint8_t x[DECIMAL_ROOM + 1], y[DECIMAL_ROOM + 1], z[DECIMAL_ROOM + 1];
	int low = lowest(a, b, c);

	x[0] = y[0] = z[0] = 0;
	if (!spread(a, low, x + 1, DECIMAL_ROOM) ||
	    !spread(b, low, y + 1, DECIMAL_ROOM) ||
	    !spread(c, low, z + 1, DECIMAL_ROOM))
		return false;
	if (a->negative != b->negative) {
		add(x, y, sizeof(x), false);
	} else if (memcmp(x, y, sizeof(x)) >= 0) {
		add(x, y, sizeof(x), true);
	} else {
		add(y, x, sizeof(y), true);
		memcpy(x, y, sizeof(x));
	}
	return memcmp(x, z, sizeof(x)) <= 0;
}
