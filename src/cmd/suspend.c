/*
 * suspend.c -- the command "suspend".
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

	return batch_run(app, ACTION_SUSPEND, args->search, NULL,
	    "Suspended", err);
}

const struct cmd cmd_suspend = {
	.name = "suspend",
	.brief = "Stop asking cards",
	.detail = "They keep what was learned; \"resume\" brings them back.",
	.example = "suspend tag:history",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
