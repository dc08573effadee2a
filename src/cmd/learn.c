/*
 * learn.c -- the command "learn".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/session.h"

#include "base/banned.h"

struct args {
	const char *search;
};

static const struct param params[] = {
	{ "SEARCH", SELECT(search),
	  .help = "only these cards: words, deck:ID, tag:WORD, "
	    "\"help search\"" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;

	return session_run(app, REVIEW_LEARN, args->search, err);
}

const struct cmd cmd_learn = {
	.name = "learn",
	.brief = "Ask new cards only",
	.detail = "As many as the setting \"new\" allows in a day. Naming a "
	    "deck learns it even when it requires another first.",
	.example = "learn deck:budapest-overview",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
