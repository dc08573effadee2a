/*
 * reference_compare.c -- whether two lists of references are the same.
 * SPDX-License-Identifier: MIT
 */
#include "cards/reference.h"

#include <string.h>

#include "base/banned.h"

static bool
same_label(enum reference_label deck, enum reference_label typed)
{
	if (deck == typed || typed == REFERENCE_BARE)
		return true;
	if (deck == REFERENCE_BARE)
		return typed == REFERENCE_ARTICLE;
	if (deck == REFERENCE_SIGN || typed == REFERENCE_SIGN)
		return deck == REFERENCE_PARAGRAPH ||
		    deck == REFERENCE_SECTION ||
		    typed == REFERENCE_PARAGRAPH ||
		    typed == REFERENCE_SECTION;
	return false;
}

/* Whether a is b, or what b is a part of. */
static bool
covers(const struct reference *a, const struct reference *b)
{
	size_t i;

	if (a->number != b->number || a->depth > b->depth)
		return false;
	for (i = 0; i < a->depth; i++)
		if (strcmp(a->path[i], b->path[i]) != 0)
			return false;
	return true;
}

/* 0: d has none like it in t; 1: one that is more; 2: the same. */
static int
found(const struct reference *d, const struct references *t)
{
	size_t i;
	int best = 0;

	for (i = 0; i < t->n && best < 2; i++)
		if (covers(d, &t->at[i]))
			best = d->depth == t->at[i].depth ? 2 : 1;
	return best;
}

static bool
asked(const struct reference *t, const struct references *deck)
{
	size_t i;

	for (i = 0; i < deck->n; i++)
		if (covers(&deck->at[i], t))
			return true;
	return false;
}

enum reference_match
reference_compare(const struct references *deck,
    const struct references *typed)
{
	bool more = false;
	size_t i;
	int how;

	if (!same_label(deck->label, typed->label))
		return REFERENCE_OTHER;
	for (i = 0; i < deck->n; i++) {
		how = found(&deck->at[i], typed);
		if (how == 0)
			return REFERENCE_OTHER;
		more |= how == 1;
	}
	for (i = 0; i < typed->n; i++) {
		if (!asked(&typed->at[i], deck))
			return REFERENCE_OTHER;
		more |= found(&typed->at[i], deck) != 2;
	}
	return more ? REFERENCE_MORE : REFERENCE_SAME;
}
