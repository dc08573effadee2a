/*
 * app.c -- see app.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"

#include <pwd.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/complete.h"
#include "cmd/pager.h"
#include "cmd/paths.h"
#include "cmd/prompt.h"
#include "cmd/view.h"
#include "built.h"

#include "base/banned.h"

static enum paint_when
colour_of(const char *word)
{
	if (word != NULL && strcmp(word, "always") == 0)
		return PAINT_ALWAYS;
	if (word != NULL && strcmp(word, "never") == 0)
		return PAINT_NEVER;
	return PAINT_AUTO;
}

static bool
read_seed(const char *s, uint64_t *seed, struct err *err)
{
	uint64_t v = 0;

	for (const char *p = s; *p != '\0' || p == s; p++) {
		if (*p < '0' || *p > '9' || v > (UINT64_MAX - 9) / 10)
			return err_set(err, ERR_USAGE,
			    "RECITAL_SEED is \"%s\", not a number", s);
		v = v * 10 + (uint64_t)(*p - '0');
	}
	*seed = v;
	return true;
}

static bool
read_environment(struct app *app, struct err *err)
{
	const char *now = getenv("RECITAL_NOW");
	const char *seed = getenv("RECITAL_SEED");

	app->now_fixed = now != NULL && *now != '\0';
	app->seeded = seed != NULL && *seed != '\0';
	if (app->now_fixed && !clock_parse(now, &app->now, err)) {
		err->kind = ERR_USAGE;
		return err_at(err, "RECITAL_NOW");
	}
	return !app->seeded || read_seed(seed, &app->seed, err);
}

static void
start_paint(struct app *app, const struct parse_options *start)
{
	enum paint_when when = colour_of(start->color);

	paint_init(&app->paint, stdout, when, start->plain);
	paint_init(&app->warn, stderr, when, start->plain);
}

static bool
start_app(struct app *app, const struct parse_options *start, struct err *err)
{
	app->start = *start;
	return read_environment(app, err);
}

static void
end_app(struct app *app)
{
	line_close(app->line);
	study_close(app->study);
	mem_clear(&app->scratch);
	mem_clear(&app->mem);
}

int64_t
app_now(const struct app *app)
{
	return app->now_fixed ? app->now : clock_now();
}

struct moment
app_moment(const struct app *app)
{
	return study_moment(app->study, app_now(app));
}

int64_t
app_steady(const struct app *app)
{
	return app->now_fixed ? 0 : clock_steady();
}

void
app_say(const struct app *app, const char *fmt, ...)
{
	struct buf text = BUF_INIT(4096);
	char part[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(part, sizeof(part), fmt, ap);
	va_end(ap);
	buf_printf(&text, "recital: %s", part);
	fflush(app->paint.out);
	paint_text(&app->warn, PAINT_PLAIN, 0, buf_str(&text));
	fflush(app->warn.out);
	buf_clear(&text);
}

const char *
app_count(struct app *app, size_t n, const char *noun)
{
	char text[128];

	snprintf(text, sizeof(text), "%zu %s%s", n, noun, n == 1 ? "" : "s");
	return mem_string(&app->scratch, text);
}

bool
app_line(struct app *app, struct line **line, struct err *err)
{
	struct line_options options = {
		.in = STDIN_FILENO, .out = STDOUT_FILENO,
		.complete = complete_line, .arg = app
	};

	if (app->line == NULL) {
		if (app->prompting)
			options.history = paths_history(&app->mem);
		if (!line_open(&app->line, &options, err))
			return false;
	}
	*line = app->line;
	return true;
}

/* --- the study ----------------------------------------------------------- */

static const char *
login_name(struct mem *mem)
{
	const char *name = getenv("LOGNAME");
	const struct passwd *entry;

	if (name == NULL || *name == '\0')
		name = getenv("USER");
	if ((name == NULL || *name == '\0') &&
	    (entry = getpwuid(getuid())) != NULL)
		name = entry->pw_name;
	if (name == NULL || *name == '\0')
		name = "learner";
	return mem_string(mem, name);
}

