/*
 * card.h -- one card, whole: what it asks, what is remembered, its history.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_CARD_H
#define REPORT_CARD_H

#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "report/rows.h"
#include "study/study.h"

/* In JSON and CSV: the row of cards.h alone; `log` has the reviews. */
MUST_USE bool card_print(const struct paint *paint, enum rows_format format,
    struct study *study, uint32_t card, struct moment now, struct err *err);
/* The same for a card whose note vanished: memory and history. */
MUST_USE bool card_print_lost(const struct paint *paint,
    enum rows_format format, struct study *study, const char *card,
    struct moment now, struct err *err);

#endif
