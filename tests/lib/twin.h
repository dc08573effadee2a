/*
 * twin.h -- FSRS-6 in double precision, by the rules of the other libraries.
 * SPDX-License-Identifier: MIT
 *
 * Only tests use it.  src/fsrs computes in float; ts-fsrs and py-fsrs compute
 * in double, ts-fsrs rounds to eight decimals on the way, and both differ from
 * fsrs-rs in a few rules (docs/fsrs.md lists them).  The twin follows each of
 * them, so that its results are theirs and the float results can be measured
 * against it.
 */
#ifndef LIB_TWIN_H
#define LIB_TWIN_H

#include <stdbool.h>
#include <stdint.h>

#define TWIN_N 21

struct twin_memory {
	double s, d;
};

struct twin_model {
	double w[TWIN_N], decay, factor;
	bool short_term;	/* ts-fsrs: same-day reviews have their rule */
};

/* x rounded to eight decimals, half up. */
double twin_round8(double x);

/* --- ts-fsrs -------------------------------------------------------------- */

/* Clips, then migrates n = 17, 19 or 21 numbers; false for another n. */
bool twin_ts_migrate(const double *in, int n, int relearning_steps,
    bool short_term, double out[TWIN_N]);
bool twin_ts_model(struct twin_model *m, const double *in, int n,
    int relearning_steps, bool short_term);
double twin_ts_retrievability(const struct twin_model *m, double s, double t);
struct twin_memory twin_ts_first(const struct twin_model *m, int g);
struct twin_memory twin_ts_next(const struct twin_model *m,
    struct twin_memory x, double t, int g);
/* Days before rounding. */
double twin_ts_interval(const struct twin_model *m, double s,
    double retention);

/* --- py-fsrs -------------------------------------------------------------- */

void twin_py_model(struct twin_model *m, const double w[TWIN_N]);
double twin_py_retrievability(const struct twin_model *m, double s, double t);
struct twin_memory twin_py_first(const struct twin_model *m, int g);
struct twin_memory twin_py_next(const struct twin_model *m,
    struct twin_memory x, double t, int g);
double twin_py_interval(const struct twin_model *m, double s,
    double retention);

#endif
