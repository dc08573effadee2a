/*
 * memory.c -- see memory.h.
 * SPDX-License-Identifier: MIT
 *
 * Do not simplify an expression here: its order is what makes the bits equal
 * to the published ones.  Names follow docs/fsrs.md: S, D, R, G, w.
 */
#include "fsrs/memory.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"

#include "base/banned.h"

static float
clamp(float x, float low, float high)
{
	return x < low ? low : x > high ? high : x;
}

/* D0(G) = w4 - e^(w5 (G-1)) + 1, not clamped. */
static float
first_difficulty(const float *w, float g)
{
	return w[4] - expf(w[5] * (g - 1.0f)) + 1.0f;
}

void
memory_model(struct model *model, const struct params *params)
{
	const float *w = params->w;

	model->params = *params;
	model->decay = -w[20];
	model->factor = expf(logf(0.9f) / model->decay) - 1.0f;
	model->d0_easy = first_difficulty(w, 4.0f);
	model->exp_w8 = expf(w[8]);
	model->exp_w17_w18 = expf(w[17] * w[18]);
}

struct memory
memory_first(const struct model *model, enum rating rating)
{
	const float *w = model->params.w;

	return (struct memory){
		clamp(w[rating - 1], MEMORY_S_MIN, MEMORY_S_MAX),
		clamp(first_difficulty(w, (float)rating), 1.0f, 10.0f)
	};
}

float
memory_retrievability(const struct model *model, float s, float elapsed)
{
	return powf(elapsed / s * model->factor + 1.0f, model->decay);
}

static float
after_recall(const struct model *model, struct memory m, float r,
    enum rating rating)
{
	const float *w = model->params.w;
	float hard = rating == RATING_HARD ? w[15] : 1.0f;
	float easy = rating == RATING_EASY ? w[16] : 1.0f;

	return m.stability * (model->exp_w8 * (11.0f - m.difficulty) *
	    powf(m.stability, -w[9]) * (expf((1.0f - r) * w[10]) - 1.0f) *
	    hard * easy + 1.0f);
}

/* A lapse never leaves more than a same-day Again would. */
static float
after_lapse(const struct model *model, struct memory m, float r)
{
	const float *w = model->params.w;
	float s = w[11] * powf(m.difficulty, -w[12]) *
	    (powf(m.stability + 1.0f, w[13]) - 1.0f) *
	    expf((1.0f - r) * w[14]);
	float most = m.stability / model->exp_w17_w18;

	return most < s ? most : s;
}

static float
after_same_day(const struct model *model, struct memory m, enum rating rating)
{
	const float *w = model->params.w;
	float gain = expf(w[17] * ((float)rating - 3.0f + w[18])) *
	    powf(m.stability, -w[19]);

	if (rating >= RATING_HARD && gain < 1.0f)
		gain = 1.0f;
	return m.stability * gain;
}

/* Linear damping, then reversion to the unclamped D0(4). */
static float
next_difficulty(const struct model *model, float d, enum rating rating)
{
	const float *w = model->params.w;
	float delta = -w[6] * ((float)rating - 3.0f);
	float next = d + (10.0f - d) * delta / 9.0f;

	return clamp(w[7] * (model->d0_easy - next) + next, 1.0f, 10.0f);
}

struct memory
memory_next(const struct model *model, struct memory m, float elapsed,
    enum rating rating)
{
	float r, s;

	m.stability = clamp(m.stability, MEMORY_S_MIN, MEMORY_S_MAX);
	if (elapsed == 0.0f) {
		s = after_same_day(model, m, rating);
	} else {
		r = memory_retrievability(model, m.stability, elapsed);
		s = rating == RATING_AGAIN ? after_lapse(model, m, r) :
		    after_recall(model, m, r, rating);
	}
	return (struct memory){
		clamp(s, MEMORY_S_MIN, MEMORY_S_MAX),
		next_difficulty(model, m.difficulty, rating)
	};
}

float
memory_interval(const struct model *model, float s, float retention)
{
	return s / model->factor *
	    (powf(retention, 1.0f / model->decay) - 1.0f);
}

bool
memory_from_sm2(const struct model *model, float ease, float interval,
    float retention, struct memory *m, struct err *err)
{
	const float *w = model->params.w;
	float factor = powf(0.9f, 1.0f / model->decay) - 1.0f;
	float s, d;

	s = (interval > MEMORY_S_MIN ? interval : MEMORY_S_MIN) * factor /
	    (powf(retention, 1.0f / model->decay) - 1.0f);
	d = 11.0f - (ease - 1.0f) / (expf(w[8]) * powf(s, -w[9]) *
	    expm1f((1.0f - retention) * w[10]));
	if (!isfinite(s) || !isfinite(d) || !isfinite(interval))
		return err_set(err, ERR_INPUT, "ease %g, interval %g and "
		    "retention %g give no memory state", (double)ease,
		    (double)interval, (double)retention);
	m->stability = s;
	m->difficulty = clamp(d, 1.0f, 10.0f);
	return true;
}

unsigned long long
memory_engine(void)
{
	static const float points[] = { 0.001f, 0.1542f, 0.5f, 0.9f, 1.6483f,
	    2.3065f, 7.25f, 36.5f };
	const size_t n = sizeof(points) / sizeof(points[0]);
	uint64_t h = HASH_START;
	float v[3];
	size_t i, j;

	for (i = 0; i < n; i++) {
		v[1] = expf(points[i]);
		v[2] = logf(points[i]);
		for (j = 0; j < n; j++) {
			v[0] = powf(points[i] + 1.0f, -points[j]);
			h = hash_add(h, v, sizeof(v));
		}
	}
	return hash_mix(h);
}
