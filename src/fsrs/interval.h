/*
 * interval.h -- whole days from a stability, and fuzz.
 * SPDX-License-Identifier: MIT
 */
#ifndef FSRS_INTERVAL_H
#define FSRS_INTERVAL_H

#include <stdint.h>

#include "fsrs/memory.h"

#define INTERVAL_MAX 36500

/* Days rounded half up, in 1..max. */
int32_t interval_round(float days, int32_t max);
/* memory_interval, rounded. */
int32_t interval_days(const struct model *model, float stability,
    float retention, int32_t max);
/*
 * The range that fuzz may choose from (ts-fsrs's bounds); false when the
 * interval is below 2.5 days and stays as it is.
 */
bool interval_fuzz_range(int32_t interval, int32_t elapsed, int32_t max,
    int32_t *low, int32_t *high);
/* An interval from that range; u in [0, 1). */
int32_t interval_fuzz(int32_t interval, int32_t elapsed, int32_t max, double u);

#endif
