/*
 * backup.c -- the command "backup".
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "base/file.h"
#include "cmd/app.h"

#include "base/banned.h"

struct args {
	const char *to;
};

static const struct param params[] = {
	{ "FILE", STRING(FILE, to),
	  .help = "a new file in a folder that is there; when not given, one "
	    "beside the store that ends in .1: older ones move on to .5" },
	{ 0 }
};

/* A stick that is not there must not become a folder of that name. */
static bool
has_folder(struct app *app, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *folder;

	if (slash == NULL || slash == path)
		return true;
	folder = mem_copy(&app->scratch, path, (size_t)(slash - path));
	return file_is_folder(folder) || err_set(err, ERR_STORE,
	    "%.300s: there is no folder %.300s", path, folder);
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;
	struct study *study;

	if (!app_study(app, APP_WRITE, &study, err))
		return false;
	if (study->store == NULL)
		return err_set(err, ERR_STORE, "there is no progress yet");
	if (args->to != NULL && (!has_folder(app, args->to, err) ||
	    !store_backup(study->store, args->to, err)))
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
	.example = "backup\nbackup copy-of-progress.db",
	.params = params,
	.params_size = sizeof(struct args),
	.run = run,
};
