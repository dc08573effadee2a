/*
 * nearest.c -- see nearest.h: optimal string alignment over bytes.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/nearest.h"

#include <string.h>

#include "base/banned.h"

#define LONGEST 64

static size_t
smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Insertions, deletions, substitutions and swaps of neighbours. */
static size_t
distance(const char *a, size_t an, const char *b, size_t bn)
{
	size_t row[3][LONGEST + 1];
	size_t *before = row[0], *last = row[1], *now = row[2], *spare;

	for (size_t j = 0; j <= bn; j++)
		last[j] = j;
	for (size_t i = 1; i <= an; i++) {
		now[0] = i;
		for (size_t j = 1; j <= bn; j++) {
			now[j] = smallest(last[j] + 1, now[j - 1] + 1,
			    last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	return last[bn];
}

struct nearest
nearest_to(const char *word)
{
	return (struct nearest){ .word = word, .distance = 3 };
}

void
nearest_offer(struct nearest *nearest, const char *name)
{
	size_t wn = strlen(nearest->word), nn = strlen(name), d;

	if (wn > LONGEST || nn > LONGEST || wn == 0)
		return;
	d = distance(nearest->word, wn, name, nn);
	/* Half of a word changed is another word. */
	if (d < nearest->distance && 2 * d <= (wn > nn ? wn : nn)) {
		nearest->distance = d;
		nearest->best = name;
	}
}
