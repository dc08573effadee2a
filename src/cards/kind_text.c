/*
 * kind_text.c -- the kind "text": a typed word or phrase.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static void
check(const struct note *note, struct faults *faults)
{
	const struct field *match = note_find(note, KEY_MATCH, 0);

	(void)options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer = \"...\"");
	if (match != NULL && strcmp(match->value, "fold") != 0 &&
	    strcmp(match->value, "exact") != 0)
		kind_fault(faults, note, match, 0, true, "bad-value",
		    "match = fold or match = exact",
		    "match is fold or exact, not \"%.60s\"", match->value);
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
