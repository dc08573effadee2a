/*
 * cram.c -- the command "cram".
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

	return session_run(app, REVIEW_CRAM, args->search, err);
}

const struct cmd cmd_cram = {
	.name = "cram",
	.brief = "Ask cards in any order, moving no schedule",
	.detail = "Every card selected, due or not, shuffled. The answers are "
	    "logged, but no card comes sooner or later for it.",
	.example = "cram tag:time-limit",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
