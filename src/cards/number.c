/*
 * number.c -- see number.h: numbers in digits.
 * SPDX-License-Identifier: MIT
 */
#include "cards/number.h"

#include <string.h>

#include "cards/words.h"

#include "base/banned.h"

#define GROUPS_MAX 32
#define EXPONENT_MAX 99

/* Runs of digits and what stands between them. */
struct groups {
	const char *at[GROUPS_MAX];
	size_t len[GROUPS_MAX];
	char before[GROUPS_MAX];	/* the separator; ' for any blank */
	size_t n;
	size_t commas, points, blanks;
};

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

static size_t
digits_in(const char *s)
{
	size_t n = 0;

	while (is_digit(s[n]))
		n++;
	return n;
}

/* The bytes of a separator between digits at s, or 0; *sep is its kind. */
static size_t
separator(const char *s, char *sep)
{
	size_t n = 1;

	if (strncmp(s, "\xD9\xAC", 2) == 0) {
		*sep = '\'';
		n = 2;
	} else if (strncmp(s, "\xD9\xAB", 2) == 0) {
		*sep = '.';
		n = 2;
	} else if (*s != '\0' && strchr(".,'", *s) != NULL) {
		*sep = *s;
	} else if (*s == ' ' && digits_in(s + 1) == 3 && s[4] != '/') {
		*sep = '\'';
	} else {
		return 0;
	}
	return is_digit(s[n]) ? n : 0;
}

static const char *
split(const char *s, struct groups *g)
{
	size_t n;
	char sep = '\0';

	memset(g, 0, sizeof(*g));
	for (;;) {
		if (g->n == GROUPS_MAX)
			return NULL;
		g->before[g->n] = sep;
		g->at[g->n] = s;
		g->len[g->n] = digits_in(s);
		s += g->len[g->n++];
		n = separator(s, &sep);
		if (n == 0)
			return s;
		g->commas += sep == ',';
		g->points += sep == '.';
		g->blanks += sep == '\'';
		s += n;
	}
}

/* Whether the groups 0..n-1 stand as thousands do; Indian too. */
static bool
grouped(const struct groups *g, size_t n, bool indian)
{
	size_t i, inner = indian ? 2 : 3;

	if (n < 2)
		return true;
	if (g->len[0] < 1 || g->len[0] > inner || g->len[n - 1] != 3)
		return false;
	for (i = 1; i + 1 < n; i++)
		if (g->len[i] != inner)
			return false;
	return true;
}

static bool
thousands(const struct groups *g, size_t n)
{
	size_t i;

	for (i = 2; i < n; i++)
		if (g->before[i] != g->before[1])
			return false;
	return grouped(g, n, false) ||
	    (n > 1 && g->before[1] != '\'' && grouped(g, n, true));
}

/* The groups as one number, those from `point` on behind the point. */
static bool
value_of(const struct groups *g, size_t point, struct number *out)
{
	size_t i, k;

	memset(&out->above, 0, sizeof(out->above));
	out->below = decimal_of(1);
	for (i = 0; i < g->n; i++)
		for (k = 0; k < g->len[i]; k++) {
			if (!decimal_push(&out->above, g->at[i][k] - '0'))
				return false;
			out->above.exponent -= i >= point;
		}
	return out->above.exponent >= -DECIMAL_DIGITS;
}

/* Whether one separator can be of thousands as well as of decimals. */
static bool
doubtful(const struct groups *g)
{
	return g->len[1] == 3 && g->len[0] >= 1 && g->len[0] <= 3 &&
	    g->at[0][0] != '0';
}

/*
 * Where the point is: the first group behind it (n: none), and whether the
 * other reading is possible.  False when the separators do not fit.
 */
static bool
find_point(const char *lang, const struct groups *g, size_t *point,
    bool *doubt)
{
	size_t last = g->n - 1, marks = g->commas + g->points;
	bool decimal_point;

	*doubt = false;
	*point = g->n;
	if (marks == 0)
		return thousands(g, g->n);
	if (g->blanks > 0 || (g->commas > 0 && g->points > 0)) {
		/* Two kinds: the last one, once, is the decimal one. */
		*point = last;
		return g->before[last] != '\'' && (g->before[last] == ',' ?
		    g->commas : g->points) == 1 && thousands(g, last);
	}
	if (marks > 1)
		return thousands(g, g->n);
	*point = last;
	if (!doubtful(g))
		return true;
	*doubt = true;
	decimal_point = words_has(words_row(WORDS_POINT, ""), lang,
	    strlen(lang));
	if ((g->before[1] == '.') != decimal_point)
		*point = g->n;
	return true;
}

