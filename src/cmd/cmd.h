/*
 * cmd.h -- what a command is.
 * SPDX-License-Identifier: MIT
 *
 * A command is one file in this folder that defines one const struct cmd, and
 * one line in commands.def.  From that row come the reading of its arguments,
 * their defaults, its usage, its help, its part of the manual and what TAB
 * offers: a parameter's type decides how it is read and completed.  Nothing
 * about a command is written anywhere else.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"

enum param_type {
	PARAM_FLAG,	/* bool */
	PARAM_COUNT,	/* int, 0 or more */
	PARAM_TEXT,	/* const char * */
	PARAM_CHOICE,	/* const char *, one of .choices */
	PARAM_DECK,	/* const char *, a deck's id */
	PARAM_CARD,	/* const char *, a card's id */
	PARAM_COMMAND,	/* const char *, a command's name or a topic of help */
	PARAM_SETTING,	/* const char *, a setting's name */
	PARAM_VALUE,	/* const char *, a value for the setting before it */
	PARAM_FILE,	/* const char *, a path */
	PARAM_DECKS,	/* struct words: decks' ids, files or folders */
	PARAM_SELECT,	/* const char *: all that is left, a search for cards */
	PARAM_TYPES
};

/* Several words given for one parameter. */
struct words {
	const char **v;
	size_t n;
};

/*
 * An option (name in small letters, written --name) or an argument (name in
 * capitals).  PARAM_DECKS and PARAM_SELECT take every argument that is left,
 * so they stand last.
 */
struct param {
	const char *name;
	enum param_type type;
	bool required;			/* arguments only */
	size_t at;			/* where in the command's params */
	const char *fallback;		/* the default, as it would be typed */
	const char *const *choices;	/* ended by NULL */
	const char *value;		/* what help calls it; NULL: by type */
	const char *help;		/* a phrase, no capital, no stop */
};

enum cmd_formats { CMD_TEXT = 0, CMD_JSON = 1, CMD_CSV = 2 };

struct app;

struct cmd {
	const char *name;
	const char *brief;	/* "List the commands", without a stop */
	const char *detail;	/* sentences; '\n' between paragraphs */
	const char *example;	/* as typed at the prompt; '\n' between */
	const struct param *params;	/* ended by {0}; NULL: none */
	size_t params_size;
	unsigned formats;	/* which of CMD_JSON, CMD_CSV it can print */
	bool paged;		/* long output goes through a pager */
	/*
	 * given points at its own `struct args`, filled in.  A failure with
	 * an empty sentence has said all there is to say.
	 */
	bool (*run)(struct app *app, const void *given, struct err *err);
};

/*
 * FLAG(off) says at once what an option's type is and where its value goes; it
 * does not compile cleanly when the field has another type.
 */
#define PARAM_AT(T, f) (offsetof(struct args, f) + \
	0 * sizeof((T *)0 == &((struct args *)0)->f))
#define FLAG(f) .type = PARAM_FLAG, .at = PARAM_AT(bool, f)
#define COUNT(f) .type = PARAM_COUNT, .at = PARAM_AT(int, f)
#define STRING(t, f) .type = PARAM_##t, .at = PARAM_AT(const char *, f)
#define CHOICE(f, c) STRING(CHOICE, f), .choices = (c)
#define DECKS(f) .type = PARAM_DECKS, .at = PARAM_AT(struct words, f)
#define SELECT(f) STRING(SELECT, f)

/* Every command in the order of the help, ended by NULL. */
extern const struct cmd *const cmd_table[];

/* By name or unambiguous prefix; an unknown word's error names the nearest. */
MUST_USE const struct cmd *cmd_lookup(const char *word, struct err *err);
bool cmd_is_option(const struct param *param);
/* The command's option of that name (without dashes), or NULL. */
const struct param *cmd_option(const struct cmd *cmd, const char *name);
/* The nth argument, counted from 0, or NULL; the last may take them all. */
const struct param *cmd_argument(const struct cmd *cmd, size_t n);
/* "N", "DECK": what stands for the value in usage. */
const char *cmd_value_name(const struct param *param);

#endif
