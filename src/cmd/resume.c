/*
 * resume.c -- the command "resume".
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

	return batch_run(app, ACTION_RESUME, args->search, NULL,
	    "Resumed", err);
}

const struct cmd cmd_resume = {
	.name = "resume",
	.brief = "Ask suspended cards again",
	.detail = "They are due when they would have been.",
	.example = "resume tag:history",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
