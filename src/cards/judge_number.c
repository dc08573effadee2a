/*
 * judge_number.c -- a number, with or without its unit.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/measure.h"
#include "cards/signs.h"

#include "base/banned.h"

struct asked {
	struct mem *mem;
	const char *lang;
	const struct note *note;
	struct number value, tolerance;
	const char *unit;	/* folded, "" when there is none */
	const char *shown;	/* the unit as the deck writes it */
};

static bool
read_asked(struct asked *a, const struct card *card, struct mem *mem,
    const char *lang)
{
	const char *answer = note_value(card->note, KEY_ANSWER, 0);
	const char *tolerance = note_value(card->note, KEY_TOLERANCE, 0);
	const char *unit = note_value(card->note, KEY_UNIT, 0);

	a->mem = mem;
	a->lang = lang;
	a->note = card->note;
	a->shown = unit;
	a->unit = unit == NULL ? "" :
	    signs_plain(mem, lang, unit, strlen(unit));
	return answer != NULL && number_parse(answer, &a->value) &&
	    number_parse(tolerance != NULL ? tolerance : "0", &a->tolerance);
}

/* Whether the reject, with its unit or the deck's, is what was typed. */
static bool
is_reject(const struct asked *a, const struct measure *typed, const char *s,
    size_t n)
{
	const char *typed_unit = typed->unit[0] != '\0' ? typed->unit : a->unit;
	const char *unit;
	struct measure reject;
	enum measure_unit how;
	struct number none;

	if (!number_parse("0", &none) || !measure_read(a->mem, a->lang, s, n,
	    a->unit[0] == '\0', &reject))
		return false;
	unit = reject.unit[0] != '\0' ? reject.unit : a->unit;
	how = measure_compare_units(unit, typed_unit);
	return how != MEASURE_OTHER && how != MEASURE_UNKNOWN &&
	    measure_within(&typed->number.value[0], typed_unit,
	    &reject.number.value[0], unit, &none);
}

static void
judge_wrong(const struct asked *a, const struct measure *typed,
    struct judgement *out)
{
	const struct field *field;
	const char *s, *part;
	uint32_t at = 0;
	size_t n;

	while ((field = note_each(a->note, KEY_REJECT, true, &at)) != NULL)
		for (s = field->value; note_wording(&s, &part, &n);)
			if (is_reject(a, typed, part, n)) {
				judge_set(out, VERDICT_REJECTED);
				judge_why(out, field->index);
				return;
			}
	judge_set(out, VERDICT_WRONG);
}

static void
judge_value(const struct asked *a, const struct measure *typed,
    struct judgement *out)
{
	const struct number_reading *read = &typed->number;
	struct number none;

	if (number_parse("0", &none) && number_within(&read->value[0], 1,
	    &a->value, 1, &none))
		judge_set(out, VERDICT_FOLD);
	else if (number_within(&read->value[0], 1, &a->value, 1,
	    &a->tolerance))
		judge_set(out, VERDICT_ACCEPTED);
	else if (read->n == 2 && number_within(&read->value[1], 1, &a->value,
	    1, &a->tolerance))
		judge_unreadable(out, "its point or comma can be of thousands "
		    "or of decimals");
	else
		judge_wrong(a, typed, out);
}

static void
judge_unit(const struct asked *a, const struct measure *typed,
    struct judgement *out)
{
	if (a->unit[0] == '\0' && typed->unit[0] != '\0') {
		judge_unreadable(out, "the number only, please, without "
		    "\"%s\"", typed->unit);
		return;
	}
	switch (measure_compare_units(a->unit, typed->unit)) {
	case MEASURE_BARE:
	case MEASURE_SAME:
		judge_value(a, typed, out);
		break;
	case MEASURE_KIN:
		if (measure_within(&typed->number.value[0], typed->unit,
		    &a->value, a->unit, &a->tolerance))
			judge_unreadable(out, "the answer is asked in %s",
			    a->shown);
		else
			judge_wrong(a, typed, out);
		break;
	case MEASURE_OTHER:
		judge_wrong(a, typed, out);
		break;
	case MEASURE_UNKNOWN:
		judge_unreadable(out, "\"%s\" is no unit that I know",
		    typed->unit);
		break;
	}
}

void
judge_number(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	const char *answer = note_value(card->note, KEY_ANSWER, 0);
	struct words_lang lang = judge_lang(card);
	struct mem mem = { 0 };
	struct measure measure;
	struct asked asked;

	(void)layout;
	if (answer != NULL && strcmp(answer, typed) == 0)
		judge_set(out, VERDICT_EXACT);
	else if (!read_asked(&asked, card, &mem, lang.s))
		judge_set(out, VERDICT_WRONG);
	else if (!measure_read(&mem, lang.s, typed, strlen(typed),
	    asked.unit[0] == '\0', &measure))
		judge_unreadable(out, "%s", measure.number.reason);
	else
		judge_unit(&asked, &measure, out);
	mem_clear(&mem);
}
