/*
 * kind_match.c -- the kind "match": which belongs to which.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static void
check_sides(const struct note *note, struct faults *faults,
    const struct field *const *left, size_t n)
{
	char fix[32];
	size_t i;

	for (i = 0; i < n; i++) {
		if (note_find(note, KEY_RIGHT, left[i]->index) != NULL)
			continue;
		(void)snprintf(fix, sizeof(fix), "right.%d = \"...\"",
		    left[i]->index);
		kind_fault(faults, note, left[i], 0, true,
		    "left-without-right", fix, "left.%d has no right.%d",
		    left[i]->index, left[i]->index);
	}
}

static void
check(const struct note *note, struct faults *faults)
{
	const struct field *left[CARD_SHOWN_MAX], *right[CARD_SHOWN_MAX];
	size_t n = options_of(note, KEY_LEFT, left);

	if (n == 0 || (n == 1 && options_rights(note, right) < 2)) {
		kind_fault(faults, note, NULL, 0, true, "too-few-items",
		    "add left.1 and right.1, left.2 and right.2",
		    "%s pair; a match needs two, or a right.x besides",
		    n == 0 ? "no" : "one");
		return;
	}
	options_check_numbers(note, faults, KEY_LEFT);
	options_check_many(note, faults, KEY_LEFT);
	options_check_many(note, faults, KEY_RIGHT);
	check_sides(note, faults, left, n);
	options_check_same(note, faults, right, options_rights(note, right),
	    "duplicate-right");
}

static size_t
shuffled(const struct note *note)
{
	return note_count(note, KEY_RIGHT, false) +
	    note_count(note, KEY_RIGHT, true);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	const struct field *left[CARD_SHOWN_MAX], *right[CARD_SHOWN_MAX];
	size_t i, n = options_of(card->note, KEY_LEFT, left);

	(void)options_rights(card->note, right);
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	for (i = 0; i < n; i++) {
		(void)snprintf(out->options[out->options_n].label,
		    sizeof(out->options[0].label), "%u", (uint8_t)(i + 1));
		out->options[out->options_n++].text = left[i]->value;
	}
	options_show(right, layout, out);
	kind_prompt(out, "pairs: 1b 2a", "pairs, such as 1b 2a");
}

/* "1b 2a: left = right; …" */
static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	const struct field *left[CARD_SHOWN_MAX], *right[CARD_SHOWN_MAX];
	size_t i, n = options_of(card->note, KEY_LEFT, left);

	/* A good note has a right for each left, in the same order. */
	(void)options_rights(card->note, right);
	for (i = 0; i < n; i++)
		buf_printf(out, "%s%zu%c", i > 0 ? " " : "", i + 1,
		    options_letter(layout, i));
	for (i = 0; i < n; i++)
		buf_printf(out, "%s%s = %s", i > 0 ? "; " : ": ",
		    left[i]->value, right[i]->value);
}

const struct kind kind_match = {
	.name = "match", .letter = 'p', .check = check,
	.parts = kind_one_part, .shuffled = shuffled, .show = show,
	.key = key, .judge = judge_match
};
