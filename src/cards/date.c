/*
 * date.c -- see date.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/date.h"

#include <string.h>

#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

#define NUMBERS_MAX 3

static const char hedge[] = "there is a word or sign in it that belongs to no "
    "date";
static const char not_one[] = "it is no single date";

struct reader {
	struct date_reading *out;
	int value[NUMBERS_MAX];
	size_t len[NUMBERS_MAX];	/* digits */
	size_t n;
	int month;	/* by name or in Roman figures, else 0 */
	bool points;	/* a point stands between the numbers */
};

static bool
fail(struct date_reading *out, const char *reason)
{
	out->reason = reason;
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static int
roman(const char *word)
{
	static const char *const months[] = { "i", "ii", "iii", "iv", "v",
		"vi", "vii", "viii", "ix", "x", "xi", "xii" };
	int i;

	for (i = 0; i < 12; i++)
		if (strcmp(word, months[i]) == 0)
			return i + 1;
	return 0;
}

/* Weekdays, and words that only hold a date together. */
static bool
says_nothing(const char *word)
{
	static const char little[] = "of the on in at de del der die das den "
	    "do da du le la les el los il lo en im am vom an year anno annee "
	    "jahr ano year d dell nel op van the";
	static const char weekdays[] = "monday tuesday wednesday thursday "
	    "friday saturday sunday mon tue tues wed weds thu thur thurs fri "
	    "sat sun lundi mardi mercredi jeudi vendredi samedi dimanche "
	    "montag dienstag mittwoch donnerstag freitag samstag sonnabend "
	    "sonntag lunes martes miercoles jueves viernes sabado domingo "
	    "lunedi martedi mercoledi giovedi venerdi sabato domenica "
	    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
	    "segunda terca quarta quinta sexta feira mo di mi fr sa so";
	size_t n = strlen(word);

	return words_has(little, word, n) || words_has(weekdays, word, n);
}

static bool
is_ordinal(const char *s, size_t n)
{
	return n > 0 && words_has("st nd rd th er re ere e o a te eme", s, n);
}

static size_t
letters_in(const char *s)
{
	size_t n = 0;

	while (is_letter(s[n]))
		n++;
	return n;
}

static bool
take_number(struct reader *r, const char **s)
{
	size_t n = 0, k;
	int value = 0;

	for (; is_digit((*s)[n]); n++)
		if (n < 8)
			value = value * 10 + (*s)[n] - '0';
	if (n > 8 || r->n == NUMBERS_MAX)
		return fail(r->out, not_one);
	r->value[r->n] = value;
	r->len[r->n++] = n;
	*s += n;
	k = letters_in(*s);
	if (n <= 2 && is_ordinal(*s, k))
		*s += k;
	return true;
}

static bool
take_month(struct reader *r, int month)
{
	if (r->month != 0)
		return fail(r->out, not_one);
	r->month = month;
	return true;
}

static bool
take_word(struct reader *r, const char **s)
{
	char word[32];
	size_t n = letters_in(*s);
	int month;

	if (n >= sizeof(word))
		return fail(r->out, hedge);
	memcpy(word, *s, n);
	word[n] = '\0';
	*s += n;
	month = words_month(word);
	if (month == 0)
		month = roman(word);
	if (month != 0)
		return take_month(r, month);
	if (words_has("first premier primero primo primeiro erste ersten "
	    "erster", word, n) && r->n < NUMBERS_MAX) {
		r->value[r->n] = 1;
		r->len[r->n++] = 1;
		return true;
	}
	if (says_nothing(word))
		return true;
	month = words_month_near(word);
	if (month == 0)
		return fail(r->out, hedge);
	r->out->misspelt = true;
	return take_month(r, month);
}

/* The signs for year, month and day of Chinese, Japanese and Korean. */
static size_t
east_asian(const char *s)
{
	static const char *const signs[] = { "\xE5\xB9\xB4", "\xE6\x9C\x88",
		"\xE6\x97\xA5", "\xEB\x85\x84", "\xEC\x9B\x94",
		"\xEC\x9D\xBC" };
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(s, signs[i], 3) == 0)
			return 3;
	return 0;
}

