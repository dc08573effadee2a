/*
 * log.c -- the command "log".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"
#include "cmd/chosen.h"

#include "base/banned.h"

struct args {
	int limit;
	const char *select;
};

static const struct param params[] = {
	{ "limit", COUNT(limit), .fallback = "20",
	  .help = "show the newest N; 0 shows all" },
	{ "SEARCH", SELECT(select),
	  .help = "only reviews of these cards" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	struct chosen chosen = { .limit = p->limit };
	struct select *select;
	struct study *study;
	int64_t n = 0;
	bool ok;

	if (!app_study(app, APP_READ | APP_DECKS, &study, err) ||
	    !app_select(app, p->select, &select, err))
		return false;
	chosen.select = select;
	ok = chosen_print(&app->paint, (enum rows_format)app->format, study,
	    &chosen, app_moment(app), &n, err);
	if (ok && n == 0 && app->format == APP_TEXT)
		app_say(app, p->select == NULL ? "no reviews yet" :
		    "no reviews of such cards");
	select_free(select);
	return ok;
}

const struct cmd cmd_log = {
	.name = "log",
	.brief = "Show past reviews",
	.detail = "Oldest first: when, which card, how the answer was judged, "
	    "how it was rated, the seconds it took, and what was typed. "
	    "Reviews that an undo took back are left out.",
	.example = "log\nlog --limit 5 deck:budapest-overview",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
