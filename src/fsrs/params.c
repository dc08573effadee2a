/*
 * params.c -- see params.h.
 * SPDX-License-Identifier: MIT
 *
 * Numbers and migrations are those of fsrs-rs 6.5.0 (docs/fsrs.md).
 */
#include "fsrs/params.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

const struct params params_default = { {
	0.212f, 1.2931f, 2.3065f, 8.2956f, 6.4133f, 0.8334f, 3.0194f, 0.001f,
	1.8722f, 0.1666f, 0.796f, 1.4835f, 0.0614f, 0.2629f, 1.6483f, 0.6014f,
	1.8729f, 0.5425f, 0.0912f, 0.0658f, 0.1542f
} };

const float params_min[PARAMS_N] = {
	0.001f, 0.001f, 0.001f, 0.001f, 1.0f, 0.001f, 0.001f, 0.001f,
	0.0f, 0.0f, 0.001f, 0.001f, 0.001f, 0.001f, 0.0f, 0.0f,
	1.0f, 0.0f, 0.0f, 0.0f, 0.1f
};

const float params_max[PARAMS_N] = {
	100.0f, 100.0f, 100.0f, 100.0f, 10.0f, 4.0f, 4.0f, 0.75f,
	4.5f, 0.8f, 3.5f, 5.0f, 0.25f, 0.9f, 4.0f, 1.0f,
	6.0f, 2.0f, 2.0f, 0.8f, 0.8f
};

void
params_clip(struct params *p)
{
	int i;

	for (i = 0; i < PARAMS_N; i++) {
		if (p->w[i] < params_min[i])
			p->w[i] = params_min[i];
		if (p->w[i] > params_max[i])
			p->w[i] = params_max[i];
	}
}

/* FSRS-4.5: another shape of difficulty, no same-day reviews, decay 0.5. */
static void
from_17(struct params *p)
{
	p->w[4] = fmaf(p->w[5], 2.0f, p->w[4]);
	p->w[5] = logf(fmaf(p->w[5], 3.0f, 1.0f)) / 3.0f;
	p->w[6] += 0.5f;
	p->w[17] = p->w[18] = p->w[19] = 0.0f;
	p->w[20] = 0.5f;
}

/* FSRS-5: same-day reviews without an exponent, decay 0.5. */
static void
from_19(struct params *p)
{
	p->w[19] = 0.0f;
	p->w[20] = 0.5f;
}

bool
params_migrate(struct params *p, const float *w, size_t n, struct err *err)
{
	struct params made;
	size_t i;

	if (n != 0 && n != 17 && n != 19 && n != PARAMS_N)
		return err_set(err, ERR_INPUT, "%zu parameters; 17, 19 or 21 "
		    "are known", n);
	for (i = 0; i < n; i++)
		if (!isfinite(w[i]))
			return err_set(err, ERR_INPUT,
			    "parameter w%zu is no finite number", i);
	if (n == 0) {
		*p = params_default;
		return true;
	}
	memcpy(made.w, w, n * sizeof(*w));
	if (n == 17)
		from_17(&made);
	else if (n == 19)
		from_19(&made);
	for (i = 0; i < PARAMS_N; i++)
		if (!isfinite(made.w[i]))
			return err_set(err, ERR_INPUT,
			    "parameter w%zu cannot be migrated", i);
	params_clip(&made);
	*p = made;
	return true;
}

/* --- text ---------------------------------------------------------------- */

/*
 * Numbers are written and read by hand-made rules of the C locale: main sets
 * LC_CTYPE only, so that strtof and printf always use a point.
 */
static int
print_shortest(float x, char *out, size_t size)
{
	int digits, n = 0;

	for (digits = 1; digits <= 9; digits++) {
		n = snprintf(out, size, "%.*g", digits, (double)x);
		if (strtof(out, NULL) == x)
			break;
	}
	return n;
}

void
params_print(const struct params *p, char out[PARAMS_TEXT])
{
	size_t used = 0;
	int i;

	for (i = 0; i < PARAMS_N; i++) {
		if (i > 0)
			out[used++] = ' ';
		used += (size_t)print_shortest(p->w[i], out + used,
		    PARAMS_TEXT - used);
		assert(used < PARAMS_TEXT);
	}
}

bool
params_parse(const char *s, struct params *p, struct err *err)
{
	float w[PARAMS_N];
	size_t n = 0;
	char *end;

	for (;;) {
		s += strspn(s, " \t,\n");
		if (*s == '\0')
			break;
		if (n == PARAMS_N)
			return err_set(err, ERR_INPUT,
			    "more than 21 parameters");
		w[n++] = strtof(s, &end);
		if (end == s || strchr(" \t,\n", *end) == NULL)
			return err_set(err, ERR_INPUT, "parameter w%zu is no "
			    "number: \"%.20s\"", n - 1, s);
		s = end;
	}
	return params_migrate(p, w, n, err);
}
