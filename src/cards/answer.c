/*
 * answer.c -- see answer.h: cleaning, then the judge of the kind.
 * SPDX-License-Identifier: MIT
 */
#include "cards/answer.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "cards/clean.h"
#include "cards/date.h"
#include "cards/fold.h"
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/number.h"

#include "base/banned.h"

static const char *const names[VERDICT_COUNT] = { "exact", "fold", "accepted",
	"slip", "partial", "wrong", "rejected", "blank", "self", "unreadable" };

const char *
answer_name(enum verdict verdict)
{
	return names[verdict];
}

bool
answer_is_right(enum verdict verdict)
{
	return verdict == VERDICT_EXACT || verdict == VERDICT_FOLD ||
	    verdict == VERDICT_ACCEPTED;
}

/* Kinds where a line break is more than a blank: list, cloze. */
static bool
keeps_breaks(const struct kind *kind)
{
	return kind == &kind_list || kind == &kind_cloze;
}

static void
judge_clean(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	if (*typed == '\0')
		judge_set(out, VERDICT_BLANK);
	else if (utf8_count(typed, strlen(typed)) > CLEAN_MAX)
		judge_unreadable(out, "it is longer than %d characters",
		    CLEAN_MAX);
	else
		card->note->kind->judge(card, layout, typed, out);
}

void
answer_judge(const struct card *card, const struct card_layout *layout,
    const char *typed, size_t n, struct judgement *out)
{
	const struct kind *kind = card->note->kind;
	struct mem mem = { 0 };
	const char *reason;

	memset(out, 0, sizeof(*out));
	if (kind == &kind_basic) {
		kind->judge(card, layout, typed, out);
		return;
	}
	reason = clean_refuses(typed, n);
	if (reason != NULL) {
		judge_unreadable(out, "%s", reason);
		return;
	}
	judge_clean(card, layout, clean_text(&mem, typed, n,
	    keeps_breaks(kind)), out);
	mem_clear(&mem);
}

static bool
same_number(const char *a, const char *b)
{
	static const struct number zero = { .below = { .n = 1,
		.digits = { 1 } } };
	struct number x, y;

	return number_parse(a, &x) && number_parse(b, &y) &&
	    number_within(&x, 1, &y, 1, &zero);
}

static bool
same_text(const char *lang, const char *a, const char *b)
{
	struct mem mem = { 0 };
	struct fold x, y;
	bool same;

	if (fold_differs(lang, a, b))
		return false;
	a = clean_text(&mem, a, strlen(a), false);
	b = clean_text(&mem, b, strlen(b), false);
	x = fold_of(&mem, lang, a, strlen(a));
	y = fold_of(&mem, lang, b, strlen(b));
	same = strcmp(a, b) == 0 || (x.n > 0 && y.n > 0 &&
	    fold_compare(lang, &x, &y) == FOLD_SAME);
	mem_clear(&mem);
	return same;
}

bool
answer_same(const struct note *note, const char *a, const char *b)
{
	struct card card = { .note = note };
	struct words_lang lang = judge_lang(&card);

	if (note->kind == &kind_number && same_number(a, b))
		return true;
	if (note->kind == &kind_date && date_same(lang.s, a, b))
		return true;
	return same_text(lang.s, a, b);
}
