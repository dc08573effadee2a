/*
 * judge.c -- what the judges have in common, see judge.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/judge.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/banned.h"

struct words_lang
judge_lang(const struct card *card)
{
	const struct deck *deck = card->note->deck;

	return words_lang_of(deck != NULL && deck->language != NULL ?
	    deck->language : "en");
}

void
judge_set(struct judgement *out, enum verdict verdict)
{
	out->verdict = out->worst = verdict;
	out->score = answer_is_right(verdict) || verdict == VERDICT_SLIP ?
	    100 : 0;
}

/* Cuts a text that filled its field between two code points. */
static void
cut(char *s, size_t size)
{
	size_t n = strlen(s);

	if (n + 1 < size)
		return;
	while (n > 0 && ((unsigned char)s[n - 1] & 0xC0) == 0x80)
		n--;
	if (n > 0)
		s[n - 1] = '\0';
}

void
judge_unreadable(struct judgement *out, const char *fmt, ...)
{
	va_list ap;

	judge_set(out, VERDICT_UNREADABLE);
	va_start(ap, fmt);
	(void)vsnprintf(out->reason, sizeof(out->reason), fmt, ap);
	va_end(ap);
	cut(out->reason, sizeof(out->reason));
}

void
judge_nearly(struct judgement *out, const char *s, size_t n)
{
	(void)snprintf(out->nearly, sizeof(out->nearly), "%.*s", (int)n, s);
	cut(out->nearly, sizeof(out->nearly));
}

void
judge_why(struct judgement *out, int letter)
{
	size_t n = strlen(out->why);

	if (letter == 0 || n == CARD_SHOWN_MAX ||
	    strchr(out->why, letter) != NULL)
		return;
	out->why[n] = (char)letter;
	out->why[n + 1] = '\0';
}

void
judge_share(struct judgement *out, int part, int whole, enum verdict best)
{
	if (part <= 0) {
		judge_set(out, VERDICT_WRONG);
		return;
	}
	judge_set(out, part < whole && best != VERDICT_SLIP ?
	    VERDICT_PARTIAL : best);
	out->worst = best;
	out->score = (200 * part + whole) / (2 * whole);
	if (part < whole && out->score == 100)
		out->score = 99;
	if (out->score == 0)
		out->score = 1;
}
