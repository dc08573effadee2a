/*
 * measure.c -- see measure.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/measure.h"

#include <string.h>

#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

/* "article " and its like before a number. */
static const char *
skip_label(const char *s)
{
	static const char *const labels[] = { "articles", "article", "arts",
		"art", "artikel" };
	size_t i, n;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		n = strlen(labels[i]);
		if (strncmp(s, labels[i], n) != 0)
			continue;
		n += s[n] == '.';
		n += strspn(s + n, " ");
		if (s[n] != '\0' && (s[n - 1] == ' ' || s[n - 1] == '.'))
			return s + n;
	}
	return s;
}

/* "$5" and "€ 5": moves on and returns the unit. */
static const char *
skip_currency(const char **s)
{
	static const char *const signs[] = { "$", "\xE2\x82\xAC" };
	size_t i, n;

	for (i = 0; i < 2; i++) {
		n = strlen(signs[i]);
		if (strncmp(*s, signs[i], n) != 0)
			continue;
		*s += n;
		*s += strspn(*s, " ");
		return signs[i];
	}
	return "";
}

static void
drop_end(char *s)
{
	size_t n = strlen(s);

	while (n > 0 && strchr(".,;:!? ", s[n - 1]) != NULL)
		s[--n] = '\0';
}

/* What stands behind the number, as a unit; false when it is too long. */
static bool
read_unit(const char *rest, const char *currency, char unit[64])
{
	size_t n;

	if (*rest == '-' && rest[1] >= 'a' && rest[1] <= 'z')
		rest++;
	rest += strspn(rest, " ");
	if (*rest == '\0')
		rest = currency;
	else if (*currency != '\0')
		return false;
	n = strlen(rest);
	if (n >= 64)
		return false;
	memcpy(unit, rest, n + 1);
	return true;
}

bool
measure_read(struct mem *mem, const char *lang, const char *s, size_t n,
    bool label, struct measure *out)
{
	char *plain = signs_plain(mem, lang, s, n);
	const char *at = plain + strspn(plain, " "), *currency;

	drop_end(plain);
	if (label)
		at = skip_label(at);
	currency = skip_currency(&at);
	out->unit[0] = '\0';
	if (!number_read(lang, at, &out->number))
		return false;
	if (!read_unit(out->number.rest, currency, out->unit)) {
		out->number.reason = "there is more than a number in it";
		return false;
	}
	return true;
}

enum measure_unit
measure_compare_units(const char *deck, const char *typed)
{
	const struct words_unit *a, *b;

	if (*typed == '\0')
		return MEASURE_BARE;
	a = words_unit_find(deck);
	b = words_unit_find(typed);
	/* Of a unit that is in no table only the plural is known. */
	if (strcmp(deck, typed) == 0 || (a == NULL &&
	    (words_plural(deck, typed) || words_plural(typed, deck))))
		return MEASURE_SAME;
	if (b == NULL)
		return MEASURE_UNKNOWN;
	if (a == b)
		return MEASURE_SAME;
	return a != NULL && a->dimension == b->dimension ? MEASURE_KIN :
	    MEASURE_OTHER;
}

bool
measure_within(const struct number *typed, const char *typed_unit,
    const struct number *deck, const char *deck_unit,
    const struct number *tolerance)
{
	const struct words_unit *a = words_unit_find(typed_unit);
	const struct words_unit *b = words_unit_find(deck_unit);

	if (a == NULL || b == NULL || a->dimension != b->dimension)
		return number_within(typed, 1, deck, 1, tolerance);
	return number_within(typed, a->factor, deck, b->factor, tolerance);
}

/* Numbers that are names keep their digits: 007, 24/7, +36. */
static bool
is_quantity(const char *s, size_t n)
{
	return n > 0 && *s != '+' && memchr(s, '/', n) == NULL &&
	    !(n > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9');
}

/* Reads the deck's side of measure_judge. */
static bool
read_deck(struct mem *mem, const char *lang, const char *s, size_t n,
    struct measure *out)
{
	return is_quantity(s, n) && measure_read(mem, lang, s, n, false, out) &&
	    (out->unit[0] == '\0' || words_unit_find(out->unit) != NULL);
}

bool
measure_is(struct mem *mem, const char *lang, const char *s, size_t n)
{
	struct measure measure;

	return read_deck(mem, lang, s, n, &measure);
}

enum measure_verdict
measure_judge(struct mem *mem, const char *lang, const char *deck, size_t n,
    const char *typed, size_t m)
{
	static const struct number none = { .below = { .n = 1,
		.digits = { 1 } } };
	struct measure d, t;
	enum measure_unit unit;
	bool right;

	if (!read_deck(mem, lang, deck, n, &d) ||
	    !measure_read(mem, lang, typed, m, d.unit[0] == '\0', &t))
		return MEASURE_NONE;
	unit = measure_compare_units(d.unit, t.unit);
	if (unit == MEASURE_UNKNOWN || (d.unit[0] == '\0' &&
	    unit != MEASURE_BARE))
		return MEASURE_NONE;
	if (unit == MEASURE_KIN || unit == MEASURE_OTHER)
		return MEASURE_WRONG;
	right = number_within(&t.number.value[0], 1, &d.number.value[0], 1,
	    &none);
	if (right)
		return unit == MEASURE_BARE && d.unit[0] != '\0' ?
		    MEASURE_NEARLY : MEASURE_RIGHT;
	if (t.number.n == 2 && number_within(&t.number.value[1], 1,
	    &d.number.value[0], 1, &none))
		return MEASURE_DOUBT;
	return MEASURE_WRONG;
}
