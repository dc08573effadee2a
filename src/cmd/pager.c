/*
 * pager.c -- see pager.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/pager.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cmd/spawn.h"

#include "base/banned.h"

static const char *
pager_name(void)
{
	const char *name = getenv("RECITAL_PAGER");

	if (name == NULL)
		name = getenv("PAGER");
	return name != NULL ? name : "less";
}

/* Lines of the terminal on stdout; 0 when it is none. */
static size_t
screen_height(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || !isatty(STDIN_FILENO) ||
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_row;
}

static void
show(struct app *app, const char *text, size_t n, size_t height)
{
	size_t lines = 0;
	struct err err;
	bool shown = false;

	for (size_t i = 0; i < n; i++)
		lines += text[i] == '\n';
	if (lines >= height) {
		setenv("LESS", "FRX", 0);
		fflush(stdout);
		if (app->line != NULL)
			line_pause(app->line);
		shown = spawn_run(spawn_words(&app->scratch, pager_name(),
		    NULL, 0), text, n, &err);
		if (app->line != NULL)
			line_resume(app->line);
	}
	if (!shown)
		fwrite(text, 1, n, stdout);
}

bool
pager_run(struct app *app, const struct cmd *cmd, const void *given,
    struct err *err)
{
	size_t height = screen_height(), n = 0;
	FILE *out = app->paint.out, *collected = NULL;
	char *text = NULL;
	bool ok;

	if (height > 0 && *pager_name() != '\0')
		collected = open_memstream(&text, &n);
	if (collected == NULL)
		return cmd->run(app, given, err);
	app->paint.out = collected;
	ok = cmd->run(app, given, err);
	app->paint.out = out;
	fclose(collected);
	show(app, text, n, height);
	free(text);
	return ok;
}
