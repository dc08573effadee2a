/*
 * rating.c -- see rating.h.
 * SPDX-License-Identifier: MIT
 */
#include "fsrs/rating.h"

#include <string.h>

#include "base/banned.h"

static const char *const ratings[] = { "none", "again", "hard", "good",
    "easy" };
static const char *const states[] = { "new", "learning", "review",
    "relearning" };

const char *
rating_name(enum rating rating)
{
	return ratings[rating];
}

const char *
rating_state_name(enum state state)
{
	return states[state];
}

int
rating_parse(const char *s)
{
	int i;

	for (i = RATING_AGAIN; i <= RATING_EASY; i++)
		if (strcmp(s, ratings[i]) == 0 ||
		    (s[0] == '0' + i && s[1] == '\0'))
			return i;
	return 0;
}
