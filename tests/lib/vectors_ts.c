/*
 * vectors_ts.c -- against ts-fsrs: the memory model, R, migration.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "lib/vectors.h"

/* One unit in the eighth decimal, and what a double adds on large numbers. */
static double
eighth(double x)
{
	return 1.01e-8 + fabs(x) * 1e-14;
}

bool
vectors_model_ts(struct model *model, const struct twin_model *twin)
{
	double w[TWIN_N];
	int i;

	memcpy(w, twin->w, sizeof(w));
	for (i = 0; i < 4; i++)
		w[i] = fmax(w[i], 0.1);
	for (i = 17; i < 20 && !twin->short_term; i++)
		w[i] = 0;
	return vectors_model(model, w, TWIN_N);
}

struct history {
	const struct vectors_weights *w;
	double retention;
	struct twin_model twin;
	char *reviews, *states, *part[2], *want[4];
	double t, s, d, r;
	int64_t rating, days;
	bool odd;
};

static bool
history_of(struct history *h, struct vectors *v, struct tsv *t)
{
	int64_t short_term;

	*h = (struct history){ 0 };
	if (t->n != 7 || (h->w = vectors_find(v, t->field[1])) == NULL ||
	    !tsv_double(t->field[2], &h->retention) ||
	    !tsv_int(t->field[3], 0, 1, &short_term))
		return false;
	h->reviews = t->field[5];
	h->states = t->field[6];
	return twin_ts_model(&h->twin, h->w->w, h->w->n, 1, short_term != 0);
}

static bool
history_next(struct history *h)
{
	if (!vectors_pair(&h->reviews, h->part, 2, &h->states, h->want, 4,
	    &h->odd))
		return false;
	h->r = -1;
	h->odd = !tsv_double(h->part[0], &h->t) ||
	    !tsv_int(h->part[1], 1, 4, &h->rating) ||
	    !tsv_double(h->want[0], &h->s) ||
	    !tsv_double(h->want[1], &h->d) ||
	    !tsv_int(h->want[2], 0, VECTORS_WHOLE, &h->days) ||
	    (h->want[3][0] != '\0' && !tsv_double(h->want[3], &h->r));
	return !h->odd;
}

static bool
history_done(const struct history *h, struct tsv *t, int items)
{
	int64_t n;

	return !h->odd && tsv_int(t->field[4], 1, VECTORS_WHOLE, &n) &&
	    n == items;
}

static double
half_up(double x)
{
	return fmin(fmax(floor(x + 0.5), 1), 36500);
}

static bool
hangs(double interval, double tolerance)
{
	return fabs(interval - floor(interval) - 0.5) <= tolerance;
}

/*
 * Each review begins with the published state, so that a rounding that fell
 * the other way is not carried on.
 */
bool
vectors_ts_history_twin(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct history h;
	struct twin_memory x = { 0, 0 };
	double interval;

	if (!history_of(&h, v, t))
		return false;
	while (history_next(&h)) {
		if (y->item++ > 0)
			tally_near(y, "R", twin_ts_retrievability(&h.twin, x.s,
			    h.t), h.r, eighth(1));
		x = y->item == 1 ? twin_ts_first(&h.twin, (int)h.rating) :
		    twin_ts_next(&h.twin, x, h.t, (int)h.rating);
		tally_near(y, "S", x.s, h.s, eighth(h.s));
		tally_near(y, "D", x.d, h.d, eighth(h.d));
		x = (struct twin_memory){ h.s, h.d };
		interval = twin_ts_interval(&h.twin, h.s, h.retention);
		tally_rounded(y, "interval", (int64_t)half_up(interval),
		    h.days, hangs(interval, 1e-8 + interval * 1e-12));
	}
	return history_done(&h, t, y->item);
}

