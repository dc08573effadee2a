/*
 * stats.c -- the command "stats".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"
#include "report/overview.h"

#include "base/banned.h"

static bool
run(struct app *app, const void *params, struct err *err)
{
	struct study *study;

	(void)params;
	return app_study(app, APP_READ | APP_DECKS, &study, err) &&
	    overview_print(&app->paint, (enum rows_format)app->format, study,
	    app_moment(app), err);
}

const struct cmd cmd_stats = {
	.name = "stats",
	.brief = "Show how you stand: today, this week, what you keep",
	.detail = "Reviews and minutes of today and of the last seven days, "
	    "the cards due in the next seven days, and the true retention of "
	    "each deck: the share not rated again among the first reviews of "
	    "a day on cards that were learned, with its 95 % interval.",
	.example = "stats",
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
