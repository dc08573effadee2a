/*
 * steps.c -- see steps.h.
 * SPDX-License-Identifier: MIT
 */
#include "fsrs/steps.h"

#include "fsrs/interval.h"

#include "base/banned.h"

#define MINUTE INT64_C(60000)
#define DAY_MINUTES 1440

const struct steps_rules steps_default = {
	.learning_n = 2, .learning = { 1, 10 },
	.relearning_n = 1, .relearning = { 10 },
	.interval_max = INTERVAL_MAX
};

const struct steps_card steps_new = {
	.state = STATE_NEW, .due_at = STEPS_NO_AT, .due_day = STEPS_NO_DAY,
	.last_at = STEPS_NO_AT, .last_day = STEPS_NO_DAY
};

/* What is the same for the four ratings of one review. */
struct given {
	const struct model *model;
	const struct steps_rules *rules;
	const struct steps_card *card;
	const struct steps_review *review;
	int32_t elapsed;
};

static struct given
given_of(const struct model *model, const struct steps_rules *rules,
    const struct steps_card *card, const struct steps_review *review)
{
	struct given g = { model, rules, card, review, 0 };

	if (card->last_day != STEPS_NO_DAY && review->day > card->last_day)
		g.elapsed = review->day - card->last_day;
	return g;
}

static struct memory
memory_after(const struct given *g, enum rating rating)
{
	if (g->card->state == STATE_NEW)
		return memory_first(g->model, rating);
	return memory_next(g->model, g->card->memory, (float)g->elapsed,
	    rating);
}

static int32_t
fuzzed(const struct given *g, struct memory m)
{
	int32_t days = interval_days(g->model, m.stability,
	    g->review->retention, g->rules->interval_max);

	return interval_fuzz(days, g->elapsed, g->rules->interval_max,
	    g->review->fuzz);
}

static void
set_due_day(const struct given *g, struct steps_card *next, int32_t days)
{
	next->state = STATE_REVIEW;
	next->step = 0;
	next->due_at = STEPS_NO_AT;
	next->due_day = g->review->day + days;
}

/*
 * A step of a day or more is due on a day; its index is kept, but the card
 * counts as being in review.
 */
static void
set_step(const struct given *g, struct steps_card *next, enum state state,
    int32_t minutes, int32_t index)
{
	if (minutes >= DAY_MINUTES) {
		set_due_day(g, next, minutes / DAY_MINUTES);
		next->step = index;
		return;
	}
	next->state = state;
	next->step = index;
	next->due_at = g->review->at + minutes * MINUTE;
	next->due_day = STEPS_NO_DAY;
}

/* Minutes of Hard: half again of a single step, else the first two's mean. */
static int32_t
hard_minutes(const int32_t *steps, int32_t n)
{
	if (n == 1)
		return (3 * steps[0] + 1) / 2;
	return (steps[0] + steps[1] + 1) / 2;
}

static void
on_step(const struct given *g, struct steps_card *next, enum rating rating)
{
	bool again = g->card->state == STATE_RELEARNING;
	const int32_t *steps = again ? g->rules->relearning :
	    g->rules->learning;
	int32_t n = again ? g->rules->relearning_n : g->rules->learning_n;
	enum state state = again ? STATE_RELEARNING : STATE_LEARNING;
	int32_t at = g->card->state == STATE_NEW ? 0 : g->card->step;

	if (rating == RATING_EASY || at >= n)
		set_due_day(g, next, fuzzed(g, next->memory));
	else if (rating == RATING_AGAIN)
		set_step(g, next, state, steps[0], 0);
	else if (rating == RATING_HARD)
		set_step(g, next, state, hard_minutes(steps, n), at);
	else if (at + 1 < n)
		set_step(g, next, state, steps[at + 1], at + 1);
	else
		set_due_day(g, next, fuzzed(g, next->memory));
}

/* In review a better rating always means a later day. */
static int32_t
ordered_days(const struct given *g, enum rating rating)
{
	int32_t hard = fuzzed(g, memory_after(g, RATING_HARD));
	int32_t good = fuzzed(g, memory_after(g, RATING_GOOD)), easy;

	if (hard > good)
		hard = good;
	if (rating == RATING_HARD)
		return hard;
	if (good < hard + 1)
		good = hard + 1;
	if (rating == RATING_GOOD)
		return good;
	easy = fuzzed(g, memory_after(g, RATING_EASY));
	return easy > good ? easy : good + 1;
}

static void
in_review(const struct given *g, struct steps_card *next, enum rating rating)
{
	if (rating != RATING_AGAIN) {
		set_due_day(g, next, ordered_days(g, rating));
		return;
	}
	next->lapses++;
	if (g->rules->relearning_n > 0)
		set_step(g, next, STATE_RELEARNING, g->rules->relearning[0],
		    0);
	else
		set_due_day(g, next, fuzzed(g, next->memory));
}

static struct steps_card
apply(const struct given *g, enum rating rating)
{
	struct steps_card next = *g->card;

	next.memory = memory_after(g, rating);
	next.last_at = g->review->at;
	next.last_day = g->review->day;
	next.reps++;
	if (g->card->state == STATE_REVIEW)
		in_review(g, &next, rating);
	else
		on_step(g, &next, rating);
	return next;
}

struct steps_card
steps_next(const struct model *model, const struct steps_rules *rules,
    const struct steps_card *card, const struct steps_review *review)
{
	struct given g = given_of(model, rules, card, review);

	return apply(&g, review->rating);
}

void
steps_preview(const struct model *model, const struct steps_rules *rules,
    const struct steps_card *card, const struct steps_review *review,
    struct steps_card out[4])
{
	struct given g = given_of(model, rules, card, review);
	int rating;

	for (rating = RATING_AGAIN; rating <= RATING_EASY; rating++)
		out[rating - 1] = apply(&g, (enum rating)rating);
}

float
steps_retrievability(const struct model *model, const struct steps_card *card,
    int32_t day)
{
	if (card->state == STATE_NEW)
		return 1.0f;
	return memory_retrievability(model, card->memory.stability,
	    day > card->last_day ? (float)(day - card->last_day) : 0.0f);
}
