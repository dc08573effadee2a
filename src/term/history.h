/*
 * history.h -- the lines of earlier runs, in a file.
 * SPDX-License-Identifier: MIT
 *
 * One line a line, oldest first, the newest thousand.  What this run added is
 * put behind what the file holds when it is saved, so two runs at a time keep
 * both; a file that cannot be read is never overwritten.
 */
#ifndef TERM_HISTORY_H
#define TERM_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define HISTORY_MOST 1000

struct history_lines {
	char **v;
	size_t n, cap;
};

/* Adds the lines of the file; one that is not there has none. */
MUST_USE bool history_read(struct history_lines *lines, const char *path,
    struct err *err);
void history_add(struct history_lines *lines, const char *text);
/* Puts lines behind those of the file. */
MUST_USE bool history_append(const struct history_lines *lines,
    const char *path, struct err *err);
void history_clear(struct history_lines *lines);

#endif
