/*
 * table.c -- the commands there are, and how one is found by its name.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/cmd.h"
#include "cmd/nearest.h"

#include "base/banned.h"

#define COMMAND(name) extern const struct cmd cmd_##name;
#include "cmd/commands.def"
#undef COMMAND

const struct cmd *const cmd_table[] = {
#define COMMAND(name) &cmd_##name,
#include "cmd/commands.def"
#undef COMMAND
	NULL
};

static void
err_unknown(const char *word, struct err *err)
{
	struct nearest nearest = nearest_to(word);

	for (size_t i = 0; cmd_table[i] != NULL; i++)
		nearest_offer(&nearest, cmd_table[i]->name);
	if (nearest.best != NULL)
		err_set(err, ERR_USAGE, "no command is called \"%s\"; "
		    "did you mean \"%s\"?", word, nearest.best);
	else
		err_set(err, ERR_USAGE, "no command is called \"%s\"; "
		    "\"help\" lists them", word);
}

static void
err_ambiguous(const char *word, struct err *err)
{
	struct buf names = BUF_INIT(400);
	const char *before = "";

	for (size_t i = 0; cmd_table[i] != NULL; i++) {
		if (strncmp(cmd_table[i]->name, word, strlen(word)) != 0)
			continue;
		buf_adds(&names, before);
		buf_adds(&names, cmd_table[i]->name);
		before = ", ";
	}
	err_set(err, ERR_USAGE, "\"%s\" could be %s", word, buf_str(&names));
	buf_clear(&names);
}

const struct cmd *
cmd_lookup(const char *word, struct err *err)
{
	const struct cmd *found = NULL;
	size_t n = strlen(word), matches = 0;

	for (size_t i = 0; cmd_table[i] != NULL && n > 0; i++) {
		if (strncmp(cmd_table[i]->name, word, n) != 0)
			continue;
		if (cmd_table[i]->name[n] == '\0')
			return cmd_table[i];
		found = cmd_table[i];
		matches++;
	}
	if (matches == 1)
		return found;
	if (matches == 0)
		err_unknown(word, err);
	else
		err_ambiguous(word, err);
	return NULL;
}

bool
cmd_is_option(const struct param *param)
{
	return islower((unsigned char)param->name[0]);
}

const struct param *
cmd_option(const struct cmd *cmd, const char *name)
{
	const struct param *p = cmd->params;

	for (; p != NULL && p->name != NULL; p++)
		if (cmd_is_option(p) && strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

const struct param *
cmd_argument(const struct cmd *cmd, size_t n)
{
	const struct param *p = cmd->params;

	for (; p != NULL && p->name != NULL; p++) {
		if (cmd_is_option(p))
			continue;
		if (n == 0 || p->type == PARAM_DECKS ||
		    p->type == PARAM_SELECT)
			return p;
		n--;
	}
	return NULL;
}

const char *
cmd_value_name(const struct param *param)
{
	static const char *const names[PARAM_TYPES] = {
		[PARAM_FLAG] = "", [PARAM_COUNT] = "N", [PARAM_TEXT] = "TEXT",
		[PARAM_CHOICE] = "WORD", [PARAM_DECK] = "DECK",
		[PARAM_CARD] = "CARD", [PARAM_COMMAND] = "COMMAND",
		[PARAM_SETTING] = "SETTING", [PARAM_VALUE] = "VALUE",
		[PARAM_FILE] = "FILE", [PARAM_DECKS] = "DECK",
		[PARAM_SELECT] = "SEARCH",
	};

	return param->value != NULL ? param->value : names[param->type];
}
