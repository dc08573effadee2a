/*
 * review_other.c -- what a learner does besides answering.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/review_part.h"

#include "base/banned.h"

static bool
do_action(struct review *review, enum action action, const char *text,
    struct moment now, struct err *err)
{
	size_t done;

	assert(review->state != REVIEW_IDLE);
	return action_do(review->study, action,
	    &review->question.number_of_card, 1, text, now, &done, err);
}

static bool
rebuild(struct review *review, struct moment now, struct err *err)
{
	review->changes = review->study->changes;
	review->day = now.day;
	return review->queue == NULL || queue_rebuild(review->queue, now, err);
}

/* The card on the screen is not asked any more. */
static bool
leave(struct review *review, struct moment now, struct err *err)
{
	review->state = REVIEW_IDLE;
	review->again = NULL;
	if (review->queue == NULL)
		review->list_at++;
	return rebuild(review, now, err);
}

bool
review_suspend(struct review *review, struct moment now, struct err *err)
{
	return do_action(review, ACTION_SUSPEND, NULL, now, err) &&
	    leave(review, now, err);
}

bool
review_bury(struct review *review, struct moment now, struct err *err)
{
	return do_action(review, ACTION_BURY, NULL, now, err) &&
	    leave(review, now, err);
}

bool
review_flag(struct review *review, const char *remark, struct moment now,
    struct err *err)
{
	return do_action(review, ACTION_FLAG, remark, now, err);
}

/* --- undo ---------------------------------------------------------------- */

static void
forget_entry(struct review *review, const char *id)
{
	size_t i, kept = 0;

	for (i = 0; i < review->entries_n; i++)
		if (strcmp(review->entries[i].id, id) != 0)
			review->entries[kept++] = review->entries[i];
	review->entries_n = kept;
}

/* A preview has stored nothing: it goes back by one card. */
static bool
undo_preview(struct review *review, struct action_undone *undone)
{
	const struct review_entry *last;

	*undone = (struct action_undone){ .card = INDEX_NONE };
	if (review->entries_n == 0 || review->list_at == 0)
		return true;
	last = &review->entries[--review->entries_n];
	review->list_at--;
	review->state = REVIEW_IDLE;
	undone->found = true;
	snprintf(undone->what, sizeof(undone->what), "review");
	snprintf(undone->subject, sizeof(undone->subject), "%s",
	    last->card->id);
	undone->card = library_card(&review->study->library, last->card->id);
	return true;
}

bool
review_undo(struct review *review, struct moment now,
    struct action_undone *undone, struct err *err)
{
	bool cram = review->options.mode == REVIEW_CRAM;

	if (review->options.mode == REVIEW_PREVIEW)
		return undo_preview(review, undone);
	if (!action_undo(review->study, now, undone, err))
		return false;
	if (!undone->found)
		return true;
	review->state = REVIEW_IDLE;
	forget_entry(review, undone->id);
	if (strcmp(undone->what, "review") == 0 && undone->cram == cram &&
	    undone->card != INDEX_NONE)
		review->again = review->study->library.cards[undone->card].id;
	return rebuild(review, now, err);
}

/* --- edit ---------------------------------------------------------------- */

/* The question again, from the deck as it is now. */
static void
follow(struct review *review, int64_t content)
{
	struct review_question *q = &review->question;
	uint32_t card = library_card(&review->study->library, q->card->id);

	if (card == INDEX_NONE) {
		review->state = REVIEW_IDLE;
		return;
	}
	q->number_of_card = card;
	q->card = &review->study->library.cards[card];
	if (card_content(q->card) == content)
		return;
	/* Another wording was judged: the card is asked as it is now. */
	q->tries += review->state == REVIEW_JUDGED;
	q->layout = card_layout_of(q->card, q->id);
	review->judged = (struct review_judged){ .median_ms = -1 };
	review->state = REVIEW_ASKED;
}

bool
review_reload(struct review *review, struct moment now, bool *kept,
    struct diags *diags, struct err *err)
{
	struct study *study = review->study;
	const struct library *l = &study->library;
	int64_t content;

	assert(review->state != REVIEW_IDLE);
	content = card_content(review->question.card);
	study_reload(study, l->notes[l->note_of[
	    review->question.number_of_card]].deck, kept, diags);
	if (*kept)
		return true;
	follow(review, content);
	return review_refresh(review, now, err);
}
