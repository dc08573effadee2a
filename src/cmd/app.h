/*
 * app.h -- what a command may reach: passed down, never global.
 * SPDX-License-Identifier: MIT
 *
 * Decks, store and learner are one struct study, opened when a command first
 * asks for it and kept for the session: `recital help` opens nothing.  This is
 * the only place where the clock is read.
 *
 * A command prints data on paint (stdout) and messages by app_say (stderr).
 */
#ifndef CMD_APP_H
#define CMD_APP_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "cmd/parse.h"
#include "study/select.h"
#include "study/study.h"
#include "term/line.h"
#include "term/paint.h"

enum app_format { APP_TEXT, APP_JSON, APP_CSV };

/* What a command needs of the study; sums of these. */
enum app_need {
	APP_READ = 0,
	APP_DECKS = 1,	/* the library; without it no deck is read */
	APP_WRITE = 2	/* it may write; without it nothing is written */
};

struct app {
	struct parse_options start;	/* what the command line said */
	enum app_format format;		/* of the command that runs */
	struct paint paint;		/* data and text, on stdout */
	struct paint warn;		/* messages, on stderr */
	struct mem mem;			/* lives as long as the program */
	struct mem scratch;		/* lives as long as one command */
	const char *store;		/* path, "" until app_paths */
	struct words decks;		/* files and folders to read */
	struct line *line;		/* NULL until app_line */
	struct study *study;		/* NULL until app_study */
	unsigned study_has;		/* the needs it was opened for */
	int64_t study_rows;		/* in the store then, all learners */
	bool add_learner;		/* --learner may be somebody new */
	bool now_fixed, seeded;		/* RECITAL_NOW, RECITAL_SEED */
	int64_t now;			/* of RECITAL_NOW */
	uint64_t seed;
	bool prompting;			/* commands come from the prompt */
	bool leave;			/* the prompt ends after this command */
	bool hung_up;			/* the terminal went away */
	bool keys_told;			/* the keys were explained already */
};

/* The whole program: words of the command line in, exit status out. */
int app_main(size_t n, const char *const *words);

/* The clock, ms; RECITAL_NOW when given. */
int64_t app_now(const struct app *app);
/* Now and the learner's day; after app_study. */
struct moment app_moment(const struct app *app);
/* A steady clock for durations, ms; it stands still under RECITAL_NOW. */
int64_t app_steady(const struct app *app);

/*
 * The study, with at least these needs; the app closes it.  Decks with faults
 * are told in one line each, once.  Several learners and none named, or an
 * unknown one: asked on a terminal, else a usage error.
 */
MUST_USE bool app_study(struct app *app, unsigned needs, struct study **study,
    struct err *err);
/*
 * Reads a search against the study; a fault's sentence says where.  text may
 * be NULL: every card.  Free it with select_free.
 */
MUST_USE bool app_select(struct app *app, const char *text,
    struct select **select, struct err *err);
/* The line reader, opened for the prompt or for the first question. */
MUST_USE bool app_line(struct app *app, struct line **line, struct err *err);

/* One message on stderr: "recital: …". */
void app_say(const struct app *app, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* "1 card", "2 cards": the number and its noun; for text only. */
const char *app_count(struct app *app, size_t n, const char *noun);

/* Runs what was read: the command, its help, or the prompt. */
bool app_run(struct app *app, const struct parsed *parsed, struct err *err);

#endif
