/*
 * kind_cloze.c -- the kind "cloze": words hidden in a text.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "cards/cloze.h"
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static const struct {
	const char *code, *message, *fix;
} gap_faults[] = {
	[CLOZE_UNCLOSED] = { "cloze-unclosed", "a gap without its }}",
	    "add }} behind the hidden words" },
	[CLOZE_NESTED] = { "cloze-nested", "a gap inside a gap",
	    "put the two gaps beside each other" },
	[CLOZE_NUMBER] = { "cloze-number",
	    "a gap needs a number from c1 to c254", "{{c1::words}}" },
	[CLOZE_EMPTY] = { "cloze-empty", "a gap with no words",
	    "{{c1::words}}" }
};

/* The words at the place, so that the author sees which gap is meant. */
static void
add_fault(const struct note *note, struct faults *faults,
    const struct field *field, enum cloze_fault fault, size_t offset)
{
	kind_fault(faults, note, field, offset, true,
	    gap_faults[fault].code, gap_faults[fault].fix,
	    "%s: \"%.40s\"", gap_faults[fault].message,
	    field->value + offset);
}

static size_t
gaps_of(const struct note *note, bool seen[256], struct faults *faults)
{
	const struct field *field;
	enum cloze_fault fault;
	struct cloze_gap gap;
	uint32_t next = 0;
	size_t at, n = 0;

	while ((field = note_each(note, KEY_TEXT, false, &next)) != NULL) {
		at = 0;
		while ((fault = cloze_next(field->value, &at, &gap)) ==
		    CLOZE_GAP) {
			n += !seen[gap.number];
			seen[gap.number] = true;
		}
		if (fault == CLOZE_END)
			continue;
		if (faults != NULL)
			add_fault(note, faults, field, fault, gap.begins);
		n++;
	}
	return n;
}

static void
check_accepts(const struct note *note, struct faults *faults,
    const bool seen[256])
{
	const struct field *accept;
	uint32_t at = 0;

	while ((accept = note_each(note, KEY_ACCEPT, false, &at)) != NULL)
		if (accept->index == 0)
			kind_fault(faults, note, accept, 0, false,
			    "accept-no-gap", "accept.1 = ...",
			    "accept in a cloze needs the number of its gap");
		else if (!seen[accept->index])
			kind_fault(faults, note, accept, 0, false,
			    "accept-no-gap",
			    "name an existing gap, or remove the line",
			    "there is no gap c%d for accept.%d",
			    accept->index, accept->index);
}

static void
check(const struct note *note, struct faults *faults)
{
	bool seen[256] = { false };

	if (options_missing(note, faults, KEY_TEXT, "missing-text",
	    "text = \"... {{c1::words}} ...\""))
		return;
	if (gaps_of(note, seen, faults) == 0)
		kind_fault(faults, note, note_find(note, KEY_TEXT, 0), 0,
		    true, "cloze-no-gap", "{{c1::words}}",
		    "the text has no gap {{c1::words}}");
	else
		check_accepts(note, faults, seen);
	options_check_typed(note, faults);
}

static size_t
parts(const struct note *note, uint8_t *out)
{
	bool seen[256] = { false };
	size_t n = 0;
	int i;

	(void)gaps_of(note, seen, NULL);
	for (i = 1; i < CARD_BACK; i++) {
		if (!seen[i])
			continue;
		if (out != NULL)
			out[n] = (uint8_t)i;
		n++;
	}
	return n;
}

/* The gap asked for shows [...] or its hint, the others their words. */
static void
show_text(const char *text, int number, struct buf *out)
{
	struct cloze_gap gap;
	size_t at = 0, from = 0;

	while (cloze_next(text, &at, &gap) == CLOZE_GAP) {
		buf_add(out, text + from, gap.begins - from);
		if (gap.number != number)
			buf_add(out, gap.words, gap.words_n);
		else if (gap.hint != NULL && gap.hint_n > 0)
			buf_printf(out, "[%.*s]", (int)gap.hint_n, gap.hint);
		else
			buf_adds(out, "[...]");
		from = gap.ends;
	}
	buf_adds(out, text + from);
}

static size_t
count_gaps(const struct card *card)
{
	struct cloze_walk walk = { 0 };
	struct cloze_gap gap;
	size_t n = 0;

	while (cloze_each(card->note, card->part, &walk, &gap))
		n++;
	return n;
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	const struct field *field;
	uint32_t next = 0;
	size_t gaps = count_gaps(card);

	(void)layout;
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	while ((field = note_each(card->note, KEY_TEXT, false, &next)) !=
	    NULL) {
		if (out->question.len > 0)
			buf_addc(&out->question, '\n');
		show_text(field->value, card->part, &out->question);
	}
	if (gaps > 1)
		kind_prompt(out, "gaps, with ;", "%zu gaps, with ; between",
		    gaps);
	else
		kind_prompt(out, "gap", "the gap");
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	struct cloze_walk walk = { 0 };
	struct cloze_gap gap;

	(void)layout;
	while (cloze_each(card->note, card->part, &walk, &gap)) {
		if (out->len > 0)
			buf_adds(out, "; ");
		buf_add(out, gap.words, gap.words_n);
	}
}

const struct kind kind_cloze = {
	.name = "cloze", .letter = 'z', .check = check, .parts = parts,
	.show = show, .key = key, .judge = judge_cloze
};
