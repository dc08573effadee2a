/*
 * quit.c -- the command "quit".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"

#include "base/banned.h"

static bool
run(struct app *app, const void *given, struct err *err)
{
	(void)given;
	(void)err;
	app->leave = true;
	return true;
}

const struct cmd cmd_quit = {
	.name = "quit",
	.brief = "Leave the prompt",
	.detail = "Ctrl-D on an empty line does the same. "
	    "Every answer is on the disk already.",
	.example = "quit",
	.run = run,
};
