/*
 * ask.h -- one question on the screen, and the line typed at it.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_ASK_H
#define CMD_ASK_H

#include "cmd/session.h"

/* Heading, question, options, and once a session the keys. */
void ask_show(struct session *session);
/* Reads one line: an answer is judged, a key is done. */
enum session_step ask_answer(struct session *session, struct err *err);

#endif