static bool
take_all(struct reader *r, const char *s)
{
	size_t n;

	while (*s != '\0') {
		n = east_asian(s);
		if (n > 0) {
			s += n;
		} else if (is_digit(*s)) {
			if (!take_number(r, &s))
				return false;
		} else if (is_letter(*s)) {
			if (!take_word(r, &s))
				return false;
		} else if (strchr(" ,./-'", *s) != NULL) {
			r->points |= *s == '.' && r->n == 1;
			s++;
		} else {
			return fail(r->out, hedge);
		}
	}
	return true;
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

/* Adds a reading when there is such a day. */
static void
add(struct date_reading *out, int year, int month, int day)
{
	struct date d = { year, month, day };

	if (year < 1 || month < 0 || month > 12 || day < 0 ||
	    (month == 0 && day != 0) ||
	    (month != 0 && day > days_in(year, month)))
		return;
	if (out->n == 1 && out->at[0].month == month && out->at[0].day == day)
		return;
	out->at[out->n++] = d;
}

/* A month or day that was said: 0 is none. */
static int
said(int value)
{
	return value == 0 ? 99 : value;
}

static const char no_year[] = "it has no year of four digits";

static bool
with_month(struct reader *r)
{
	size_t year;

	if (r->n == 0 || (r->n == 1 && r->len[0] != 4))
		return fail(r->out, no_year);
	if (r->n == 1) {
		add(r->out, r->value[0], r->month, 0);
		return true;
	}
	year = r->len[0] == 4 ? 0 : 1;
	if (r->n > 2 || r->len[1 - year] > 2)
		return fail(r->out, not_one);
	if (r->len[year] != 4)
		return fail(r->out, no_year);
	add(r->out, r->value[year], r->month, said(r->value[1 - year]));
	return true;
}

static bool
three(struct reader *r)
{
	const int *v = r->value;

	if (r->len[0] == 4 && r->len[1] <= 2 && r->len[2] <= 2) {
		add(r->out, v[0], said(v[1]), said(v[2]));
		return true;
	}
	if (r->len[0] > 2 || r->len[1] > 2 || r->len[2] != 4)
		return fail(r->out, no_year);
	add(r->out, v[2], said(v[1]), said(v[0]));
	if (!r->points)
		add(r->out, v[2], said(v[0]), said(v[1]));
	return true;
}

static bool
two(struct reader *r)
{
	size_t year = r->len[0] == 4 ? 0 : 1;

	if (r->len[year] != 4)
		return fail(r->out, no_year);
	if (r->len[1 - year] > 2)
		return fail(r->out, not_one);
	add(r->out, r->value[year], said(r->value[1 - year]), 0);
	return true;
}

static bool
one(struct reader *r)
{
	int v = r->value[0];

	if (r->len[0] == 8)
		add(r->out, v / 10000, said(v / 100 % 100), said(v % 100));
	else if (r->len[0] == 4)
		add(r->out, v, 0, 0);
	else
		return fail(r->out, no_year);
	return true;
}

static bool
assemble(struct reader *r)
{
	if (r->month != 0)
		return with_month(r);
	switch (r->n) {
	case 3:
		return three(r);
	case 2:
		return two(r);
	case 1:
		return one(r);
	default:
		return fail(r->out, "there is no date in it");
	}
}

bool
date_read(struct mem *mem, const char *lang, const char *s, size_t n,
    struct date_reading *out)
{
	struct reader r = { .out = out };
	char *plain = signs_plain(mem, lang, s, n);
	size_t end = strlen(plain);

	memset(out, 0, sizeof(*out));
	while (end > 0 && strchr("?!.,; ", plain[end - 1]) != NULL)
		plain[--end] = '\0';
	if (!take_all(&r, plain) || !assemble(&r))
		return false;
	return out->n > 0 || fail(out, "there is no such day");
}

bool
date_parse(const char *s, struct date *out)
{
	struct date_reading reading = { .n = 0 };
	int part[3] = { 0, 0, 0 };
	size_t i, k;

	for (i = 0; i < 3; i++) {
		for (k = 0; is_digit(s[k]) && k < 4; k++)
			part[i] = part[i] * 10 + s[k] - '0';
		if (k != (i == 0 ? 4 : 2) || part[i] == 0)
			return false;
		s += k;
		if (*s == '\0')
			break;
		if (i == 2 || *s++ != '-')
			return false;
	}
	add(&reading, part[0], part[1], part[2]);
	*out = reading.at[0];
	return reading.n == 1;
}

int
date_precision(const struct date *date)
{
	return date->month == 0 ? 1 : date->day == 0 ? 2 : 3;
}

bool
date_is(const struct date *date, const struct date *asked)
{
	return date->year == asked->year &&
	    (asked->month == 0 || date->month == asked->month) &&
	    (asked->day == 0 || date->day == asked->day);
}

/* One reading without doubt. */
static bool
read_deck(struct mem *mem, const char *lang, const char *s, struct date *out)
{
	struct date_reading reading;

	if (date_parse(s, out))
		return true;
	if (!date_read(mem, lang, s, strlen(s), &reading) || reading.misspelt)
		return false;
	*out = reading.at[0];
	return true;
}

bool
date_same(const char *lang, const char *a, const char *b)
{
	struct mem mem = { 0 };
	struct date x, y;
	bool same;

	same = read_deck(&mem, lang, a, &x) && read_deck(&mem, lang, b, &y) &&
	    date_precision(&x) == date_precision(&y) && date_is(&x, &y);
	mem_clear(&mem);
	return same;
}
