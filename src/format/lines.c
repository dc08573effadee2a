/*
 * lines.c -- see lines.h.
 * SPDX-License-Identifier: MIT
 */
#include "format/lines.h"

#include <string.h>

#include "base/banned.h"

bool
lines_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* Cuts blanks from both ends. */
void
lines_trim(char **s, size_t *n)
{
	while (*n > 0 && lines_is_blank((*s)[*n - 1]))
		(*n)--;
	while (*n > 0 && lines_is_blank(**s)) {
		(*s)++;
		(*n)--;
	}
}

bool
lines_odd_blank(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n)
{
	size_t at;
	int32_t cp = chars_odd_blank(s, n, &at);

	if (cp == 0)
		return false;
	reader_fault(scan->reader, section, p->line,
	    reader_column(p->s, s + at), true, "odd-blank",
	    "an ordinary blank there", "U+%04X looks like a blank, but is "
	    "none", (unsigned)cp);
	return true;
}

/* A sign that only looks like one of ours. */
bool
lines_fullwidth(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n)
{
	static const struct {
		const char *bytes, *name, *sign;
	} signs[] = {
		{ "\xef\xbc\x9d", "U+FF1D", "=" },
		{ "\xef\xbc\xbb", "U+FF3B", "[" },
		{ "\xef\xbc\xbd", "U+FF3D", "]" }
	};
	const char *end = s + n;
	size_t k;

	while ((s = memchr(s, 0xef, (size_t)(end - s))) != NULL) {
		for (k = 0; end - s >= 3 && k < 3; k++) {
			if (memcmp(s, signs[k].bytes, 3) != 0)
				continue;
			reader_fault(scan->reader, section, p->line,
			    reader_column(p->s, s), true, "fullwidth-sign",
			    signs[k].sign, "%s looks like %s, but is another "
			    "sign", signs[k].name, signs[k].sign);
			return true;
		}
		s++;
	}
	return false;
}

void
lines_too_long(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, bool comment)
{
	const char *equals = memchr(s, '=', p->n - (size_t)(s - p->s));
	int n = equals != NULL && equals - s < 60 ? (int)(equals - s) : 0;

	while (n > 0 && lines_is_blank(s[n - 1]))
		n--;
	reader_fault(scan->reader, section, p->line, 1, !comment,
	    "line-too-long", "go on in question.2, why.2, ...",
	    "%.*s%sthis line has %zu bytes; 1022 at most", n, s,
	    n > 0 ? ": " : "", p->whole);
}

void
lines_backslash(struct scan *scan, struct section *section,
    const struct physical *p, const char *place)
{
	reader_fault(scan->reader, section, p->line,
	    reader_column(p->s, place), false, "comment-backslash",
	    "put a full stop behind it", "a comment that ends in \\: other "
	    "readers lose the next line");
}
