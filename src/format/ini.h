/*
 * ini.h -- reading one deck from an INI file through iniparser.
 * SPDX-License-Identifier: MIT
 *
 * iniparser drops, cuts and joins in silence, and takes quadratic time.  So:
 * we read the file, scan it for positions and for every trap (scan.h), hand
 * iniparser a few sections at a time, reload section by section where a chunk
 * fails, and compare each value with what the scan expected.  One bad note
 * costs one note.  docs/recital-deck.5 says what a deck may hold.
 */
#ifndef FORMAT_INI_H
#define FORMAT_INI_H

#include <stddef.h>

#include "cards/note.h"
#include "format/diag.h"

#define INI_SIZE_MAX ((size_t)512 * 1024 * 1024)

enum ini_result {
	INI_DECK,	/* *deck is set; it may have lost notes */
	INI_REFUSED,	/* no deck: diags says why */
	INI_COURSE	/* its first section is [course]: no deck, no fault */
};

/*
 * Reads path.  Faults are added to diags.  The deck is the caller's: free it
 * with ini_free.
 */
enum ini_result ini_read(const char *path, struct deck **deck,
    struct diags *diags);
void ini_free(struct deck *deck);

/* What became of a file; deck is set for INI_DECK. */
struct ini_file {
	enum ini_result result;
	struct deck *deck;
};
/* Reads n files, two at a time; faults are added in the order of the paths. */
void ini_read_files(const char *const *paths, size_t n, struct ini_file *files,
    struct diags *diags);

/* The same for bytes in memory (data is not changed); path is for faults. */
enum ini_result ini_read_bytes(const char *path, const char *data, size_t n,
    struct deck **deck, struct diags *diags);

/*
 * Faults across the decks of one library, in the order of their paths:
 * duplicate ids (refused[i] is set and the deck must be dropped), `requires`
 * that name nothing or go in a circle.
 */
void ini_check_library(struct deck *const *decks, size_t n, bool *refused,
    struct diags *diags);

#endif
