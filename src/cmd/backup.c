/*
 * backup.c -- the command "backup".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"

#include "base/banned.h"

struct args {
	const char *to;
};

static const struct param params[] = {
	{ "FILE", STRING(FILE, to),
	  .help = "a new file; when not given, the next of five beside the "
	    "store" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;
	struct study *study;

	if (!app_study(app, APP_WRITE, &study, err))
		return false;
	if (study->store == NULL)
		return err_set(err, ERR_STORE, "there is no progress yet");
	if (args->to != NULL && !store_backup(study->store, args->to, err))
		return false;
	if (args->to == NULL && !store_rotate(study->store, err))
		return false;
	paint_printf(&app->paint, PAINT_PLAIN, 0, "Saved to %s%s.",
	    args->to != NULL ? args->to : store_path(study->store),
	    args->to != NULL ? "" : ".1");
	return true;
}

const struct cmd cmd_backup = {
	.name = "backup",
	.brief = "Copy the progress into a file",
	.detail = "The copy is whole even while another recital writes.",
	.example = "backup\nbackup /media/stick/progress.db",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
