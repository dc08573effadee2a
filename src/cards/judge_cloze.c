/*
 * judge_cloze.c -- the hidden words of a text.
 * SPDX-License-Identifier: MIT
 *
 * Several gaps of one number are answered in their order, with a separator
 * between; each is judged by itself.
 */
#include <string.h>

#include "cards/clean.h"
#include "cards/cloze.h"
#include "cards/judge.h"
#include "cards/ladder.h"

#include "base/banned.h"

#define GAPS_MAX 64

struct gaps {
	struct ladder at[GAPS_MAX];
	size_t n;
};

struct parts {
	const char *at[GAPS_MAX + 1];
	size_t len[GAPS_MAX + 1];
	size_t n;	/* at most GAPS_MAX + 1 are kept */
};

static void
split(const char *s, const char *separators, struct parts *parts)
{
	size_t n;

	parts->n = 0;
	for (;;) {
		n = strcspn(s, separators);
		if (parts->n <= GAPS_MAX) {
			parts->at[parts->n] = s;
			parts->len[parts->n] = n;
		}
		parts->n++;
		if (s[n] == '\0')
			break;
		s += n + 1;
		s += strspn(s, " ");
	}
	/* A separator at the end separates nothing. */
	if (parts->n > 1 && parts->n <= GAPS_MAX + 1 &&
	    parts->len[parts->n - 1] == 0)
		parts->n--;
}

/* By the first separator that gives as many parts as there are gaps. */
static void
split_typed(const char *typed, size_t gaps, struct parts *parts)
{
	static const char *const separators[] = { "\n", ";", "|", "," };
	size_t i;

	for (i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
		split(typed, separators[i], parts);
		if (parts->n == gaps)
			return;
	}
	split(typed, "\n;|,/", parts);
}

/* accept.N: wordings with | between, their parts with ; between. */
static void
add_accepts(struct gaps *gaps, const char *accept)
{
	const char *wording;
	struct parts parts;
	size_t n, i;
	char *copy;

	while (accept != NULL && note_wording(&accept, &wording, &n)) {
		if (gaps->n == 1) {
			ladder_add(&gaps->at[0], wording, n, LADDER_ACCEPT, 0);
			continue;
		}
		copy = mem_copy(gaps->at[0].mem, wording, n);
		split(copy, ";", &parts);
		for (i = 0; i < parts.n && i < gaps->n; i++)
			if (parts.len[i] > 0)
				ladder_add(&gaps->at[i], parts.at[i],
				    parts.len[i], LADDER_ACCEPT, 0);
	}
}

static void
read_gaps(struct gaps *gaps, const struct card *card, struct mem *mem)
{
	struct cloze_walk walk = { 0 };
	struct cloze_gap gap;
	size_t i;

	while (gaps->n < GAPS_MAX &&
	    cloze_each(card->note, card->part, &walk, &gap)) {
		gaps->at[gaps->n] = ladder_of(mem, card);
		ladder_add(&gaps->at[gaps->n++], gap.words, gap.words_n,
		    LADDER_ANSWER, 0);
	}
	if (gaps->n == 0)
		return;
	add_accepts(gaps, note_value(card->note, KEY_ACCEPT, card->part));
	for (i = 0; i < gaps->n; i++)
		ladder_add_rejects(&gaps->at[i]);
}

/* The words of all gaps, as they are told after a slip. */
static void
tell_key(const struct gaps *gaps, struct judgement *out)
{
	struct buf key = BUF_INIT(sizeof(out->nearly));
	size_t i;

	for (i = 0; i < gaps->n; i++) {
		if (i > 0)
			buf_adds(&key, "; ");
		buf_adds(&key, gaps->at[i].at[0].text);
	}
	judge_nearly(out, buf_str(&key), key.len);
	buf_clear(&key);
}

/* Letters of rejects met in one gap. */
static void
add_reasons(struct judgement *out, const char *why)
{
	for (; *why != '\0'; why++)
		judge_why(out, *why);
}

static void
judge_parts(const struct gaps *gaps, const char *typed, struct judgement *out)
{
	enum verdict worst = VERDICT_EXACT;
	struct judgement one;
	struct ladder_typed t;
	struct parts parts;
	size_t i;
	int right = 0;

	split_typed(typed, gaps->n, &parts);
	if (parts.n > gaps->n) {
		judge_unreadable(out, "it has %zu parts for %zu gaps", parts.n,
		    gaps->n);
		return;
	}
	for (i = 0; i < parts.n; i++) {
		t = ladder_typed_of(&gaps->at[i], parts.at[i], parts.len[i]);
		memset(&one, 0, sizeof(one));
		if (t.n == 0)
			continue;
		ladder_judge(&gaps->at[i], &t, &one);
		add_reasons(out, one.why);
		if (one.verdict > VERDICT_SLIP)
			continue;
		right++;
		if (one.verdict > worst)
			worst = one.verdict;
	}
	judge_share(out, right, (int)gaps->n, worst);
	if (right == 0 && out->why[0] != '\0')
		judge_set(out, VERDICT_REJECTED);
	if (out->verdict == VERDICT_SLIP)
		tell_key(gaps, out);
}

static const char *
refuses(const struct gaps *gaps, const char *typed)
{
	const char *reason = NULL;
	size_t i;

	/* What one gap does not refuse may be meant for it. */
	for (i = 0; i < gaps->n; i++) {
		reason = ladder_refuses(&gaps->at[i], typed);
		if (reason == NULL)
			break;
	}
	return reason;
}

void
judge_cloze(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct mem mem = { 0 };
	struct gaps gaps = { .n = 0 };
	struct ladder_typed t;
	const char *reason;

	(void)layout;
	read_gaps(&gaps, card, &mem);
	reason = refuses(&gaps, typed);
	if (gaps.n == 0) {
		judge_set(out, VERDICT_WRONG);
	} else if (reason != NULL) {
		judge_unreadable(out, "%s", reason);
	} else if (gaps.n > 1) {
		judge_parts(&gaps, typed, out);
	} else {
		t = ladder_typed_of(&gaps.at[0], typed, strlen(typed));
		ladder_judge(&gaps.at[0], &t, out);
	}
	mem_clear(&mem);
}
