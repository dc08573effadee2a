/*
 * queue_plan.c -- building the plan of a day.
 * SPDX-License-Identifier: MIT
 *
 * Due cards by retrievability, then new cards by requires, path and file;
 * each that comes makes its siblings wait.  A deck that others require counts
 * as seen when all of it that is unseen comes earlier in the same plan.
 */
#include "study/queue_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "study/proposal.h"

#include "base/banned.h"

struct due {
	float r;
	uint64_t tie;
	uint32_t card;
};

/* Lists that live while a plan is made. */
struct plan {
	struct queue *queue;
	struct due *due;
	size_t due_n, due_cap;
	uint32_t *fresh;		/* new cards chosen */
	size_t fresh_n, fresh_cap;
	uint32_t *unseen;		/* as it will be when they were asked */
	bool *counted;			/* by note, in unseen */
	bool *visited;			/* by deck */
};

void
queue_plan_clear(struct queue *queue)
{
	free(queue->selected);
	free(queue->plan);
	free(queue->steps);
	free(queue->note_held);
	free(queue->fact_held);
	free(queue->unseen);
	queue->selected = NULL;
	queue->plan = NULL;
	queue->steps = NULL;
	queue->note_held = queue->fact_held = queue->unseen = NULL;
	queue->plan_n = queue->next = queue->new_left = 0;
	queue->steps_n = queue->steps_cap = queue->steps_left = 0;
	queue->siblings = queue->over_limit = 0;
	queue->new_today = queue->reviews_today = queue->ms_today = 0;
}

/* --- what was done today ------------------------------------------------- */

struct today {
	struct queue *queue;
	struct index cards;	/* asked today when no longer new */
	struct mem mem;
	const char **ids;
	size_t n, cap;
};

static bool
take_review(void *arg, const struct store_review *row)
{
	struct today *t = arg;
	struct queue *queue = t->queue;
	char today[RENAME_ID];
	const char *id;

	queue->ms_today += row->took_ms > PROPOSAL_TOOK_MAX ?
	    PROPOSAL_TOOK_MAX : row->took_ms;
	if (isnan(row->retrievability)) {
		queue->new_today++;
		return true;
	}
	id = rename_card(&queue->study->replay.renames, row->card, today);
	if (index_find(&t->cards, id, strlen(id)) != INDEX_NONE)
		return true;
	t->ids = mem_grow(t->ids, t->n, &t->cap, sizeof(*t->ids));
	t->ids[t->n] = mem_string(&t->mem, id);
	index_add(&t->cards, t->ids[t->n], strlen(id), (uint32_t)t->n);
	t->n++;
	return true;
}

static bool
count_today(struct queue *queue, struct err *err)
{
	const struct study *study = queue->study;
	struct store_review_filter filter = store_review_all;
	struct today t = { .queue = queue };
	int64_t n;
	size_t i;
	bool ok;

	if (study->store == NULL || !study->has_learner)
		return true;
	filter.learner = study->learner.id;
	filter.mode = "study";
	filter.day_from = filter.day_to = queue->day;
	ok = store_reviews(study->store, &filter, take_review, &t, err);
	/* The log does not say a card's state: only a limit pays for it. */
	if (study_settings(study)->v[SETTING_REVIEWS] != SETTINGS_OFF)
		for (i = 0; ok && i < t.n; i++) {
			ok = replay_card_day(&study->replay, study->store,
			    t.ids[i], queue->day, &n, err);
			queue->reviews_today += ok ? n : 0;
		}
	free(t.ids);
	index_clear(&t.cards);
	mem_clear(&t.mem);
	return ok;
}

/* --- what stands before the plan ----------------------------------------- */

/* A card that this session has asked stays in it, whatever is:new says. */
static void
choose(struct queue *queue, struct moment now)
{
	const struct study *study = queue->study;
	uint32_t i, card;
	size_t j;

	if (select_is_all(queue->options.select))
		return;
	queue->selected = mem_new_array(study->library.cards_n + 1,
	    sizeof(*queue->selected));
	for (i = 0; i < study->library.cards_n; i++)
		queue->selected[i] = select_card(queue->options.select, study,
		    i, now);
	for (j = 0; j < queue->asked_n; j++) {
		card = library_card(&study->library, queue->asked[j]);
		if (card != INDEX_NONE)
			queue->selected[card] = true;
	}
}

/* `learn` takes the steps of its own cards only. */
static void
add_step(struct queue *queue, uint32_t card, int64_t at)
{
	bool asked = queue_was_asked(queue,
	    queue->study->library.cards[card].id);

	if (queue->options.only_new && !asked)
		return;
	queue->steps_left += !asked;
	queue_step_push(queue, at, card);
}

static void
survey(struct queue *queue)
{
	const struct study *study = queue->study;
	const struct library *l = &study->library;
	const struct study_memory *m;
	uint32_t i;

	queue->note_held = mem_new_array(l->notes_n + 1, sizeof(uint32_t));
	queue->fact_held = mem_new_array(l->facts_kinds + 1, sizeof(uint32_t));
	queue->unseen = mem_new_array(l->decks_n + 1, sizeof(uint32_t));
	for (i = 0; i < l->notes_n; i++)
		queue->unseen[l->notes[i].deck] += queue_note_blocks(study, i);
	for (i = 0; i < l->cards_n; i++) {
		m = &study->memories[i];
		if (m->card.state == STATE_NEW && m->card.reps == 0)
			continue;
		if (queue_holds(m, queue->day))
			queue_hold(queue, i, 1);
		if (queue_on_step(m) && queue_is_open(queue, i))
			add_step(queue, i, m->card.due_at);
	}
}

/* --- due ----------------------------------------------------------------- */

