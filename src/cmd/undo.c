/*
 * undo.c -- the command "undo".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/history.h"

#include "base/banned.h"

static bool
run(struct app *app, const void *given, struct err *err)
{
	struct buf text = BUF_INIT(2048);
	struct action_undone undone;
	struct study *study;

	(void)given;
	if (!app_study(app, APP_WRITE, &study, err) ||
	    !action_undo(study, app_moment(app), &undone, err))
		return false;
	history_undone(&undone, &text);
	paint_text(&app->paint, PAINT_PLAIN, 0, buf_str(&text));
	buf_clear(&text);
	return true;
}

const struct cmd cmd_undo = {
	.name = "undo",
	.brief = "Take back the latest answer or command",
	.detail = "One at a time, as far back as you like, also what was done "
	    "yesterday; a command on many cards is taken back as a whole. An "
	    "undo itself is not undone.",
	.example = "undo",
	.run = run,
};
