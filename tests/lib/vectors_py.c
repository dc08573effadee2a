/*
 * vectors_py.c -- against py-fsrs: whole cards.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "lib/vectors.h"

/* state:step:S:D:due_s:R_before */
struct py_row {
	struct twin_config config;
	char *reviews, *states, *r[2], *s[6];
	int64_t seconds, rating;
	struct twin_card before, after;	/* as published */
	double retrievability;
	bool odd;
};

static bool
take_steps(struct twin_config *c, int state, char *list)
{
	char *part[TWIN_STEPS];
	int i, n;

	if (strcmp(list, "-") == 0)
		return true;
	n = tsv_split(list, ',', part, TWIN_STEPS);
	for (i = 0; i < n; i++)
		if (n > TWIN_STEPS || !tsv_int(part[i], 0, VECTORS_WHOLE,
		    &c->step[state][i]))
			return false;
	c->steps[state] = n;
	return true;
}

static bool
py_row(struct py_row *p, struct vectors *v, struct tsv *t)
{
	const struct vectors_weights *w;

	*p = (struct py_row){ 0 };
	if (t->n != 9 || (w = vectors_find(v, t->field[1])) == NULL ||
	    w->n != TWIN_N || !tsv_double(t->field[2], &p->config.retention) ||
	    !take_steps(&p->config, TWIN_LEARNING, t->field[3]) ||
	    !take_steps(&p->config, TWIN_RELEARNING, t->field[4]) ||
	    !tsv_int(t->field[5], 1, VECTORS_WHOLE, &p->config.max))
		return false;
	twin_py_model(&p->config.model, w->w);
	p->reviews = t->field[7];
	p->states = t->field[8];
	return true;
}

static bool
py_next(struct py_row *p)
{
	int64_t state, step = -1;

	if (!vectors_pair(&p->reviews, p->r, 2, &p->states, p->s, 6, &p->odd))
		return false;
	p->before = p->after;
	p->odd = !tsv_int(p->r[0], 0, VECTORS_AT, &p->seconds) ||
	    !tsv_int(p->r[1], 1, 4, &p->rating) ||
	    !tsv_int(p->s[0], TWIN_LEARNING, TWIN_RELEARNING, &state) ||
	    (strcmp(p->s[1], "-") != 0 ?
	    !tsv_int(p->s[1], 0, TWIN_STEPS, &step) :
	    state != TWIN_REVIEW) ||
	    !tsv_double(p->s[2], &p->after.memory.s) ||
	    !tsv_double(p->s[3], &p->after.memory.d) ||
	    !tsv_int(p->s[4], 0, VECTORS_AT, &p->after.due) ||
	    !tsv_double(p->s[5], &p->retrievability);
	if (p->odd)
		return false;
	p->after.state = (int)state;
	p->after.step = (int)step;
	p->after.at = p->seconds;
	return true;
}

static bool
py_done(const struct py_row *p, struct tsv *t, int items)
{
	int64_t n;

	return !p->odd && tsv_int(t->field[6], 1, VECTORS_WHOLE, &n) &&
	    n == items;
}

/* The time since the last review in whole days of 24 hours. */
static double
py_elapsed(const struct py_row *p)
{
	return (double)((p->seconds - p->before.at) / 86400);
}

/* Seconds, but one day up or down where the days hang on rounding. */
static void
compare_due(struct tally *y, const struct py_row *p,
    const struct twin_card *got)
{
	int64_t off = got->due - p->after.due;

	if (off % 86400 == 0)
		tally_rounded(y, "due days", got->due / 86400,
		    got->due / 86400 - off / 86400,
		    got->days.off_half <= 1e-12);
	else
		tally_same(y, "due", got->due, p->after.due);
}

bool
vectors_py_cards_twin(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct py_row p;
	struct twin_card got;

	if (!py_row(&p, v, t))
		return false;
	while (py_next(&p)) {
		if (y->item++ > 0)
			tally_near(y, "R", twin_py_retrievability(
			    &p.config.model, p.before.memory.s,
			    py_elapsed(&p)), p.retrievability, 1e-12);
		got = twin_py_review(&p.config, &p.before, p.seconds,
		    (int)p.rating);
		tally_same(y, "state", got.state, p.after.state);
		tally_same(y, "step", got.step, p.after.step);
		tally_near(y, "S", got.memory.s, p.after.memory.s,
		    p.after.memory.s * 1e-12);
		tally_near(y, "D", got.memory.d, p.after.memory.d, 1e-11);
		compare_due(y, &p, &got);
	}
	return py_done(&p, t, y->item);
}

/* Where py-fsrs has a rule of its own there is nothing to compare. */
static bool
own_rule(const struct py_row *p, double elapsed)
{
	return (p->rating == 2 && elapsed < 1) || p->after.memory.s > 36500 ||
	    p->before.memory.s > 36500;
}

bool
vectors_py_cards_float(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct py_row p;
	struct model model;
	struct memory m;
	double elapsed, edge;

	if (!py_row(&p, v, t) ||
	    !vectors_model(&model, p.config.model.w, TWIN_N))
		return false;
	while (py_next(&p)) {
		elapsed = py_elapsed(&p);
		if (y->item++ > 0 && own_rule(&p, elapsed)) {
			y->left_out++;
			continue;
		}
		m = (struct memory){ (float)p.before.memory.s,
		    (float)p.before.memory.d };
		if (y->item == 1)
			m = memory_first(&model, (enum rating)p.rating);
		else
			m = memory_next(&model, m, (float)elapsed,
			    (enum rating)p.rating);
		edge = y->item == 1 ? p.after.memory.s * 2e-7 :
		    vectors_s_edge(&p.config.model, p.before.memory,
		    elapsed, (int)p.rating, p.after.memory.s);
		tally_near(y, "S", (double)m.stability, p.after.memory.s,
		    edge);
		tally_near(y, "D", (double)m.difficulty, p.after.memory.d,
		    vectors_d_edge(&p.config.model));
	}
	return py_done(&p, t, y->item);
}
