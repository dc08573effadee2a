/*
 * kind_truefalse.c -- the kind "truefalse": true or false.
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
	const struct field *answer = note_find(note, KEY_ANSWER, 0);

	if (options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer = true or answer = false") || answer == NULL)
		return;
	if (strcmp(answer->value, "true") != 0 &&
	    strcmp(answer->value, "false") != 0)
		kind_fault(faults, note, answer, 0, true, "bad-truefalse",
		    "answer = true or answer = false",
		    "the answer is true or false, not \"%.60s\"",
		    answer->value);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	(void)layout;
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	kind_prompt(out, "t or f", "true or false");
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	(void)layout;
	buf_adds(out, note_text(card->note, KEY_ANSWER));
}

const struct kind kind_truefalse = {
	.name = "truefalse", .letter = 'f', .check = check,
	.parts = kind_one_part, .show = show, .key = key,
	.judge = judge_truefalse
};
