/*
 * pager.h -- long output on a terminal, a screen at a time.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_PAGER_H
#define CMD_PAGER_H

#include "cmd/app.h"

/*
 * Runs cmd so that output above the height of the screen goes through
 * RECITAL_PAGER, PAGER or less; off a terminal, or with an empty pager, it
 * just runs.
 */
bool pager_run(struct app *app, const struct cmd *cmd, const void *given,
    struct err *err);

#endif
