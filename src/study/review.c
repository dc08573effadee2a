/*
 * review.c -- see review.h: a session's begin, and which question is next.
 * SPDX-License-Identifier: MIT
 */
#include "study/review.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "study/review_part.h"

#include "base/banned.h"

/* --- open ---------------------------------------------------------------- */

/* What cram and preview ask: no drafts (they are no cards), no exam pool. */
static void
make_list(struct review *review, struct moment now)
{
	struct study *study = review->study;
	bool cram = review->options.mode == REVIEW_CRAM;
	uint32_t *cards, i;
	size_t n, j;
	struct random random = random_of_string(review->session);

	n = select_cards(review->options.select, study, now, &cards);
	for (j = 0, i = 0; j < n; j++)
		if (study->library.cards[cards[j]].note->pool != NOTE_EXAM &&
		    (!cram || !study->memories[cards[j]].suspended))
			cards[i++] = cards[j];
	if (cram && i > 0)
		random_shuffle(&random, cards, i);
	review->list_n = i;
	review->list = mem_new_array(i + 1, sizeof(*review->list));
	for (j = 0; j < i; j++)
		review->list[j] = study->library.cards[cards[j]].id;
	free(cards);
}

bool
review_open(struct review **out, struct study *study,
    const struct review_options *options, struct moment now, struct err *err)
{
	struct review *review = mem_new_array(1, sizeof(*review));
	bool ok = true;

	review->study = study;
	review->options = *options;
	review->began_at = now.at;
	review->changes = study->changes;
	review->day = now.day;
	review->typed.limit = REVIEW_TYPED_MAX;
	study_id(study, now.at, review->session);
	if (options->mode == REVIEW_CRAM || options->mode == REVIEW_PREVIEW)
		make_list(review, now);
	else
		ok = queue_open(&review->queue, study, &(struct queue_options){
		    .select = options->select,
		    .only_new = options->mode == REVIEW_LEARN,
		    .override = options->mode == REVIEW_LEARN &&
		    select_names_deck(options->select),
		    .seed = hash_string(review->session) }, now, err);
	if (!ok) {
		review_close(review);
		return false;
	}
	*out = review;
	return true;
}

void
review_close(struct review *review)
{
	if (review == NULL)
		return;
	queue_close(review->queue);
	free(review->list);
	free(review->entries);
	free(review->times);
	buf_clear(&review->typed);
	mem_clear(&review->sum);
	free(review);
}

enum review_state
review_state(const struct review *review)
{
	return review->state;
}

enum review_mode
review_mode(const struct review *review)
{
	return review->options.mode;
}

const struct review_question *
review_question(const struct review *review)
{
	return review->state == REVIEW_IDLE ? NULL : &review->question;
}

const struct review_judged *
review_judged(const struct review *review)
{
	return &review->judged;
}

/* --- next ---------------------------------------------------------------- */

bool
review_refresh(struct review *review, struct moment now, struct err *err)
{
	bool stale = review->changes != review->study->changes ||
	    review->day != now.day;

	if (review->queue != NULL && stale &&
	    !queue_rebuild(review->queue, now, err))
		return false;
	review->changes = review->study->changes;
	review->day = now.day;
	return true;
}

bool
review_had(const struct review *review, const char *id)
{
	size_t i;

	for (i = 0; i < review->entries_n; i++)
		if (strcmp(review->entries[i].card->id, id) == 0)
			return true;
	return false;
}

static void
number(struct review *review, struct review_question *q)
{
	size_t had = review_cards(review);

	q->again = review_had(review, q->card->id);
	q->number = had + !q->again;
	q->total = review->queue == NULL ? review->list_n :
	    had + queue_to_come(review->queue);
	if (q->total < q->number)
		q->total = q->number;
}

static void
show(struct review *review, uint32_t card, struct moment now)
{
	struct study *study = review->study;
	const struct study_memory *m = &study->memories[card];
	struct review_question *q = &review->question;

	*q = (struct review_question){ .card = &study->library.cards[card],
	    .number_of_card = card, .state = m->card.state, .tries = 1 };
	study_id(study, now.at, q->id);
	q->layout = card_layout_of(q->card, q->id);
	q->changed = study_is_changed(q->card, m, now.day);
	q->retrievability = m->card.state == STATE_NEW ? (double)NAN :
	    (double)steps_retrievability(&study->replay.model, &m->card,
	    now.day);
	number(review, q);
	review->hint = false;
	review->judged = (struct review_judged){ .median_ms = -1 };
	buf_reset(&review->typed);
	review->state = REVIEW_ASKED;
}

/* The card of a list, passing those that an edit removed. */
static enum queue_next
peek_list(struct review *review, uint32_t *card)
{
	while (review->list_at < review->list_n) {
		*card = library_card(&review->study->library,
		    review->list[review->list_at]);
		if (*card != INDEX_NONE)
			return QUEUE_CARD;
		review->list_at++;
	}
	return QUEUE_EMPTY;
}

static enum queue_next
peek(struct review *review, struct moment now, uint32_t *card, int64_t *at)
{
	uint32_t again = review->again == NULL ? INDEX_NONE :
	    library_card(&review->study->library, review->again);

	if (again != INDEX_NONE &&
	    !review->study->memories[again].suspended) {
		*card = again;
		return QUEUE_CARD;
	}
	review->again = NULL;
	return review->queue == NULL ? peek_list(review, card) :
	    queue_peek(review->queue, now, card, at);
}

enum review_next
review_next(struct review *review, struct moment now,
    const struct review_question **question, int64_t *at, struct err *err)
{
	uint32_t card;

	review->state = REVIEW_IDLE;
	if (!review_refresh(review, now, err))
		return REVIEW_FAILED;
	switch (peek(review, now, &card, at)) {
	case QUEUE_CARD:
		show(review, card, now);
		*question = &review->question;
		return REVIEW_CARD;
	case QUEUE_WAIT:
		return REVIEW_WAIT;
	default:
		return REVIEW_END;
	}
}

const char *
review_hint(struct review *review)
{
	const char *hint;

	assert(review->state != REVIEW_IDLE);
	hint = note_value(review->question.card->note, KEY_HINT, 0);
	if (hint != NULL && review->state == REVIEW_ASKED)
		review->hint = true;
	return hint;
}

const char *
review_change(const struct review *review)
{
	return review->state == REVIEW_IDLE || !review->question.changed ?
	    NULL : note_value(review->question.card->note, KEY_CHANGE, 0);
}
