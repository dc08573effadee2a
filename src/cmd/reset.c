/*
 * reset.c -- the command "reset".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/batch.h"

#include "base/banned.h"

struct args {
	const char *search;
};

static const struct param params[] = {
	{ "SEARCH", SELECT(search), .required = true,
	  .help = "which cards: an id, words, deck:ID, \"help search\"" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;

	return batch_run(app, ACTION_RESET, args->search, NULL,
	    "New again:", err);
}

const struct cmd cmd_reset = {
	.name = "reset",
	.brief = "Make cards new again",
	.detail = "What was answered stays in the log; \"undo\" takes the "
	    "reset back.",
	.example = "reset deck:budapest-preserve",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
