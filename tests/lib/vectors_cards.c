/*
 * vectors_cards.c -- against ts-fsrs and py-fsrs: whole cards, and fuzz.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "fsrs/interval.h"
#include "fsrs/steps.h"
#include "lib/vectors.h"

#define DAY_MS INT64_C(86400000)

static const struct twin_config *
find_config(const struct vectors *v, const char *name)
{
	int i;

	for (i = 0; i < v->configs; i++)
		if (strcmp(v->config[i].name, name) == 0)
			return &v->config[i];
	return NULL;
}

/* --- ts_cards ------------------------------------------------------------- */

/* state:due_ms:S:D:scheduled_days:learning_steps:reps:lapses */
struct card_row {
	const struct twin_config *config;
	char *reviews, *states, *r[2], *s[8];
	int64_t ms, rating, n[8];
	struct twin_card before, after;	/* as published */
	bool odd;
};

static bool
card_row(struct card_row *c, struct vectors *v, struct tsv *t)
{
	*c = (struct card_row){ 0 };
	if (t->n != 5 || (c->config = find_config(v, t->field[1])) == NULL)
		return false;
	c->reviews = t->field[3];
	c->states = t->field[4];
	return true;
}

static bool
card_next(struct card_row *c)
{
	/* By their place; S and D are none. */
	static const int64_t most[8] = { TWIN_RELEARNING, VECTORS_AT, 0, 0,
	    VECTORS_WHOLE, 1000, VECTORS_WHOLE, VECTORS_WHOLE };
	int i;

	if (!vectors_pair(&c->reviews, c->r, 2, &c->states, c->s, 8, &c->odd))
		return false;
	c->before = c->after;
	c->odd = !tsv_int(c->r[0], 0, VECTORS_AT, &c->ms) ||
	    !tsv_int(c->r[1], 1, 4, &c->rating) ||
	    !tsv_double(c->s[2], &c->after.memory.s) ||
	    !tsv_double(c->s[3], &c->after.memory.d);
	for (i = 0; i < 8 && !c->odd; i++)
		if (i != 2 && i != 3)
			c->odd = !tsv_int(c->s[i], 0, most[i], &c->n[i]);
	if (c->odd)
		return false;
	c->after.at = c->ms;
	c->after.state = (int)c->n[0];
	c->after.due = c->n[1];
	c->after.days = (struct twin_days){ c->n[4], c->n[4], 1 };
	c->after.step = (int)c->n[5];
	c->after.reps = c->n[6];
	c->after.lapses = c->n[7];
	return true;
}

static bool
card_done(const struct card_row *c, struct tsv *t, int items)
{
	int64_t n;

	return !c->odd && tsv_int(t->field[2], 1, VECTORS_WHOLE, &n) &&
	    n == items;
}

/* The wait after the review is the days' own, or inside the range of fuzz. */
static void
compare_days(struct tally *y, const struct card_row *c,
    const struct twin_card *got, double edge)
{
	bool hangs = got->days.off_half <= edge;

	if (c->config->fuzz && got->days.high > got->days.low)
		tally_range(y, "scheduled_days", c->after.days.low,
		    got->days.low - hangs, got->days.high + hangs);
	else
		tally_rounded(y, "scheduled_days", got->days.low,
		    c->after.days.low, hangs);
	if (got->due != 0)
		tally_same(y, "due", got->due, c->after.due);
	else
		tally_same(y, "due", c->ms + c->after.days.low * DAY_MS,
		    c->after.due);
}

bool
vectors_ts_cards_twin(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct card_row c;
	struct twin_card got;

	if (!card_row(&c, v, t))
		return false;
	while (card_next(&c)) {
		y->item++;
		got = twin_ts_review(c.config, &c.before, c.ms,
		    (int)c.rating);
		tally_same(y, "state", got.state, c.after.state);
		tally_same(y, "step", got.step, c.after.step);
		tally_same(y, "reps", got.reps, c.after.reps);
		tally_same(y, "lapses", got.lapses, c.after.lapses);
		tally_near(y, "S", got.memory.s, c.after.memory.s, 1.01e-8);
		tally_near(y, "D", got.memory.d, c.after.memory.d, 1.01e-8);
		compare_days(y, &c, &got, 1e-8);
	}
	return card_done(&c, t, y->item);
}

static struct steps_rules
rules_of(const struct twin_config *c)
{
	struct steps_rules r = { .interval_max = (int32_t)c->max };
	int i;

	r.learning_n = c->steps[TWIN_LEARNING];
	r.relearning_n = c->steps[TWIN_RELEARNING];
	for (i = 0; i < TWIN_STEPS; i++) {
		r.learning[i] = (int32_t)c->step[TWIN_LEARNING][i];
		r.relearning[i] = (int32_t)c->step[TWIN_RELEARNING][i];
	}
	return r;
}

