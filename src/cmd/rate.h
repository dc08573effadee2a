/*
 * rate.h -- the rating: proposed, taken or overruled, and stored.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_RATE_H
#define CMD_RATE_H

#include "cmd/session.h"

/*
 * After an answer was judged: slip, verdict, rating.  SESSION_NEXT: durable.
 */
enum session_step rate_card(struct session *session, struct err *err);

/* "I was right": the answer counts, and that is said. */
void rate_right(struct session *session);

#endif
