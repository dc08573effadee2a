/*
 * vectors_rs.c -- against fsrs-rs: bit for bit.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "lib/vectors.h"

const struct vectors_weights *
vectors_find(const struct vectors *v, const char *name)
{
	size_t i;

	for (i = 0; i < v->weights_n; i++)
		if (strcmp(v->weights[i].name, name) == 0)
			return &v->weights[i];
	return NULL;
}

bool
vectors_model(struct model *model, const double *w, int n)
{
	struct params params;
	struct err err;
	float f[TWIN_N];
	int i;

	for (i = 0; i < n; i++)
		f[i] = (float)w[i];
	if (n == 0 || !params_migrate(&params, f, (size_t)n, &err))
		return false;
	memory_model(model, &params);
	return true;
}

bool
vectors_pair(char **a, char *pa[], int na, char **b, char *pb[], int nb,
    bool *odd)
{
	char *x = tsv_item(a), *y = tsv_item(b);

	if (x == NULL && y == NULL)
		return false;
	*odd = x == NULL || y == NULL || tsv_split(x, ':', pa, na) != na ||
	    tsv_split(y, ':', pb, nb) != nb;
	return !*odd;
}

/* Every set of parameters is taken; what is in bounds stays as it is. */
bool
vectors_weights_row(struct vectors *v, struct tsv *t, struct tally *y)
{
	struct vectors_weights *w;
	struct model model;
	int64_t n;
	int i;

	w = realloc(v->weights, (v->weights_n + 1) * sizeof(*w));
	if (w == NULL)
		return false;
	v->weights = w;
	w += v->weights_n;
	if (t->n != 3 || strlen(t->field[0]) >= sizeof(w->name) ||
	    !tsv_int(t->field[1], 0, TWIN_N, &n))
		return false;
	(void)snprintf(w->name, sizeof(w->name), "%s", t->field[0]);
	w->n = tsv_doubles(t->field[2], w->w, TWIN_N);
	if (w->n != n || !vectors_model(&model, w->w, w->n))
		return false;
	/* The first four are never migrated, only clipped. */
	for (i = 0; i < (w->n == PARAMS_N ? PARAMS_N : 4); i++)
		if ((float)w->w[i] >= params_min[i] &&
		    (float)w->w[i] <= params_max[i])
			tally_near(y, "w", (double)model.params.w[i],
			    (double)(float)w->w[i], 0);
	v->weights_n++;
	return true;
}

/* S:D:interval */
static bool
compare_state(struct tally *y, const struct model *model, struct memory m,
    float retention, char *part[3])
{
	float s, d, interval;

	if (!tsv_float(part[0], &s) || !tsv_float(part[1], &d) ||
	    !tsv_float(part[2], &interval))
		return false;
	tally_near(y, "S", (double)m.stability, (double)s, 0);
	tally_near(y, "D", (double)m.difficulty, (double)d, 0);
	tally_near(y, "interval", (double)memory_interval(model, m.stability,
	    retention), (double)interval, 0);
	return true;
}

static bool
rs_reviews(struct tsv *t, struct tally *y, const struct model *model,
    float retention, struct memory *m)
{
	char *reviews = t->field[4], *states = t->field[5], *r[2], *s[3];
	int64_t n, rating;
	double dt;
	bool odd = false;

	while (vectors_pair(&reviews, r, 2, &states, s, 3, &odd)) {
		if (!tsv_double(r[0], &dt) || !tsv_int(r[1], 1, 4, &rating))
			return false;
		*m = y->item++ == 0 ? memory_first(model, (enum rating)rating) :
		    memory_next(model, *m, (float)dt, (enum rating)rating);
		if (!compare_state(y, model, *m, retention, s))
			return false;
	}
	return !odd && tsv_int(t->field[3], 1, VECTORS_WHOLE, &n) &&
	    n == y->item;
}

bool
vectors_rs_history(struct vectors *v, struct tsv *t, struct tally *y)
{
	const struct vectors_weights *w;
	struct model model;
	struct memory m = { 0, 0 }, all[4];
	char *next, *item, *s[3];
	double retention, elapsed;
	int rating = 0;

	if (t->n != 8 || (w = vectors_find(v, t->field[1])) == NULL ||
	    !vectors_model(&model, w->w, w->n) ||
	    !tsv_double(t->field[2], &retention) ||
	    !tsv_double(t->field[6], &elapsed) ||
	    !rs_reviews(t, y, &model, (float)retention, &m))
		return false;
	memory_next_all(&model, m, (float)elapsed, all);
	for (next = t->field[7]; (item = tsv_item(&next)) != NULL; rating++)
		if (rating == 4 || tsv_split(item, ':', s, 3) != 3 ||
		    !compare_state(y, &model, all[rating], (float)retention, s))
			return false;
	return rating == 4;
}

bool
vectors_sm2(struct vectors *v, struct tsv *t, struct tally *y)
{
	const struct vectors_weights *w;
	struct model model;
	struct memory m = { 0, 0 };
	struct err err;
	double in[3];
	float s, d;
	int i;

	if (t->n != 6 || (w = vectors_find(v, t->field[0])) == NULL ||
	    !vectors_model(&model, w->w, w->n) ||
	    !tsv_float(t->field[4], &s) || !tsv_float(t->field[5], &d))
		return false;
	for (i = 0; i < 3; i++)
		if (!tsv_double(t->field[1 + i], &in[i]))
			return false;
	if (!memory_from_sm2(&model, (float)in[0], (float)in[1],
	    (float)in[2], &m, &err))
		fprintf(y->notes, "    line %ld: %s\n", t->number, err.text);
	tally_near(y, "S", (double)m.stability, (double)s, 0);
	tally_near(y, "D", (double)m.difficulty, (double)d, 0);
	return true;
}
