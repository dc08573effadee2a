/*
 * edit.h -- one line edited on a terminal, through libedit.
 * SPDX-License-Identifier: MIT
 *
 * The half of line.h that has a terminal: two editors, the history, TAB.  It
 * works between tty_take and tty_give and under tty_hold.
 */
#ifndef TERM_EDIT_H
#define TERM_EDIT_H

#include <signal.h>
#include <stdbool.h>

#include "base/buf.h"
#include "term/line.h"

struct edit;

/* Cheap: nothing is asked or read before it is wanted.  options live on. */
struct edit *edit_new(const struct line_options *options);
/* Saves the history and frees; the terminal has been given back. */
void edit_free(struct edit *edit);
/* Makes the editor for a mode when it is first wanted; false: it cannot. */
bool edit_choose(struct edit *edit, enum line_mode mode);
/* Reads with the editor chosen; before is what tty_hold gave. */
enum line_result edit_read(struct edit *edit, const char *prompt,
    const sigset_t *before, struct buf *text);
void edit_remember(struct edit *edit, const char *text);

#endif
