/*
 * forecast.h -- how many cards come on which day.
 * SPDX-License-Identifier: MIT
 */
#ifndef STATS_FORECAST_H
#define STATS_FORECAST_H

#include <stddef.h>
#include <stdint.h>

/*
 * out[i] becomes the number of cards whose due day is today + i, for count
 * days; those overdue come today.  A due day beyond is not counted.
 */
void forecast_due(const int32_t *due_days, size_t n, int32_t today,
    size_t count, int64_t *out);

#endif
