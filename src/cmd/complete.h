/*
 * complete.h -- what TAB offers at the prompt, from the rows of commands.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_COMPLETE_H
#define CMD_COMPLETE_H

#include "term/line.h"

/*
 * arg is the struct app.  before is the line up to the cursor; candidates are
 * whole words that begin as the last one of it does.
 */
void complete_line(void *arg, const char *before, size_t n,
    void (*add)(void *to, const char *candidate), void *to);

#endif
