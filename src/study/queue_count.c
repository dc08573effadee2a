/*
 * queue_count.c -- how much there is, deck by deck and day by day.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "study/queue_plan.h"

#include "base/banned.h"

static void
count_card(const struct study *study, uint32_t card, int32_t day,
    struct queue_deck *deck)
{
	const struct study_memory *m = &study->memories[card];
	bool asked = study->library.cards[card].note->pool != NOTE_EXAM;

	deck->suspended += m->suspended;
	deck->learned += m->card.state == STATE_REVIEW;
	if (!asked || !study_is_awake(m, day))
		return;
	deck->new_cards += m->card.state == STATE_NEW;
	deck->steps += queue_on_step(m);
	deck->due += queue_is_due(study, card, day);
}

/* Decks whose new cards wait for another deck. */
static void
count_waiting(const struct study *study, struct queue_deck *decks)
{
	const struct library *l = &study->library;
	bool *blocks = mem_new_array(l->decks_n + 1, sizeof(*blocks));
	const struct library_deck *deck;
	uint32_t i, j;

	for (i = 0; i < l->notes_n; i++)
		if (!blocks[l->notes[i].deck] && queue_note_blocks(study, i))
			blocks[l->notes[i].deck] = true;
	for (i = 0; i < l->decks_n; i++) {
		deck = &l->decks[i];
		for (j = deck->needs; j < deck->needs + deck->needs_n; j++)
			decks[i].waiting = decks[i].waiting ||
			    blocks[l->needs[j]];
	}
	free(blocks);
}

static void
count_lost(const struct study *study, struct queue_deck *decks)
{
	const char *id, *slash;
	uint32_t deck;
	size_t i;

	for (i = 0; i < study->lost_n; i++) {
		id = study->lost[i].id;
		slash = strchr(id, '/');
		deck = slash == NULL ? INDEX_NONE : index_find(
		    &study->library.decks_index, id, (size_t)(slash - id));
		if (deck != INDEX_NONE)
			decks[deck].lost++;
	}
}

void
queue_decks(const struct study *study, struct moment now,
    struct queue_deck *decks)
{
	const struct library *l = &study->library;
	uint32_t i;

	memset(decks, 0, l->decks_n * sizeof(*decks));
	for (i = 0; i < l->cards_n; i++)
		count_card(study, i, now.day,
		    &decks[l->notes[l->note_of[i]].deck]);
	count_waiting(study, decks);
	count_lost(study, decks);
}

size_t
queue_due_days(const struct study *study, const struct select *select,
    struct moment now, int32_t **days)
{
	const struct study_memory *m;
	size_t n = 0, cap = 0;
	bool step;
	uint32_t i;

	*days = NULL;
	for (i = 0; i < study->library.cards_n; i++) {
		m = &study->memories[i];
		step = queue_on_step(m);
		if (m->suspended || (!step && m->card.state != STATE_REVIEW) ||
		    study->library.cards[i].note->pool == NOTE_EXAM ||
		    !select_card(select, study, i, now))
			continue;
		*days = mem_grow(*days, n, &cap, sizeof(**days));
		(*days)[n++] = step ? now.day : m->card.due_day;
	}
	return n;
}
