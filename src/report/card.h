/*
 * card.h -- one card, whole: what it asks and what is remembered of it.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_CARD_H
#define REPORT_CARD_H

#include <stdint.h>

#include "cards/card.h"
#include "report/cards.h"

/* Question, answer, explanation, source; card NULL: its note vanished. */
void card_print(const struct paint *paint, const struct card *card,
    const struct cards_row *row, int32_t today);

#endif
