/*
 * proposal_median.c -- the usual time of right answers to a kind of card.
 * SPDX-License-Identifier: MIT
 *
 * The log is long and knows no kinds.  Most times the newest days hold enough;
 * a kind of few cards is looked up card by card; only then the log is read
 * back, until there is enough.
 */
#include <stdlib.h>
#include <string.h>

#include "study/proposal_part.h"

#include "base/banned.h"

/* So many cards are looked up one by one. */
#define FEW_CARDS 500

struct time {
	int64_t at, took_ms;
};

struct times {
	const struct study *study;
	const struct kind *kind;
	struct time *v;
	size_t n, cap;
};

static bool
is_right(const char *verdict)
{
	return strcmp(verdict, answer_name(VERDICT_EXACT)) == 0 ||
	    strcmp(verdict, answer_name(VERDICT_FOLD)) == 0 ||
	    strcmp(verdict, answer_name(VERDICT_ACCEPTED)) == 0;
}

static bool
is_of_kind(const struct times *t, const char *card)
{
	const struct library *l = &t->study->library;
	char today[RENAME_ID];
	uint32_t number;

	number = library_card(l, rename_card(&t->study->replay.renames, card,
	    today));
	return number != INDEX_NONE && l->cards[number].note->kind == t->kind;
}

static bool
take_right(void *arg, const struct store_review *row)
{
	struct times *t = arg;

	if (!is_right(row->verdict) || !is_of_kind(t, row->card))
		return true;
	t->v = mem_grow(t->v, t->n, &t->cap, sizeof(*t->v));
	t->v[t->n++] = (struct time){ row->at,
	    proposal_counted(row->took_ms) };
	return true;
}

/* The same, newest first: the last two hundred are enough. */
static bool
take_newest(void *arg, const struct store_review *row)
{
	struct times *t = arg;

	(void)take_right(arg, row);
	return t->n < PROPOSAL_MEDIAN_OF;
}

static bool
read_back(struct times *t, int32_t from, struct err *err)
{
	struct store_review_filter filter = store_review_all;

	t->n = 0;
	filter.learner = t->study->learner.id;
	filter.mode = "study";
	filter.newest_first = true;
	filter.day_from = from;
	return store_reviews(t->study->store, &filter, take_newest, t, err);
}

/* False: too many of them, or some have rows under a former id. */
static bool
has_few_cards(const struct times *t)
{
	const struct library *l = &t->study->library;
	size_t n = 0, i;

	if (t->study->replay.renames.n > 0)
		return false;
	for (i = 0; i < l->cards_n && n <= FEW_CARDS; i++)
		n += l->cards[i].note->kind == t->kind;
	return n <= FEW_CARDS;
}

static bool
read_cards(struct times *t, struct err *err)
{
	const struct library *l = &t->study->library;
	struct store_review_filter filter = store_review_all;
	size_t i;

	t->n = 0;
	filter.learner = t->study->learner.id;
	filter.mode = "study";
	for (i = 0; i < l->cards_n; i++) {
		filter.card = l->cards[i].id;
		if (l->cards[i].note->kind == t->kind && !store_reviews(
		    t->study->store, &filter, take_right, t, err))
			return false;
	}
	return true;
}

static int
newest_first(const void *a, const void *b)
{
	const struct time *x = a, *y = b;

	return (x->at < y->at) - (x->at > y->at);
}

static int
by_length(const void *a, const void *b)
{
	const struct time *x = a, *y = b;

	return (x->took_ms > y->took_ms) - (x->took_ms < y->took_ms);
}

static int64_t
median(struct times *t)
{
	size_t n = t->n < PROPOSAL_MEDIAN_OF ? t->n : PROPOSAL_MEDIAN_OF;

	if (n < PROPOSAL_MEDIAN_MIN)
		return -1;
	qsort(t->v, t->n, sizeof(*t->v), newest_first);
	qsort(t->v, n, sizeof(*t->v), by_length);
	return n % 2 == 1 ? t->v[n / 2].took_ms :
	    (t->v[n / 2 - 1].took_ms + t->v[n / 2].took_ms) / 2;
}

bool
proposal_median(struct study *study, const struct kind *kind, int32_t today,
    int64_t *median_ms, struct err *err)
{
	struct times t = { .study = study, .kind = kind };
	bool ok;

	*median_ms = -1;
	if (study->store == NULL || !study->has_learner)
		return true;
	ok = read_back(&t, today - 7, err);
	if (ok && t.n < PROPOSAL_MEDIAN_OF)
		ok = has_few_cards(&t) ? read_cards(&t, err) :
		    read_back(&t, INT32_MIN, err);
	if (ok)
		*median_ms = median(&t);
	free(t.v);
	return ok;
}
