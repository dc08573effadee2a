/*
 * kind_list.c -- the kind "list": several things, in any order.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

/* A whole number from 1, or 0 when it is none. */
static long
read_need(const char *s)
{
	if (strlen(s) > 6 || s[strspn(s, "0123456789")] != '\0')
		return 0;
	return strtol(s, NULL, 10);
}

size_t
kind_list_need(const struct note *note)
{
	const char *need = note_value(note, KEY_NEED, 0);
	size_t n = note_count(note, KEY_ANSWER, false);
	long wanted = need != NULL ? read_need(need) : 0;

	return wanted > 0 && (size_t)wanted < n ? (size_t)wanted : n;
}

static void
check_need(const struct note *note, struct faults *faults, size_t n)
{
	const struct field *need = note_find(note, KEY_NEED, 0);
	long wanted;

	if (need == NULL)
		return;
	wanted = read_need(need->value);
	if (wanted == 0)
		kind_fault(faults, note, need, 0, true, "bad-number",
		    "need = how many answers suffice, from 1",
		    "need: \"%.60s\" is no number from 1", need->value);
	else if ((size_t)wanted > n)
		kind_fault(faults, note, need, 0, true, "need-too-big",
		    "need at most as many as there are answers",
		    "need is %ld, but there are %zu answers", wanted, n);
}

/* An answer of nothing but | could never be given. */
static void
check_wordings(const struct note *note, struct faults *faults)
{
	const struct field *answer;
	const char *rest, *part;
	uint32_t at = 0;
	size_t n;

	while ((answer = note_each(note, KEY_ANSWER, false, &at)) != NULL) {
		rest = answer->value;
		if (!note_wording(&rest, &part, &n))
			kind_fault(faults, note, answer, 0, true,
			    "missing-answer", "answer.1 = \"one | other\"",
			    "answer.%d has no words", answer->index);
	}
}

static void
check(const struct note *note, struct faults *faults)
{
	size_t n = note_count(note, KEY_ANSWER, false);

	if (options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer.1 = \"...\", answer.2 = \"...\""))
		return;
	options_check_numbers(note, faults, KEY_ANSWER);
	check_wordings(note, faults);
	check_need(note, faults, n);
	if (n == 1)
		kind_fault(faults, note, NULL, 0, false, "list-one-answer",
		    "kind = text", "a list with a single answer is a text");
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	size_t n = kind_list_need(card->note);

	(void)layout;
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	kind_prompt(out, "list, with ;", "%zu answer%s, with ; between", n,
	    n == 1 ? "" : "s");
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	size_t n = note_count(card->note, KEY_ANSWER, false), need, part_n;
	const char *between = "", *rest, *part;
	const struct field *f;
	uint32_t at = 0;

	(void)layout;
	need = kind_list_need(card->note);
	if (need < n)
		buf_printf(out, "any %zu of: ", need);
	while ((f = note_each(card->note, KEY_ANSWER, false, &at)) != NULL) {
		rest = f->value;
		if (note_wording(&rest, &part, &part_n))
			buf_printf(out, "%s%.*s", between, (int)part_n, part);
		between = "; ";
	}
}

const struct kind kind_list = {
	.name = "list", .letter = 'l', .check = check,
	.parts = kind_one_part, .show = show, .key = key, .judge = judge_list
};
