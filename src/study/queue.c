/*
 * queue.c -- see queue.h: looking at the next card, moving the answered one.
 * SPDX-License-Identifier: MIT
 */
#include "study/queue.h"

#include <stdlib.h>
#include <string.h>

#include "study/proposal.h"
#include "study/queue_plan.h"

#include "base/banned.h"

bool
queue_open(struct queue **out, struct study *study,
    const struct queue_options *options, struct moment now, struct err *err)
{
	struct queue *queue = mem_new_array(1, sizeof(*queue));

	queue->study = study;
	queue->options = *options;
	if (!queue_plan(queue, now, err)) {
		queue_close(queue);
		return false;
	}
	*out = queue;
	return true;
}

void
queue_close(struct queue *queue)
{
	if (queue == NULL)
		return;
	queue_plan_clear(queue);
	free(queue->asked);
	index_clear(&queue->asked_index);
	free(queue);
}

bool
queue_rebuild(struct queue *queue, struct moment now, struct err *err)
{
	queue_plan_clear(queue);
	return queue_plan(queue, now, err);
}

/* --- the next card ------------------------------------------------------- */

/* A step that was answered, suspended or buried since is no longer one. */
static bool
step_stands(const struct queue *queue, const struct queue_step *step)
{
	const struct study_memory *m = &queue->study->memories[step->card];

	return queue_on_step(m) && m->card.due_at == step->at &&
	    queue_is_open(queue, step->card);
}

static const struct queue_step *
first_step(struct queue *queue)
{
	while (queue->steps_n > 0 && !step_stands(queue, &queue->steps[0]))
		queue_step_pop(queue);
	return queue->steps_n > 0 ? &queue->steps[0] : NULL;
}

static bool
entry_stands(const struct queue *queue, const struct queue_entry *entry)
{
	const struct study_memory *m = &queue->study->memories[entry->card];

	if (!queue_is_open(queue, entry->card) ||
	    queue_is_held(queue, entry->card))
		return false;
	return entry->is_new ? m->card.state == STATE_NEW :
	    queue_is_due(queue->study, entry->card, queue->day);
}

/* What its deck requires came earlier in the plan, unless it was left out. */
static bool
entry_is_ready(const struct queue *queue, const struct queue_entry *entry)
{
	return !entry->is_new || queue_is_ready(queue, entry->card);
}

static void
pass(struct queue *queue)
{
	queue->new_left -= queue->plan[queue->next].is_new;
	queue->next++;
}

static const struct queue_entry *
first_entry(struct queue *queue)
{
	while (queue->next < queue->plan_n &&
	    (!entry_stands(queue, &queue->plan[queue->next]) ||
	    !entry_is_ready(queue, &queue->plan[queue->next])))
		pass(queue);
	return queue->next < queue->plan_n ? &queue->plan[queue->next] : NULL;
}

/* The day's minutes are used up. */
static bool
is_over_time(const struct queue *queue)
{
	return queue_room(queue, SETTING_MINUTES,
	    queue->ms_today / CLOCK_MINUTE) == 0;
}

enum queue_next
queue_peek(struct queue *queue, struct moment now, uint32_t *card, int64_t *at)
{
	const struct queue_step *step = first_step(queue);
	const struct queue_entry *entry;
	int64_t ahead = study_settings(queue->study)->v[SETTING_LEARN_AHEAD] *
	    CLOCK_MINUTE;

	if (is_over_time(queue))
		return QUEUE_EMPTY;
	if (step != NULL && step->at <= now.at) {
		*card = step->card;
		return QUEUE_CARD;
	}
	entry = first_entry(queue);
	if (entry != NULL) {
		*card = entry->card;
		return QUEUE_CARD;
	}
	if (step == NULL)
		return QUEUE_EMPTY;
	*card = step->card;
	*at = step->at;
	return step->at <= now.at + ahead ? QUEUE_CARD : QUEUE_WAIT;
}

