/*
 * paths.h -- where the decks and the progress are.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

#include "base/mem.h"
#include "cmd/parse.h"

/* --store, else progress.db in the XDG data folder; a path in mem. */
MUST_USE bool paths_store(const struct parse_options *options,
    struct mem *mem, const char **path, struct err *err);
/*
 * --decks, else RECITAL_DECKS (several with : between), else what there is of
 * the XDG data folder's recital/decks and the installed ones.  None at all is
 * an error that says what to do.
 */
MUST_USE bool paths_decks(const struct parse_options *options,
    struct mem *mem, struct words *decks, struct err *err);
/* The file of the history of commands, or NULL without a home. */
const char *paths_history(struct mem *mem);

#endif
