/*
 * utf8.h -- code points in UTF-8, their width, and safe text for a terminal.
 * SPDX-License-Identifier: MIT
 *
 * Nothing here asks the locale.  Folding for judging is cards/fold.h.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Reads one code point of s (n bytes left, n > 0).  Returns its length in
 * bytes, or 0 when the bytes are no UTF-8: overlong forms, surrogates and
 * what lies beyond U+10FFFF are none.
 */
size_t utf8_read(const char *s, size_t n, int32_t *cp);
/* Writes cp into out and returns the bytes written, 1 to 4. */
size_t utf8_write(int32_t cp, char out[4]);
/* The offset of the first byte that is no UTF-8, or n. */
size_t utf8_valid(const char *s, size_t n);
/* Code points in n bytes; a broken byte counts as one. */
size_t utf8_count(const char *s, size_t n);
/* C0, DEL and C1. */
bool utf8_is_control(int32_t cp);
/* U+202A..202E and U+2066..2069. */
bool utf8_is_bidi(int32_t cp);
/* Cells on a terminal: a grapheme is as wide as its widest code point. */
size_t utf8_width(const char *s, size_t n);
/* Bytes of the grapheme cluster that s (n > 0 bytes) begins with; its cells. */
size_t utf8_cluster(const char *s, size_t n, size_t *cells);
/*
 * Adds s to out as a terminal may see it: controls (tab and newline too) and
 * bidirectional overrides become U+FFFD, and so do broken bytes.
 */
void utf8_print(struct buf *out, const char *s, size_t n);

#endif
