/*
 * kind_date.c -- the kind "date": a date, to the precision of its answer.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

static int
digits(const char *s, int n)
{
	int value = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		value = value * 10 + (*s - '0');
	}
	return value;
}

/*
 * YYYY, YYYY-MM or YYYY-MM-DD: its parts, 0 where there is none.  False when
 * it has another form; a month or day that does not exist is still read.
 */
static bool
read_form(const char *s, struct civil *c)
{
	size_t n = strlen(s);

	*c = (struct civil){ 0, 0, 0 };
	if (n != 4 && n != 7 && n != 10)
		return false;
	c->year = digits(s, 4);
	if (n >= 7)
		c->month = s[4] == '-' ? digits(s + 5, 2) : -1;
	if (n == 10)
		c->day = s[7] == '-' ? digits(s + 8, 2) : -1;
	return c->year >= 0 && c->month >= 0 && c->day >= 0;
}

bool
kind_date_valid(const char *s, char *fix, size_t size)
{
	struct civil c;
	size_t n = strlen(s);

	(void)snprintf(fix, size, "YYYY, YYYY-MM or YYYY-MM-DD");
	if (!read_form(s, &c) || c.year == 0)
		return false;
	if (n >= 7 && (c.month < 1 || c.month > 12))
		return false;
	if (n == 10 && (c.day < 1 ||
	    c.day > clock_month_days(c.year, c.month))) {
		(void)snprintf(fix, size, "%04d-%02d-%02d", c.year, c.month,
		    clock_month_days(c.year, c.month));
		return false;
	}
	return true;
}

static bool
check_one(const struct note *note, struct faults *faults,
    const struct field *field, const char *s, size_t n)
{
	char date[16], fix[80], name[16];

	(void)snprintf(date, sizeof(date), "%.*s", (int)(n < 15 ? n : 15), s);
	if (kind_date_valid(date, fix, sizeof(fix)))
		return true;
	options_name(field, name, sizeof(name));
	kind_fault(faults, note, field, (size_t)(s - field->value), true,
	    "bad-date", fix, "%s: \"%.*s\" is no date%s%s", name,
	    (int)(n < 60 ? n : 60), s, *fix == 'Y' ? "" :
	    "; that month ends on ", *fix == 'Y' ? "" : fix);
	return false;
}

static void
check(const struct note *note, struct faults *faults)
{
	options_check_values(note, faults,
	    "answer = YYYY, YYYY-MM or YYYY-MM-DD", check_one);
}

static void
show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	size_t n = strlen(note_text(card->note, KEY_ANSWER));

	(void)layout;
	kind_paragraphs(card->note, KEY_QUESTION, &out->question);
	if (n == 4)
		kind_prompt(out, "year", "year");
	else if (n == 7)
		kind_prompt(out, "month, year", "month and year");
	else
		kind_prompt(out, "date", "date");
}

static void
key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	(void)layout;
	kind_paragraphs(card->note, KEY_ANSWER, out);
}

const struct kind kind_date = {
	.name = "date", .letter = 'd', .check = check,
	.parts = kind_one_part, .show = show, .key = key, .judge = judge_date
};
