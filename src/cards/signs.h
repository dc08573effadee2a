/*
 * signs.h -- one sign for every way of writing it.
 * SPDX-License-Identifier: MIT
 *
 * The first half of folding: case, compatibility forms, quotation marks,
 * dashes, digits of every script, ligatures.  The result is decomposed: a
 * letter stands before its marks.  Superscripts keep their meaning (m2, but
 * 10^2), fractions become 1/2.
 *
 * Letters that Unicode does not decompose (ø ł đ ð ħ ŧ ı ґ) become their base
 * and a mark of their own, see SIGNS_STROKE and the following.
 */
#ifndef CARDS_SIGNS_H
#define CARDS_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

#define SIGNS_STROKE 0x0335	/* ł đ ħ ŧ */
#define SIGNS_SLASH 0x0338	/* ø */
#define SIGNS_ETH 0xF0		/* ð is d with this */
#define SIGNS_DOTLESS 0x131	/* ı is i with this */
#define SIGNS_UPTURN 0x491	/* ґ is г with this */
#define SIGNS_WASLA 0x671	/* ٱ is ا with this */

struct signs {
	int32_t *at;
	size_t n;
};

/* Of n bytes of clean text, in mem; lang as words_lang_of gives it. */
struct signs signs_of(struct mem *mem, const char *lang, const char *s,
    size_t n);
/*
 * The same as UTF-8 without the marks of Latin, Greek and Cyrillic letters:
 * for reading numbers, dates, references and the letters of options.
 */
char *signs_plain(struct mem *mem, const char *lang, const char *s, size_t n);

enum signs_script { SIGNS_NO_SCRIPT, SIGNS_LATIN, SIGNS_GREEK, SIGNS_CYRILLIC,
	SIGNS_HEBREW, SIGNS_ARABIC };
enum signs_script signs_script_of(int32_t cp);
/* Whether cp is a mark that may be left out behind a letter of that script. */
bool signs_is_mark(int32_t cp, enum signs_script script);
/* A letter, or a mark that belongs to one. */
bool signs_is_letter(int32_t cp);
bool signs_is_digit(int32_t cp);
/* The bytes of the sign at s (n left) that is neither, or 0. */
size_t signs_skip(const char *s, size_t n);

#endif
