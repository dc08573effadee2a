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
is_strict(const char *s)
{
	size_t digits = 0;

	if (*s == '-')
		s++;
	for (; *s >= '0' && *s <= '9'; s++)
		digits++;
	if (digits == 0)
		return false;
	if (*s != '.')
		return *s == '\0';
	for (digits = 0, s++; *s >= '0' && *s <= '9'; s++)
		digits++;
	return digits > 0 && *s == '\0';
}

static bool
check_one(const struct note *note, struct faults *faults,
    const struct field *field)
{
	char point[32], *comma;

	if (field == NULL || is_strict(field->value))
		return true;
	(void)snprintf(point, sizeof(point), "%s", field->value);
	comma = strchr(point, ',');
	if (comma != NULL)
		*comma = '.';
	if (comma != NULL && is_strict(point))
		kind_fault(faults, note, field, 0, true, "bad-number", point,
		    "\"%.60s\" is no number; with a point it is %s",
		    field->value, point);
	else
		kind_fault(faults, note, field, 0, true, "bad-number",
		    "digits, with one point if need be; the unit goes into "
		    "unit", "\"%.60s\" is no number", field->value);
	return false;
}

static void
check_tolerance(const struct note *note, struct faults *faults)
{
	const struct field *field = note_find(note, KEY_TOLERANCE, 0);

	if (field == NULL ||
	    (is_strict(field->value) && field->value[0] != '-'))
		return;
	kind_fault(faults, note, field, 0, true, "bad-tolerance",
	    "0 or more, in the answer's unit",
	    "\"%.60s\" is no tolerance", field->value);
}

static void
check(const struct note *note, struct faults *faults)
{
	const struct field *reject;
	uint32_t at = 0;
	bool good;

	good = !options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer = a number");
	good = check_one(note, faults, note_find(note, KEY_ANSWER, 0)) && good;
	while ((reject = note_each(note, KEY_REJECT, true, &at)) != NULL)
		good = check_one(note, faults, reject) && good;
	check_tolerance(note, faults);
	if (good)
		options_check_typed(note, faults);
	else
		options_check_reasons(note, faults, KEY_REJECT);
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
