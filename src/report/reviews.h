/*
 * reviews.h -- the log of reviews, as it is read.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_REVIEWS_H
#define REPORT_REVIEWS_H

#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "report/rows.h"
#include "study/select.h"
#include "study/study.h"

struct reviews_wanted {
	const struct select *select;	/* NULL: of every card, lost ones too */
	const char *card;		/* of this card alone, or NULL */
	int64_t limit;			/* the newest so many; 0: all */
};

/*
 * Prints the learner's reviews that no undo took back, oldest first; *n is
 * how many.
 */
MUST_USE bool reviews_print(const struct paint *paint,
    enum rows_format format, struct study *study,
    const struct reviews_wanted *wanted, struct moment now, int64_t *n,
    struct err *err);

#endif
