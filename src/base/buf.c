/*
 * buf.c -- see buf.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "base/banned.h"

static void
reserve(struct buf *b, size_t n)
{
	size_t want = b->len + n + 1;

	if (want <= b->cap)
		return;
	if (want < 2 * b->cap)
		want = 2 * b->cap;
	if (want < 64)
		want = 64;
	b->s = mem_resize(b->s, want, 1);
	b->cap = want;
}

void
buf_add(struct buf *b, const char *s, size_t n)
{
	assert(b->limit != 0);
	if (n > b->limit - b->len) {
		n = b->limit - b->len;
		b->cut = true;
	}
	reserve(b, n);
	if (n != 0)
		memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
	if (b->len + 1 >= b->cap || b->len >= b->limit) {
		buf_add(b, &c, 1);
		return;
	}
	b->s[b->len++] = c;
	b->s[b->len] = '\0';
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	char small[256], *text = small;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(small, sizeof(small), fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n >= sizeof(small)) {
		text = mem_new((size_t)n + 1);
		va_start(ap, fmt);
		(void)vsnprintf(text, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	buf_add(b, text, (size_t)n);
	if (text != small)
		free(text);
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	b->cut = false;
	if (b->s != NULL)
		b->s[0] = '\0';
}

void
buf_clear(struct buf *b)
{
	free(b->s);
	*b = (struct buf)BUF_INIT(b->limit);
}

const char *
buf_str(const struct buf *b)
{
	return b->s != NULL ? b->s : "";
}
