/*
 * pty.h -- a program on a terminal of its own, driven by a test.
 * SPDX-License-Identifier: MIT
 *
 * What the program writes is kept with escape sequences, CR and BEL taken
 * out; pty_expect looks behind what the last one found.  Wait for what the
 * program says before sending more: bytes sent before it is ready are a test
 * of that, not of anything else.
 */
#ifndef LIB_PTY_H
#define LIB_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "base/buf.h"

/* How long a test waits for what must come, ms. */
#define PTY_LONG 10000

struct pty {
	pid_t pid;
	int fd;			/* the terminal's other side */
	struct termios before;	/* its settings before the program ran */
	struct buf raw, seen;
	size_t mark;		/* of seen: expected so far */
	size_t stripped;	/* of raw: taken into seen */
	bool ended;
	int status;
};

struct pty_options {
	int rows, columns;	/* 0: 24 and 80 */
	/* "NAME=value" set for the program, "NAME" taken away; NULL ends. */
	const char *const *env;
	/*
	 * The program is a job under a small shell, so that it can be
	 * stopped: then the shell says "stopped$ " and goes on with it when
	 * it reads a line.  Without it a stop is ignored by the system.
	 */
	bool job;
};

/* Starts argv[0], in a session and a process group of its own. */
bool pty_start(struct pty *pty, const struct pty_options *options,
    const char *const *argv);
/* False when the program cannot be written to any more. */
bool pty_send(struct pty *pty, const char *s);
bool pty_send_bytes(struct pty *pty, const char *s, size_t n);
/* Reads until text comes; false after ms, or when the program has ended. */
bool pty_expect(struct pty *pty, const char *text, int ms);
/* Reads what comes within ms; was text among it?  Moves no mark. */
bool pty_shows(struct pty *pty, const char *text, int ms);
/* A new size; the program gets WINCH. */
void pty_resize(struct pty *pty, int rows, int columns);
/* Signals the program's process group (the job's, with options.job). */
void pty_kill(struct pty *pty, int sig);
/* Closes the terminal under the program's feet. */
void pty_hang_up(struct pty *pty);
/* Reads until it ends: its exit status, 128 + a signal, or -1 after ms. */
int pty_wait(struct pty *pty, int ms);
/* The settings are those from before the program ran. */
bool pty_is_sane(const struct pty *pty);
/* Ends what still runs and frees. */
void pty_end(struct pty *pty);

#endif
