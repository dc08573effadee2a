/*
 * history.h -- what happened to a card, in a few lines.
 * SPDX-License-Identifier: MIT
 *
 * For the key /i, so nothing here gives the answer away; the command "card"
 * shows all of it.
 */
#ifndef CMD_HISTORY_H
#define CMD_HISTORY_H

#include "cmd/app.h"
#include "study/action.h"

MUST_USE bool history_tell(struct app *app, struct study *study,
    const char *card, struct err *err);
/* Adds what an undo took back, as a sentence. */
void history_undone(const struct action_undone *undone, struct buf *out);

#endif
