/*
 * kind_number.c -- the kind "number": a number, perhaps with a unit.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

/* -?digits[.digits]: what a deck may hold, whatever a learner may type. */
static bool
is_strict(const char *s, size_t n)
{
	const char *end = s + n;
	size_t digits = 0;

	if (s < end && *s == '-')
		s++;
	for (; s < end && *s >= '0' && *s <= '9'; s++)
		digits++;
	if (digits == 0 || s == end || *s != '.')
		return digits > 0 && s == end;
	for (digits = 0, s++; s < end && *s >= '0' && *s <= '9'; s++)
		digits++;
	return digits > 0 && s == end;
}

static bool
check_one(const struct note *note, struct faults *faults,
    const struct field *field, const char *s, size_t n)
{
	size_t at = (size_t)(s - field->value);
	char point[32], name[16], *comma;

	if (is_strict(s, n))
		return true;
	options_name(field, name, sizeof(name));
	(void)snprintf(point, sizeof(point), "%.*s", (int)(n < 31 ? n : 31),
	    s);
	comma = strchr(point, ',');
	if (comma != NULL)
		*comma = '.';
	n = n < 60 ? n : 60;
	if (comma != NULL && is_strict(point, strlen(point)))
		kind_fault(faults, note, field, at, true, "bad-number", point,
		    "%s: \"%.*s\" is no number; with a point it is %s", name,
		    (int)n, s, point);
	else
		kind_fault(faults, note, field, at, true, "bad-number",
		    "digits, with one point if need be; the unit goes into "
		    "unit", "%s: \"%.*s\" is no number", name, (int)n, s);
	return false;
}

static void
check_tolerance(const struct note *note, struct faults *faults)
{
	const struct field *field = note_find(note, KEY_TOLERANCE, 0);

	if (field == NULL || (field->value[0] != '-' &&
	    is_strict(field->value, strlen(field->value))))
		return;
	kind_fault(faults, note, field, 0, true, "bad-tolerance",
	    "0 or more, in the answer's unit",
	    "tolerance: \"%.60s\" is no number from 0", field->value);
}

static void
check(const struct note *note, struct faults *faults)
{
	check_tolerance(note, faults);
	options_check_values(note, faults, "answer = a number", check_one);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	const char *unit = note_value(card->note, KEY_UNIT, 0);

	(void)layout;
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	if (unit != NULL)
		kind_prompt(out, unit, "answer in %s", unit);
	else
		kind_prompt(out, "number", "a number");
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	const char *unit = note_value(card->note, KEY_UNIT, 0);

	(void)layout;
	kind_paragraphs(card->note, KEY_ANSWER, out);
	if (unit != NULL)
		buf_printf(out, " %s", unit);
}

const struct kind kind_number = {
	.name = "number", .letter = 'n', .check = check,
	.parts = kind_one_part, .show = show, .key = key,
	.judge = judge_number
};
