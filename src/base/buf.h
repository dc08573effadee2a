/*
 * buf.h -- text that grows.
 * SPDX-License-Identifier: MIT
 *
 * A buf is born with a limit, so that hostile input costs bounded memory: what
 * would pass it is dropped and `cut` says so.  s is NUL-terminated at any time
 * after the first addition; buf_str() is never NULL.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct buf {
	char *s;
	size_t len;	/* bytes, without the NUL */
	size_t cap;
	size_t limit;	/* bytes that len never passes */
	bool cut;	/* something was dropped at the limit */
};

/* An initialiser: struct buf b = BUF_INIT(4096); */
#define BUF_INIT(max) { .limit = (max) }
/* For text that only this program makes. */
#define BUF_LARGE ((size_t)256 * 1024 * 1024)

void buf_add(struct buf *b, const char *s, size_t n);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Empties it and keeps the memory. */
void buf_reset(struct buf *b);
/* Frees it; limit stays, the buf can be used again. */
void buf_clear(struct buf *b);
const char *buf_str(const struct buf *b);

#endif
