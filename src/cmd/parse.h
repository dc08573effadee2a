/*
 * parse.h -- from words to a command with its parameters.
 * SPDX-License-Identifier: MIT
 *
 * The same reading for the shell's command line and for a line typed at the
 * prompt.  Options are long (--name VALUE or --name=VALUE) and may stand
 * anywhere before "--"; a single dash belongs to a search (-tag:old), where
 * one is asked for.
 */
#ifndef CMD_PARSE_H
#define CMD_PARSE_H

#include "base/mem.h"
#include "cmd/cmd.h"

/* The options that every command takes. */
struct parse_options {
	struct words decks;
	const char *store, *learner;
	const char *color;	/* auto, always, never */
	bool json, csv, plain, help, version;
};
/* Their rows, ended by {0}; `at` is an offset in struct parse_options. */
extern const struct param parse_table[];

struct parsed {
	const struct cmd *cmd;	/* NULL: none was named */
	void *params;		/* the command's, in mem */
	struct parse_options options;
};

/* A line cut into words: plain without its quotes, raw with them. */
struct parse_words {
	const char **plain, **raw;
	size_t n;
};

/*
 * Cuts a line at blanks; "…" and '…' keep blanks in a word.  False when a
 * quote is not closed.
 */
MUST_USE bool parse_split(struct mem *mem, const char *line,
    struct parse_words *words, struct err *err);
/* Reads words; raw may be NULL (then the shell has taken the quotes away). */
MUST_USE bool parse_read(struct mem *mem, const struct parse_words *words,
    struct parsed *out, struct err *err);
/* What is true of the whole: --json only where data comes out, and so on. */
MUST_USE bool parse_check(const struct parsed *parsed, struct err *err);

#endif
