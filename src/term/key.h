/*
 * key.h -- from the bytes that a terminal sends to characters and keys.
 * SPDX-License-Identifier: MIT
 *
 * A state machine without a terminal and without a clock: it is fed a byte at
 * a time, and told when there was silence.  Sequences (CSI, SS3, OSC, DCS, ...)
 * are taken whole: those that mean a key give it, all others vanish.  A control
 * character inside one ends it and counts itself, so that Enter or Ctrl-C is
 * never swallowed.  Bytes that are no UTF-8 give U+FFFD, once a broken
 * character.
 *
 * ESC alone is known by silence, yet a '[' or 'O' that comes late still makes
 * a sequence: a slow line delivers arrows in pieces.  In a bracketed paste
 * runs of line ends and tabs become one blank, none at its end, and other
 * controls are dropped: what is pasted is one line.
 */
#ifndef TERM_KEY_H
#define TERM_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is no character; above all code points. */
enum key_code {
	KEY_LEFT = 0x110000,
	KEY_RIGHT,
	KEY_UP,
	KEY_DOWN,
	KEY_HOME,
	KEY_END,
	KEY_DELETE,
	KEY_WORD_LEFT,
	KEY_WORD_RIGHT,
	KEY_WORD_DELETE
};

#define KEY_ESCAPE 0x1b

enum key_state {
	KEY_GROUND,
	KEY_UTF8,	/* within a character */
	KEY_ESC,	/* after ESC */
	KEY_ESC_LATE,	/* after ESC and silence */
	KEY_CSI,	/* after ESC [ */
	KEY_SS3,	/* after ESC O */
	KEY_STRING,	/* within OSC, DCS, APC, PM, SOS */
	KEY_STRING_ESC,	/* there, after ESC */
	KEY_MOUSE	/* three bytes of an old mouse report follow */
};

#define KEY_SEQUENCE 24	/* bytes of a sequence that are looked at */
#define KEY_OUT 32	/* codes that one byte or one silence gives at most */

struct key {
	bool vi;	/* ESC alone is a key; set by the owner */
	enum key_state state;
	bool late;	/* the sequence began after a silence */
	bool meta;	/* ESC ESC: the sequence is one with Alt */
	bool pasting;
	bool blank;	/* a line end was pasted; shown before what follows */
	unsigned char bytes[KEY_SEQUENCE];
	size_t n;	/* of bytes; more may have come in a sequence */
	size_t more;	/* bytes that a character or a report still lacks */
};

/* Forgets whatever was begun; vi stays. */
void key_reset(struct key *key);
/* Takes a byte; returns how many codes it completed. */
size_t key_feed(struct key *key, unsigned char byte, int32_t out[KEY_OUT]);
/* How many milliseconds of silence end what was begun; -1: nothing was. */
int key_patience(const struct key *key);
/* There was that silence. */
size_t key_silence(struct key *key, int32_t out[KEY_OUT]);

/*
 * Whether an emacs-like editor only edits the line at it: it shows nothing
 * from before, completes nothing, runs nothing.
 */
bool key_edits(int32_t code);
/* The same for what follows ESC. */
bool key_edits_after_escape(int32_t code);

#endif
