/*
 * signs.c -- see signs.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/signs.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "cards/words.h"

#include "base/banned.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* Signs that become one or two others. */
static const struct {
	int32_t from, to, mark;
} changes[] = {
	{ 0x60, '\'', 0 }, { 0xA9, 0, 0 }, { 0xAB, '"', 0 }, { 0xAE, 0, 0 },
	{ 0xB4, '\'', 0 }, { 0xBB, '"', 0 }, { 0xE6, 'a', 'e' },
	{ 0xF0, 'd', SIGNS_ETH }, { 0xF8, 'o', SIGNS_SLASH },
	{ 0xFE, 't', 'h' }, { 0x111, 'd', SIGNS_STROKE },
	{ 0x127, 'h', SIGNS_STROKE }, { 0x131, 'i', SIGNS_DOTLESS },
	{ 0x142, 'l', SIGNS_STROKE }, { 0x153, 'o', 'e' },
	{ 0x167, 't', SIGNS_STROKE }, { 0x2BC, '\'', 0 },
	{ 0x491, 0x433, SIGNS_UPTURN }, { 0x5F3, '\'', 0 },
	{ 0x5F4, '"', 0 }, { 0x640, 0, 0 }, { 0x643, 0x6A9, 0 },
	{ 0x64A, 0x6CC, 0 }, { 0x671, 0x627, SIGNS_WASLA },
	{ 0x2018, '\'', 0 }, { 0x2019, '\'', 0 }, { 0x201A, '\'', 0 },
	{ 0x201B, '\'', 0 }, { 0x201C, '"', 0 }, { 0x201D, '"', 0 },
	{ 0x201E, '"', 0 }, { 0x201F, '"', 0 }, { 0x2032, '\'', 0 },
	{ 0x2033, '"', 0 }, { 0x2039, '\'', 0 }, { 0x203A, '\'', 0 },
	{ 0x2044, '/', 0 }, { 0x2212, '-', 0 }, { 0x2120, 0, 0 },
	{ 0x2122, 0, 0 },
};

/* In the order of their code points within 2070..207F and 2080..208E. */
static const char raised[] = "0i  456789+-=()n";
static const char lowered[] = "0123456789+-=()";

struct maker {
	struct mem *mem;
	struct signs out;
	size_t cap;
	bool turkic;
	const char *lang;
	int32_t before, after;	/* the signs beside, as they are read */
	bool raised;	/* inside a run of superscripts or subscripts */
};

static void
put(struct maker *m, int32_t cp)
{
	int32_t *at;

	if (m->out.n == m->cap) {
		m->cap = m->cap * 2 + 32;
		at = mem_array(m->mem, m->cap, sizeof(*at));
		if (m->out.n > 0)
			memcpy(at, m->out.at, m->out.n * sizeof(*at));
		m->out.at = at;
	}
	m->out.at[m->out.n++] = cp;
}

static void
put_string(struct maker *m, const char *s)
{
	for (; *s != '\0'; s++)
		put(m, (unsigned char)*s);
}

/* The digit that cp is in its script, or -1: they stand in runs of ten. */
static int
digit_of(int32_t cp)
{
	int n = 0;

	if (utf8proc_category(cp) != UTF8PROC_CATEGORY_ND)
		return -1;
	while (n < 50 && utf8proc_category(cp - n - 1) ==
	    UTF8PROC_CATEGORY_ND)
		n++;
	return n % 10;
}

static void
put_and(struct maker *m)
{
	const char *and = words_row(WORDS_AND, m->lang);

	put(m, ' ');
	put_string(m, and != NULL ? and : "and");
	put(m, ' ');
}

/* A sign of the first 128, or one that nothing decomposes any further. */
static void
put_final(struct maker *m, int32_t cp)
{
	size_t i;

	if (cp < 0x80 && cp != '`' && cp != '&') {
		put(m, cp);
		return;
	}
	if (cp == '&') {
		put_and(m);
		return;
	}
	for (i = 0; i < COUNT(changes); i++) {
		if (changes[i].from != cp)
			continue;
		if (changes[i].to != 0)
			put(m, changes[i].to);
		if (changes[i].mark != 0)
			put(m, changes[i].mark);
		return;
	}
	if (utf8proc_category(cp) == UTF8PROC_CATEGORY_PD)
		put(m, '-');
	else if (digit_of(cp) >= 0)
		put(m, '0' + digit_of(cp));
	else
		put(m, cp);
}

