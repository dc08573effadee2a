/*
 * params.h -- the 21 parameters of FSRS-6.
 * SPDX-License-Identifier: MIT
 *
 * Older sets of 17 (FSRS-4.5) and 19 (FSRS-5) numbers are migrated as fsrs-rs
 * does, then every number is clipped to its bounds.
 */
#ifndef FSRS_PARAMS_H
#define FSRS_PARAMS_H

#include <stddef.h>

#include "base/err.h"

#define PARAMS_N 21
#define PARAMS_MODEL "fsrs-6"

struct params {
	float w[PARAMS_N];
};

extern const struct params params_default;
extern const float params_min[PARAMS_N];	/* for inference */
extern const float params_max[PARAMS_N];

/* n numbers: 0 gives the defaults; 17, 19, 21 as above; others fail. */
MUST_USE bool params_migrate(struct params *p, const float *w, size_t n,
    struct err *err);
void params_clip(struct params *p);

#define PARAMS_TEXT 512
/* Shortest decimals that read back to the same floats, blanks between. */
void params_print(const struct params *p, char out[PARAMS_TEXT]);
/* Reads 0, 17, 19 or 21 decimals (independent of the locale) and migrates. */
MUST_USE bool params_parse(const char *s, struct params *p, struct err *err);

#endif
