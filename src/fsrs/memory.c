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
	int i;

	model->params = *params;
	model->decay = -w[20];
	model->factor = expf(logf(0.9f) / model->decay) - 1.0f;
	model->d0_easy = first_difficulty(w, 4.0f);
	model->exp_w8 = expf(w[8]);
	model->exp_w17_w18 = expf(w[17] * w[18]);
	for (i = 0; i < 4; i++)
		model->same_day[i] = expf(w[17] *
		    ((float)(i + 1) - 3.0f + w[18]));
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

/* --- a later review ------------------------------------------------------ */

/* The part of a growth that the passes share, w15 and w16 come behind it. */
static float
growth(const struct model *model, struct memory m, float r)
{
	const float *w = model->params.w;

	return model->exp_w8 * (11.0f - m.difficulty) *
	    powf(m.stability, -w[9]) * (expf((1.0f - r) * w[10]) - 1.0f);
}

static float
after_recall(const struct model *model, const struct memory_ahead *a,
    enum rating rating)
{
	const float *w = model->params.w;
	float hard = rating == RATING_HARD ? w[15] : 1.0f;
	float easy = rating == RATING_EASY ? w[16] : 1.0f;

	return a->from.stability * (a->shared * hard * easy + 1.0f);
}

/* A lapse never leaves more than a same-day Again would. */
static float
after_lapse(const struct model *model, const struct memory_ahead *a)
{
	const float *w = model->params.w;
	float s = w[11] * powf(a->from.difficulty, -w[12]) *
	    (powf(a->from.stability + 1.0f, w[13]) - 1.0f) *
	    expf((1.0f - a->r) * w[14]);
	float most = a->from.stability / model->exp_w17_w18;

	return most < s ? most : s;
}

static float
after_same_day(const struct model *model, const struct memory_ahead *a,
    enum rating rating)
{
	float gain = model->same_day[rating - 1] * a->shared;

	if (rating >= RATING_HARD && gain < 1.0f)
		gain = 1.0f;
	return a->from.stability * gain;
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

struct memory_ahead
memory_look(const struct model *model, struct memory m, float elapsed)
{
	struct memory_ahead a = { .from = m, .same_day = elapsed == 0.0f };

	a.from.stability = clamp(m.stability, MEMORY_S_MIN, MEMORY_S_MAX);
	if (!a.same_day)
		a.r = memory_retrievability(model, a.from.stability, elapsed);
	return a;
}

struct memory
memory_after(const struct model *model, struct memory_ahead *a,
    enum rating rating)
{
	bool lapse = rating == RATING_AGAIN && !a->same_day;
	float s;

	if (!lapse && !a->has_shared) {
		a->shared = a->same_day ? powf(a->from.stability,
		    -model->params.w[19]) : growth(model, a->from, a->r);
		a->has_shared = true;
	}
	s = lapse ? after_lapse(model, a) :
	    a->same_day ? after_same_day(model, a, rating) :
	    after_recall(model, a, rating);
	return (struct memory){
		clamp(s, MEMORY_S_MIN, MEMORY_S_MAX),
		next_difficulty(model, a->from.difficulty, rating)
	};
}

struct memory
memory_next(const struct model *model, struct memory m, float elapsed,
    enum rating rating)
{
	struct memory_ahead a = memory_look(model, m, elapsed);

	return memory_after(model, &a, rating);
}

void
memory_next_all(const struct model *model, struct memory m, float elapsed,
    struct memory out[4])
{
	struct memory_ahead a = memory_look(model, m, elapsed);
	int rating;

	for (rating = RATING_AGAIN; rating <= RATING_EASY; rating++)
		out[rating - 1] = memory_after(model, &a, (enum rating)rating);
}

/* --- intervals, other states --------------------------------------------- */

float
memory_reach(const struct model *model, float retention)
{
	return powf(retention, 1.0f / model->decay) - 1.0f;
}

float
memory_reached(const struct model *model, float s, float reach)
{
	return s / model->factor * reach;
}

float
memory_interval(const struct model *model, float s, float retention)
{
	return memory_reached(model, s, memory_reach(model, retention));
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
