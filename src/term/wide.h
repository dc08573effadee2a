/*
 * wide.h -- text between UTF-8 and the wide characters of libedit.
 * SPDX-License-Identifier: MIT
 */
#ifndef TERM_WIDE_H
#define TERM_WIDE_H

#include <stddef.h>
#include <wchar.h>

#include "base/buf.h"

/* A copy, malloc'ed; controls and broken bytes become U+FFFD. */
wchar_t *wide_of(const char *s);
/* Adds n characters; controls are left out. */
void wide_add(struct buf *out, const wchar_t *s, size_t n);
/* As wide_add, composed (NFC): e and a combining accent are one character. */
void wide_add_composed(struct buf *out, const wchar_t *s, size_t n);

#endif
