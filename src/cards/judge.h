/*
 * judge.h -- one judge a kind: judge_text in judge_text.c, and so on.
 * SPDX-License-Identifier: MIT
 *
 * Called by answer.c through the kind's row.  typed is valid UTF-8, cleaned
 * and not blank; out is zeroed, with verdict still to be set.
 */
#ifndef CARDS_JUDGE_H
#define CARDS_JUDGE_H

#include "cards/answer.h"

#define KIND(name, letter) void judge_##name(const struct card *card, \
    const struct card_layout *layout, const char *typed, \
    struct judgement *out);
#include "cards/kinds.def"
#undef KIND

#endif
