/*
 * prompt.h -- "recital> ": commands as bare words, one after the other.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_PROMPT_H
#define CMD_PROMPT_H

#include "cmd/app.h"

/*
 * Greets on a terminal, then reads and runs commands until "quit", Ctrl-D or
 * the end of the input.  An error of a command is told and the prompt comes
 * again; in a pipe the first one decides the exit status.
 */
MUST_USE bool prompt_run(struct app *app, struct err *err);

#endif
