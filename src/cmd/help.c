/*
 * help.c -- the command "help".
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cmd/app.h"
#include "cmd/topic.h"
#include "cmd/view.h"

#include "base/banned.h"

struct args {
	const char *what;
	bool mdoc;
};

static const struct param params[] = {
	{ "COMMAND", STRING(COMMAND, what), .value = "WORD",
	  .help = "a command, or one of the topics keys, ratings, search, "
	    "files" },
	{ "mdoc", FLAG(mdoc),
	  .help = "print the commands as a section of a manual page" },
	{ 0 }
};

static void
print_topic(const struct paint *paint, const struct topic *topic)
{
	for (const struct topic_row *row = topic->rows; row->text != NULL;
	    row++) {
		if (row->label == NULL)
			paint_text(paint, PAINT_PLAIN, 0, row->text);
		else
			view_row(paint, row->label, row->text);
	}
}

/* By its whole name, or by a beginning that is no command's. */
static const struct topic *
find_topic(const char *word, bool whole)
{
	size_t n = strlen(word);

	for (const struct topic *t = topic_table; t->name != NULL; t++)
		if (strncmp(t->name, word, n) == 0 &&
		    (!whole || t->name[n] == '\0'))
			return t;
	return NULL;
}

static bool
print_named(const struct paint *paint, const char *word, struct err *err)
{
	const struct topic *topic = find_topic(word, true);
	const struct cmd *cmd = NULL;

	if (topic == NULL && (cmd = cmd_lookup(word, err)) == NULL &&
	    (topic = find_topic(word, false)) == NULL)
		return false;
	if (topic != NULL)
		print_topic(paint, topic);
	else
		view_help(cmd, paint);
	return true;
}

static void
print_all(const struct paint *paint)
{
	view_list(paint);
	paint_blank(paint);
	paint_text(paint, PAINT_PLAIN, 0,
	    "\"help WORD\" explains a command, or one of these:");
	for (const struct topic *t = topic_table; t->name != NULL; t++)
		view_row(paint, t->name, t->brief);
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	struct paint paint = view_paint(&app->paint);

	if (p->mdoc) {
		struct buf text = BUF_INIT(BUF_LARGE);

		view_mdoc(&text);
		fputs(buf_str(&text), app->paint.out);
		buf_clear(&text);
	} else if (p->what == NULL) {
		print_all(&paint);
	} else {
		return print_named(&paint, p->what, err);
	}
	return true;
}

const struct cmd cmd_help = {
	.name = "help",
	.brief = "List the commands, or explain one",
	.example = "help review\nhelp keys",
	.params = params,
	.params_size = sizeof(struct args),
	.paged = true,
	.run = run,
};
