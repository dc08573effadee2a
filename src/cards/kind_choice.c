/*
 * kind_choice.c -- the kind "choice": one of several options.
 * SPDX-License-Identifier: MIT
 */
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	const struct field *v[CARD_SHOWN_MAX];
	char range[8];

	(void)options_of(card->note, KEY_OPTION, v);
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	options_show(v, layout, out);
	options_range(layout->n, range, sizeof(range));
	kind_prompt(out, range, "answer %s", range);
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	const char *answer = note_text(card->note, KEY_ANSWER);
	int place = options_place(card->note, answer[0]);

	if (place >= 0)
		buf_printf(out, "%c, %s",
		    options_letter(layout, (size_t)place),
		    note_value(card->note, KEY_OPTION, answer[0]));
}

static size_t
shuffled(const struct note *note)
{
	return note_count(note, KEY_OPTION, true);
}

const struct kind kind_choice = {
	.name = "choice", .letter = 'c', .check = options_check_answer,
	.parts = kind_one_part, .shuffled = shuffled, .show = show,
	.key = key, .judge = judge_choice
};
