/*
 * kind_multi.c -- the kind "multi": every right one of several options.
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
	kind_prompt(out, range, "all that apply of %s", range);
}

/* "a, c: traffic data; subscriber data", in the order of the screen. */
static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	const struct field *v[CARD_SHOWN_MAX];
	const char *between = "";
	uint8_t i;

	(void)options_of(card->note, KEY_OPTION, v);
	for (i = 0; i < layout->n; i++)
		if (options_is_key(card->note,
		    (char)v[layout->shown[i]]->index)) {
			buf_printf(out, "%s%c", between, 'a' + i);
			between = ", ";
		}
	between = ": ";
	for (i = 0; i < layout->n; i++)
		if (options_is_key(card->note,
		    (char)v[layout->shown[i]]->index)) {
			buf_printf(out, "%s%s", between,
			    v[layout->shown[i]]->value);
			between = "; ";
		}
}

static size_t
shuffled(const struct note *note)
{
	return note_count(note, KEY_OPTION, true);
}

const struct kind kind_multi = {
	.name = "multi", .letter = 'm', .check = options_check_answer,
	.parts = kind_one_part, .shuffled = shuffled, .show = show,
	.key = key, .judge = judge_multi
};
