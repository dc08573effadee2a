/*
 * spelling.h -- two spellings of English: organise and organize, offence and
 * offense.
 * SPDX-License-Identifier: MIT
 */
#ifndef CARDS_SPELLING_H
#define CARDS_SPELLING_H

#include "cards/fold.h"

/*
 * An English text with every word in one of its spellings, in mem: -ize for
 * -ise and -yze for -yse in words of seven letters or more, and the pairs of
 * words.def with their endings.  n is 0 when no word has another spelling.
 */
struct fold spelling_of(struct mem *mem, const struct fold *fold);

#endif
