/*
 * kind_text.c -- the kind "text": a typed word or phrase.
 * SPDX-License-Identifier: MIT
 */
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static void
check(const struct note *note, struct faults *faults)
{
	(void)options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer = \"...\"");
	options_check_typed(note, faults);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	(void)layout;
	kind_paragraphs(card->note, card->part == CARD_BACK ? KEY_ANSWER :
	    KEY_QUESTION, &out->question);
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	(void)layout;
	kind_paragraphs(card->note, card->part == CARD_BACK ? KEY_QUESTION :
	    KEY_ANSWER, out);
}

const struct kind kind_text = {
	.name = "text", .letter = 't', .check = check,
	.parts = kind_one_part, .show = show, .key = key, .judge = judge_text
};