/* --- after an answer ----------------------------------------------------- */

static void
remember(struct queue *queue, uint32_t card)
{
	const char *id = queue->study->library.cards[card].id;

	if (queue_was_asked(queue, id))
		return;
	queue->asked = mem_grow(queue->asked, queue->asked_n,
	    &queue->asked_cap, sizeof(*queue->asked));
	queue->asked[queue->asked_n++] = id;
	index_add(&queue->asked_index, id, strlen(id), 1);
}

/* The first look at a note may open the decks that require this one. */
static void
count_seen(struct queue *queue, uint32_t card,
    const struct study_memory *before)
{
	struct study *study = queue->study;
	uint32_t note = study->library.note_of[card];
	struct study_memory after = study->memories[card];
	bool blocked;

	study->memories[card] = *before;
	blocked = queue_note_blocks(study, note);
	study->memories[card] = after;
	if (blocked && !queue_note_blocks(study, note))
		queue->unseen[study->library.notes[note].deck]--;
}

void
queue_answered(struct queue *queue, uint32_t card,
    const struct study_memory *before, int64_t took_ms, struct moment now)
{
	const struct study_memory *after = &queue->study->memories[card];

	if (queue_on_step(before) && queue->steps_left > 0 &&
	    !queue_was_asked(queue, queue->study->library.cards[card].id))
		queue->steps_left--;
	remember(queue, card);
	if (queue->next < queue->plan_n &&
	    queue->plan[queue->next].card == card)
		pass(queue);
	if (queue_on_step(after))
		queue_step_push(queue, after->card.due_at, card);
	queue_hold(queue, card, queue_holds(after, now.day) -
	    queue_holds(before, now.day));
	count_seen(queue, card, before);
	queue->ms_today += took_ms > PROPOSAL_TOOK_MAX ? PROPOSAL_TOOK_MAX :
	    took_ms;
}

/* --- what is left -------------------------------------------------------- */

struct queue_left
queue_left(const struct queue *queue, struct moment now)
{
	struct queue_left left = { .siblings = queue->siblings,
	    .over_limit = queue->over_limit };
	size_t i;

	(void)now;
	left.new_cards = queue->new_left;
	left.due = queue->plan_n - queue->next - queue->new_left;
	for (i = 0; i < queue->steps_n; i++)
		left.steps += step_stands(queue, &queue->steps[i]);
	if (is_over_time(queue)) {
		left.over_limit += left.new_cards + left.due + left.steps;
		left.new_cards = left.due = left.steps = 0;
	}
	return left;
}

size_t
queue_to_come(const struct queue *queue)
{
	return queue->plan_n - queue->next + queue->steps_left;
}

static int
by_at(const void *a, const void *b)
{
	const struct queue_step *x = a, *y = b;

	if (x->at != y->at)
		return (x->at > y->at) - (x->at < y->at);
	return (x->card > y->card) - (x->card < y->card);
}

size_t
queue_list(struct queue *queue, struct moment now, uint32_t **cards)
{
	size_t n = 0, i, steps = 0, all = queue->steps_n + queue->plan_n + 1;
	struct queue_step *sorted = mem_new_array(queue->steps_n + 1,
	    sizeof(*sorted));

	(void)now;
	*cards = mem_new_array(all, sizeof(**cards));
	for (i = 0; i < queue->steps_n && !is_over_time(queue); i++)
		if (step_stands(queue, &queue->steps[i]))
			sorted[steps++] = queue->steps[i];
	qsort(sorted, steps, sizeof(*sorted), by_at);
	for (i = 0; i < steps; i++)
		(*cards)[n++] = sorted[i].card;
	for (i = queue->next; i < queue->plan_n && !is_over_time(queue); i++)
		if (entry_stands(queue, &queue->plan[i]))
			(*cards)[n++] = queue->plan[i].card;
	free(sorted);
	return n;
}
