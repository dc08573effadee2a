/*
 * nearest.h -- which known name was probably meant.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_NEAREST_H
#define CMD_NEAREST_H

#include <stddef.h>

struct nearest {
	const char *word;	/* what was typed */
	const char *best;	/* the nearest so far, or NULL */
	size_t distance;
};

struct nearest nearest_to(const char *word);
/* Offers a name; one too far from the word is never the nearest. */
void nearest_offer(struct nearest *nearest, const char *name);

#endif