static bool
fail(struct number_reading *out, const char *reason)
{
	out->reason = reason;
	return false;
}

static bool
read_digits(const char *lang, const char **s, struct number_reading *out)
{
	struct groups g;
	size_t point;
	bool doubt;

	*s = split(*s, &g);
	if (*s == NULL || !find_point(lang, &g, &point, &doubt))
		return fail(out, "its points and commas do not fit");
	out->n = doubt ? 2 : 1;
	if (!value_of(&g, point, &out->value[0]) || (doubt &&
	    !value_of(&g, point == g.n ? 1 : g.n, &out->value[1])))
		return fail(out, "it has too many digits");
	return true;
}

/* "/2" behind a whole number: a fraction. */
static bool
read_fraction(const char **s, struct number *value,
    struct number_reading *out)
{
	size_t i, n = digits_in(*s + 1);

	memset(&value->below, 0, sizeof(value->below));
	for (i = 1; i <= n; i++)
		if (!decimal_push(&value->below, (*s)[i] - '0'))
			return fail(out, "it has too many digits");
	if (value->below.n == 0)
		return fail(out, "it divides by zero");
	*s += n + 1;
	return true;
}

/* whole + value, both not negative. */
static void
add_whole(struct number *value, const struct decimal *whole)
{
	struct decimal sum = decimal_times(whole, &value->below);
	struct decimal *a = &value->above;
	size_t i, k;
	int carry = 0;

	/* Both have the exponent 0: add digit by digit from the right. */
	for (i = 1; i <= a->n || carry != 0; i++) {
		if (i > sum.n) {
			memmove(sum.digits + 1, sum.digits, sum.n++);
			sum.digits[0] = 0;
		}
		k = sum.n - i;
		carry += sum.digits[k] + (i <= a->n ? a->digits[a->n - i] : 0);
		sum.digits[k] = (uint8_t)(carry % 10);
		carry /= 10;
	}
	*a = sum;
}

/* "1/2", or the "1/2" of "2 1/2"; nothing when there is none. */
static bool
read_fractions(const char **s, struct number_reading *out)
{
	struct decimal whole;
	size_t n, i;
	const char *t = *s;

	if (out->n != 1 || out->value[0].above.exponent != 0)
		return true;
	if (*t == '/' && is_digit(t[1]))
		return read_fraction(s, &out->value[0], out);
	n = *t == ' ' ? digits_in(t + 1) : 0;
	if (n == 0 || t[n + 1] != '/' || !is_digit(t[n + 2]))
		return true;
	whole = out->value[0].above;
	memset(&out->value[0].above, 0, sizeof(whole));
	for (i = 1; i <= n; i++)
		if (!decimal_push(&out->value[0].above, t[i] - '0'))
			return fail(out, "it has too many digits");
	*s += n + 1;
	if (!read_fraction(s, &out->value[0], out))
		return false;
	add_whole(&out->value[0], &whole);
	return true;
}

/* A sign and digits; their bytes, 0 when there are none. */
static size_t
read_exponent(const char *s, int *exponent)
{
	size_t at = *s == '+' || *s == '-', n = digits_in(s + at), i;

	*exponent = 0;
	for (i = 0; i < n; i++)
		if (*exponent <= EXPONENT_MAX)
			*exponent = *exponent * 10 + s[at + i] - '0';
	if (*s == '-')
		*exponent = -*exponent;
	return n == 0 ? 0 : at + n;
}

