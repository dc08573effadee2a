/*
 * bury.c -- the command "bury".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/batch.h"

#include "base/banned.h"

struct args {
	const char *search;
	bool off;
};

static const struct param params[] = {
	{ "off", FLAG(off), .help = "take it off again" },
	{ "SEARCH", SELECT(search), .required = true,
	  .help = "which cards: an id, words, deck:ID, \"help search\"" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;

	if (args->off)
		return batch_run(app, ACTION_UNBURY, args->search, NULL,
		    "No longer buried:", err);
	return batch_run(app, ACTION_BURY, args->search, NULL,
	    "Buried until tomorrow:", err);
}

const struct cmd cmd_bury = {
	.name = "bury",
	.brief = "Leave cards out until tomorrow",
	.detail = "Nothing else about them changes.",
	.example = "bury deck:budapest-preserve\nbury --off is:buried",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