/* Nobody can be asked in a pipe: what would help is said. */
static bool
refuse_learner(struct app *app, bool several, struct err *err)
{
	if (several)
		return false;
	return err_set(err, ERR_USAGE, "%s; on a terminal recital asks "
	    "whether to add the name", mem_string(&app->scratch, err->text));
}

/* Asks who studies, or whether to take in somebody new. */
static bool
ask_learner(struct app *app, enum study_result result,
    struct study_options *options, struct err *err)
{
	struct buf text = BUF_INIT(128);
	struct line *line;
	bool several = result == STUDY_SEVERAL, ok = false;

	if (!app_line(app, &line, err))
		return false;
	if (!isatty(STDIN_FILENO) || !line_is_terminal(line))
		return refuse_learner(app, several, err);
	paint_printf(&app->paint, PAINT_PLAIN, 0, "%s.", err->text);
	if (line_read(line, LINE_ANSWER, several ? "your name> " :
	    "add this name (y/n)> ", &text) == LINE_TEXT && text.len > 0) {
		options->add_learner = !several && text.s[0] == 'y';
		if (several)
			options->learner = mem_string(&app->mem,
			    buf_str(&text));
		ok = several || options->add_learner;
	}
	buf_clear(&text);
	return ok;
}

/* One line for each deck with faults; "check" tells all of it. */
static void
tell_faults(const struct app *app, const struct library *library)
{
	const char *told = NULL;

	for (size_t i = 0; i < library->decks_n; i++) {
		const struct deck *deck = library->decks[i].deck;

		if (deck->left_out > 0)
			paint_printf(&app->warn, PAINT_PLAIN, 0,
			    "%s: %zu of %zu notes left out, %zu can be "
			    "studied (\"check %s\")", deck->id, deck->left_out,
			    deck->notes_n + deck->left_out, deck->notes_n,
			    deck->id);
	}
	for (size_t i = 0; i < library->diags.n; i++) {
		const struct diag *diag = &library->diags.v[i];
		size_t j = 0;

		while (j < library->decks_n &&
		    strcmp(library->decks[j].deck->path, diag->file) != 0)
			j++;
		if (!diag->error || j < library->decks_n ||
		    (told != NULL && strcmp(told, diag->file) == 0))
			continue;
		told = diag->file;
		paint_printf(&app->warn, PAINT_PLAIN, 0, "%s: nothing of it "
		    "can be studied (\"check %s\")", told, told);
	}
	fflush(app->warn.out);
}

static bool
open_study(struct app *app, unsigned needs, struct err *err)
{
	struct study_options options = {
		.decks = (needs & APP_DECKS) != 0 ? app->decks.v : NULL,
		.decks_n = app->decks.n, .store = app->store,
		.learner = app->start.learner, .login = login_name(&app->mem),
		.add_learner = app->add_learner,
		.readonly = (needs & APP_WRITE) == 0, .seeded = app->seeded,
		.seed = app->seed, .program = "recital " RECITAL_VERSION
	};
	enum study_result result;

	for (;;) {
		result = study_open(&app->study, &options, app_now(app), err);
		if (result == STUDY_OPEN)
			break;
		if (result == STUDY_FAILED ||
		    !ask_learner(app, result, &options, err))
			return false;
	}
	app->start.learner = options.learner;
	app->add_learner = options.add_learner;
	app->study_rows = 0;
	if (app->study->store != NULL && !store_rows(app->study->store,
	    &app->study_rows, err))
		return false;
	if ((needs & APP_DECKS) != 0 && (app->study_has & APP_DECKS) == 0)
		tell_faults(app, &app->study->library);
	app->study_has = needs;
	return true;
}

/* A fixed clock or seed would spoil real progress. */
static bool
refuse_fixed(const struct app *app, struct err *err)
{
	if (app->start.store != NULL || (!app->now_fixed && !app->seeded))
		return true;
	return err_set(err, ERR_USAGE, "%s is for demonstrations and wants a "
	    "store of its own: say --store PATH",
	    app->now_fixed ? "RECITAL_NOW" : "RECITAL_SEED");
}

