/*
 * pipe.h -- lines from what is no terminal.
 * SPDX-License-Identifier: MIT
 *
 * Reads in blocks and hands out lines without their ends (LF or CR LF), byte
 * for byte.  A line longer than 64 KiB is cut there; the text's `cut` says so.
 */
#ifndef TERM_PIPE_H
#define TERM_PIPE_H

#include <signal.h>
#include <stddef.h>

#include "base/buf.h"

#define PIPE_BLOCK 4096
#define PIPE_LINE ((size_t)64 * 1024)

struct pipe {
	int fd;
	size_t at, n;	/* in block: what is not handed out yet */
	char block[PIPE_BLOCK];
};

enum pipe_result {
	PIPE_LINE_READ,
	PIPE_END,	/* nothing more */
	PIPE_PART,	/* the input ended, or failed, within a line */
	PIPE_SIGNAL	/* a signal came; what was read of the line waits */
};

/*
 * Adds the next line to text; after PIPE_SIGNAL call it again with the same
 * text.  before is the mask of tty_hold.
 */
enum pipe_result pipe_read(struct pipe *pipe, struct buf *text,
    const sigset_t *before);

#endif
