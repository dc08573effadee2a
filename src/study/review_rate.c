/*
 * review_rate.c -- the rating: stored durably, then the queue moves on.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "study/review_part.h"

#include "base/banned.h"

/* --- before -------------------------------------------------------------- */

void
review_outcomes(const struct review *review, struct moment now,
    struct steps_card out[4])
{
	const struct study *study = review->study;
	const struct review_question *q = &review->question;
	struct steps_review r;

	assert(review->state != REVIEW_IDLE);
	r = replay_review(&study->replay, q->id, now.at, now.day, RATING_GOOD);
	steps_preview(&study->replay.model, &steps_default,
	    &study->memories[q->number_of_card].card, &r, out);
}

int
review_enter(const struct review *review)
{
	int rating = review->judged.proposal.rating;

	if (review->options.mode == REVIEW_PREVIEW)
		return 0;
	return rating == 0 || review->judged.said_right ? RATING_GOOD : rating;
}

/* --- storing ------------------------------------------------------------- */

static bool
take_at(void *arg, const struct store_event *event)
{
	int64_t *at = arg;

	if (event->at > *at)
		*at = event->at;
	return true;
}

/* Later than the card's last review, or than the reset that forgot it. */
static bool
instant(struct review *review, int64_t *at, struct err *err)
{
	struct study *study = review->study;
	const struct study_memory *m =
	    &study->memories[review->question.number_of_card];
	struct store_event_filter filter = store_event_all;
	int64_t last = m->card.last_at;
	char former[RENAME_ID];
	size_t i = 0;

	filter.learner = study->learner.id;
	filter.what = "reset";
	while (m->card.state == STATE_NEW && (filter.subject = rename_each(
	    &study->replay.renames, review->question.card->id, &i, former)) !=
	    NULL)
		if (!store_events(study->store, &filter, take_at, &last, err))
			return false;
	if (last != STEPS_NO_AT && *at <= last)
		*at = last + 1;
	return true;
}

static bool
add_session(struct review *review, struct err *err)
{
	struct study *study = review->study;

	if (review->session_written)
		return true;
	return store_session_add(study->store, &(struct store_session){
	    .id = review->session, .learner = study->learner.id,
	    .device = study->device, .program = study->options.program,
	    .began_at = review->began_at,
	    .utc_offset_s = clock_utc_offset(review->began_at) }, err);
}

static bool
add_review(struct review *review, int rating, struct moment now,
    struct err *err)
{
	struct study *study = review->study;
	const struct review_question *q = &review->question;
	const struct review_judged *judged = &review->judged;
	enum verdict verdict = judged->judgement.verdict;
	const struct steps_card *card =
	    &study->memories[q->number_of_card].card;

	return study_review(study, &(struct store_review){
	    .id = q->id, .learner = study->learner.id,
	    .session = review->session, .card = q->card->id,
	    .content = card_content(q->card), .at = now.at, .day = now.day,
	    .mode = review->options.mode == REVIEW_CRAM ? "cram" : "study",
	    .verdict = answer_name(verdict),
	    .score = verdict == VERDICT_SELF ? (double)NAN :
	    judged->judgement.score / 100.0,
	    .hints = review->hint, .tries = q->tries,
	    .took_ms = judged->took_ms,
	    .proposed = judged->proposal.rating, .rating = rating,
	    .retrievability = card->state == STATE_NEW ? (double)NAN :
	    (double)steps_retrievability(&study->replay.model, card,
	    now.day) }, err);
}

/* The wording, under the review's id and, as an alias, under its event's. */
static bool
add_typed(struct review *review, struct moment now, struct err *err)
{
	struct study *study = review->study;
	const struct review_question *q = &review->question;
	char batch[ID_SIZE];

	if (review->judged.judgement.verdict == VERDICT_SELF ||
	    review->typed.len == 0)
		return true;
	if (study_settings(study)->v[SETTING_KEEP_ANSWERS] != 0 &&
	    !store_typed_add(study->store, q->id, buf_str(&review->typed),
	    err))
		return false;
	if (!review->judged.said_right)
		return true;
	memcpy(batch, q->id, sizeof(batch));
	return study_event(study, now, batch, "alias", q->card->id, "",
	    buf_str(&review->typed), err);
}

