/*
 * find.c -- the command "find".
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "cmd/app.h"
#include "cmd/card_row.h"

#include "base/banned.h"

struct args {
	const char *select;
};

static const struct param params[] = {
	{ "SEARCH", SELECT(select), .required = true,
	  .help = "which cards; \"help search\" explains the words" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	struct select *select;
	struct study *study;
	struct moment now;
	uint32_t *cards;
	size_t n;

	if (!app_study(app, APP_READ | APP_DECKS, &study, err) ||
	    !app_select(app, p->select, &select, err))
		return false;
	now = app_moment(app);
	n = select_cards(select, study, now, &cards);
	select_free(select);
	if (n == 0)
		return err_set(err, ERR_NO, "no card matches");
	card_row_print(&app->paint, (enum rows_format)app->format, study, cards,
	    n, now);
	free(cards);
	return true;
}

const struct cmd cmd_find = {
	.name = "find",
	.brief = "List the cards that match a search",
	.detail = "Prints each card's id, its state, the day on which it is "
	    "due, and its question. The exit status is 1 when no card "
	    "matches.",
	.example = "find tag:time-limit is:new\n"
	    "find \"24/7 network\" -kind:choice",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