/*
 * Whether another process has written since the prompt's study was read: then
 * it is read again, so that a second terminal never asks what the first one
 * has answered.
 */
static bool
is_stale(const struct app *app)
{
	const struct study *study = app->study;
	struct err ignored;
	int64_t rows;

	if (!app->prompting || study == NULL)
		return false;
	if (study->store == NULL)
		return file_exists(app->store);
	if (!study->has_learner)
		return store_rows(study->store, &rows, &ignored) &&
		    rows != app->study_rows;
	return store_learner_rows(study->store, study->learner.id, &rows,
	    &ignored) && rows != study->rows;
}

bool
app_study(struct app *app, unsigned needs, struct study **study,
    struct err *err)
{
	if (!refuse_fixed(app, err))
		return false;
	if (app->prompting)
		needs |= APP_DECKS | APP_WRITE;
	if (app->store == NULL &&
	    !paths_store(&app->start, &app->mem, &app->store, err))
		return false;
	if ((needs & APP_DECKS) != 0 && app->decks.n == 0 &&
	    !paths_decks(&app->start, &app->mem, &app->decks, err))
		return false;
	if (app->study != NULL && ((needs & ~app->study_has) != 0 ||
	    is_stale(app))) {
		study_close(app->study);
		app->study = NULL;
	}
	if (app->study == NULL && !open_study(app, needs, err))
		return false;
	*study = app->study;
	return true;
}

bool
app_select(struct app *app, const char *text, struct select **select,
    struct err *err)
{
	const char *s = text != NULL ? text : "";
	const struct library *library = NULL;
	size_t column = 0;
	char where[64];

	if (app->study != NULL && (app->study_has & APP_DECKS) != 0)
		library = &app->study->library;
	if (select_parse(s, library, select, &column, err))
		return true;
	if (column > 0) {
		snprintf(where, sizeof(where), "search, column %zu", column);
		err_at(err, where);
	}
	return false;
}

/* --- running ------------------------------------------------------------- */

bool
app_run(struct app *app, const struct parsed *parsed, struct err *err)
{
	const struct cmd *cmd = parsed->cmd;
	struct paint prose = view_paint(&app->paint);

	if (!parse_check(parsed, err))
		return false;
	app->format = parsed->options.json ? APP_JSON :
	    parsed->options.csv ? APP_CSV : APP_TEXT;
	if (parsed->options.version)
		fputs("recital " RECITAL_VERSION "\n", app->paint.out);
	else if (parsed->options.help && cmd != NULL)
		view_help(cmd, &prose);
	else if (parsed->options.help)
		view_list(&prose);
	else if (cmd == NULL)
		return prompt_run(app, err);
	else if (cmd->paged && app->format == APP_TEXT)
		return pager_run(app, cmd, parsed->params, err);
	else
		return cmd->run(app, parsed->params, err);
	return true;
}

/* Whether all of the output got out. */
static bool
flush_output(struct err *err)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	return err->kind != ERR_NONE ||
	    err_system(err, ERR_STORE, "the output could not be written");
}

int
app_main(size_t n, const char *const *words)
{
	struct app app = { 0 };
	struct parse_words given = { .n = n };
	struct parsed parsed = { 0 };
	struct err err = { 0 };
	bool ok;

	given.plain = mem_array(&app.mem, n, sizeof(*given.plain));
	for (size_t i = 0; i < n; i++)
		given.plain[i] = words[i];
	ok = parse_read(&app.mem, &given, &parsed, &err);
	/* What was read so far says how even a usage error is printed. */
	start_paint(&app, &parsed.options);
	ok = ok && start_app(&app, &parsed.options, &err) &&
	    app_run(&app, &parsed, &err);
	if (!flush_output(&err))
		ok = false;
	if (!ok && err.text[0] != '\0')
		app_say(&app, "%s", err.text);
	end_app(&app);
	return ok ? 0 : err_status(err.kind);
}
