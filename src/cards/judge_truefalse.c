/*
 * judge_truefalse.c -- true or false, by whole words.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/signs.h"

#include "base/banned.h"

/* 1 true, 0 false, -1 neither, by the words of one language. */
static int
truth_in(const char *lang, const char *word, size_t n)
{
	if (words_has(words_row(WORDS_TRUE, lang), word, n))
		return 1;
	return words_has(words_row(WORDS_FALSE, lang), word, n) ? 0 : -1;
}

static int
truth_of(const char *lang, const char *plain)
{
	static const char signs[] = " ?().!,;:\"'";
	size_t n;
	int truth;

	plain += strspn(plain, signs);
	n = strlen(plain);
	while (n > 0 && strchr(signs, plain[n - 1]) != NULL)
		n--;
	truth = truth_in(lang, plain, n);
	return truth >= 0 ? truth : truth_in("en", plain, n);
}

void
judge_truefalse(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	const char *answer = note_value(card->note, KEY_ANSWER, 0);
	struct words_lang lang = judge_lang(card);
	struct mem mem = { 0 };
	int truth;

	(void)layout;
	truth = truth_of(lang.s, signs_plain(&mem, lang.s, typed,
	    strlen(typed)));
	if (answer == NULL || truth < 0)
		judge_unreadable(out, "it is neither true nor false");
	else if (strcmp(answer, typed) == 0)
		judge_set(out, VERDICT_EXACT);
	else
		judge_set(out, truth == (strcmp(answer, "true") == 0) ?
		    VERDICT_FOLD : VERDICT_WRONG);
	mem_clear(&mem);
}