/* In an open change; the memory is looked up only now, after study_begin. */
static bool
add_all(struct review *review, int rating, struct moment now,
    struct review_rated *rated, struct err *err)
{
	struct study *study = review->study;
	const struct review_question *q = &review->question;
	struct study_memory memory;
	struct steps_review r;

	if (!instant(review, &now.at, err) || !add_session(review, err) ||
	    !add_review(review, rating, now, err) ||
	    !add_typed(review, now, err))
		return false;
	memory = study->memories[q->number_of_card];
	rated->before = rated->after = memory.card;
	if (!rated->moved)
		return true;
	r = replay_review(&study->replay, q->id, now.at, now.day, rating);
	memory.card = steps_next(&study->replay.model, &steps_default,
	    &memory.card, &r);
	rated->after = memory.card;
	return study_put(study, q->card->id, &memory, err);
}

static bool
store(struct review *review, int rating, struct moment now,
    struct review_rated *rated, struct err *err)
{
	struct study *study = review->study;

	if (!study_begin(study, now, err))
		return false;
	if (!add_all(review, rating, now, rated, err)) {
		study_rollback(study);
		return false;
	}
	if (!study_commit(study, err))
		return false;
	review->session_written = true;
	return true;
}

/* --- moving on ----------------------------------------------------------- */

static void
remember(struct review *review, int rating)
{
	const struct review_judged *judged = &review->judged;
	struct review_entry *entry;

	review->entries = mem_grow(review->entries, review->entries_n,
	    &review->entries_cap, sizeof(*review->entries));
	entry = &review->entries[review->entries_n++];
	*entry = (struct review_entry){ .card = review->question.card,
	    .rating = rating, .took_ms = judged->took_ms,
	    .right = (rating != 0 ? rating : judged->proposal.rating) !=
	    RATING_AGAIN };
	memcpy(entry->id, review->question.id, sizeof(entry->id));
}

static void
move_on(struct review *review, const struct review_rated *rated,
    const struct study_memory *before, struct moment now)
{
	const struct review_question *q = &review->question;
	bool again = review->again != NULL;

	remember(review, rated->rating);
	review->state = REVIEW_IDLE;
	review->again = NULL;
	/* Another process wrote meanwhile: the next question builds anew. */
	if (review->queue != NULL && review->changes == review->study->changes)
		queue_answered(review->queue, q->number_of_card, before,
		    review->judged.took_ms, now);
	else if (review->queue == NULL && (!again || (review->list_at <
	    review->list_n && strcmp(review->list[review->list_at],
	    q->card->id) == 0)))
		review->list_at++;
}

bool
review_rate(struct review *review, int rating, struct moment now,
    struct review_rated *rated, struct err *err)
{
	enum review_mode mode = review->options.mode;
	struct study_memory before;

	assert(review->state == REVIEW_JUDGED);
	review_slip(review, true);
	if (rating == 0)
		rating = review_enter(review);
	if (mode == REVIEW_PREVIEW)
		rating = 0;
	*rated = (struct review_rated){ .rating = rating,
	    .moved = mode == REVIEW_STUDY || mode == REVIEW_LEARN };
	before = review->study->memories[review->question.number_of_card];
	rated->before = rated->after = before.card;
	if (mode != REVIEW_PREVIEW && !store(review, rating, now, rated, err))
		return false;
	if (study_leech_told(rated->before.lapses, rated->after.lapses))
		rated->leech = rated->after.lapses;
	move_on(review, rated, &before, now);
	return true;
}

bool
review_hang_up(struct review *review, struct moment now, bool *stored,
    struct err *err)
{
	struct review_rated rated;
	bool stands = review->state == REVIEW_JUDGED &&
	    !review->judged.slip_open &&
	    review->options.mode != REVIEW_PREVIEW &&
	    (review->judged.proposal.rating != 0 ||
	    review->judged.said_right);

	*stored = false;
	if (!stands) {
		review->state = REVIEW_IDLE;
		return true;
	}
	if (!review_rate(review, 0, now, &rated, err))
		return false;
	*stored = true;
	return true;
}
