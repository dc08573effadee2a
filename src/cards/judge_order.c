/*
 * judge_order.c -- the right order of several items.
 * SPDX-License-Identifier: MIT
 *
 * Each pair that stands the wrong way round counts twice against the answer,
 * so that chance and the reverse order earn nothing.
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/signs.h"

#include "base/banned.h"

struct order {
	const struct card_layout *layout;
	int at[CARD_SHOWN_MAX];		/* items, as they were typed */
	int n;
};

/* Adds the letters of a run; false when one is unknown or comes again. */
static bool
take_run(struct order *o, const char *s, size_t n)
{
	int i, item;

	for (; n > 0; s++, n--) {
		i = *s - 'a';
		if (i >= o->layout->n || o->n == o->layout->n)
			return false;
		item = o->layout->shown[i];
		for (i = 0; i < o->n; i++)
			if (o->at[i] == item)
				return false;
		o->at[o->n++] = item;
	}
	return true;
}

static bool
take_all(struct order *o, const char *plain)
{
	size_t n;

	while (*plain != '\0') {
		for (n = 0; plain[n] >= 'a' && plain[n] <= 'z'; n++)
			;
		if (n == 0) {
			n = signs_skip(plain, strlen(plain));
			if (n == 0)
				return false;
			plain += n;
			continue;
		}
		/* No label can be part of these words: there are too few. */
		if (!(o->layout->n < 'n' - 'a' + 1 &&
		    words_has("and then", plain, n)) && !take_run(o, plain, n))
			return false;
		plain += n;
	}
	return o->n == o->layout->n;
}

static bool
is_canonical(const struct order *o, const char *typed)
{
	int i;

	for (i = 0; i < o->n; i++, typed += 2) {
		if (*typed < 'a' || *typed - 'a' >= o->layout->n ||
		    o->layout->shown[*typed - 'a'] != o->at[i])
			return false;
		if (typed[1] == '\0')
			return i == o->n - 1;
		if (typed[1] != ' ')
			return false;
	}
	return false;
}

void
judge_order(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct words_lang lang = judge_lang(card);
	struct card_layout plain = card_layout_plain(card);
	struct order o = { .layout = layout != NULL && layout->n == plain.n ?
	    layout : &plain, .n = 0 };
	struct mem mem = { 0 };
	int i, k, pairs, turned = 0;

	if (!take_all(&o, signs_plain(&mem, lang.s, typed, strlen(typed)))) {
		judge_unreadable(out, "each letter of a-%c once, please",
		    'a' + o.layout->n - 1);
	} else {
		for (i = 0; i < o.n; i++)
			for (k = 0; k < i; k++)
				turned += o.at[k] > o.at[i];
		pairs = o.n * (o.n - 1) / 2;
		judge_share(out, pairs - 2 * turned, pairs > 0 ? pairs : 1,
		    turned == 0 && is_canonical(&o, typed) ? VERDICT_EXACT :
		    VERDICT_FOLD);
	}
	mem_clear(&mem);
}
