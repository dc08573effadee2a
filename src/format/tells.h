/*
 * tells.h -- questions and hints that give their answer away.
 * SPDX-License-Identifier: MIT
 */
#ifndef FORMAT_TELLS_H
#define FORMAT_TELLS_H

#include "cards/kind.h"

/*
 * Warns when the whole answer stands, as whole words, in the question or the
 * hint; for text, number, date, cloze and list.
 */
void tells_check(const struct note *note, struct faults *faults);

#endif
