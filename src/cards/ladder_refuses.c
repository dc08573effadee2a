/*
 * ladder_refuses.c -- texts that a finger or a keyboard layout typed.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "cards/ladder.h"
#include "cards/signs.h"

#include "base/banned.h"

static bool
is_alphanumeric(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO;
}

/* Whether there is a letter or a digit in it. */
static bool
says_something(const char *s)
{
	size_t n = strlen(s), len;
	int32_t cp;

	for (; n > 0; s += len, n -= len) {
		len = utf8_read(s, n, &cp);
		if (len == 0)
			break;
		if (is_alphanumeric(cp))
			return true;
	}
	return false;
}

/*
 * The script that a word mixes with Latin letters, or none.  micro: the sign
 * of micro counts as the Greek letter that a keyboard gives for it.
 */
static enum signs_script
mixes(const char *s, bool micro)
{
	bool seen[SIGNS_ARABIC + 1] = { false };
	size_t n = strlen(s), len;
	int32_t cp;

	for (; n > 0; s += len, n -= len) {
		len = utf8_read(s, n, &cp);
		if (len == 0)
			break;
		/* A hyphen joins: in T-CY no half is a word. */
		if (utf8proc_category(cp) == UTF8PROC_CATEGORY_PD)
			continue;
		if (!is_alphanumeric(cp)) {
			memset(seen, 0, sizeof(seen));
			continue;
		}
		seen[cp == 0xB5 && micro ? SIGNS_GREEK :
		    signs_script_of(cp)] = true;
		if (seen[SIGNS_LATIN] && seen[SIGNS_CYRILLIC])
			return SIGNS_CYRILLIC;
		if (seen[SIGNS_LATIN] && seen[SIGNS_GREEK])
			return SIGNS_GREEK;
	}
	return SIGNS_NO_SCRIPT;
}

const char *
ladder_refuses(const struct ladder *l, const char *typed)
{
	bool said = true, mixed = false;
	enum signs_script script;
	size_t i;

	if (l->exact)
		return NULL;
	for (i = 0; i < l->n; i++) {
		if (l->at[i].role == LADDER_REJECT)
			continue;
		said &= says_something(l->at[i].text);
		mixed |= mixes(l->at[i].text, true) != SIGNS_NO_SCRIPT;
	}
	if (said && !says_something(typed))
		return "it has no letter and no digit";
	script = mixes(typed, false);
	if (mixed || script == SIGNS_NO_SCRIPT)
		return NULL;
	return script == SIGNS_GREEK ?
	    "it mixes Latin and Greek letters in one word" :
	    "it mixes Latin and Cyrillic letters in one word";
}
