/*
 * prompt.c -- see prompt.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/prompt.h"

#include <string.h>

#include "base/utf8.h"
#include "study/queue.h"
#include "built.h"

#include "base/banned.h"

/* A first guess at what a card costs, in seconds: a new one is shown often. */
#define NEW_SECONDS 36
#define DUE_SECONDS 12

static void
add_part(struct buf *out, size_t n, const char *what)
{
	if (n > 0)
		buf_printf(out, "%s%zu %s", out->len > 0 ? ", " : "", n,
		    what);
}

static void
tell_today(const struct app *app, struct queue_left left)
{
	struct buf parts = BUF_INIT(256);
	size_t seconds = left.new_cards * NEW_SECONDS +
	    (left.due + left.steps) * DUE_SECONDS;
	size_t minutes = (seconds + 59) / 60;

	add_part(&parts, left.due, "due");
	add_part(&parts, left.new_cards,
	    left.new_cards == 1 ? "new card" : "new cards");
	add_part(&parts, left.steps, "to repeat");
	if (parts.len == 0)
		paint_text(&app->paint, PAINT_PLAIN, 0,
		    "Today: nothing is due.");
	else
		paint_printf(&app->paint, PAINT_PLAIN, 0,
		    "Today: %s, about %zu minute%s.", buf_str(&parts),
		    minutes, minutes == 1 ? "" : "s");
	buf_clear(&parts);
}

/* What a person sees first; a queue that cannot be built is told later. */
static bool
greet(struct app *app, struct err *err)
{
	struct queue_options options = { 0 };
	struct study *study;
	struct queue *queue;

	if (!app_study(app, APP_DECKS | APP_WRITE, &study, err))
		return false;
	paint_printf(&app->paint, PAINT_HEADING, 0,
	    "recital " RECITAL_VERSION ": %s, %s. "
	    "Progress stays on this machine.",
	    app_count(app, study->library.decks_n, "deck"),
	    app_count(app, study->library.cards_n, "card"));
	if (study->newest_at == STEPS_NO_AT)
		paint_text(&app->paint, PAINT_PLAIN, 0, "New here? recital "
		    "asks, you answer, it chooses when to ask again.");
	if (!queue_open(&queue, study, &options, app_moment(app), err))
		return false;
	tell_today(app, queue_left(queue, app_moment(app)));
	queue_close(queue);
	paint_text(&app->paint, PAINT_PLAIN, 0,
	    "Press Enter to begin. \"help\" lists the rest.");
	return true;
}

static bool
only_here(const struct parsed *parsed, struct err *err)
{
	const struct parse_options *o = &parsed->options;

	if (o->decks.n > 0 || o->store != NULL || o->learner != NULL ||
	    o->plain || strcmp(o->color, "auto") != 0)
		return err_set(err, ERR_USAGE, "--decks, --store, --learner, "
		    "--color and --plain are said when recital starts");
	return true;
}

/* An empty line, and the keys of a session that make sense after it. */
static const char *
meaning(const char *text)
{
	static const struct {
		const char *typed, *meant;
	} rows[] = {
		{ "", "review" }, { "/u", "undo" }, { "/q", "quit" },
		{ "/?", "help" }
	};

	text += strspn(text, " \t");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(text, rows[i].typed) == 0)
			return rows[i].meant;
	return text;
}

static bool
run_line(struct app *app, const char *text, struct err *err)
{
	struct parse_words words;
	struct parsed parsed;

	if (!parse_split(&app->scratch, meaning(text), &words, err))
		return false;
	return parse_read(&app->scratch, &words, &parsed, err) &&
	    only_here(&parsed, err) &&
	    (parsed.cmd != NULL || parsed.options.help ||
	    parsed.options.version ||
	    err_set(err, ERR_USAGE, "no command is named")) &&
	    app_run(app, &parsed, err);
}

/*
 * Runs a line and tells what went wrong.  Off a terminal the first real
 * failure is kept in first: it decides the exit status.
 */
static void
do_line(struct app *app, const struct buf *text, struct err *first)
{
	struct err err = { 0 };
	bool ok;

	if (utf8_valid(buf_str(text), text->len) != text->len ||
	    strlen(buf_str(text)) != text->len)
		ok = err_set(&err, ERR_USAGE, "the line is not UTF-8 text");
	else
		ok = run_line(app, buf_str(text), &err);
	if (!ok && err.text[0] != '\0')
		app_say(app, "%s", err.text);
	if (!ok && err.kind > ERR_NO && first->kind == ERR_NONE)
		first->kind = err.kind;
	fflush(app->paint.out);
	mem_clear(&app->scratch);
}

static void
read_lines(struct app *app, struct line *line, struct err *first)
{
	struct buf text = BUF_INIT(64 * 1024);

	while (!app->leave) {
		buf_reset(&text);
		paint_resize(&app->paint);
		paint_resize(&app->warn);
		switch (line_read(line, LINE_COMMAND, "recital> ", &text)) {
		case LINE_TEXT:
		case LINE_UNFINISHED:
			if (text.len > 0)
				line_remember(line, buf_str(&text));
			do_line(app, &text, first);
			break;
		case LINE_STOP:
			break;
		case LINE_HANGUP:
			app->hung_up = true;
			/* FALLTHROUGH */
		case LINE_END:
			app->leave = true;
			break;
		}
	}
	buf_clear(&text);
}

bool
prompt_run(struct app *app, struct err *err)
{
	struct err first = { 0 };
	struct line *line;
	bool person;

	app->prompting = true;
	if (!app_line(app, &line, err))
		return false;
	person = line_is_terminal(line);
	if (person && !greet(app, err))
		return false;
	read_lines(app, line, &first);
	if (app->hung_up)
		return err_set(err, ERR_INTERRUPT, "%s", "");
	if (person || first.kind == ERR_NONE)
		return true;
	return err_set(err, first.kind, "%s", "");
}