bool
vectors_ts_history_float(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct history h;
	struct model model;
	struct memory m = { 0, 0 };
	struct twin_memory x = { 0, 0 };
	double days, s_edge;

	if (!history_of(&h, v, t) || !vectors_model_ts(&model, &h.twin))
		return false;
	for (; history_next(&h); x = (struct twin_memory){ h.s, h.d }) {
		days = (double)memory_interval(&model, (float)h.s,
		    (float)h.retention);
		tally_rounded(y, "interval", (int64_t)half_up(days), h.days,
		    hangs(days, days *
		    vectors_interval_edge(&h.twin, h.retention)));
		m = (struct memory){ (float)x.s, (float)x.d };
		if (y->item++ == 0) {
			m = memory_first(&model, (enum rating)h.rating);
			s_edge = h.s * 2e-7 + 1e-8;
		} else {
			tally_near(y, "R", (double)memory_retrievability(&model,
			    m.stability, (float)h.t), h.r, 1e-6);
			/* There it lapses, here it keeps S. */
			if (h.t == 0 && !h.twin.short_term && h.rating == 1) {
				y->left_out++;
				continue;
			}
			m = memory_next(&model, m, (float)h.t,
			    (enum rating)h.rating);
			s_edge = vectors_s_edge(&h.twin, x, h.t,
			    (int)h.rating, h.s);
		}
		tally_near(y, "S", (double)m.stability, h.s, s_edge);
		tally_near(y, "D", (double)m.difficulty, h.d,
		    vectors_d_edge(&h.twin));
	}
	return history_done(&h, t, y->item);
}

/* w20 t S R */
static bool
retrievability(struct tsv *t, double in[4])
{
	int i;

	for (i = 0; i < 4; i++)
		if (t->n != 4 || !tsv_double(t->field[i], &in[i]))
			return false;
	return true;
}

bool
vectors_retrievability_twin(struct vectors *v, struct tsv *t,
    struct tally *y)
{
	struct twin_model m = { 0 };
	double in[4];

	(void)v;
	if (!retrievability(t, in))
		return false;
	m.decay = -in[0];
	m.factor = twin_round8(exp(log(0.9) / m.decay) - 1);
	tally_near(y, "R", twin_ts_retrievability(&m, in[2], in[1]), in[3],
	    eighth(1));
	return true;
}

bool
vectors_retrievability_float(struct vectors *v, struct tsv *t,
    struct tally *y)
{
	struct params params = params_default;
	struct model model;
	double in[4];

	(void)v;
	if (!retrievability(t, in))
		return false;
	params.w[20] = (float)in[0];
	memory_model(&model, &params);
	tally_near(y, "R", (double)memory_retrievability(&model, (float)in[2],
	    (float)in[1]), in[3], 1e-6);
	return true;
}

struct migration {
	int64_t steps, short_term;
	double in[TWIN_N], out[TWIN_N];
	int n;
};

static bool
migration(struct migration *m, struct tsv *t)
{
	if (t->n != 4 || !tsv_int(t->field[0], 0, VECTORS_WHOLE, &m->steps) ||
	    !tsv_int(t->field[1], 0, 1, &m->short_term))
		return false;
	m->n = tsv_doubles(t->field[2], m->in, TWIN_N);
	return m->n > 0 && tsv_doubles(t->field[3], m->out, TWIN_N) == TWIN_N;
}

bool
vectors_migrate_twin(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct migration m;
	double w[TWIN_N];
	int i;

	(void)v;
	if (!migration(&m, t) || !twin_ts_migrate(m.in, m.n, (int)m.steps,
	    m.short_term != 0, w))
		return false;
	for (i = 0; i < TWIN_N; i++) {
		y->item = i;
		tally_near(y, "w", w[i], m.out[i], eighth(m.out[i]));
	}
	return true;
}

/* w17 and w18 have a lower ceiling there, w19 a least value. */
static bool
own_bound(const struct migration *m, int i)
{
	return m->n > 17 && ((i >= 17 && i <= 18 && m->steps > 1) ||
	    (i == 19 && m->short_term != 0 && m->n == TWIN_N));
}

bool
vectors_migrate_float(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct migration m;
	struct model model;
	int i;

	(void)v;
	if (!migration(&m, t))
		return false;
	for (i = 0; i < m.n; i++)
		m.in[i] = fmin(fmax(m.in[i], (double)params_min[i]),
		    (double)params_max[i]);
	if (!vectors_model(&model, m.in, m.n))
		return false;
	for (i = 0; i < TWIN_N; i++) {
		y->item = i;
		if (own_bound(&m, i)) {
			y->left_out++;
			continue;
		}
		tally_near(y, "w", (double)model.params.w[i],
		    (double)(float)fmin(fmax(m.out[i],
		    (double)params_min[i]),
		    (double)params_max[i]), 1e-6 * fmax(m.out[i], 1));
	}
	return true;
}
