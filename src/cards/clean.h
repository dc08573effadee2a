/*
 * clean.h -- what was typed, without what the eye cannot see.
 * SPDX-License-Identifier: MIT
 *
 * Invisible code points are dropped, the text is composed (NFC), every blank,
 * tab and line break is one blank, those at the ends go.  Deck and answer are
 * cleaned alike; if they are equal then, the answer is exact.
 */
#ifndef CARDS_CLEAN_H
#define CARDS_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

/* Code points that an answer may have after cleaning. */
#define CLEAN_MAX 1000

/*
 * NULL when the n bytes can be cleaned, else why they are unreadable: invalid
 * UTF-8, a control character, a direction override.
 */
const char *clean_refuses(const char *s, size_t n);
/*
 * The clean text, in mem; s must be valid UTF-8.  breaks: a run of blanks
 * with a line break in it becomes '\n' instead of ' '.
 */
char *clean_text(struct mem *mem, const char *s, size_t n, bool breaks);

#endif