/* The published card, as src/fsrs has it. */
static struct steps_card
steps_card_of(const struct twin_card *c)
{
	struct steps_card card = steps_new;

	if (c->state == TWIN_NEW)
		return card;
	card.state = (enum state)c->state;
	card.step = c->step;
	card.memory = (struct memory){ (float)c->memory.s,
	    (float)c->memory.d };
	card.last_at = c->at;
	card.last_day = (int32_t)(c->at / DAY_MS);
	card.reps = (int32_t)c->reps;
	card.lapses = (int32_t)c->lapses;
	return card;
}

/* The share by which days may differ: the interval's, and S's of any rating. */
static double
days_edge(const struct card_row *c)
{
	const struct twin_model *m = &c->config->model;
	struct twin_memory x = c->before.memory, next;
	double t = (double)(c->ms / DAY_MS - c->before.at / DAY_MS), most = 0;
	int g;

	for (g = 1; g <= 4 && c->before.state != TWIN_NEW; g++) {
		next = twin_ts_next(m, x, t, g);
		most = fmax(most, vectors_s_edge(m, x, t, g, next.s) / next.s);
	}
	return most + vectors_interval_edge(m, c->config->retention);
}

/*
 * The twin's range says what fuzz may choose and whether the days hang on
 * rounding; without fuzz the two ends of the machine's range are the same.
 */
static void
compare_due(struct tally *y, const struct card_row *c,
    const struct steps_card *low, const struct steps_card *high)
{
	struct twin_card twin = twin_ts_review(c->config, &c->before, c->ms,
	    (int)c->rating);
	bool hangs = twin.days.off_half <= days_edge(c);
	int32_t day = (int32_t)(c->ms / DAY_MS);

	if (low->due_day == STEPS_NO_DAY)
		tally_same(y, "due_at", low->due_at, c->after.due);
	else if (c->config->fuzz && high->due_day > low->due_day)
		tally_range(y, "fuzzed days", c->after.days.low,
		    low->due_day - day - hangs, high->due_day - day + hangs);
	else
		tally_rounded(y, "days", low->due_day - day,
		    c->after.days.low, hangs);
}

static void
compare_card(struct tally *y, const struct card_row *c,
    const struct model *model, const struct steps_rules *rules)
{
	struct steps_review review = { c->ms, (int32_t)(c->ms / DAY_MS),
	    (enum rating)c->rating, (float)c->config->retention, 0 };
	struct steps_card before = steps_card_of(&c->before), low, high;
	struct twin_memory x = c->before.memory;
	double t = review.day - before.last_day, edge = 1e-6;

	review.fuzz = c->config->fuzz ? 0 : STEPS_NO_FUZZ;
	low = steps_next(model, rules, &before, &review);
	review.fuzz = c->config->fuzz ? 1 - 0x1p-53 : STEPS_NO_FUZZ;
	high = steps_next(model, rules, &before, &review);
	tally_same(y, "state", (int)low.state, c->after.state);
	tally_same(y, "step", low.step, c->after.step);
	tally_same(y, "reps", low.reps, c->after.reps);
	tally_same(y, "lapses", low.lapses, c->after.lapses);
	if (before.state != STATE_NEW)
		edge = vectors_s_edge(&c->config->model, x, t,
		    (int)c->rating, c->after.memory.s);
	tally_near(y, "S", (double)low.memory.stability, c->after.memory.s,
	    edge);
	tally_near(y, "D", (double)low.memory.difficulty, c->after.memory.d,
	    vectors_d_edge(&c->config->model));
	compare_due(y, c, &low, &high);
}

bool
vectors_ts_cards_float(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct card_row c;
	struct steps_rules rules;
	struct model model;

	if (!card_row(&c, v, t) ||
	    !vectors_model_ts(&model, &c.config->model))
		return false;
	/* src/fsrs has no scheduler without short-term memory. */
	if (!c.config->short_term) {
		y->left_out++;
		return true;
	}
	rules = rules_of(c.config);
	while (card_next(&c)) {
		y->item++;
		if (c.before.state == TWIN_REVIEW && c.before.step > 0 &&
		    c.rating == 1) {
			y->left_out++;
			continue;
		}
		compare_card(y, &c, &model, &rules);
	}
	return card_done(&c, t, y->item);
}

/* seed draw interval elapsed max low high fuzzed */
bool
vectors_ts_fuzz(struct vectors *v, struct tsv *t, struct tally *y)
{
	int64_t n[8];
	int32_t low = 0, high = 0, interval, elapsed, max;
	int i;

	(void)v;
	for (i = 1; i < 8; i++)
		if (t->n != 8 || !tsv_int(t->field[i], 0,
		    i == 1 ? UINT32_MAX : VECTORS_WHOLE, &n[i]))
			return false;
	interval = (int32_t)n[2];
	elapsed = (int32_t)n[3];
	max = (int32_t)n[4];
	tally_same(y, "fuzzed", interval_fuzz(interval, elapsed, max,
	    (double)n[1] * 0x1p-32), n[7]);
	/* An interval below 2.5 days has no range here. */
	if (!interval_fuzz_range(interval, elapsed, max, &low, &high))
		return true;
	tally_same(y, "lowest", low, n[5]);
	tally_same(y, "highest", high, n[6]);
	return true;
}
