/*
 * ladder.c -- see ladder.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/ladder.h"

#include <string.h>

#include "cards/clean.h"
#include "cards/judge.h"
#include "cards/measure.h"
#include "cards/reference.h"
#include "cards/slip.h"
#include "cards/spelling.h"

#include "base/banned.h"

struct ladder
ladder_of(struct mem *mem, const struct card *card)
{
	struct ladder l = { .mem = mem, .note = card->note };
	const char *match = note_value(card->note, KEY_MATCH, 0);

	l.lang = judge_lang(card);
	l.exact = match != NULL && strcmp(match, "exact") == 0;
	return l;
}

/* The other spelling, of English. */
static struct fold
respell(const struct ladder *l, const struct fold *fold)
{
	struct fold none = { NULL, 0, 0 };

	return strcmp(l->lang.s, "en") == 0 ? spelling_of(l->mem, fold) : none;
}

void
ladder_add(struct ladder *l, const char *s, size_t n, enum ladder_role role,
    int letter)
{
	struct ladder_wording *w, *grown;
	struct references reference;

	if (l->n == l->cap) {
		l->cap = l->cap * 2 + 4;
		grown = mem_array(l->mem, l->cap, sizeof(*grown));
		if (l->n > 0)
			memcpy(grown, l->at, l->n * sizeof(*grown));
		l->at = grown;
	}
	w = &l->at[l->n++];
	w->text = clean_text(l->mem, s, n, false);
	w->n = strlen(w->text);
	w->fold = fold_of(l->mem, l->lang.s, w->text, w->n);
	w->respelt = respell(l, &w->fold);
	w->role = role;
	w->letter = letter;
	w->reference = reference_read(l->mem, l->lang.s, w->text, w->n,
	    &reference) && reference.marked;
	w->quantity = measure_is(l->mem, l->lang.s, w->text, w->n);
	l->references |= w->reference;
	l->quantities |= w->quantity;
}

void
ladder_add_all(struct ladder *l, const char *s, enum ladder_role role,
    int letter)
{
	const char *part;
	size_t n;

	while (note_wording(&s, &part, &n))
		ladder_add(l, part, n, role, letter);
}

void
ladder_add_rejects(struct ladder *l)
{
	const struct field *reject;
	uint32_t at = 0;

	while ((reject = note_each(l->note, KEY_REJECT, true, &at)) != NULL)
		ladder_add_all(l, reject->value, LADDER_REJECT, reject->index);
}

struct ladder_typed
ladder_typed_of(const struct ladder *l, const char *s, size_t n)
{
	struct ladder_typed typed;

	typed.text = clean_text(l->mem, s, n, false);
	typed.n = strlen(typed.text);
	typed.fold = fold_of(l->mem, l->lang.s, typed.text, typed.n);
	typed.respelt = respell(l, &typed.fold);
	return typed;
}

/* One run down the ladder. */
struct run {
	const struct ladder *l;
	const struct ladder_typed *typed;
	struct judgement *out;
	enum fold_level *levels;	/* of each wording */
};

static bool
is_text(const struct ladder_wording *w, const struct ladder_typed *typed)
{
	return w->n == typed->n && memcmp(w->text, typed->text, w->n) == 0;
}

static bool
settle(struct run *r, enum verdict verdict, const struct ladder_wording *w)
{
	judge_set(r->out, verdict);
	if (verdict == VERDICT_SLIP)
		judge_nearly(r->out, w->text, w->n);
	if (verdict == VERDICT_REJECTED)
		judge_why(r->out, w->letter);
	return true;
}

static const enum verdict met[] = { VERDICT_FOLD, VERDICT_ACCEPTED,
	VERDICT_REJECTED };

static const struct ladder_wording *
first(const struct run *r, enum ladder_role role, enum fold_level level)
{
	size_t i;

	for (i = 0; i < r->l->n; i++)
		if (r->l->at[i].role == role && r->levels[i] == level)
			return &r->l->at[i];
	return NULL;
}

