/*
 * twin.c -- see twin.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/twin.h"

#include <math.h>
#include <string.h>

#define S_MIN 0.001
#define S_MAX 36500.0

double
twin_round8(double x)
{
	return floor(x * 1e8 + 0.5) / 1e8;
}

static double
clamp(double x, double low, double high)
{
	return fmin(fmax(x, low), high);
}

static double
d0(const double *w, int g)
{
	return w[4] - exp((g - 1) * w[5]) + 1;
}

/* What the growth of stability after a pass has in common. */
static double
growth(const double *w, struct twin_memory x, double r, int g)
{
	return exp(w[8]) * (11 - x.d) * pow(x.s, -w[9]) *
	    (exp((1 - r) * w[10]) - 1) * (g == 2 ? w[15] : 1) *
	    (g == 4 ? w[16] : 1);
}

static double
lapsed(const double *w, struct twin_memory x, double r)
{
	return w[11] * pow(x.d, -w[12]) * (pow(x.s + 1, w[13]) - 1) *
	    exp((1 - r) * w[14]);
}

static double
same_day(const double *w, double s, int g, int floor_from)
{
	double gain = pow(s, -w[19]) * exp(w[17] * (g - 3 + w[18]));

	return s * (g >= floor_from ? fmax(gain, 1) : gain);
}

/* --- ts-fsrs -------------------------------------------------------------- */

/* More than one relearning step lowers the ceiling of w17 and w18. */
static double
ceiling(const double *w, int relearning_steps)
{
	double v;

	if (relearning_steps <= 1)
		return 2;
	v = -(log(w[11]) + log(pow(2, w[13]) - 1) + w[14] * 0.3) /
	    relearning_steps;
	return clamp(twin_round8(sqrt(fmax(v, 0))), 0.01, 2);
}

static void
clip(double *w, int n, int relearning_steps, bool short_term)
{
	static const double low[TWIN_N] = { 0.001, 0.001, 0.001, 0.001, 1,
	    0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1,
	    0, 0, 0, 0.1 };
	static const double high[TWIN_N] = { 100, 100, 100, 100, 10, 4, 4,
	    0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8 };
	double most;
	int i;

	for (i = 0; i < n; i++)
		w[i] = clamp(w[i], low[i], high[i]);
	most = ceiling(w, relearning_steps);
	for (i = 17; i < n && i <= 18; i++)
		w[i] = fmin(w[i], most);
	if (n > 19 && short_term)
		w[19] = fmax(w[19], 0.01);
}

bool
twin_ts_migrate(const double *in, int n, int relearning_steps,
    bool short_term, double out[TWIN_N])
{
	double *w = out;

	if (n != 17 && n != 19 && n != TWIN_N)
		return false;
	memcpy(w, in, (size_t)n * sizeof(*w));
	clip(w, n, relearning_steps, short_term);
	if (n == 17) {
		w[4] = twin_round8(w[5] * 2 + w[4]);
		w[5] = twin_round8(log(w[5] * 3 + 1) / 3);
		w[6] = twin_round8(w[6] + 0.5);
		w[17] = w[18] = 0;
	}
	if (n < TWIN_N) {
		w[19] = 0;
		w[20] = 0.5;
	}
	return true;
}

bool
twin_ts_model(struct twin_model *m, const double *in, int n,
    int relearning_steps, bool short_term)
{
	if (!twin_ts_migrate(in, n, relearning_steps, short_term, m->w))
		return false;
	clip(m->w, TWIN_N, relearning_steps, short_term);
	m->short_term = short_term;
	m->decay = -m->w[20];
	m->factor = twin_round8(exp(log(0.9) / m->decay) - 1);
	return true;
}

double
twin_ts_retrievability(const struct twin_model *m, double s, double t)
{
	return twin_round8(pow(1 + m->factor * t / s, m->decay));
}

struct twin_memory
twin_ts_first(const struct twin_model *m, int g)
{
	return (struct twin_memory){ fmax(m->w[g - 1], 0.1),
	    clamp(twin_round8(d0(m->w, g)), 1, 10) };
}

static double
ts_difficulty(const double *w, double d, int g)
{
	double next = d + twin_round8(-w[6] * (g - 3) * (10 - d) / 9);

	return clamp(twin_round8(w[7] * twin_round8(d0(w, 4)) +
	    (1 - w[7]) * next), 1, 10);
}

static double
ts_lapse(const struct twin_model *m, struct twin_memory x, double r)
{
	const double *w = m->w;
	double raw = twin_round8(clamp(lapsed(w, x, r), S_MIN, S_MAX));
	double most = twin_round8(m->short_term ? x.s / exp(w[17] * w[18]) :
	    x.s);

	return clamp(most, S_MIN, raw);
}

struct twin_memory
twin_ts_next(const struct twin_model *m, struct twin_memory x, double t,
    int g)
{
	struct twin_memory next = { 0, ts_difficulty(m->w, x.d, g) };
	double r = twin_ts_retrievability(m, x.s, t);

	if (t == 0 && m->short_term)
		next.s = twin_round8(clamp(same_day(m->w, x.s, g, 2), S_MIN,
		    S_MAX));
	else if (g == 1)
		next.s = ts_lapse(m, x, r);
	else
		next.s = twin_round8(clamp(x.s * (1 + growth(m->w, x, r, g)),
		    S_MIN, S_MAX));
	return next;
}

double
twin_ts_interval(const struct twin_model *m, double s, double retention)
{
	return s * twin_round8((pow(retention, 1 / m->decay) - 1) /
	    m->factor);
}

/* --- py-fsrs -------------------------------------------------------------- */

void
twin_py_model(struct twin_model *m, const double w[TWIN_N])
{
	memcpy(m->w, w, sizeof(m->w));
	m->short_term = true;
	m->decay = -w[20];
	m->factor = pow(0.9, 1 / m->decay) - 1;
}

double
twin_py_retrievability(const struct twin_model *m, double s, double t)
{
	return pow(1 + m->factor * t / s, m->decay);
}

struct twin_memory
twin_py_first(const struct twin_model *m, int g)
{
	return (struct twin_memory){ fmax(m->w[g - 1], S_MIN),
	    clamp(d0(m->w, g), 1, 10) };
}

static double
py_difficulty(const double *w, double d, int g)
{
	double next = d + (10 - d) * (-w[6] * (g - 3)) / 9;

	return clamp(w[7] * d0(w, 4) + (1 - w[7]) * next, 1, 10);
}

struct twin_memory
twin_py_next(const struct twin_model *m, struct twin_memory x, double t,
    int g)
{
	const double *w = m->w;
	double s, r = twin_py_retrievability(m, x.s, t);

	if (t < 1)
		s = same_day(w, x.s, g, 3);
	else if (g == 1)
		s = fmin(lapsed(w, x, r), x.s / exp(w[17] * w[18]));
	else
		s = x.s * (1 + growth(w, x, r, g));
	return (struct twin_memory){ fmax(s, S_MIN),
	    py_difficulty(w, x.d, g) };
}

double
twin_py_interval(const struct twin_model *m, double s, double retention)
{
	return s / m->factor * (pow(retention, 1 / m->decay) - 1);
}
