/*
 * random.c -- see random.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/random.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include "base/hash.h"

#include "base/banned.h"

void
random_system(void *p, size_t n)
{
	unsigned char *s = p;
	ssize_t got;

	while (n > 0) {
		got = getrandom(s, n, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			fputs("recital: the system gives no random bytes\n",
			    stderr);
			exit(4);
		}
		s += got;
		n -= (size_t)got;
	}
}

struct random
random_of(uint64_t seed)
{
	return (struct random){ seed };
}

struct random
random_of_string(const char *s)
{
	return random_of(hash_string(s));
}

uint64_t
random_next(struct random *r)
{
	r->state += UINT64_C(0x9e3779b97f4a7c15);
	return hash_mix(r->state);
}

uint64_t
random_below(struct random *r, uint64_t n)
{
	uint64_t low = (0 - n) % n, x;

	do
		x = random_next(r);
	while (x < low);
	return x % n;
}

double
random_unit(struct random *r)
{
	return (double)(random_next(r) >> 11) * 0x1p-53;
}

void
random_shuffle(struct random *r, uint32_t *v, size_t n)
{
	size_t i, j;
	uint32_t t;

	for (i = n; i > 1; i--) {
		j = random_below(r, i);
		t = v[i - 1];
		v[i - 1] = v[j];
		v[j] = t;
	}
}
