/*
 * summary.h -- how a session went, in a few lines.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_SUMMARY_H
#define CMD_SUMMARY_H

#include "cmd/session.h"

/*
 * stopped: by the learner, before the end.  next_at: when the next step is
 * over, or STORE_NONE.
 */
void summary_tell(struct session *session, bool stopped, int64_t next_at);

#endif
