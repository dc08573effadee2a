/*
 * review_answer.c -- what was typed: judged, proposed, taken back.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "study/review_part.h"

#include "base/banned.h"

/* --- aliases ------------------------------------------------------------- */

/* Letters and places depend on the layout: only wordings can be aliases. */
static bool
takes_alias(const struct card *card)
{
	const struct kind *kind = card->note->kind;

	return kind == &kind_text || kind == &kind_cloze ||
	    kind == &kind_number || kind == &kind_date;
}

struct aliases {
	struct study *study;
	const struct note *note;
	const char *typed;
	bool met;
};

static bool
take_alias(void *arg, const struct store_event *event)
{
	struct aliases *a = arg;
	struct buf text = BUF_INIT(REVIEW_TYPED_MAX);
	struct err err;

	/* A text that was erased is no alias any more. */
	if (store_typed_find(a->study->store, event->id, &text, &err) &&
	    text.len > 0)
		a->met = answer_same(a->note, buf_str(&text), a->typed);
	buf_clear(&text);
	return !a->met;
}

/* Whether the learner once said that this wording of his is right. */
static bool
is_alias(struct review *review, bool *met, struct err *err)
{
	struct study *study = review->study;
	const struct card *card = review->question.card;
	struct store_event_filter filter = store_event_all;
	struct aliases aliases = { .study = study, .note = card->note,
	    .typed = buf_str(&review->typed) };
	char former[RENAME_ID];
	size_t at = 0;

	*met = false;
	if (study->store == NULL || !study->has_learner || !takes_alias(card))
		return true;
	filter.learner = study->learner.id;
	filter.what = "alias";
	while (!aliases.met && (filter.subject = rename_each(
	    &study->replay.renames, card->id, &at, former)) != NULL)
		if (!store_events(study->store, &filter, take_alias, &aliases,
		    err))
			return false;
	*met = aliases.met;
	return true;
}

static bool
can_be_alias(const struct judgement *j)
{
	return j->verdict == VERDICT_WRONG || j->verdict == VERDICT_REJECTED ||
	    j->verdict == VERDICT_SLIP || j->verdict == VERDICT_PARTIAL;
}

/* --- the proposal -------------------------------------------------------- */

static bool
find_median(struct review *review, struct moment now, int64_t *median_ms,
    struct err *err)
{
	const struct kind *kind = review->question.card->note->kind;
	struct review_time *time;
	size_t i;

	for (i = 0; i < review->times_n; i++) {
		if (review->times[i].kind == kind) {
			*median_ms = review->times[i].median_ms;
			return true;
		}
	}
	if (!proposal_median(review->study, kind, now.day, median_ms, err))
		return false;
	review->times = mem_grow(review->times, review->times_n,
	    &review->times_cap, sizeof(*review->times));
	time = &review->times[review->times_n++];
	*time = (struct review_time){ kind, *median_ms };
	return true;
}

static struct proposal
propose(const struct review *review)
{
	const struct review_judged *judged = &review->judged;

	return proposal_of(&(struct proposal_evidence){
	    .verdict = judged->judgement.verdict,
	    .score = judged->judgement.score,
	    .hint = review->hint,
	    .tries = review->question.tries,
	    .took_ms = judged->took_ms,
	    .median_ms = judged->median_ms });
}

/* Time decides only when an infinitely fast learner would make it slow. */
static bool
needs_median(struct review *review)
{
	struct review_judged *judged = &review->judged;
	bool needs;

	judged->median_ms = 0;
	needs = propose(review).reason == PROPOSAL_SLOW;
	judged->median_ms = -1;
	return needs;
}

bool
review_answer(struct review *review, const char *typed, size_t n,
    int64_t took_ms, struct moment now, const struct review_judged **out,
    struct err *err)
{
	struct review_judged *judged = &review->judged;
	struct judgement *j = &judged->judgement;

	assert(review->state == REVIEW_ASKED);
	*judged = (struct review_judged){ .median_ms = -1,
	    .took_ms = took_ms < 0 ? 0 : took_ms };
	buf_reset(&review->typed);
	buf_add(&review->typed, typed, n);
	answer_judge(review->question.card, &review->question.layout, typed,
	    n, j);
	*out = judged;
	if (j->verdict == VERDICT_UNREADABLE)
		return true;
	if (can_be_alias(j) && !is_alias(review, &judged->alias, err))
		return false;
	if (judged->alias)
		*j = (struct judgement){ .verdict = VERDICT_ACCEPTED,
		    .worst = VERDICT_ACCEPTED, .score = 100 };
	judged->slip_open = j->verdict == VERDICT_SLIP;
	if (needs_median(review) &&
	    !find_median(review, now, &judged->median_ms, err))
		return false;
	judged->proposal = propose(review);
	review->state = REVIEW_JUDGED;
	return true;
}

void
review_slip(struct review *review, bool counts)
{
	struct review_judged *judged = &review->judged;

	assert(review->state == REVIEW_JUDGED);
	if (!judged->slip_open)
		return;
	judged->slip_open = false;
	if (!counts) {
		judged->judgement.verdict = VERDICT_WRONG;
		judged->judgement.score = 0;
	}
	judged->proposal = propose(review);
}

void
review_right(struct review *review)
{
	assert(review->state == REVIEW_JUDGED);
	review->judged.said_right = true;
}

void
review_retake(struct review *review)
{
	assert(review->state == REVIEW_JUDGED);
	review->judged = (struct review_judged){ .median_ms = -1 };
	review->question.tries++;
	review->state = REVIEW_ASKED;
}
