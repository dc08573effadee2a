/*
 * utf8.c -- see utf8.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/banned.h"

size_t
utf8_read(const char *s, size_t n, int32_t *cp)
{
	utf8proc_ssize_t len;

	if ((unsigned char)s[0] < 0x80) {
		*cp = (unsigned char)s[0];
		return 1;
	}
	len = utf8proc_iterate((const utf8proc_uint8_t *)s,
	    n < 4 ? (utf8proc_ssize_t)n : 4, cp);
	return len > 0 ? (size_t)len : 0;
}

size_t
utf8_write(int32_t cp, char out[4])
{
	return (size_t)utf8proc_encode_char(cp, (utf8proc_uint8_t *)out);
}

size_t
utf8_valid(const char *s, size_t n)
{
	size_t i = 0, len;
	int32_t cp;

	while (i < n) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0)
			break;
		i += len;
	}
	return i;
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t i, len, count = 0;
	int32_t cp;

	for (i = 0; i < n; i += len != 0 ? len : 1) {
		len = utf8_read(s + i, n - i, &cp);
		count++;
	}
	return count;
}

bool
utf8_is_control(int32_t cp)
{
	return (cp >= 0 && cp < 0x20) || (cp >= 0x7f && cp < 0xa0);
}

bool
utf8_is_bidi(int32_t cp)
{
	return (cp >= 0x202a && cp <= 0x202e) ||
	    (cp >= 0x2066 && cp <= 0x2069);
}

size_t
utf8_cluster(const char *s, size_t n, size_t *cells)
{
	size_t i, len;
	int32_t before, cp;
	utf8proc_int32_t state = 0;
	int width, widest = 0;

	i = utf8_read(s, n, &before);
	if (i == 0) {
		*cells = 1;
		return 1;
	}
	widest = utf8proc_charwidth(before);
	while (i < n) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0 ||
		    utf8proc_grapheme_break_stateful(before, cp, &state))
			break;
		width = utf8proc_charwidth(cp);
		if (width > widest)
			widest = width;
		before = cp;
		i += len;
	}
	*cells = (size_t)(widest < 0 ? 1 : widest);
	return i;
}

size_t
utf8_width(const char *s, size_t n)
{
	size_t i, cells, sum = 0;

	for (i = 0; i < n;) {
		i += utf8_cluster(s + i, n - i, &cells);
		sum += cells;
	}
	return sum;
}

void
utf8_print(struct buf *out, const char *s, size_t n)
{
	size_t i, len;
	int32_t cp;

	for (i = 0; i < n; i += len) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0) {
			len = 1;
			buf_adds(out, "\xef\xbf\xbd");
		} else if (utf8_is_control(cp) || utf8_is_bidi(cp)) {
			buf_adds(out, "\xef\xbf\xbd");
		} else {
			buf_add(out, s + i, len);
		}
	}
}
