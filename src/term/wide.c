/*
 * wide.c -- see wide.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/wide.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "base/banned.h"

void
wide_add(struct buf *out, const wchar_t *s, size_t n)
{
	char bytes[4];
	size_t i;

	for (i = 0; i < n; i++)
		if (!utf8_is_control((int32_t)s[i]))
			buf_add(out, bytes, utf8_write((int32_t)s[i], bytes));
}

wchar_t *
wide_of(const char *s)
{
	size_t n = strlen(s), i, len, out = 0;
	wchar_t *wide = mem_new_array(n + 1, sizeof(*wide));
	int32_t cp;

	for (i = 0; i < n; i += len) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0 || utf8_is_control(cp)) {
			len = len == 0 ? 1 : len;
			cp = 0xfffd;
		}
		wide[out++] = (wchar_t)cp;
	}
	wide[out] = L'\0';
	return wide;
}

void
wide_add_composed(struct buf *out, const wchar_t *s, size_t n)
{
	struct buf typed = BUF_INIT(n * 4 + 1);
	utf8proc_uint8_t *composed;

	wide_add(&typed, s, n);
	composed = utf8proc_NFC((const utf8proc_uint8_t *)buf_str(&typed));
	buf_adds(out, composed != NULL ? (const char *)composed :
	    buf_str(&typed));
	free(composed);
	buf_clear(&typed);
}
