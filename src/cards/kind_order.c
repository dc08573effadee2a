/*
 * kind_order.c -- the kind "order": the right order of several things.
 * SPDX-License-Identifier: MIT
 */
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static void
check(const struct note *note, struct faults *faults)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t n = options_of(note, KEY_ITEM, v);

	if (n < 2) {
		kind_fault(faults, note, NULL, 0, true, "too-few-items",
		    "add item.2", "%s item; an order needs two",
		    n == 0 ? "no" : "one");
		return;
	}
	options_check_numbers(note, faults, KEY_ITEM);
	options_check_many(note, faults, KEY_ITEM);
	options_check_same(note, faults, v, n, "duplicate-item");
}

static size_t
shuffled(const struct note *note)
{
	return note_count(note, KEY_ITEM, false);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	const struct field *v[CARD_SHOWN_MAX];
	char range[8];

	(void)options_of(card->note, KEY_ITEM, v);
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	options_show(v, layout, out);
	options_range(layout->n, range, sizeof(range));
	kind_prompt(out, "order", "order of %s, first one first", range);
}

/* "c a d b: constater; photographier; …" */
static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t i, n = options_of(card->note, KEY_ITEM, v);

	for (i = 0; i < n; i++)
		buf_printf(out, "%s%c", i > 0 ? " " : "",
		    options_letter(layout, i));
	for (i = 0; i < n; i++)
		buf_printf(out, "%s%s", i > 0 ? "; " : ": ", v[i]->value);
}

const struct kind kind_order = {
	.name = "order", .letter = 'o', .check = check,
	.parts = kind_one_part, .shuffled = shuffled, .show = show,
	.key = key, .judge = judge_order
};
