/*
 * verdict.h -- what the answer was worth, and what is right.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_VERDICT_H
#define CMD_VERDICT_H

#include "cmd/session.h"

/* Verdict, right answer, reasons, source, and a change since it was learned. */
void verdict_tell(struct session *session);
/*
 * An open slip: asks whether it counts.  SESSION_STAY: decided; SESSION_STOP:
 * the input ended; else what a key brought.
 */
enum session_step verdict_slip(struct session *session, struct err *err);

#endif
