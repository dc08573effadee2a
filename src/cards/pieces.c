/*
 * pieces.c -- see pieces.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/pieces.h"

#include <string.h>

#include "base/banned.h"

struct cutter {
	const char *start, *and;
	bool dashes;	/* the text begins with a dash: each one is a bullet */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
any_of(const char *s, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strncmp(s, list[i], strlen(list[i])) == 0)
			return strlen(list[i]);
	return 0;
}

/* A sign that separates; its bytes. */
static size_t
sign(const char *s)
{
	static const char *const wide[] = { "\xE2\x80\xA2", "\xE3\x80\x81",
		"\xEF\xBC\x8C", "\xEF\xBC\x9B", "\xD8\x8C", "\xD8\x9B" };

	if (*s != '\0' && strchr("\n;|,/&+", *s) != NULL)
		return 1;
	return any_of(s, wide, sizeof(wide) / sizeof(wide[0]));
}

static size_t
bullet(const char *s)
{
	static const char *const bullets[] = { "- ", "* ", "\xE2\x80\x93 ",
		"\xE2\x80\x94 ", "\xC2\xB7 ", "\xE2\x80\xA3 " };

	return any_of(s, bullets, sizeof(bullets) / sizeof(bullets[0]));
}

/* "1. ", "12) ", "(3) ", "a) "; its bytes. */
static size_t
numbering(const char *s)
{
	size_t at = *s == '(', n = 0;

	while (is_digit(s[at + n]))
		n++;
	if (n == 0 && (s[at] | 0x20) >= 'a' && (s[at] | 0x20) <= 'h' &&
	    s[at + 1] == ')')
		n = 1;
	if (n < 1 || n > 2 || (s[at + n] != ')' && (at > 0 ||
	    s[at + n] != '.')))
		return 0;
	return s[at + n + 1] == ' ' ? at + n + 2 : 0;
}

/* "and" of the deck's language or of English, in any case. */
static size_t
and_word(const char *s, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if ((s[i] | 0x20) != word[i])
			return 0;
	return s[i] == ' ' || s[i] == '\n' ? i + 1 : 0;
}

static size_t
any_and(const struct cutter *c, const char *s)
{
	size_t n = c->and != NULL ? and_word(s, c->and) : 0;

	return n != 0 ? n : and_word(s, "and");
}

/* What separates at s, inside a piece. */
static size_t
separator(const struct cutter *c, const char *s)
{
	size_t n = sign(s);

	if (n != 0 || *s != ' ')
		return n;
	n = any_and(c, s + 1);
	if (n == 0)
		n = numbering(s + 1);
	if (n == 0 && c->dashes)
		n = bullet(s + 1);
	return n == 0 ? 0 : n + 1;
}

/* Everything before a piece that is none of it. */
static const char *
skip(const struct cutter *c, const char *s)
{
	size_t n;

	do {
		s += strspn(s, " ");
		n = sign(s);
		if (n == 0)
			n = bullet(s);
		if (n == 0)
			n = numbering(s);
		if (n == 0 && s > c->start)
			n = any_and(c, s);
		s += n;
	} while (n != 0);
	return s;
}

void
pieces_cut(const char *s, const char *and, struct pieces *out)
{
	struct cutter c = { s, and, bullet(s) != 0 };

	out->n = 0;
	for (s = skip(&c, s); *s != '\0' && out->n < PIECES_MAX;
	    s = skip(&c, s)) {
		out->begins[out->n] = s;
		while (*s != '\0' && separator(&c, s) == 0)
			s++;
		/* "C++": signs that nothing stands between are of the word. */
		while (*s == '+' && s[1] == '+')
			s++;
		if (*s == '+' && s[-1] == '+')
			s++;
		out->ends[out->n++] = s;
	}
}
