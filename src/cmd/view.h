/*
 * view.h -- the rows of commands and parameters, as a person reads them.
 * SPDX-License-Identifier: MIT
 *
 * Three views of the same rows: the usage line, the help on a terminal, the
 * section COMMANDS of the manual page.
 */
#ifndef CMD_VIEW_H
#define CMD_VIEW_H

#include "base/buf.h"
#include "cmd/cmd.h"
#include "term/paint.h"

/* For prose: 80 cells wide where there is no terminal to say. */
struct paint view_paint(const struct paint *paint);
/* Adds "review [SEARCH]". */
void view_usage(const struct cmd *cmd, struct buf *out);
void view_help(const struct cmd *cmd, const struct paint *paint);
/* Every command in a line, and the options that all of them take. */
void view_list(const struct paint *paint);
void view_mdoc(struct buf *out);
/* A label and what it means: beside each other where there is room. */
void view_row(const struct paint *paint, const char *label, const char *text);

#endif
