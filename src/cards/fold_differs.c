/*
 * fold_differs.c -- two texts that fold to different ones, seen at their ends.
 * SPDX-License-Identifier: MIT
 *
 * A deck's checks compare every pair of options, and folding both texts costs
 * a hundred times what looking at them does.  In ASCII folding keeps letters
 * and digits in their order, but for a few words that it drops or rewrites.
 * So two texts are read from their ends: where the first letters differ, and
 * none of those words has been met, the texts differ.
 */
#include <string.h>

#include "cards/fold.h"
#include "cards/words.h"

#include "base/banned.h"

/* The longest word that folding knows has six letters. */
#define WORD_MAX 6

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A letter or a digit. */
static bool
is_kept(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* All in ASCII, and no & that would become a word. */
static bool
is_plain(const char *s)
{
	for (; *s != '\0'; s++)
		if ((signed char)*s < 0 || *s == '&')
			return false;
	return true;
}

/* Whether folding may drop the word s of n letters, or write another. */
static bool
is_loose(const char *lang, const char *s, size_t n)
{
	char word[WORD_MAX];
	size_t i;

	if (s[n] == '\'' || s[n] == '`')
		return true;
	if (n > sizeof(word))
		return false;
	for (i = 0; i < n; i++)
		word[i] = small(s[i]);
	return words_has("no nr number cant", word, n) ||
	    words_has(words_row(WORDS_ARTICLES, lang), word, n);
}

/* Whether every word is firm, from the one that `at` stands in to the end. */
static bool
is_firm(const char *lang, const char *s, const char *at)
{
	size_t n;

	while (at > s && is_kept(at[-1]))
		at--;
	for (; *at != '\0'; at += n) {
		for (n = 0; is_letter(at[n]); n++)
			;
		if (n > 0 && is_loose(lang, at, n))
			return false;
		n += n == 0;
	}
	return true;
}

/* The letter or digit before `at`, or NULL. */
static const char *
kept_before(const char *s, const char *at)
{
	while (at > s)
		if (is_kept(*--at))
			return at;
	return NULL;
}

bool
fold_differs(const char *lang, const char *a, const char *b)
{
	const char *x = a + strlen(a), *y = b + strlen(b);

	do {
		x = kept_before(a, x);
		y = kept_before(b, y);
		if (x == NULL || y == NULL)
			return false;
	} while (small(*x) == small(*y));
	return is_plain(a) && is_plain(b) && is_firm(lang, a, x) &&
	    is_firm(lang, b, y);
}
