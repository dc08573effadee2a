/*
 * diag.h -- faults in a user's file: collected, sorted, all shown.
 * SPDX-License-Identifier: MIT
 *
 * Reading goes on after a fault.  A list owns the texts in it.
 */
#ifndef FORMAT_DIAG_H
#define FORMAT_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

struct diag {
	const char *file;	/* the path as it was given */
	uint32_t line;		/* from 1; 0: the whole file, no line */
	uint32_t column;	/* code points from 1; 0: none */
	bool error;		/* else a warning */
	const char *code;	/* "missing-answer" */
	const char *message;	/* one line, no full stop */
	const char *fix;	/* what to write instead, or NULL */
};

struct diags {
	struct mem mem;
	struct diag *v;
	size_t n, cap;
	size_t errors, warnings;
};

/* Copies file, message and fix; code must be a literal. */
void diag_add(struct diags *diags, const char *file, uint32_t line,
    uint32_t column, bool error, const char *code, const char *fix,
    const char *fmt, ...) __attribute__((format(printf, 8, 9)));
/* Adds copies of all that is in from. */
void diag_append(struct diags *diags, const struct diags *from);
/* By file (in the order first told), line, column. */
void diag_sort(struct diags *diags);
void diag_clear(struct diags *diags);
/*
 * Adds the fault as check prints it: "file:line:col: error: message", then,
 * with source (the file's bytes, or NULL), the line with a caret, then
 * "  Write: fix".  Long lines are cut around the caret; nothing of the file
 * gets out unfiltered.
 */
void diag_print(const struct diag *diag, const char *source, size_t n,
    struct buf *out);

#endif
