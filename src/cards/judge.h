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
#include "cards/words.h"

#define KIND(name, letter) void judge_##name(const struct card *card, \
    const struct card_layout *layout, const char *typed, \
    struct judgement *out);
#include "cards/kinds.def"
#undef KIND

/* What the judges have in common (judge.c). */
struct words_lang judge_lang(const struct card *card);
/* Sets the verdict and, of a right one, the score. */
void judge_set(struct judgement *out, enum verdict verdict);
/* VERDICT_UNREADABLE with a phrase that says why. */
void judge_unreadable(struct judgement *out, const char *fmt, ...)
    PRINTF_LIKE(2, 3);
/* Fills out->nearly, cut between code points. */
void judge_nearly(struct judgement *out, const char *s, size_t n);
/* Adds a letter to out->why, once. */
void judge_why(struct judgement *out, int letter);
/*
 * The share part/whole in hundredths, half up: none is wrong, all is `best`,
 * anything between is partial with `best` as its worst class.  Where best is
 * a slip, the whole is offered as one.
 */
void judge_share(struct judgement *out, int part, int whole,
    enum verdict best);

#endif
