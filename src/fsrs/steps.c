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
	struct memory_ahead ahead;
	float reach;		/* of the desired retention; once asked for */
	/* By rating; days are 0 until they are asked for. */
	struct memory after[RATING_EASY + 1];
	bool has_after[RATING_EASY + 1];
	int32_t days[RATING_EASY + 1];
};

static int32_t
elapsed_days(const struct steps_card *card, int32_t day)
{
	int64_t days = (int64_t)day - card->last_day;

	if (card->last_day == STEPS_NO_DAY || days < 0)
		return 0;
	return days < INT32_MAX ? (int32_t)days : INT32_MAX;
}

static void
given_init(struct given *g, const struct model *model,
    const struct steps_rules *rules, const struct steps_card *card,
    const struct steps_review *review)
{
	*g = (struct given){ model, rules, card, review,
	    .elapsed = elapsed_days(card, review->day), .reach = -1.0f };
	if (card->state != STATE_NEW)
		g->ahead = memory_look(model, card->memory,
		    (float)g->elapsed);
}

static struct memory
after(struct given *g, enum rating rating)
{
	if (!g->has_after[rating]) {
		g->after[rating] = g->card->state == STATE_NEW ?
		    memory_first(g->model, rating) :
		    memory_after(g->model, &g->ahead, rating);
		g->has_after[rating] = true;
	}
	return g->after[rating];
}

/* The interval of a rating alone, with fuzz. */
static int32_t
days_of(struct given *g, enum rating rating)
{
	int32_t days = g->days[rating], max = g->rules->interval_max;

	if (days != 0)
		return days;
	if (g->reach < 0.0f)
		g->reach = memory_reach(g->model, g->review->retention);
	days = interval_round(memory_reached(g->model,
	    after(g, rating).stability, g->reach), max);
	if (g->review->fuzz >= 0.0)
		days = interval_fuzz(days, g->elapsed, max, g->review->fuzz);
	return g->days[rating] = days;
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
on_step(struct given *g, struct steps_card *next, enum rating rating)
{
	bool again = g->card->state == STATE_RELEARNING;
	const int32_t *steps = again ? g->rules->relearning :
	    g->rules->learning;
	int32_t n = again ? g->rules->relearning_n : g->rules->learning_n;
	enum state state = again ? STATE_RELEARNING : STATE_LEARNING;
	int32_t at = g->card->state == STATE_NEW ? 0 : g->card->step;

	if (rating == RATING_EASY || at >= n)
		set_due_day(g, next, days_of(g, rating));
	else if (rating == RATING_AGAIN)
		set_step(g, next, state, steps[0], 0);
	else if (rating == RATING_HARD)
		set_step(g, next, state, hard_minutes(steps, n), at);
	else if (at + 1 < n)
		set_step(g, next, state, steps[at + 1], at + 1);
	else
		set_due_day(g, next, days_of(g, rating));
}

/* In review a better rating always means a later day. */
static int32_t
ordered_days(struct given *g, enum rating rating)
{
	int32_t hard = days_of(g, RATING_HARD);
	int32_t good = days_of(g, RATING_GOOD), easy;

	if (hard > good)
		hard = good;
	if (rating == RATING_HARD)
		return hard;
	if (good < hard + 1)
		good = hard + 1;
	if (rating == RATING_GOOD)
		return good;
	easy = days_of(g, RATING_EASY);
	return easy > good ? easy : good + 1;
}

static void
in_review(struct given *g, struct steps_card *next, enum rating rating)
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
		set_due_day(g, next, days_of(g, rating));
}

static struct steps_card
apply(struct given *g, enum rating rating)
{
	struct steps_card next = *g->card;

	next.memory = after(g, rating);
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
	struct given g;

	given_init(&g, model, rules, card, review);
	return apply(&g, review->rating);
}

void
steps_preview(const struct model *model, const struct steps_rules *rules,
    const struct steps_card *card, const struct steps_review *review,
    struct steps_card out[4])
{
	struct given g;
	int rating;

	given_init(&g, model, rules, card, review);
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
	    (float)elapsed_days(card, day));
}