static bool
judge_exactly(struct run *r)
{
	const struct ladder *l = r->l;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->at[i].role == LADDER_ANSWER &&
		    is_text(&l->at[i], r->typed))
			return settle(r, VERDICT_EXACT, &l->at[i]);
	if (!l->exact)
		return false;
	for (i = 0; i < l->n; i++)
		if (l->at[i].role == LADDER_ACCEPT &&
		    is_text(&l->at[i], r->typed))
			return settle(r, VERDICT_ACCEPTED, &l->at[i]);
	for (i = 0; i < l->n; i++)
		if (l->at[i].role == LADDER_REJECT &&
		    (is_text(&l->at[i], r->typed) || r->levels[i] <= FOLD_LESS))
			return settle(r, VERDICT_REJECTED, &l->at[i]);
	return settle(r, VERDICT_WRONG, NULL);
}

/* Nothing but signs folds to nothing: then only equal texts are the same. */
static void
find_levels(struct run *r)
{
	const struct fold *typed = &r->typed->fold;
	size_t i;

	for (i = 0; i < r->l->n; i++) {
		if (is_text(&r->l->at[i], r->typed))
			r->levels[i] = FOLD_SAME;
		else if (typed->n == 0 || r->l->at[i].fold.n == 0)
			r->levels[i] = FOLD_OTHER;
		else
			r->levels[i] = fold_compare(r->l->lang.s,
			    &r->l->at[i].fold, typed);
	}
}

static bool
judge_folded(struct run *r, enum fold_level level)
{
	const struct ladder_wording *w[3];
	int role;

	for (role = LADDER_ANSWER; role <= LADDER_REJECT; role++)
		w[role] = first(r, (enum ladder_role)role, level);
	if (level == FOLD_LESS && w[LADDER_REJECT] != NULL) {
		if (w[LADDER_ANSWER] != NULL)
			return settle(r, VERDICT_SLIP, w[LADDER_ANSWER]);
		if (w[LADDER_ACCEPT] != NULL)
			return settle(r, VERDICT_SLIP, w[LADDER_ACCEPT]);
	}
	for (role = LADDER_ANSWER; role <= LADDER_REJECT; role++)
		if (w[role] != NULL)
			return settle(r, met[role], w[role]);
	return false;
}

static bool
judge_reference(struct run *r)
{
	const struct ladder *l = r->l;
	const struct ladder_wording *more = NULL;
	struct references deck, typed;
	bool asked = false;
	size_t i;

	if (!reference_read(l->mem, l->lang.s, r->typed->text, r->typed->n,
	    &typed))
		return false;
	for (i = 0; i < l->n; i++) {
		if (!l->at[i].reference || !reference_read(l->mem, l->lang.s,
		    l->at[i].text, l->at[i].n, &deck))
			continue;
		asked |= l->at[i].role == LADDER_ANSWER;
		switch (reference_compare(&deck, &typed)) {
		case REFERENCE_SAME:
			return settle(r, met[l->at[i].role], &l->at[i]);
		case REFERENCE_MORE:
			if (l->at[i].role != LADDER_REJECT && more == NULL)
				more = &l->at[i];
			break;
		case REFERENCE_OTHER:
			break;
		}
	}
	if (more != NULL)
		return settle(r, VERDICT_SLIP, more);
	return asked && settle(r, VERDICT_WRONG, NULL);
}

/* The respelt text where there is one, without a leading article. */
static struct fold
one_spelling(const struct fold *fold, const struct fold *respelt)
{
	struct fold body = { fold->at + fold->article,
	    fold->n - fold->article, 0 };

	return respelt->n > 0 ? *respelt : body;
}

static bool
judge_spelling(struct run *r)
{
	const struct ladder *l = r->l;
	const struct ladder_wording *w;
	struct fold deck, typed;
	size_t i;

	typed = one_spelling(&r->typed->fold, &r->typed->respelt);
	for (i = 0; i < l->n; i++) {
		w = &l->at[i];
		if (w->role == LADDER_REJECT || w->fold.n == 0 ||
		    typed.n == 0 || (w->respelt.n == 0 &&
		    r->typed->respelt.n == 0))
			continue;
		deck = one_spelling(&w->fold, &w->respelt);
		if (fold_compare(l->lang.s, &deck, &typed) <= FOLD_LESS)
			return settle(r, VERDICT_ACCEPTED, w);
	}
	return false;
}

