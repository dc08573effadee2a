/*
 * rebuild.c -- the command "rebuild".
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>

#include "cmd/app.h"

#include "base/banned.h"

static bool
run(struct app *app, const void *given, struct err *err)
{
	struct study *study;
	int64_t cards = 0;

	(void)given;
	if (!app_study(app, APP_WRITE, &study, err))
		return false;
	if (study->store == NULL || !study->has_learner) {
		paint_text(&app->paint, PAINT_PLAIN, 0,
		    "There is nothing to rebuild yet.");
		return true;
	}
	if (!study_rebuild(study, app_moment(app), &cards, err))
		return false;
	paint_printf(&app->paint, PAINT_PLAIN, 0, "Rebuilt %s from the log. "
	    "The store as it was: %s.1",
	    app_count(app, (size_t)cards, "card"), store_path(study->store));
	return true;
}

const struct cmd cmd_rebuild = {
	.name = "rebuild",
	.brief = "Compute every state again from the log",
	.detail = "The states come out as they are, unless something spoiled "
	    "them: they are only a cache of what was answered. A copy of the "
	    "store is kept first.",
	.example = "rebuild",
	.run = run,
};
