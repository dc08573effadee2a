/*
 * tty.h -- one terminal: its settings as they were found, and the signals.
 * SPDX-License-Identifier: MIT
 *
 * Between tty_take and tty_give the terminal may be raw.  Whatever stops or
 * ends the process in that time (Ctrl-Z, Ctrl-\, TERM) gives it back first,
 * and takes it again when the process goes on.  The flags below are the one
 * thing in this program that outlives a function: a signal handler reaches
 * nothing else.  So there is one tty at a time.
 *
 * INT is only noted; HUP and TERM too, for good: who reads next sees them.
 */
#ifndef TERM_TTY_H
#define TERM_TTY_H

#include <signal.h>
#include <stdbool.h>

enum tty_event {
	TTY_NOTHING,
	TTY_INTERRUPT,	/* INT; told once */
	TTY_HANGUP,	/* HUP or TERM; told for ever */
	TTY_CONTINUED,	/* the process had been stopped; told once */
	TTY_RESIZED	/* told once */
};

/* Handles the signals; in is a terminal, or -1. */
void tty_open(int in, int out);
/* Gives the terminal back and the signals as they were. */
void tty_close(void);

/* Remembers the settings found; from now on they are to be given back. */
void tty_take(void);
/* Gives the terminal back as it was found; no harm when it was not taken. */
void tty_give(void);
/* Bracketed paste, where pasting says so: on and off, also over a stop. */
void tty_paste(bool on);
/*
 * Ctrl-C and Ctrl-Z become characters, until the settings are changed again:
 * as signals they would reach a make above us too, and a parent that stops
 * first takes the terminal away before we could give it back.
 */
void tty_no_signals(void);
/* Stops the job, as Ctrl-Z does: gives the terminal back first. */
void tty_stop_job(void);

/* What happened, most urgent first; TTY_NOTHING when all is told. */
enum tty_event tty_event(void);
/* INT came; forgets it. */
bool tty_interrupted(void);

/* Holds all these signals back but in tty_wait; and lets them through. */
void tty_hold(sigset_t *before);
void tty_let(const sigset_t *before);
/*
 * Waits until in can be read, a signal of ours came, or ms have passed (-1:
 * for ever).  1: it can be read; 0: time is over; -1: errno says, EINTR among
 * others.  before is what tty_hold gave.
 */
int tty_wait(int in, int ms, const sigset_t *before);

#endif