static void
put_decomposed(struct maker *m, int32_t cp)
{
	utf8proc_int32_t parts[32];
	utf8proc_ssize_t n, i;
	int boundary = 0;

	/* A syllable of Hangul counts as one letter. */
	if (cp >= 0xAC00 && cp <= 0xD7A3) {
		put(m, cp);
		return;
	}
	n = utf8proc_decompose_char(cp, parts, COUNT(parts),
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD, &boundary);
	if (n < 0 || n > (utf8proc_ssize_t)COUNT(parts)) {
		put(m, cp);
		return;
	}
	for (i = 0; i < n; i++)
		put_final(m, parts[i]);
}

/* The plain sign of a superscript or subscript, or 0. */
static int32_t
plain_of(int32_t cp, bool *low)
{
	*low = cp >= 0x2080;
	if (cp == 0xB2 || cp == 0xB3)
		return '2' + cp - 0xB2;
	if (cp == 0xB9)
		return '1';
	if (cp >= 0x2070 && cp <= 0x207F && raised[cp - 0x2070] != ' ')
		return raised[cp - 0x2070];
	if (cp >= 0x2080 && cp <= 0x208E)
		return lowered[cp - 0x2080];
	return 0;
}

/* True when cp was a superscript or subscript, which is done with then. */
static bool
put_raised(struct maker *m, int32_t cp)
{
	bool low, next_low;
	int32_t plain = plain_of(cp, &low);

	if (plain == 0) {
		m->raised = false;
		return false;
	}
	if (!m->raised && (signs_is_digit(m->before) || m->before == ')' ||
	    digit_of(m->before) >= 0))
		put(m, low ? '_' : '^');
	/* m⁻¹ is m^-1 and may be typed m-1; never m1. */
	else if (!m->raised && plain == '-' && !low &&
	    signs_is_digit(plain_of(m->after, &next_low)))
		put(m, '^');
	m->raised = true;
	put(m, plain);
	return true;
}

static bool
is_fraction(int32_t cp)
{
	return (cp >= 0xBC && cp <= 0xBE) || (cp >= 0x2150 && cp <= 0x215E) ||
	    cp == 0x2189;
}

static void
put_sign(struct maker *m, int32_t cp)
{
	if (put_raised(m, cp))
		return;
	if (cp == 0x130 || (cp == 'I' && !m->turkic)) {
		put(m, 'i');
	} else if (cp == 'I') {
		put_final(m, SIGNS_DOTLESS);
	} else if (cp == 0x307 && (m->before == 'i' || m->before == 'I')) {
		return;
	} else if (cp < 0x80) {
		put_final(m, cp >= 'A' && cp <= 'Z' ? cp - 'A' + 'a' : cp);
	} else if (cp == 0x2116) {
		put_string(m, "no.");
	} else if (cp == 0xB4 || cp == 0x2122 || cp == 0x2120 ||
	    cp == 0x2032 || cp == 0x2033) {
		/* Their compatibility forms would be something else. */
		put_final(m, cp);
	} else {
		if (is_fraction(cp) && (signs_is_digit(m->before) ||
		    digit_of(m->before) >= 0))
			put(m, ' ');
		put_decomposed(m, cp);
	}
}

/* Puts neighbouring marks into the canonical order. */
static void
order_marks(struct signs *s)
{
	utf8proc_propval_t class;
	int32_t cp;
	size_t i, j;

	for (i = 1; i < s->n; i++) {
		cp = s->at[i];
		if (cp < 0x300)
			continue;
		class = utf8proc_get_property(cp)->combining_class;
		for (j = i; class != 0 && j > 0 && utf8proc_get_property(
		    s->at[j - 1])->combining_class > class; j--)
			s->at[j] = s->at[j - 1];
		s->at[j] = cp;
	}
}

struct signs
signs_of(struct mem *mem, const char *lang, const char *s, size_t n)
{
	struct maker m = { .mem = mem, .lang = lang, .cap = 0 };
	size_t len;
	int32_t cp;

	m.turkic = strcmp(lang, "tr") == 0 || strcmp(lang, "az") == 0;
	m.cap = n + 8;
	m.out.at = mem_array(mem, m.cap, sizeof(*m.out.at));
	for (; n > 0; s += len, n -= len) {
		len = utf8_read(s, n, &cp);
		if (len == 0)
			break;
		m.after = 0;
		(void)utf8_read(s + len, n - len, &m.after);
		put_sign(&m, cp);
		m.before = cp;
	}
	order_marks(&m.out);
	return m.out;
}

