/*
 * batch.h -- one action on all cards that a search selects.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_BATCH_H
#define CMD_BATCH_H

#include "cmd/app.h"
#include "study/action.h"

/*
 * Does it and prints said and how many changed: "Suspended 3 cards.".  A
 * search that finds nothing is an error; the id of a card whose note vanished
 * is found all the same.  text: a remark, or NULL.
 */
MUST_USE bool batch_run(struct app *app, enum action action,
    const char *search, const char *text, const char *said, struct err *err);

#endif
