/*
 * vectors.h -- the comparisons of the published vectors with this model.
 * SPDX-License-Identifier: MIT
 *
 * A comparison reads one row of its table and tallies it; false means that
 * the row cannot be read.  Several comparisons may look at one table: the
 * program's own code in src/fsrs, and the twin.
 */
#ifndef LIB_VECTORS_H
#define LIB_VECTORS_H

#include <stddef.h>

#include "fsrs/memory.h"
#include "lib/tally.h"
#include "lib/tsv.h"
#include "lib/twin_steps.h"

#define VECTORS_CONFIGS 64
/*
 * Instants (s, ms) and everything else that is whole lie below these, so that
 * no sum and no product of them overflows.
 */
#define VECTORS_AT INT64_C(1000000000000000)
#define VECTORS_WHOLE INT64_C(100000000)

struct vectors_weights {
	char name[32];
	int n;			/* 17, 19 or 21 as published */
	double w[TWIN_N];
};

struct vectors {
	const char *folder;
	struct vectors_weights *weights;
	size_t weights_n;
	struct twin_config config[VECTORS_CONFIGS];	/* of ts_cards */
	int configs;
};

typedef bool vectors_row(struct vectors *v, struct tsv *t, struct tally *y);

/* A row's parameters by name; NULL when weights.tsv has none such. */
const struct vectors_weights *vectors_find(const struct vectors *v,
    const char *name);
/* The model of src/fsrs for n numbers; false when they cannot be taken. */
bool vectors_model(struct model *model, const double *w, int n);
/* As above; w0..w3 at least 0.1 and no same-day rule, as ts-fsrs has it. */
bool vectors_model_ts(struct model *model, const struct twin_model *twin);
/*
 * The next item of two lists of one length, in parts; false at the end of
 * both.  *odd when one is longer or an item has another number of parts.
 */
bool vectors_pair(char **a, char *pa[], int na, char **b, char *pb[], int nb,
    bool *odd);
/*
 * How far float may be from double: S and D after a later review of x, which
 * made S to s; and an interval, as a share of it.
 */
double vectors_s_edge(const struct twin_model *m, struct twin_memory x,
    double t, int g, double s);
double vectors_d_edge(const struct twin_model *m);
double vectors_interval_edge(const struct twin_model *m, double retention);
/* The line "# cfg: …" of ts_cards. */
bool vectors_configs(struct vectors *v, const char *line);

vectors_row vectors_weights_row, vectors_rs_history, vectors_sm2;
vectors_row vectors_ts_history_twin, vectors_ts_history_float;
vectors_row vectors_retrievability_twin, vectors_retrievability_float;
vectors_row vectors_migrate_twin, vectors_migrate_float;
vectors_row vectors_ts_cards_twin, vectors_ts_cards_float, vectors_ts_fuzz;
vectors_row vectors_py_cards_twin, vectors_py_cards_float;

#endif
