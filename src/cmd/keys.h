/*
 * keys.h -- what "/" and a letter do while a card is asked.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_KEYS_H
#define CMD_KEYS_H

#include "cmd/session.h"

/* Exactly "/" and a letter or "?"; anything longer is an answer. */
bool keys_is_key(const struct buf *text);
/* Does it; an unknown one is told. */
enum session_step keys_press(struct session *session, char letter,
    struct err *err);

#endif
