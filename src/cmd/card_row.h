/*
 * card_row.h -- a card of the study as a row that report/ can print.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_CARD_ROW_H
#define CMD_CARD_ROW_H

#include "base/buf.h"
#include "base/clock.h"
#include "report/cards.h"
#include "study/study.h"

/* Of a card of the library; the question is put into `question`. */
struct cards_row card_row_of(const struct study *study, uint32_t number,
    struct moment now, struct buf *question);
/* Of a card whose note vanished. */
struct cards_row card_row_lost(const struct study *study, const char *card,
    const struct study_memory *memory, struct moment now);
/* Prints many. */
void card_row_print(const struct paint *paint, enum rows_format format,
    const struct study *study, const uint32_t *cards, size_t n,
    struct moment now);

#endif