char *
signs_plain(struct mem *mem, const char *lang, const char *s, size_t n)
{
	struct signs signs = signs_of(mem, lang, s, n);
	char *out = mem_alloc(mem, signs.n * 4 + 1), *p = out;
	enum signs_script script = SIGNS_NO_SCRIPT;
	size_t i;

	for (i = 0; i < signs.n; i++) {
		if (script >= SIGNS_LATIN && script <= SIGNS_CYRILLIC &&
		    signs_is_mark(signs.at[i], script))
			continue;
		script = signs_script_of(signs.at[i]);
		p += utf8_write(signs.at[i], p);
	}
	return out;
}

static const struct {
	int32_t from, to;
	enum signs_script script;
} scripts[] = {
	{ 'A', 'Z', SIGNS_LATIN }, { 'a', 'z', SIGNS_LATIN },
	{ 0xC0, 0xD6, SIGNS_LATIN }, { 0xD8, 0xF6, SIGNS_LATIN },
	{ 0xF8, 0x2AF, SIGNS_LATIN }, { 0x370, 0x3FF, SIGNS_GREEK },
	{ 0x400, 0x52F, SIGNS_CYRILLIC }, { 0x5D0, 0x5EA, SIGNS_HEBREW },
	{ 0x620, 0x64A, SIGNS_ARABIC }, { 0x66E, 0x6D5, SIGNS_ARABIC },
	{ 0x1C80, 0x1C8F, SIGNS_CYRILLIC }, { 0x1E00, 0x1EFF, SIGNS_LATIN },
	{ 0x1F00, 0x1FFF, SIGNS_GREEK }, { 0x2C60, 0x2C7F, SIGNS_LATIN },
	{ 0xA640, 0xA69F, SIGNS_CYRILLIC }, { 0xA720, 0xA7FF, SIGNS_LATIN },
	{ 0xFB00, 0xFB06, SIGNS_LATIN }, { 0xFF21, 0xFF3A, SIGNS_LATIN },
	{ 0xFF41, 0xFF5A, SIGNS_LATIN },
};

enum signs_script
signs_script_of(int32_t cp)
{
	size_t i;

	for (i = 0; i < COUNT(scripts); i++)
		if (cp >= scripts[i].from && cp <= scripts[i].to)
			return scripts[i].script;
	return SIGNS_NO_SCRIPT;
}

static bool
between(int32_t cp, int32_t from, int32_t to)
{
	return cp >= from && cp <= to;
}

bool
signs_is_mark(int32_t cp, enum signs_script script)
{
	switch (script) {
	case SIGNS_LATIN:
	case SIGNS_GREEK:
	case SIGNS_CYRILLIC:
		return between(cp, 0x300, 0x36F) || between(cp, 0x483, 0x487) ||
		    between(cp, 0x1AB0, 0x1AFF) ||
		    between(cp, 0x1DC0, 0x1DFF) ||
		    between(cp, 0x20D0, 0x20FF) ||
		    between(cp, 0xFE20, 0xFE2F) || cp == SIGNS_ETH ||
		    cp == SIGNS_DOTLESS || cp == SIGNS_UPTURN;
	case SIGNS_HEBREW:
		return between(cp, 0x591, 0x5BD) || cp == 0x5BF ||
		    cp == 0x5C1 || cp == 0x5C2 || cp == 0x5C4 ||
		    cp == 0x5C5 || cp == 0x5C7;
	case SIGNS_ARABIC:
		return between(cp, 0x64B, 0x65F) || cp == 0x670 ||
		    cp == SIGNS_WASLA || between(cp, 0x6D6, 0x6DC) ||
		    between(cp, 0x6DF, 0x6E4) || between(cp, 0x610, 0x61A);
	case SIGNS_NO_SCRIPT:
		break;
	}
	/* The nukta of the Indic scripts. */
	return cp >= 0x900 && utf8proc_get_property(cp)->combining_class == 7;
}

bool
signs_is_letter(int32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return false;
	}
}

bool
signs_is_digit(int32_t cp)
{
	return cp >= '0' && cp <= '9';
}

size_t
signs_skip(const char *s, size_t n)
{
	int32_t cp;
	size_t len = n > 0 ? utf8_read(s, n, &cp) : 0;

	if (len == 0 || signs_is_letter(cp) || digit_of(cp) >= 0 ||
	    utf8proc_category(cp) == UTF8PROC_CATEGORY_NL ||
	    utf8proc_category(cp) == UTF8PROC_CATEGORY_NO)
		return 0;
	return len;
}
