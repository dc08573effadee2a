/*
 * pipe.c -- see pipe.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/pipe.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "term/tty.h"

#include "base/banned.h"

static void
add(struct buf *text, const char *s, size_t n)
{
	size_t room = text->len < PIPE_LINE ? PIPE_LINE - text->len : 0;

	buf_add(text, s, n < room ? n : room);
	if (n > room)
		text->cut = true;
}

/* 1: there is more in the block; 0: the input is over; -1: a signal. */
static int
fill(struct pipe *pipe, const sigset_t *before)
{
	ssize_t n;

	for (;;) {
		if (tty_wait(pipe->fd, -1, before) == -1)
			return errno == EINTR ? -1 : 0;
		n = read(pipe->fd, pipe->block, sizeof(pipe->block));
		if (n > 0) {
			pipe->at = 0;
			pipe->n = (size_t)n;
			return 1;
		}
		if (n == 0 || (errno != EINTR && errno != EAGAIN))
			return 0;
	}
}

enum pipe_result
pipe_read(struct pipe *pipe, struct buf *text, const sigset_t *before)
{
	char *from, *end;
	size_t n;
	int got;

	for (;;) {
		from = pipe->block + pipe->at;
		n = pipe->n - pipe->at;
		end = n > 0 ? memchr(from, '\n', n) : NULL;
		if (end != NULL)
			n = (size_t)(end - from);
		add(text, from, n);
		pipe->at += n;
		if (end != NULL) {
			pipe->at++;
			if (!text->cut && text->len > 0 &&
			    text->s[text->len - 1] == '\r')
				text->s[--text->len] = '\0';
			return PIPE_LINE_READ;
		}
		got = fill(pipe, before);
		if (got == -1)
			return PIPE_SIGNAL;
		if (got == 0)
			return text->len > 0 ? PIPE_PART : PIPE_END;
	}
}