static int
by_retrievability(const void *a, const void *b)
{
	const struct due *x = a, *y = b;

	if (x->r < y->r || x->r > y->r)
		return (x->r > y->r) - (x->r < y->r);
	if (x->tie != y->tie)
		return (x->tie > y->tie) - (x->tie < y->tie);
	return (x->card > y->card) - (x->card < y->card);
}

static void
find_due(struct plan *p)
{
	struct queue *queue = p->queue;
	const struct study *study = queue->study;
	const struct library *l = &study->library;
	uint32_t i;

	for (i = 0; i < l->cards_n; i++) {
		if (!queue_is_due(study, i, queue->day) ||
		    !queue_is_open(queue, i))
			continue;
		p->due = mem_grow(p->due, p->due_n, &p->due_cap,
		    sizeof(*p->due));
		p->due[p->due_n++] = (struct due){
		    steps_retrievability(&study->replay.model,
		    &study->memories[i].card, queue->day),
		    hash_mix(queue->options.seed ^
		    hash_string(l->cards[i].id)), i };
	}
	if (p->due_n > 0)
		qsort(p->due, p->due_n, sizeof(*p->due), by_retrievability);
}

/* Keeps those that no sibling holds and that the limit lets through. */
static void
choose_due(struct plan *p)
{
	struct queue *queue = p->queue;
	size_t i, kept = 0, room;

	room = queue_room(queue, SETTING_REVIEWS, queue->reviews_today);
	for (i = 0; i < p->due_n; i++) {
		if (queue_is_held(queue, p->due[i].card)) {
			queue->siblings++;
		} else if (kept >= room) {
			queue->over_limit++;
		} else {
			queue_hold(queue, p->due[i].card, 1);
			p->due[kept++] = p->due[i];
		}
	}
	p->due_n = kept;
}

/* --- new ----------------------------------------------------------------- */

static bool
will_be_ready(const struct plan *p, const struct library_deck *deck)
{
	const struct library *l = &p->queue->study->library;
	uint32_t i;

	for (i = deck->needs; i < deck->needs + deck->needs_n; i++)
		if (p->unseen[l->needs[i]] > 0)
			return false;
	return true;
}

static void
choose_new(struct plan *p, uint32_t card, size_t room)
{
	struct queue *queue = p->queue;
	const struct library *l = &queue->study->library;
	uint32_t note = l->note_of[card];

	if (queue_is_held(queue, card)) {
		queue->siblings++;
		return;
	}
	if (p->fresh_n >= room) {
		queue->over_limit++;
		return;
	}
	queue_hold(queue, card, 1);
	p->fresh = mem_grow(p->fresh, p->fresh_n, &p->fresh_cap,
	    sizeof(*p->fresh));
	p->fresh[p->fresh_n++] = card;
	if (!p->counted[note] && queue_note_blocks(queue->study, note)) {
		p->counted[note] = true;
		p->unseen[l->notes[note].deck]--;
	}
}

/* What a deck requires goes first; library->needs has no circles. */
static void
visit(struct plan *p, uint32_t number, size_t room)
{
	struct queue *queue = p->queue;
	const struct library *l = &queue->study->library;
	const struct library_deck *deck = &l->decks[number];
	uint32_t i;

	if (p->visited[number])
		return;
	p->visited[number] = true;
	for (i = deck->needs; i < deck->needs + deck->needs_n; i++)
		visit(p, l->needs[i], room);
	if (!queue->options.override && !will_be_ready(p, deck))
		return;
	for (i = deck->cards; i < deck->cards + deck->cards_n; i++)
		if (queue->study->memories[i].card.state == STATE_NEW &&
		    queue_is_open(queue, i))
			choose_new(p, i, room);
}

static void
find_new(struct plan *p)
{
	struct queue *queue = p->queue;
	const struct library *l = &queue->study->library;
	size_t room = queue_room(queue, SETTING_NEW, queue->new_today);
	uint32_t i;

	p->unseen = mem_new_array(l->decks_n + 1, sizeof(*p->unseen));
	memcpy(p->unseen, queue->unseen, l->decks_n * sizeof(*p->unseen));
	p->counted = mem_new_array(l->notes_n + 1, sizeof(*p->counted));
	p->visited = mem_new_array(l->decks_n + 1, sizeof(*p->visited));
	for (i = 0; i < l->decks_n; i++)
		visit(p, i, room);
}

/* --- together ------------------------------------------------------------ */

/* New card i of N goes before due card (i + 1/2) D / N, rounded down. */
static void
mix(struct plan *p)
{
	struct queue *queue = p->queue;
	size_t n = p->fresh_n, d = p->due_n, i = 0, j = 0, at = 0;

	queue->plan = mem_new_array(n + d + 1, sizeof(*queue->plan));
	while (i < n || j < d) {
		if (i < n && (j >= d || (2 * i + 1) * d / (2 * n) <= j))
			queue->plan[at++] = (struct queue_entry){
			    p->fresh[i++], true };
		else
			queue->plan[at++] = (struct queue_entry){
			    p->due[j++].card, false };
	}
	queue->plan_n = at;
	queue->new_left = n;
	/* From now on only what was asked or is on a step holds siblings. */
	for (i = 0; i < at; i++)
		queue_hold(queue, queue->plan[i].card, -1);
}

bool
queue_plan(struct queue *queue, struct moment now, struct err *err)
{
	struct plan p = { .queue = queue };

	queue->day = now.day;
	if (!count_today(queue, err))
		return false;
	choose(queue, now);
	survey(queue);
	if (!queue->options.only_new) {
		find_due(&p);
		choose_due(&p);
	}
	find_new(&p);
	mix(&p);
	free(p.due);
	free(p.fresh);
	free(p.unseen);
	free(p.counted);
	free(p.visited);
	return true;
}