/* "e3", " x 10^3", and "^3" behind a ten. */
static size_t
power_in(const char *s, bool ten, int *exponent)
{
	size_t at = 0, n;

	if (*s == 'e') {
		n = read_exponent(s + 1, exponent);
		return n == 0 || is_letter(s[1 + n]) ? 0 : n + 1;
	}
	if (*s == '^' && ten) {
		/* The ten itself is one of them. */
		n = read_exponent(s + 1, exponent);
		if (*exponent <= EXPONENT_MAX)
			--*exponent;
		return n == 0 ? 0 : n + 1;
	}
	at += s[at] == ' ';
	if (strncmp(s + at, "\xC3\x97", 2) == 0 ||
	    strncmp(s + at, "\xC2\xB7", 2) == 0)
		at += 2;
	else if (s[at] == 'x' || s[at] == '*')
		at++;
	else
		return 0;
	at += s[at] == ' ';
	if (strncmp(s + at, "10^", 3) != 0)
		return 0;
	n = read_exponent(s + at + 3, exponent);
	return n == 0 ? 0 : at + 3 + n;
}

static bool
read_power(const char **s, bool ten, struct number_reading *out)
{
	int exponent;
	size_t i, n = power_in(*s, ten, &exponent);

	if (n == 0)
		return true;
	if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX)
		return fail(out, "its exponent is beyond 99");
	for (i = 0; i < out->n; i++)
		out->value[i].above.exponent += exponent;
	*s += n;
	return true;
}

static void
read_multiplier(const char *lang, const char **s, struct number_reading *out)
{
	struct decimal factor;
	uint64_t value;
	size_t i, n, at = **s == ' ' || **s == '-';

	n = number_words_multiplier(lang, *s + at, &value);
	if (n == 0)
		return;
	factor = decimal_of(value);
	for (i = 0; i < out->n; i++)
		out->value[i].above = decimal_times(&out->value[i].above,
		    &factor);
	*s += at + n;
}

static bool
read_unsigned(const char *lang, const char **s, struct number_reading *out)
{
	uint64_t value;
	const char *from = *s;
	size_t n;
	bool ten;

	if (is_digit(*from) || ((*from == '.' || *from == ',') &&
	    is_digit(from[1]))) {
		if (!read_digits(lang, s, out))
			return false;
		ten = *s - from == 2 && from[0] == '1' && from[1] == '0';
		if (!read_fractions(s, out) || !read_power(s, ten, out))
			return false;
		read_multiplier(lang, s, out);
		return true;
	}
	n = number_words(lang, from, &value);
	if (n == 0)
		return fail(out, "there is no number at its beginning");
	out->n = 1;
	out->value[0].above = decimal_of(value);
	out->value[0].below = decimal_of(1);
	*s += n;
	return true;
}

bool
number_read(const char *lang, const char *s, struct number_reading *out)
{
	bool minus = false;
	size_t i;

	memset(out, 0, sizeof(*out));
	if (*s == '+' || *s == '-') {
		minus = *s++ == '-';
		s += *s == ' ';
	} else if (strncmp(s, "minus ", 6) == 0) {
		minus = true;
		s += 6;
	}
	if (!read_unsigned(lang, &s, out))
		return false;
	for (i = 0; i < out->n; i++)
		out->value[i].above.negative = minus &&
		    out->value[i].above.n > 0;
	out->rest = s;
	return true;
}

bool
number_parse(const char *s, struct number *out)
{
	bool minus = *s == '-', point = false;

	memset(&out->above, 0, sizeof(out->above));
	out->below = decimal_of(1);
	s += minus;
	if (!is_digit(*s))
		return false;
	for (; *s != '\0'; s++) {
		if (*s == '.' && !point && is_digit(s[1])) {
			point = true;
			continue;
		}
		if (!is_digit(*s) || !decimal_push(&out->above, *s - '0'))
			return false;
		out->above.exponent -= point;
	}
	out->above.negative = minus && out->above.n > 0;
	return out->above.exponent >= -DECIMAL_DIGITS;
}

bool
number_within(const struct number *a, uint32_t af, const struct number *b,
    uint32_t bf, const struct number *within)
{
	struct decimal x = decimal_of(af), y = decimal_of(bf), z;

	/* Everything times both denominators: no division is needed. */
	x = decimal_times(&x, &a->above);
	x = decimal_times(&x, &b->below);
	z = decimal_times(&y, &within->above);
	z = decimal_times(&z, &a->below);
	z = decimal_times(&z, &b->below);
	y = decimal_times(&y, &b->above);
	y = decimal_times(&y, &a->below);
	return decimal_within(&x, &y, &z);
}
