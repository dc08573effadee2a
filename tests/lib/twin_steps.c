/*
 * twin_steps.c -- see twin_steps.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/twin_steps.h"

#include <math.h>

#define DAY_MS INT64_C(86400000)
#define DAY_S INT64_C(86400)

/* How far x is from the nearest half, as a share of x. */
static double
off_half(double x)
{
	return fabs(x - floor(x) - 0.5) / fmax(x, 1);
}

static int64_t
whole(double x, int64_t low, int64_t high)
{
	/* Compared as doubles: x may be beyond any int64_t. */
	if (!(x > (double)low))
		return low;
	return x < (double)high ? (int64_t)x : high;
}

/* --- ts-fsrs -------------------------------------------------------------- */

static double
share(double x, double from, double to, double of)
{
	return of * fmax(0, fmin(x, to) - from);
}

static void
spread(struct twin_days *d, int64_t elapsed, int64_t max)
{
	double x = (double)d->low, delta;

	if (x < 2.5)
		return;
	delta = 1 + share(x, 2.5, 7, 0.15) + share(x, 7, 20, 0.1) +
	    share(x, 20, HUGE_VAL, 0.05);
	d->low = whole(floor(x - delta + 0.5), 2, INT64_MAX);
	d->high = whole(floor(x + delta + 0.5), 0, max);
	if (x > (double)elapsed && d->low < elapsed + 1)
		d->low = elapsed + 1;
	if (d->low > d->high)
		d->low = d->high;
}

struct twin_days
twin_ts_days(const struct twin_config *c, double interval, int64_t elapsed)
{
	int64_t days = whole(floor(interval + 0.5), 1, c->max);
	struct twin_days d = { days, days, off_half(interval) };

	if (c->fuzz)
		spread(&d, elapsed, c->max);
	return d;
}

/* a is raised above b by at least `by` days; by < 0: lowered to b. */
static void
keep_above(struct twin_days *a, const struct twin_days *b, int by)
{
	if (by < 0) {
		a->low = b->low < a->low ? b->low : a->low;
		a->high = b->high < a->high ? b->high : a->high;
	} else {
		a->low = b->low + by > a->low ? b->low + by : a->low;
		a->high = b->high + by > a->high ? b->high + by : a->high;
	}
	a->off_half = fmin(a->off_half, b->off_half);
}

/* The intervals of the four ratings, by rating, in their order. */
static struct twin_days
ordered(const struct twin_config *c, const struct twin_memory after[5],
    int64_t elapsed, int g)
{
	struct twin_days d[5];
	int i;

	for (i = 1; i <= 4; i++)
		d[i] = twin_ts_days(c, twin_ts_interval(&c->model, after[i].s,
		    c->retention), elapsed);
	if (c->short_term) {
		keep_above(&d[2], &d[3], -1);
	} else {
		keep_above(&d[1], &d[2], -1);
		keep_above(&d[2], &d[1], 1);
	}
	keep_above(&d[3], &d[2], 1);
	keep_above(&d[4], &d[3], 1);
	return d[g];
}

static void
graduate(struct twin_card *next, struct twin_days days)
{
	next->state = TWIN_REVIEW;
	next->step = 0;
	next->days = days;
	next->due = 0;
}

static void
take_step(struct twin_card *next, int state, int64_t minutes, int step)
{
	int64_t days = minutes / 1440;

	next->state = days > 0 ? TWIN_REVIEW : state;
	next->step = step;
	next->due = next->at + minutes * 60000;
	next->days = (struct twin_days){ days, days, 1 };
}

static void
on_step(const struct twin_config *c, struct twin_card *next, int state,
    int at, int g, struct twin_days alone)
{
	const int64_t *step = c->step[state];
	int n = c->steps[state];

	if (g == 4 || at >= n || (g == 3 && at + 1 >= n))
		graduate(next, alone);
	else if (g == 1)
		take_step(next, state, step[0], 0);
	else if (g == 3)
		take_step(next, state, step[at + 1], at + 1);
	else
		take_step(next, state, n == 1 ? (step[0] * 3 + 1) / 2 :
		    (step[0] + step[1] + 1) / 2, at);
}

