/*
 * judge_basic.c -- recall: the learner judges.
 * SPDX-License-Identifier: MIT
 */
#include "cards/judge.h"

#include "base/banned.h"

void
judge_basic(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	(void)card;
	(void)layout;
	(void)typed;
	judge_set(out, VERDICT_SELF);
}
