/*
 * spelling.c -- see spelling.h.
 * SPDX-License-Identifier: MIT
 *
 * Both sides are put into one spelling, then compared as any other texts.
 */
#include "cards/spelling.h"

#include <string.h>

#include "cards/words.h"

#include "base/banned.h"

#define WORD_SIZE 64

static bool
ends(const char *s, size_t n, const char *tail)
{
	size_t k = strlen(tail);

	return n >= k && memcmp(s + n - k, tail, k) == 0;
}

/* organised becomes organized; false when the word is none of these. */
static bool
to_ize(char *w, size_t n)
{
	static const char *const tails[] = { "ise", "ised", "ises", "ising",
		"iser", "isers", "isation", "isations", "isable",
		"isational", "yse", "ysed", "yses", "ysing", "yser",
		"ysers" };
	size_t i;

	if (n < 7)
		return false;
	for (i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
		if (ends(w, n, tails[i])) {
			w[n - strlen(tails[i]) + 1] = 'z';
			return true;
		}
	return false;
}

/* The pairs of the list, with the endings that both spellings take. */
static bool
to_pair(char *w, size_t n)
{
	static const char *const endings[] = { "", "s", "d", "r", "ed", "er",
		"ing", "al", "ally", "able", "ably", "ment", "ments", "ful",
		"ers", "less", "ism", "ist", "ite", "hood" };
	const char *to;
	size_t i, k, m;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		k = strlen(endings[i]);
		if (k >= n || !ends(w, n, endings[i]))
			continue;
		to = words_spelling(w, n - k);
		if (to == NULL)
			continue;
		m = strlen(to);
		if (m + k >= WORD_SIZE)
			return false;
		memcpy(w, to, m);
		memcpy(w + m, endings[i], k + 1);
		return true;
	}
	return false;
}

/* Adds a word in one spelling; its first letter stands behind gap. */
static bool
put_word(struct fold *out, const struct fold_word *word)
{
	char text[WORD_SIZE];
	struct fold_letter *l;
	uint8_t gap = word->at[0].gap;
	const char *s;

	fold_word_print(word, text, sizeof(text));
	if (text[0] == '\0' || (!to_pair(text, strlen(text)) &&
	    !to_ize(text, strlen(text)))) {
		memcpy(out->at + out->n, word->at,
		    word->n * sizeof(*word->at));
		out->n += word->n;
		return false;
	}
	for (s = text; *s != '\0'; s++) {
		if (*s == '-') {
			gap = FOLD_HYPHEN;
			continue;
		}
		l = &out->at[out->n++];
		memset(l, 0, sizeof(*l));
		l->base = (unsigned char)*s;
		l->gap = gap;
		gap = FOLD_JOINED;
	}
	return true;
}

struct fold
spelling_of(struct mem *mem, const struct fold *in)
{
	struct fold_word *words = mem_array(mem, in->n, sizeof(*words));
	size_t i, n = fold_words(in, in->article, true, words, in->n);
	/* A spelling is at most twice as long, plus two. */
	struct fold out = { mem_array(mem, in->n * 2 + n * 2 + 8,
	    sizeof(*out.at)), 0, 0 };
	bool changed = false;

	for (i = 0; i < n; i++)
		changed |= put_word(&out, &words[i]);
	if (!changed)
		out.n = 0;
	return out;
}