/* A step of a day or more has left its index: the lapse begins there. */
static void
ts_lapse(const struct twin_config *c, struct twin_card *next, int at,
    struct twin_days alone)
{
	if (at >= c->steps[TWIN_RELEARNING])
		graduate(next, alone);
	else
		take_step(next, TWIN_RELEARNING, c->step[TWIN_RELEARNING][at],
		    0);
}

struct twin_card
twin_ts_review(const struct twin_config *c, const struct twin_card *card,
    int64_t ms, int g)
{
	struct twin_card next = *card;
	struct twin_memory after[5];
	struct twin_days alone;
	int64_t elapsed = 0;
	int i, state = card->state;

	if (state != TWIN_NEW)
		elapsed = ms / DAY_MS - card->at / DAY_MS;
	for (i = 1; i <= 4; i++)
		after[i] = state == TWIN_NEW ? twin_ts_first(&c->model, i) :
		    twin_ts_next(&c->model, card->memory, (double)elapsed, i);
	next.at = ms;
	next.reps++;
	next.memory = after[g];
	alone = twin_ts_days(c, twin_ts_interval(&c->model, after[g].s,
	    c->retention), elapsed);
	if (g == 1 && (state == TWIN_REVIEW ||
	    (!c->short_term && state != TWIN_NEW)))
		next.lapses++;
	if (!c->short_term)
		graduate(&next, ordered(c, after, elapsed, g));
	else if (state != TWIN_REVIEW)
		on_step(c, &next, state == TWIN_NEW ? TWIN_LEARNING : state,
		    state == TWIN_NEW ? 0 : card->step, g, alone);
	else if (g != 1)
		graduate(&next, ordered(c, after, elapsed, g));
	else
		ts_lapse(c, &next, card->step, alone);
	return next;
}

/* --- py-fsrs -------------------------------------------------------------- */

static void
py_graduate(const struct twin_config *c, struct twin_card *next)
{
	double x = twin_py_interval(&c->model, next->memory.s, c->retention);
	/* The default rounding: half to even. */
	int64_t days = whole(nearbyint(x), 1, c->max);

	next->state = TWIN_REVIEW;
	next->step = -1;
	next->days = (struct twin_days){ days, days, off_half(x) };
	next->due = next->at + days * DAY_S;
}

static void
py_step(const struct twin_config *c, struct twin_card *next, int state,
    int at, int g)
{
	const int64_t *step = c->step[state];
	int n = c->steps[state], to = g == 1 ? 0 : g == 2 ? at : at + 1;
	int64_t wait;

	if (n == 0 || (at >= n && g != 1) || g == 4 || (g == 3 && to == n)) {
		py_graduate(c, next);
		return;
	}
	wait = step[to];
	if (g == 2 && at == 0)
		wait = n == 1 ? step[0] * 3 / 2 : (step[0] + step[1]) / 2;
	next->state = state;
	next->step = to;
	next->due = next->at + wait;
	next->days = (struct twin_days){ 0, 0, 1 };
}

struct twin_card
twin_py_review(const struct twin_config *c, const struct twin_card *card,
    int64_t seconds, int g)
{
	struct twin_card next = *card;
	int64_t elapsed = (seconds - card->at) / DAY_S;

	next.at = seconds;
	if (card->state == TWIN_NEW)
		next.memory = twin_py_first(&c->model, g);
	else
		next.memory = twin_py_next(&c->model, card->memory,
		    (double)elapsed, g);
	if (card->state == TWIN_NEW)
		py_step(c, &next, TWIN_LEARNING, 0, g);
	else if (card->state != TWIN_REVIEW)
		py_step(c, &next, card->state, card->step, g);
	else if (g == 1)
		py_step(c, &next, TWIN_RELEARNING, 0, g);
	else
		py_graduate(c, &next);
	return next;
}
