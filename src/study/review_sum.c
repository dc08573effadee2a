/*
 * review_sum.c -- what a session came to.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "study/review_part.h"

#include "base/banned.h"

static struct review_deck_sum *
deck_of(struct review_summary *out, const struct note *note)
{
	const char *topic = note_text(note, KEY_TOPIC);
	struct review_deck_sum *d;
	size_t i;

	for (i = 0; i < out->decks_n; i++) {
		d = &out->decks[i];
		if (strcmp(d->title, note->deck->title) == 0 &&
		    strcmp(d->topic, topic) == 0)
			return d;
	}
	d = &out->decks[out->decks_n++];
	d->title = note->deck->title;
	d->topic = topic;
	return d;
}

static void
add_missed(const char **missed, size_t *n, const struct card *card)
{
	const char *article = note_value(card->note, KEY_ARTICLE, 0);
	const char *name = article != NULL ? article : card->id;
	size_t i;

	for (i = 0; i < *n; i++)
		if (strcmp(missed[i], name) == 0)
			return;
	missed[(*n)++] = name;
}

static void
add_entry(struct review *review, const struct review_entry *entry,
    struct review_summary *out)
{
	struct review_deck_sum *d = deck_of(out, entry->card->note);

	if (d->missed == NULL)
		d->missed = mem_array(&review->sum, review->entries_n,
		    sizeof(*d->missed));
	d->answered++;
	d->right += entry->right;
	out->answered++;
	out->right += entry->right;
	out->took_ms += entry->took_ms > PROPOSAL_TOOK_MAX ?
	    PROPOSAL_TOOK_MAX : entry->took_ms;
	if (!entry->right) {
		add_missed(d->missed, &d->missed_n, entry->card);
		add_missed(out->missed, &out->missed_n, entry->card);
	}
}

static size_t
count_tomorrow(const struct study *study, struct moment now)
{
	const struct study_memory *m;
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < study->library.cards_n; i++) {
		m = &study->memories[i];
		n += m->card.state == STATE_REVIEW && !m->suspended &&
		    m->card.due_day <= now.day + 1 &&
		    study->library.cards[i].note->pool != NOTE_EXAM;
	}
	return n;
}

size_t
review_cards(const struct review *review)
{
	struct index index = { 0 };
	const char *id;
	size_t i, n;

	for (i = 0; i < review->entries_n; i++) {
		id = review->entries[i].card->id;
		index_add(&index, id, strlen(id), 1);
	}
	n = index.n;
	index_clear(&index);
	return n;
}

void
review_summary(struct review *review, struct moment now,
    struct review_summary *out)
{
	size_t i, n = review->entries_n;

	mem_clear(&review->sum);
	*out = (struct review_summary){ .answered = 0 };
	out->decks = mem_array(&review->sum, n, sizeof(*out->decks));
	out->missed = mem_array(&review->sum, n, sizeof(*out->missed));
	for (i = 0; i < n; i++)
		add_entry(review, &review->entries[i], out);
	out->cards = review_cards(review);
	out->total = review->list_n;
	out->tomorrow = count_tomorrow(review->study, now);
	if (review->queue == NULL)
		return;
	out->left = queue_left(review->queue, now);
	out->total = out->cards + queue_to_come(review->queue);
}
