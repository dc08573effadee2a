/*
 * bench_fsrs.c -- what one review costs in the memory model.
 * SPDX-License-Identifier: MIT
 *
 *   make bench, or: make build/tests/bench/bench_fsrs && \
 *       build/tests/bench/bench_fsrs
 *
 * CPU time of one thread; each line is the median of seven passes over the
 * same cards, drawn from lives of mixed ratings.  A sum over the results is
 * kept, so that nothing is left out by the compiler.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/random.h"
#include "fsrs/interval.h"
#include "fsrs/steps.h"

#define CARDS 4096
#define ROUNDS 100
#define PASSES 7
#define RETENTION 0.9f

struct bench {
	struct model model;
	struct memory memory[CARDS];
	float days[CARDS];
	enum rating rating[CARDS];
	struct steps_card card[CARDS];
	struct steps_review review[CARDS];
	double sum;
};

/* A card some reviews into its life, and the review that comes next. */
static void
live(struct bench *b, int i, struct random *random)
{
	struct steps_card *card = &b->card[i];
	struct steps_review *review = &b->review[i];
	int n = 1 + (int)random_below(random, 12);

	*card = steps_new;
	*review = (struct steps_review){ .day = 20000,
		.retention = RETENTION };
	do {
		review->at = (int64_t)review->day * 86400000 + n;
		review->rating = (enum rating)(random_below(random, 8) == 0 ?
		    1 + (int)random_below(random, 4) : RATING_GOOD);
		review->fuzz = random_unit(random);
		if (n > 0)
			*card = steps_next(&b->model, &steps_default, card,
			    review);
		if (card->due_day != STEPS_NO_DAY)
			review->day = card->due_day;
	} while (n-- > 0);
	b->memory[i] = card->memory;
	b->days[i] = (float)(review->day - card->last_day);
	b->rating[i] = review->rating;
}

/* --- what is measured; each does all cards once --------------------------- */

static void
one_step(struct bench *b)
{
	int i;

	for (i = 0; i < CARDS; i++)
		b->sum += (double)memory_next(&b->model, b->memory[i],
		    b->days[i], b->rating[i]).stability;
}

static void
one_step_and_interval(struct bench *b)
{
	struct memory m;
	int i;

	for (i = 0; i < CARDS; i++) {
		m = memory_next(&b->model, b->memory[i], b->days[i],
		    b->rating[i]);
		b->sum += (double)memory_interval(&b->model, m.stability,
		    RETENTION);
	}
}

static void
four_states(struct bench *b)
{
	struct memory out[4];
	float reach;
	int i, g;

	for (i = 0; i < CARDS; i++) {
		memory_next_all(&b->model, b->memory[i], b->days[i], out);
		reach = memory_reach(&b->model, RETENTION);
		for (g = 0; g < 4; g++)
			b->sum += (double)memory_reached(&b->model,
			    out[g].stability, reach);
	}
}

static void
machine(struct bench *b)
{
	int i;

	for (i = 0; i < CARDS; i++)
		b->sum += (double)steps_next(&b->model, &steps_default,
		    &b->card[i], &b->review[i]).memory.stability;
}

static void
preview(struct bench *b)
{
	struct steps_card out[4];
	int i;

	for (i = 0; i < CARDS; i++) {
		steps_preview(&b->model, &steps_default, &b->card[i],
		    &b->review[i], out);
		b->sum += (double)out[2].memory.stability;
	}
}

static void
retrievability(struct bench *b)
{
	int i;

	for (i = 0; i < CARDS; i++)
		b->sum += (double)memory_retrievability(&b->model,
		    b->memory[i].stability, b->days[i]);
}

/* --- clock ---------------------------------------------------------------- */

static double
cpu_ns(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int
by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(struct bench *b, void (*all_cards)(struct bench *))
{
	double pass[PASSES], start;
	int i, j;

	for (i = 0; i < PASSES; i++) {
		start = cpu_ns();
		for (j = 0; j < ROUNDS; j++)
			all_cards(b);
		pass[i] = (cpu_ns() - start) / ROUNDS / CARDS;
	}
	qsort(pass, PASSES, sizeof(pass[0]), by_size);
	return pass[PASSES / 2];
}

int
main(void)
{
	static const struct {
		const char *what;
		void (*all_cards)(struct bench *);
		int most;		/* ns that were set as a goal, or 0 */
	} lines[] = {
		{ "one step", one_step, 120 },
		{ "one step with its interval", one_step_and_interval, 0 },
		{ "four next states with intervals", four_states, 300 },
		{ "a review by the step machine", machine, 0 },
		{ "four previews by the step machine", preview, 0 },
		{ "a retrievability", retrievability, 0 },
	};
	static struct bench b;
	struct random random = random_of(1);
	size_t i;
	int c;

	memory_model(&b.model, &params_default);
	for (c = 0; c < CARDS; c++)
		live(&b, c, &random);
	printf("fsrs: CPU ns, median of %d passes of %d\n", PASSES,
	    CARDS * ROUNDS);
	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		printf("  %-36s %6.0f", lines[i].what,
		    median(&b, lines[i].all_cards));
		if (lines[i].most > 0)
			printf("  (at most %d)", lines[i].most);
		printf("\n");
	}
	return b.sum > 0.0 ? 0 : 1;
}