static bool
judge_doubt(struct run *r)
{
	judge_unreadable(r->out, "its point or comma can be of thousands or of "
	    "decimals");
	return true;
}

static bool
judge_measure(struct run *r)
{
	const struct ladder *l = r->l;
	const struct ladder_wording *near = NULL;
	bool asked = false, doubt = false;
	size_t i;

	for (i = 0; i < l->n; i++) {
		const struct ladder_wording *w = &l->at[i];

		if (!w->quantity)
			continue;
		switch (measure_judge(l->mem, l->lang.s, w->text, w->n,
		    r->typed->text, r->typed->n)) {
		case MEASURE_RIGHT:
			return settle(r, met[w->role], w);
		case MEASURE_NEARLY:
			if (w->role != LADDER_REJECT && near == NULL)
				near = w;
			break;
		case MEASURE_DOUBT:
			doubt |= w->role != LADDER_REJECT;
			break;
		case MEASURE_WRONG:
			asked |= w->role == LADDER_ANSWER;
			break;
		case MEASURE_NONE:
			break;
		}
	}
	if (near != NULL)
		return settle(r, VERDICT_SLIP, near);
	if (doubt)
		return judge_doubt(r);
	return asked && settle(r, VERDICT_WRONG, NULL);
}

static bool
judge_near(struct run *r)
{
	const struct ladder_wording *w;

	w = first(r, LADDER_ANSWER, FOLD_NEAR);
	if (w == NULL)
		w = first(r, LADDER_ACCEPT, FOLD_NEAR);
	return w != NULL && settle(r, VERDICT_SLIP, w);
}

/*
 * Edits in two words change the length by four letters at most; the rest is
 * for ä as ae.
 */
#define LENGTHS_APART 8

static bool
slips(const struct slip *slip, const struct ladder_wording *w,
    const struct ladder_typed *typed)
{
	size_t n = w->fold.n, m = typed->fold.n;
	struct fold one, other;

	if (n > m + LENGTHS_APART || m > n + LENGTHS_APART)
		return false;
	if (slip_edited(slip, &w->fold, &typed->fold) ||
	    slip_reordered(slip, &w->fold, &typed->fold))
		return true;
	if (w->respelt.n == 0 && typed->respelt.n == 0)
		return false;
	one = one_spelling(&w->fold, &w->respelt);
	other = one_spelling(&typed->fold, &typed->respelt);
	return slip_edited(slip, &one, &other) ||
	    slip_reordered(slip, &one, &other);
}

static bool
judge_slip(struct run *r)
{
	const struct ladder *l = r->l;
	const struct ladder_wording *near = NULL;
	struct slip slip = { l->mem, l->lang.s, l->note };
	size_t i;

	if (r->typed->fold.n == 0)
		return false;
	for (i = 0; i < l->n && near == NULL; i++)
		if (l->at[i].role != LADDER_REJECT && l->at[i].fold.n > 0 &&
		    slips(&slip, &l->at[i], r->typed))
			near = &l->at[i];
	if (near == NULL)
		return false;
	for (i = 0; i < l->n; i++)
		if (l->at[i].role == LADDER_REJECT && l->at[i].fold.n > 0 &&
		    (r->levels[i] <= FOLD_NEAR ||
		    slips(&slip, &l->at[i], r->typed)))
			return false;
	if (slip_known(&slip, &near->fold, &r->typed->fold))
		return false;
	return settle(r, VERDICT_SLIP, near);
}

void
ladder_judge(const struct ladder *l, const struct ladder_typed *typed,
    struct judgement *out)
{
	struct run r = { l, typed, out, NULL };

	r.levels = mem_array(l->mem, l->n, sizeof(*r.levels));
	find_levels(&r);
	if (judge_exactly(&r) || judge_folded(&r, FOLD_SAME) ||
	    judge_folded(&r, FOLD_LESS))
		return;
	if (l->references && !l->options && judge_reference(&r))
		return;
	if (judge_spelling(&r))
		return;
	if (l->quantities && !l->options && judge_measure(&r))
		return;
	if (!judge_near(&r) && !judge_slip(&r))
		settle(&r, VERDICT_WRONG, NULL);
}
