/*
 * select_fold.h -- texts as the search compares them.
 * SPDX-License-Identifier: MIT
 *
 * Looser than judging (cards/fold.h): case, accents and compatibility forms
 * are dropped, nothing else, and any place in the text will do.
 */
#ifndef STUDY_SELECT_FOLD_H
#define STUDY_SELECT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/* The folded text in mem; broken UTF-8 is only put in lower case. */
char *select_fold(struct mem *mem, const char *s, size_t n);
/* Whether s (n bytes, not folded) holds a folded text. */
bool select_fold_holds(const char *s, size_t n, const char *folded);
/* Whether s is a folded text. */
bool select_fold_is(const char *s, size_t n, const char *folded);

#endif
