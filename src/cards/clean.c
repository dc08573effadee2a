/*
 * clean.c -- see clean.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/clean.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

#include "base/banned.h"

const char *
clean_refuses(const char *s, size_t n)
{
	int32_t cp;
	size_t len;

	for (; n > 0; s += len, n -= len) {
		/* A terminal's broken bytes come as U+FFFD (term/key.h). */
		len = utf8_read(s, n, &cp);
		if (len == 0 || cp == 0xFFFD)
			return "it has bytes that are no UTF-8";
		if (utf8_is_control(cp) && cp != '\t' && cp != '\n' &&
		    cp != '\r')
			return "it has a control character in it, as from an "
			    "arrow key";
		if (cp == 0x202D || cp == 0x202E)
			return "it has a sign in it that turns the direction "
			    "of writing";
	}
	return NULL;
}

enum sort { OTHER, HIDDEN, BLANK, BREAK };

static enum sort
sort_of(int32_t cp)
{
	const utf8proc_property_t *p;

	if (cp > ' ' && cp < 0x7F)
		return OTHER;
	if (cp == '\n' || cp == '\r')
		return BREAK;
	if (cp == ' ' || cp == '\t')
		return BLANK;
	p = utf8proc_get_property(cp);
	if (p->category == UTF8PROC_CATEGORY_ZL ||
	    p->category == UTF8PROC_CATEGORY_ZP)
		return BREAK;
	if (p->category == UTF8PROC_CATEGORY_ZS)
		return BLANK;
	return p->ignorable ? HIDDEN : OTHER;
}

/* Drops and collapses; returns the bytes written, all that is not ASCII set. */
static size_t
squeeze(const char *s, size_t n, bool breaks, char *out, bool *wide)
{
	enum sort gap = OTHER, sort;
	size_t len, k = 0;
	int32_t cp;

	*wide = false;
	for (; n > 0; s += len, n -= len) {
		len = utf8_read(s, n, &cp);
		if (len == 0)
			break;
		sort = sort_of(cp);
		if (sort == HIDDEN)
			continue;
		if (sort != OTHER) {
			if (sort > gap)
				gap = sort;
			continue;
		}
		if (gap != OTHER && k > 0)
			out[k++] = gap == BREAK && breaks ? '\n' : ' ';
		gap = OTHER;
		memcpy(out + k, s, len);
		k += len;
		*wide |= cp >= 0x80;
	}
	out[k] = '\0';
	return k;
}

char *
clean_text(struct mem *mem, const char *s, size_t n, bool breaks)
{
	char *out = mem_alloc(mem, n + 1);
	utf8proc_uint8_t *composed;
	utf8proc_ssize_t len;
	bool wide;
	size_t k;

	k = squeeze(s, n, breaks, out, &wide);
	if (!wide)
		return out;
	len = utf8proc_map((const utf8proc_uint8_t *)out, (utf8proc_ssize_t)k,
	    &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len >= 0) {
		out = mem_copy(mem, (const char *)composed, (size_t)len);
		free(composed);
	}
	return out;
}
