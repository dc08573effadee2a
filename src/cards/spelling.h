/*
 * spelling.h -- two spellings of English: organise and organize, offence and
 * offense.
 * SPDX-License-Identifier: MIT
 */
#ifndef CARDS_SPELLING_H
#define CARDS_SPELLING_H

#include "cards/fold.h"

/*
 * Whether two English texts are the same but for the spelling of words: -ise
 * and -ize, -yse and -yze in words of seven letters or more, and the pairs of
 * words.def with their endings.
 */
bool spelling_same(struct mem *mem, const struct fold *deck,
    const struct fold *typed);

#endif
