/*
 * proposal.c -- see proposal.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/proposal.h"

#include "study/proposal_part.h"

#include "base/banned.h"

/* Slower than usual: over three times the median, and over twenty seconds. */
#define SLOW_TIMES 3
#define SLOW_MS INT64_C(20000)
/* A partial answer that is worth a pass, in hundredths. */
#define PART_FROM 67

int64_t
proposal_counted(int64_t took_ms)
{
	return took_ms > PROPOSAL_TOOK_MAX ? PROPOSAL_TOOK_MAX :
	    took_ms < 0 ? 0 : took_ms;
}

static bool
is_slow(const struct proposal_evidence *e)
{
	int64_t took = proposal_counted(e->took_ms);

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
