/*
 * cards.h -- cards as a list, with their memory.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_CARDS_H
#define REPORT_CARDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/clock.h"
#include "cards/card.h"
#include "report/rows.h"
#include "study/study.h"

/* Prints cards of the library, by number: id, state, due, question, … */
void cards_print(const struct paint *paint, enum rows_format format,
    const struct study *study, const uint32_t *cards, size_t n,
    struct moment now);
/* Adds the question on one line, gaps as they are shown. */
void cards_question(const struct card *card, struct buf *out);
/* "new" … "relearning", or what overrules it: "suspended", "buried". */
const char *cards_state(const struct study_memory *memory, int32_t day);
/* The learner's day on which it is due, or ROWS_ABSENT. */
int64_t cards_due(const struct study *study,
    const struct study_memory *memory);
/* R on that day, NAN when new. */
double cards_retrievability(const struct study *study,
    const struct study_memory *memory, int32_t day);

#define CARDS_WHEN 24
/* "2026-11-25 09:12", by the wall. */
void cards_when(int64_t at, char out[CARDS_WHEN]);

#endif
