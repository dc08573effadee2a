/*
 * judge_date.c -- a date, to the precision of the answer.
 * SPDX-License-Identifier: MIT
 *
 * What is less precise than asked is unreadable whether it is right or wrong,
 * so that nothing leaks.
 */
#include <string.h>

#include "cards/clean.h"
#include "cards/date.h"
#include "cards/judge.h"

#include "base/banned.h"

/* The letter of the reject that the date is, or 0. */
static int
rejected(struct mem *mem, const struct note *note, const char *lang,
    const struct date *date)
{
	const struct field *field;
	struct date_reading reading;
	const char *s, *part;
	uint32_t at = 0;
	size_t n;

	while ((field = note_each(note, KEY_REJECT, true, &at)) != NULL)
		for (s = field->value; note_wording(&s, &part, &n);)
			if (date_read(mem, lang, part, n, &reading) &&
			    date_precision(date) >=
			    date_precision(&reading.at[0]) &&
			    date_is(date, &reading.at[0]))
				return field->index;
	return 0;
}

static void
judge_reading(struct mem *mem, const struct card *card, const char *lang,
    const struct date_reading *typed, struct judgement *out)
{
	const char *answer = note_value(card->note, KEY_ANSWER, 0);
	struct date asked;
	int letter;

	if (answer == NULL || !date_parse(answer, &asked)) {
		judge_set(out, VERDICT_WRONG);
	} else if (date_precision(&typed->at[0]) < date_precision(&asked)) {
		judge_unreadable(out, "the question asks for the %s too",
		    date_precision(&asked) == 3 ? "day" : "month");
	} else if (date_is(&typed->at[0], &asked)) {
		judge_set(out, typed->misspelt ? VERDICT_SLIP : VERDICT_FOLD);
		if (typed->misspelt)
			judge_nearly(out, answer, strlen(answer));
	} else if (typed->n == 2 && date_is(&typed->at[1], &asked)) {
		judge_unreadable(out, "day and month could be swapped");
	} else {
		letter = rejected(mem, card->note, lang, &typed->at[0]);
		judge_set(out, letter != 0 ? VERDICT_REJECTED : VERDICT_WRONG);
		judge_why(out, letter);
	}
}

void
judge_date(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	const char *answer = note_value(card->note, KEY_ANSWER, 0);
	struct words_lang lang = judge_lang(card);
	struct date_reading reading;
	struct mem mem = { 0 };

	(void)layout;
	if (answer != NULL && strcmp(answer, typed) == 0)
		judge_set(out, VERDICT_EXACT);
	else if (!date_read(&mem, lang.s, typed, strlen(typed), &reading))
		judge_unreadable(out, "%s", reading.reason);
	else
		judge_reading(&mem, card, lang.s, &reading, out);
	mem_clear(&mem);
}
