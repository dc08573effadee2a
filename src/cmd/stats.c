/*
 * stats.c -- the command "stats".
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "cmd/app.h"
#include "cmd/past.h"
#include "report/overview.h"
#include "study/queue.h"

#include "base/banned.h"

static bool
run(struct app *app, const void *params, struct err *err)
{
	struct overview in = { .n = 0 };
	struct overview_deck *decks;
	struct stats_review *v;
	struct study *study;
	int32_t *due_days;
	size_t i;

	(void)params;
	if (!app_study(app, APP_READ | APP_DECKS, &study, err) ||
	    !past_read(study, &v, &in.n, err))
		return false;
	in.v = v;
	in.today = app_moment(app).day;
	in.due_n = queue_due_days(study, NULL, app_moment(app), &due_days);
	in.due_days = due_days;
	in.decks_n = study->library.decks_n;
	decks = mem_array(&app->scratch, in.decks_n, sizeof(*decks));
	for (i = 0; i < in.decks_n; i++)
		decks[i] = (struct overview_deck){
		    study->library.decks[i].deck->id,
		    study->library.decks[i].deck->title };
	in.decks = decks;
	overview_print(&app->paint, (enum rows_format)app->format, &in);
	free(due_days);
	free(v);
	return true;
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
