/*
 * vectors_edges.c -- how far float may be from double.
 * SPDX-License-Identifier: MIT
 *
 * Bounds of the first order: what each operation of src/fsrs loses, times what
 * the later ones make of it.  The large terms come from the subtractions: of R
 * and e^x from about 1, of 1 from (S+1)^w13.
 */
#include <math.h>

#include "lib/vectors.h"

/* Half a unit in the last place of a float, relative. */
#define EPS 0x1p-24

static double
recall_edge(const double *w, struct twin_memory x, double r, int g)
{
	double k = exp(w[8]) * (11 - x.d) * pow(x.s, -w[9]) *
	    (g == 2 ? w[15] : 1) * (g == 4 ? w[16] : 1);
	double e = exp((1 - r) * w[10]);

	return EPS * x.s * (8 + 30 * k * (e - 1) +
	    k * e * (10 * w[10] + 4));
}

static double
lapse_edge(const double *w, struct twin_memory x, double r)
{
	double p = pow(x.s + 1, w[13]);
	double scale = w[11] * pow(x.d, -w[12]) * exp((1 - r) * w[14]);

	return EPS * scale * ((20 + 12 * w[14]) * (p - 1) + 5 * p);
}

double
vectors_s_edge(const struct twin_model *m, struct twin_memory x, double t,
    int g, double s)
{
	double r = pow(1 + m->factor * t / x.s, m->decay);

	/* Same-day reviews, and what casting S itself loses. */
	double edge = EPS * s * 30;

	if (t > 0)
		edge += g == 1 ? lapse_edge(m->w, x, r) :
		    recall_edge(m->w, x, r, g);
	/* ts-fsrs rounds to eight decimals. */
	return edge + 1e-8;
}

double
vectors_d_edge(const struct twin_model *m)
{
	return 8e-6 + m->w[7] * exp(3 * m->w[5]) * 16 * EPS;
}

double
vectors_interval_edge(const struct twin_model *m, double retention)
{
	double f = m->factor, reach = pow(retention, 1 / m->decay) - 1;

	return 1e-7 + EPS * (8 + (reach + 1) / reach * (2 / m->w[20] + 2) +
	    (1 + f) / f * 4);
}
