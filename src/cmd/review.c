/*
 * review.c -- the command "review".
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

	return session_run(app, REVIEW_STUDY, args->search, err);
}

const struct cmd cmd_review = {
	.name = "review",
	.brief = "Ask what is due, with new cards mixed in",
	.detail = "Answer by typing; recital judges, proposes a rating and "
	    "says when the card comes back. Each rating is on the disk before "
	    "the next question is shown. \"help keys\" lists the keys.",
	.example = "review deck:budapest-overview",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
