/*
 * preview.c -- the command "preview".
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

	return session_run(app, REVIEW_PREVIEW, args->search, err);
}

const struct cmd cmd_preview = {
	.name = "preview",
	.brief = "Ask every card in the order of the files, storing nothing",
	.detail = "For reading a new deck through, or checking one that you "
	    "write.",
	.example = "preview deck:budapest-preserve",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
