/*
 * judge_list.c -- several things in any order.
 * SPDX-License-Identifier: MIT
 *
 * The pieces are laid on the items so that most of them are used; an item may
 * take several neighbours ("search, seizure and copying").  A wrong thing in
 * the place of a right one costs only itself, one beyond what was asked costs
 * another: guessing by the dozen does not pay.
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/ladder.h"
#include "cards/pieces.h"

#include "base/banned.h"

#define ITEMS_MAX 255

/* The best way to use the pieces before one of them. */
struct way {
	size_t used;		/* pieces that are part of an item */
	size_t faults;		/* sum of their verdicts */
	size_t span;		/* pieces of the last step */
	int item;		/* of the last step, or -1 */
	enum verdict verdict;
};

struct list {
	struct mem *mem;
	struct words_lang lang;
	struct ladder items[ITEMS_MAX];
	size_t n;
	size_t span;		/* most pieces that an item may have */
	int asked;
	struct pieces pieces;
	struct way ways[PIECES_MAX + 1];
};

static void
read_items(struct list *list, const struct card *card)
{
	const char *need = note_value(card->note, KEY_NEED, 0), *s, *part;
	const struct field *field;
	struct ladder *l;
	uint32_t at = 0;
	size_t n;

	while (list->n < ITEMS_MAX && (field = note_each(card->note,
	    KEY_ANSWER, false, &at)) != NULL) {
		l = &list->items[list->n++];
		*l = ladder_of(list->mem, card);
		for (s = field->value; note_wording(&s, &part, &n);) {
			ladder_add(l, part, n, l->n == 0 ? LADDER_ANSWER :
			    LADDER_ACCEPT, 0);
			pieces_cut(l->at[l->n - 1].text, words_row(WORDS_AND,
			    list->lang.s), &list->pieces);
			if (list->pieces.n > list->span)
				list->span = list->pieces.n;
		}
	}
	list->asked = 0;
	for (; need != NULL && *need >= '0' && *need <= '9'; need++)
		if (list->asked < ITEMS_MAX)
			list->asked = list->asked * 10 + *need - '0';
	if (list->asked < 1 || list->asked > (int)list->n)
		list->asked = (int)list->n;
}

/* The item that pieces i..j-1 together are; its place or -1. */
static int
item_of(struct list *list, size_t i, size_t j, enum verdict *verdict)
{
	const char *from = list->pieces.begins[i];
	struct ladder_typed t;
	struct judgement one;
	int best = -1;
	size_t k;

	*verdict = VERDICT_PARTIAL;
	if (list->n == 0)
		return -1;
	t = ladder_typed_of(&list->items[0], from,
	    (size_t)(list->pieces.ends[j - 1] - from));
	for (k = 0; t.n > 0 && k < list->n; k++) {
		memset(&one, 0, sizeof(one));
		ladder_judge(&list->items[k], &t, &one);
		if (one.verdict >= *verdict)
			continue;
		*verdict = one.verdict;
		best = (int)k;
	}
	return best;
}

static bool
is_better(const struct way *a, const struct way *b)
{
	if (a->used != b->used)
		return a->used > b->used;
	return a->faults < b->faults;
}

static void
lay(struct list *list)
{
	size_t i, j, n = list->pieces.n;
	struct way way;

	memset(list->ways, 0, sizeof(list->ways));
	for (j = 1; j <= n; j++) {
		list->ways[j] = list->ways[j - 1];
		list->ways[j].span = 1;
		list->ways[j].item = -1;
		for (i = j; i-- > 0 && j - i <= list->span;) {
			way = list->ways[i];
			way.item = item_of(list, i, j, &way.verdict);
			way.span = j - i;
			way.used += j - i;
			way.faults += (size_t)way.verdict;
			if (way.item >= 0 && is_better(&way, &list->ways[j]))
				list->ways[j] = way;
		}
	}
}

/* All items, as they are told after a slip. */
static void
tell_key(const struct list *list, struct judgement *out)
{
	struct buf key = BUF_INIT(sizeof(out->nearly));
	size_t i;

	for (i = 0; i < list->n; i++) {
		if (i > 0)
			buf_adds(&key, "; ");
		if (list->items[i].n > 0)
			buf_adds(&key, list->items[i].at[0].text);
	}
	judge_nearly(out, buf_str(&key), key.len);
	buf_clear(&key);
}

static void
count(const struct list *list, struct judgement *out)
{
	bool hit[ITEMS_MAX] = { false };
	enum verdict worst = VERDICT_EXACT;
	int hits = 0, errors = 0, after = ITEMS_MAX, beyond, share;
	const struct way *w;
	size_t j;

	/* From the end: items in the deck's order come down one by one. */
	for (j = list->pieces.n; j > 0; j -= w->span) {
		w = &list->ways[j];
		if (w->item < 0) {
			errors++;
			continue;
		}
		if (w->item >= after && worst < VERDICT_FOLD)
			worst = VERDICT_FOLD;
		after = w->item;
		if (w->verdict > worst)
			worst = w->verdict;
		hits += !hit[w->item];
		hit[w->item] = true;
	}
	beyond = hits + errors - list->asked;
	share = hits < list->asked ? hits : list->asked;
	if (beyond > 0)
		share -= errors < beyond ? errors : beyond;
	judge_share(out, share, list->asked, worst);
	if (out->verdict == VERDICT_SLIP)
		tell_key(list, out);
}

void
judge_list(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct mem mem = { 0 };
	struct list *list = mem_alloc(&mem, sizeof(*list));

	(void)layout;
	list->mem = &mem;
	list->lang = judge_lang(card);
	list->span = 1;
	read_items(list, card);
	pieces_cut(typed, words_row(WORDS_AND, list->lang.s), &list->pieces);
	if (list->n == 0 || list->pieces.n == 0) {
		judge_unreadable(out, "there is nothing in it but separators");
	} else {
		lay(list);
		count(list, out);
	}
	mem_clear(&mem);
}
