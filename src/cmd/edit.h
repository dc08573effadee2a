/*
 * edit.h -- a note in the learner's own editor.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_EDIT_H
#define CMD_EDIT_H

#include "cmd/session.h"

/*
 * Opens $VISUAL or $EDITOR at the question's note, then reads its deck again
 * and tells every fault; a deck that broke keeps its old note.  Without an
 * editor that is said and nothing happens.
 */
MUST_USE bool edit_note(struct session *session, struct err *err);

#endif
