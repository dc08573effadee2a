/*
 * span.h -- when a card comes back, in words.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_SPAN_H
#define CMD_SPAN_H

#include <stdint.h>

#include "base/buf.h"
#include "fsrs/steps.h"

/* From a card's last review to when it is due: minutes on a step, or days. */
struct span {
	int64_t minutes, days;	/* one of them is 0 */
};
struct span span_of(const struct steps_card *card);
/* Adds "in 1 minute", "in 10 min", "tomorrow", "in 8 days", "in 3 months". */
void span_words(struct span span, struct buf *out);
/* Adds "1m", "8d", "3mo", "2.5y". */
void span_brief(struct span span, struct buf *out);
/* Adds it spelled out, to be spoken: "10 minutes", "9 days". */
void span_spoken(struct span span, struct buf *out);

#endif
