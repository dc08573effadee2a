/*
 * queue_card.c -- what the queue asks about one card, and the heap of steps.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "study/queue_plan.h"

#include "base/banned.h"

bool
queue_is_open(const struct queue *queue, uint32_t card)
{
	const struct study *study = queue->study;

	return study->library.cards[card].note->pool != NOTE_EXAM &&
	    study_is_awake(&study->memories[card], queue->day) &&
	    (queue->selected == NULL || queue->selected[card]);
}

bool
queue_on_step(const struct study_memory *memory)
{
	return (memory->card.state == STATE_LEARNING ||
	    memory->card.state == STATE_RELEARNING) &&
	    memory->card.due_at != STEPS_NO_AT;
}

bool
queue_is_due(const struct study *study, uint32_t card, int32_t day)
{
	const struct study_memory *m = &study->memories[card];

	return m->card.state == STATE_REVIEW && (m->card.due_day <= day ||
	    study_is_changed(&study->library.cards[card], m, day));
}

bool
queue_was_asked(const struct queue *queue, const char *id)
{
	return index_find(&queue->asked_index, id, strlen(id)) != INDEX_NONE;
}

/* --- siblings ------------------------------------------------------------ */

bool
queue_holds(const struct study_memory *memory, int32_t day)
{
	return memory->card.last_day == day || (queue_on_step(memory) &&
	    study_is_awake(memory, day));
}

void
queue_hold(struct queue *queue, uint32_t card, int by)
{
	const struct library *l = &queue->study->library;
	uint32_t number = l->note_of[card], i;
	const struct library_note *note = &l->notes[number];

	queue->note_held[number] += (uint32_t)by;
	for (i = note->facts; i < note->facts + note->facts_n; i++)
		queue->fact_held[l->facts[i]] += (uint32_t)by;
}

/* Asked of a card that holds nothing itself. */
bool
queue_is_held(const struct queue *queue, uint32_t card)
{
	const struct library *l = &queue->study->library;
	uint32_t number = l->note_of[card], i;
	const struct library_note *note = &l->notes[number];

	if (queue->note_held[number] > 0)
		return true;
	for (i = note->facts; i < note->facts + note->facts_n; i++)
		if (queue->fact_held[l->facts[i]] > 0)
			return true;
	return false;
}

/* --- requires ------------------------------------------------------------ */

bool
queue_is_ready(const struct queue *queue, uint32_t card)
{
	const struct library *l = &queue->study->library;
	const struct library_deck *deck =
	    &l->decks[l->notes[l->note_of[card]].deck];
	uint32_t i;

	if (queue->options.override)
		return true;
	for (i = deck->needs; i < deck->needs + deck->needs_n; i++)
		if (queue->unseen[l->needs[i]] > 0)
			return false;
	return true;
}

bool
queue_note_blocks(const struct study *study, uint32_t number)
{
	const struct library_note *note = &study->library.notes[number];
	bool awake = false;
	uint32_t i;

	if (note->note->draft || note->note->pool == NOTE_EXAM)
		return false;
	for (i = note->first; i < note->first + note->cards_n; i++) {
		if (study->memories[i].card.reps > 0)
			return false;
		awake = awake || !study->memories[i].suspended;
	}
	return awake;
}

/* --- the heap of steps --------------------------------------------------- */

static bool
before(const struct queue_step *a, const struct queue_step *b)
{
	return a->at != b->at ? a->at < b->at : a->card < b->card;
}

static void
swap(struct queue_step *a, struct queue_step *b)
{
	struct queue_step t = *a;

	*a = *b;
	*b = t;
}

void
queue_step_push(struct queue *queue, int64_t at, uint32_t card)
{
	struct queue_step *v;
	size_t i = queue->steps_n;

	queue->steps = v = mem_grow(queue->steps, i, &queue->steps_cap,
	    sizeof(*v));
	v[queue->steps_n++] = (struct queue_step){ at, card };
	for (; i > 0 && before(&v[i], &v[(i - 1) / 2]); i = (i - 1) / 2)
		swap(&v[i], &v[(i - 1) / 2]);
}

void
queue_step_pop(struct queue *queue)
{
	struct queue_step *v = queue->steps;
	size_t i = 0, child, n = --queue->steps_n;

	v[0] = v[n];
	while ((child = 2 * i + 1) < n) {
		child += child + 1 < n && before(&v[child + 1], &v[child]);
		if (!before(&v[child], &v[i]))
			break;
		swap(&v[i], &v[child]);
		i = child;
	}
}

size_t
queue_room(const struct queue *queue, enum setting which, int64_t used)
{
	int32_t limit = study_settings(queue->study)->v[which];

	if (limit == SETTINGS_OFF)
		return SIZE_MAX;
	return used >= limit ? 0 : (size_t)(limit - used);
}
