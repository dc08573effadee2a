/*
 * proposal.c -- see proposal.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/proposal.h"

#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

/* Slower than usual: over three times the median, and over twenty seconds. */
#define SLOW_TIMES 3
#define SLOW_MS INT64_C(20000)
/* A partial answer that is worth a pass, in hundredths. */
#define PART_FROM 67

static int64_t
counted(int64_t took_ms)
{
	return took_ms > PROPOSAL_TOOK_MAX ? PROPOSAL_TOOK_MAX :
	    took_ms < 0 ? 0 : took_ms;
}

static bool
is_slow(const struct proposal_evidence *e)
{
	int64_t took = counted(e->took_ms);

	return e->median_ms >= 0 && took > SLOW_MS &&
	    took > e->median_ms * SLOW_TIMES;
}

struct proposal
proposal_of(const struct proposal_evidence *e)
{
	switch (e->verdict) {
	case VERDICT_SELF:
		return (struct proposal){ 0, PROPOSAL_SELF };
	case VERDICT_BLANK:
		return (struct proposal){ RATING_AGAIN, PROPOSAL_BLANK };
	case VERDICT_PARTIAL:
	case VERDICT_SLIP:
		if (e->score < PART_FROM)
			return (struct proposal){ RATING_AGAIN,
			    PROPOSAL_LITTLE };
		if (e->score < 100)
			return (struct proposal){ RATING_HARD, PROPOSAL_PART };
		break;
	case VERDICT_EXACT:
	case VERDICT_FOLD:
	case VERDICT_ACCEPTED:
		break;
	default:
		return (struct proposal){ RATING_AGAIN, PROPOSAL_WRONG };
	}
	if (e->hint)
		return (struct proposal){ RATING_HARD, PROPOSAL_HINT };
	if (e->tries > 1)
		return (struct proposal){ RATING_HARD, PROPOSAL_SECOND_TRY };
	/* Time is a rule for right answers only, not for slips. */
	if (e->verdict != VERDICT_SLIP && is_slow(e))
		return (struct proposal){ RATING_HARD, PROPOSAL_SLOW };
	return (struct proposal){ RATING_GOOD, e->verdict == VERDICT_SLIP ?
	    PROPOSAL_SLIP : PROPOSAL_RIGHT };
}

const char *
proposal_reason_text(enum proposal_reason reason)
{
	static const char *const texts[] = {
		[PROPOSAL_SELF] = "", [PROPOSAL_BLANK] = "",
		[PROPOSAL_WRONG] = "",
		[PROPOSAL_LITTLE] = "less than two thirds were right",
		[PROPOSAL_PART] = "part of it was right",
		[PROPOSAL_HINT] = "a hint was shown",
		[PROPOSAL_SECOND_TRY] = "it was a second try",
		[PROPOSAL_SLOW] = "it took much longer than usual",
		[PROPOSAL_RIGHT] = "", [PROPOSAL_SLIP] = "the slip counts"
	};

	return texts[reason];
}

/* --- the median ---------------------------------------------------------- */

struct times {
	const struct study *study;
	const struct kind *kind;
	int64_t v[PROPOSAL_MEDIAN_OF];
	size_t n;
};

static bool
take_review(void *arg, const struct store_review *row)
{
	struct times *t = arg;
	char today[RENAME_ID];
	const char *id;
	uint32_t card;

	if (strcmp(row->verdict, answer_name(VERDICT_EXACT)) != 0 &&
	    strcmp(row->verdict, answer_name(VERDICT_FOLD)) != 0 &&
	    strcmp(row->verdict, answer_name(VERDICT_ACCEPTED)) != 0)
		return true;
	id = rename_card(&t->study->replay.renames, row->card, today);
	card = library_card(&t->study->library, id);
	if (card == INDEX_NONE ||
	    t->study->library.cards[card].note->kind != t->kind)
		return true;
	t->v[t->n++] = counted(row->took_ms);
	return t->n < PROPOSAL_MEDIAN_OF;
}

static int
by_time(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int64_t
median(struct times *t)
{
	if (t->n < PROPOSAL_MEDIAN_MIN)
		return -1;
	qsort(t->v, t->n, sizeof(t->v[0]), by_time);
	return t->n % 2 == 1 ? t->v[t->n / 2] :
	    (t->v[t->n / 2 - 1] + t->v[t->n / 2]) / 2;
}

bool
proposal_median(struct study *study, const struct kind *kind, int32_t today,
    int64_t *median_ms, struct err *err)
{
	static const int32_t spans[] = { 7, 60, 0 };
	struct store_review_filter filter = store_review_all;
	struct times times;
	size_t i;

	*median_ms = -1;
	times = (struct times){ .study = study, .kind = kind };
	if (study->store == NULL || !study->has_learner)
		return true;
	filter.learner = study->learner.id;
	filter.mode = "study";
	filter.newest_first = true;
	/* The newest rows are enough most times: not the whole log first. */
	for (i = 0; i < 3 && times.n < PROPOSAL_MEDIAN_OF; i++) {
		times.n = 0;
		filter.day_from = spans[i] == 0 ? INT32_MIN : today - spans[i];
		if (!store_reviews(study->store, &filter, take_review, &times,
		    err))
			return false;
	}
	*median_ms = median(&times);
	return true;
}
