/*
 * proposal.h -- which rating the evidence proposes, and the usual time.
 * SPDX-License-Identifier: MIT
 *
 * Easy is never proposed: it is the learner's own word.
 */
#ifndef STUDY_PROPOSAL_H
#define STUDY_PROPOSAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "cards/answer.h"
#include "cards/kind.h"
#include "study/study.h"

/* A time counts for so long at most. */
#define PROPOSAL_TOOK_MAX INT64_C(60000)
/* Below that many right answers there is no rule on time. */
#define PROPOSAL_MEDIAN_MIN 20
#define PROPOSAL_MEDIAN_OF 200

/* Which line of the table fitted. */
enum proposal_reason {
	PROPOSAL_SELF,		/* basic: none */
	PROPOSAL_BLANK,
	PROPOSAL_WRONG,		/* wrong, rejected, a refused slip */
	PROPOSAL_LITTLE,	/* partial below 0.67 */
	PROPOSAL_PART,		/* partial from 0.67 */
	PROPOSAL_HINT,
	PROPOSAL_SECOND_TRY,
	PROPOSAL_SLOW,
	PROPOSAL_RIGHT,
	PROPOSAL_SLIP		/* counted */
};

struct proposal_evidence {
	enum verdict verdict;	/* a slip: one that counts */
	int score;		/* hundredths */
	bool hint;
	int tries;		/* from 1 */
	int64_t took_ms;
	int64_t median_ms;	/* or -1: not known */
};

struct proposal {
	int rating;		/* enum rating, 0: none */
	enum proposal_reason reason;
};
struct proposal proposal_of(const struct proposal_evidence *evidence);
/* "a hint was shown", "slower than usual"; "" where nothing need be said. */
const char *proposal_reason_text(enum proposal_reason reason);

/*
 * The median time of the last right answers to cards of a kind, in mode
 * study, newest first; -1 when there are too few.
 */
MUST_USE bool proposal_median(struct study *study, const struct kind *kind,
    int32_t today, int64_t *median_ms, struct err *err);

#endif
