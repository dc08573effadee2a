/*
 * session.h -- cards asked on the screen, one after the other.
 * SPDX-License-Identifier: MIT
 *
 * study/review is the machine; this shows what it says and hands over what is
 * typed.  Lines are only ever added to the screen, so it is the same on a
 * terminal, in a pipe and for a screen reader.  When review_rate has returned
 * the answer is on the disk, and only then the next question is shown.
 */
#ifndef CMD_SESSION_H
#define CMD_SESSION_H

#include "cmd/app.h"
#include "study/review.h"

/* What comes next, after a line was read or a key was pressed. */
enum session_step {
	SESSION_STAY,	/* read again */
	SESSION_SHOW,	/* the question again */
	SESSION_JUDGED,	/* the answer was judged */
	SESSION_NEXT,	/* the next card */
	SESSION_STOP,	/* the summary */
	SESSION_FAILED	/* err says why */
};

struct session {
	struct app *app;
	struct study *study;
	struct line *line;
	struct review *review;
	const struct select *select;
	struct buf text;	/* the line that was read */
	struct buf answer;	/* the one that was judged */
	int64_t shown_at;	/* app_steady when the question stood there */
	bool rating;		/* at the rating, not at the question */
};

/* The commands review, learn, cram and preview. */
MUST_USE bool session_run(struct app *app, enum review_mode mode,
    const char *search, struct err *err);
/* Reads a line at a question: its own prompt, and what an ending means. */
enum line_result session_read(struct session *session, enum line_mode mode,
    const char *prompt);
struct moment session_now(const struct session *session);
/* A terminal so narrow that prompts are short. */
bool session_is_narrow(const struct session *session);
/* Adds text as a sentence: with a full stop unless it ends one. */
void session_sentence(struct buf *out, const char *text);

#endif
