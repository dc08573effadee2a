/*
 * spawn.h -- another program on the same terminal: an editor, a pager.
 * SPDX-License-Identifier: MIT
 *
 * fork and exec, no shell: a command is cut at blanks, nothing in it means
 * anything else.
 */
#ifndef CMD_SPAWN_H
#define CMD_SPAWN_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"

/* The words of a command, n of extra behind them, NULL at the end; in mem. */
const char **spawn_words(struct mem *mem, const char *command,
    const char *const *extra, size_t n);
/*
 * Runs argv and waits.  input, unless NULL, is what it reads.  Fails when it
 * could not be run (the program is then as if it had not been tried).
 */
MUST_USE bool spawn_run(const char *const *argv, const char *input, size_t n,
    struct err *err);

#endif
