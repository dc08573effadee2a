/*
 * select_fold.c -- see select_fold.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/select_fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/banned.h"

static char
small(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool
is_ascii(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

/* Letters that no decomposition takes apart, and typographic quotes. */
static utf8proc_int32_t
plain(utf8proc_int32_t cp, void *data)
{
	static const struct {
		utf8proc_int32_t from, to;
	} pairs[] = { { 0xf8, 'o' }, { 0xd8, 'o' }, { 0x142, 'l' },
	    { 0x141, 'l' }, { 0x111, 'd' }, { 0x110, 'd' }, { 0x131, 'i' },
	    { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201c, '"' },
	    { 0x201d, '"' }, { 0x2010, '-' }, { 0x2011, '-' },
	    { 0x2013, '-' }, { 0x2014, '-' } };
	size_t i;

	(void)data;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].from == cp)
			return pairs[i].to;
	return cp;
}

/* malloc'ed, or NULL when s is no UTF-8. */
static char *
fold(const char *s, size_t n)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t got;

	got = utf8proc_map_custom((const utf8proc_uint8_t *)s,
	    (utf8proc_ssize_t)n, &out, (utf8proc_option_t)(UTF8PROC_STABLE |
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
	    UTF8PROC_IGNORE | UTF8PROC_STRIPMARK), plain, NULL);
	if (got < 0) {
		free(out);
		return NULL;
	}
	return (char *)out;
}

char *
select_fold(struct mem *mem, const char *s, size_t n)
{
	char *folded = is_ascii(s, n) ? NULL : fold(s, n), *copy;
	size_t i;

	if (folded != NULL) {
		copy = mem_string(mem, folded);
		free(folded);
		return copy;
	}
	copy = mem_copy(mem, s, n);
	for (i = 0; i < n; i++)
		copy[i] = small(copy[i]);
	return copy;
}

static bool
ascii_holds(const char *s, size_t n, const char *folded, size_t m)
{
	size_t i, j;

	for (i = 0; i + m <= n; i++) {
		for (j = 0; j < m && small(s[i + j]) == folded[j]; j++)
			;
		if (j == m)
			return true;
	}
	return false;
}

bool
select_fold_holds(const char *s, size_t n, const char *folded)
{
	char *other;
	bool holds;

	if (is_ascii(s, n))
		return ascii_holds(s, n, folded, strlen(folded));
	other = fold(s, n);
	holds = other != NULL && strstr(other, folded) != NULL;
	free(other);
	return holds;
}

bool
select_fold_is(const char *s, size_t n, const char *folded)
{
	char *other;
	bool same;

	if (is_ascii(s, n))
		return strlen(folded) == n && ascii_holds(s, n, folded, n);
	other = fold(s, n);
	same = other != NULL && strcmp(other, folded) == 0;
	free(other);
	return same;
}
