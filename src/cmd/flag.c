/*
 * flag.c -- the command "flag".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/batch.h"

#include "base/banned.h"

struct args {
	const char *search;
	const char *remark;
	bool off;
};

static const struct param params[] = {
	{ "off", FLAG(off), .help = "take it off again" },
	{ "remark", STRING(TEXT, remark), .help = "why, in your words" },
	{ "SEARCH", SELECT(search), .required = true,
	  .help = "which cards: an id, words, deck:ID, \"help search\"" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;

	if (args->off)
		return batch_run(app, ACTION_UNFLAG, args->search, NULL,
		    "No longer flagged:", err);
	return batch_run(app, ACTION_FLAG, args->search, args->remark,
	    "Flagged", err);
}

const struct cmd cmd_flag = {
	.name = "flag",
	.brief = "Mark cards for a second look",
	.detail = "\"find is:flagged\" lists them.",
	.example = "flag --remark \"check the number\" order-longest\n"
	    "flag --off is:flagged",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
