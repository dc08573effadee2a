/*
 * forecast.c -- see forecast.h.
 * SPDX-License-Identifier: MIT
 */
#include "stats/forecast.h"

#include <string.h>

#include "base/banned.h"

void
forecast_due(const int32_t *due_days, size_t n, int32_t today, size_t count,
    int64_t *out)
{
	size_t i;
	int64_t d;

	memset(out, 0, count * sizeof(*out));
	for (i = 0; i < n; i++) {
		d = (int64_t)due_days[i] - today;
		if (d < 0)
			d = 0;
		if ((size_t)d < count)
			out[d]++;
	}
}
