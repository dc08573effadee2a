/*
 * edit.c -- see edit.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/edit.h"

#include <stdlib.h>

#include "base/file.h"
#include "cmd/faults.h"
#include "cmd/spawn.h"
#include "format/ini.h"

#include "base/banned.h"

static const char *
editor(void)
{
	const char *name = getenv("VISUAL");

	if (name == NULL || *name == '\0')
		name = getenv("EDITOR");
	return name != NULL && *name != '\0' ? name : NULL;
}

static bool
open_editor(struct session *s, const struct note *note, struct err *err)
{
	struct mem *mem = &s->app->scratch;
	char line[32];
	const char *extra[2] = { line, note->deck->path };
	bool ok;

	snprintf(line, sizeof(line), "+%u", (unsigned)note->line);
	fflush(stdout);
	line_pause(s->line);
	ok = spawn_run(spawn_words(mem, editor(), extra, 2), NULL, 0, err);
	line_resume(s->line);
	return ok;
}

bool
edit_note(struct session *s, struct err *err)
{
	const struct note *note = review_question(s->review)->card->note;
	const char *path = mem_string(&s->app->scratch, note->deck->path);
	struct diags diags = { 0 };
	struct err failed;
	bool kept = false, ok;

	if (editor() == NULL) {
		app_say(s->app, "no editor: set VISUAL or EDITOR");
		return true;
	}
	if (!open_editor(s, note, &failed)) {
		app_say(s->app, "%s", failed.text);
		return true;
	}
	ok = review_reload(s->review, session_now(s), &kept, &diags, err);
	diag_sort(&diags);
	faults_print(&s->app->paint, &diags, 0, diags.n);
	if (ok && kept)
		paint_printf(&s->app->paint, PAINT_WRONG, 0, "%s broke: the "
		    "old notes stay until it is put right.", path);
	diag_clear(&diags);
	return ok;
}
