/*
 * file.h -- whole files, and the places that belong to this program.
 * SPDX-License-Identifier: MIT
 *
 * Folders are made 0700 and files 0600.  A file is replaced by writing a
 * temporary one beside it, syncing it and renaming it: a reader or a crash
 * sees the old one or the new one.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/* Reads a regular file of at most max bytes; *data is malloc'ed, NUL behind. */
MUST_USE bool file_read(const char *path, size_t max, char **data, size_t *n,
    struct err *err);
/* Replaces path by n bytes, atomically and durably, mode 0600. */
MUST_USE bool file_write(const char *path, const char *data, size_t n,
    struct err *err);
/* Makes the folder and those above it that are missing, 0700. */
MUST_USE bool file_make_folder(const char *path, struct err *err);
/* Makes the folder that path lies in. */
MUST_USE bool file_make_parent(const char *path, struct err *err);
bool file_exists(const char *path);
bool file_is_folder(const char *path);
/* The part after the last slash. */
const char *file_name(const char *path);

enum file_place { FILE_DATA, FILE_STATE };
/*
 * Adds the path of name in the XDG data or state folder (XDG_DATA_HOME,
 * XDG_STATE_HOME, else under HOME), such as ".../recital/progress.db".
 * False when there is no HOME either.
 */
MUST_USE bool file_place(struct buf *out, enum file_place place,
    const char *name, struct err *err);

#endif
