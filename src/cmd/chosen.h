/*
 * chosen.h -- the reviews that a command asks for, printed.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_CHOSEN_H
#define CMD_CHOSEN_H

#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "report/rows.h"
#include "study/select.h"
#include "study/study.h"

struct chosen {
	const struct select *select;	/* NULL: of every card, lost ones too */
	const char *card;		/* of this card alone, or NULL */
	int64_t limit;			/* the newest so many; 0: all */
};

/*
 * Prints the learner's reviews that no undo took back, oldest first; *n is
 * how many.
 */
MUST_USE bool chosen_print(const struct paint *paint,
    enum rows_format format, struct study *study,
    const struct chosen *chosen, struct moment now, int64_t *n,
    struct err *err);

#endif
