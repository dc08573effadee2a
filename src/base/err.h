/*
 * err.h -- how a function tells its caller what went wrong.
 * SPDX-License-Identifier: MIT
 *
 * A function that can fail for a reason outside the program returns bool (true
 * means it worked) and takes a struct err * last.  On failure it writes one
 * printable sentence there, without a full stop, and leaves its other outputs
 * alone.  Nothing below the dispatcher prints an error: who called decides.
 *
 * A struct err owns no memory.  It lives on the stack of whoever reports it.
 * Bugs are asserts, not errs; out of memory ends the program (mem.h).
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/* What kind of failure; main turns it into the exit status of ux. */
enum err_kind {
	ERR_NONE,
	ERR_NO,		/* the answer is "no": exit 1 */
	ERR_USAGE,	/* the command was written wrongly: exit 2 */
	ERR_INPUT,	/* a deck or another file given is wrong: exit 3 */
	ERR_STORE,	/* the store or the system refused: exit 4 */
	ERR_INTERRUPT	/* Ctrl-C ended a command: exit 130 */
};

struct err {
	enum err_kind kind;
	char text[512];
};

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))

/* Fills err and returns false, so that a failure is one line at the call. */
bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* As err_set, with ": " and the text of errno (as it was on entry) behind. */
bool err_system(struct err *err, enum err_kind kind, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* Puts "where: " in front of the sentence while the failure travels up. */
bool err_at(struct err *err, const char *where);

/* The exit status that belongs to a kind; 0 for ERR_NONE. */
int err_status(enum err_kind kind);

#endif
