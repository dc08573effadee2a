/*
 * check.c -- the command "check".
 * SPDX-License-Identifier: MIT
 *
 * Every fault of every file, with its line and what to write instead.  Faults
 * between decks are looked for against the whole library, but told only for
 * the files that were asked about.
 */
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cmd/app.h"
#include "cmd/faults.h"
#include "cmd/paths.h"
#include "format/ini.h"

#include "base/banned.h"

struct args {
	struct words decks;
};

static const struct param params[] = {
	{ "DECK", DECKS(decks), .value = "DECK|FILE",
	  .help = "a deck's id, a file or a folder; when not given, every "
	    "deck" },
	{ 0 }
};

/* A file that was read, and what became of it. */
struct checked {
	const char *path;
	struct deck *deck;	/* NULL: refused, or a course */
	bool course;
	bool asked;		/* else only here for faults between decks */
};

struct check {
	struct app *app;
	struct checked *v;
	size_t n, cap;
	struct diags diags;	/* of the files asked about */
	struct diags others;
};

static bool
has_file(const struct check *c, const char *path)
{
	char a[PATH_MAX], b[PATH_MAX];

	if (realpath(path, a) == NULL)
		return false;
	for (size_t i = 0; i < c->n; i++)
		if (realpath(c->v[i].path, b) != NULL && strcmp(a, b) == 0)
			return true;
	return false;
}

static void
read_file(struct check *c, const char *path, bool asked)
{
	struct checked *file;
	enum ini_result result;

	if (has_file(c, path))
		return;
	c->v = mem_grow(c->v, c->n, &c->cap, sizeof(*c->v));
	file = &c->v[c->n++];
	*file = (struct checked){ .path = path, .asked = asked };
	result = ini_read(path, &file->deck, asked ? &c->diags : &c->others);
	if (result != INI_DECK)
		file->deck = NULL;
	file->course = result == INI_COURSE;
}

static bool
read_paths(struct check *c, const struct words *paths, bool asked,
    struct err *err)
{
	const char **files;
	size_t n;

	if (!library_files(paths->v, paths->n, &c->app->scratch, &files, &n,
	    err))
		return false;
	for (size_t i = 0; i < n; i++)
		read_file(c, files[i], asked);
	return true;
}

/* The decks of the library: without an argument, all that is asked about. */
static bool
read_library(struct check *c, bool asked, struct err *err)
{
	struct app *app = c->app;
	struct err none;

	if (app->decks.n == 0 && !paths_decks(&app->start, &app->mem,
	    &app->decks, asked ? err : &none))
		return !asked;
	return read_paths(c, &app->decks, asked, asked ? err : &none) ||
	    !asked;
}

/* Decks named by their ids: known once the library is read. */
static bool
ask_about(struct check *c, const char *id, struct err *err)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct deck *deck = c->v[i].deck;
		bool named = deck != NULL ? strcmp(deck->id, id) == 0 :
		    strcmp(c->v[i].path, id) == 0;

		if (!named)
			continue;
		if (!c->v[i].asked) {
			ini_free(c->v[i].deck);
			c->v[i].deck = NULL;
			ini_read(c->v[i].path, &c->v[i].deck, &c->diags);
		}
		c->v[i].asked = true;
		return true;
	}
	return err_set(err, ERR_INPUT, "there is no deck or file \"%s\"", id);
}

/* A folder with the name of a deck is no library, but a fault. */
static bool
is_false_deck(const char *path)
{
	const char *point = strrchr(file_name(path), '.');

	return point != NULL && strcmp(point, ".ini") == 0 &&
	    file_is_folder(path);
}

static bool
read_named(struct check *c, const struct words *names, struct err *err)
{
	bool library = false;

	for (size_t i = 0; i < names->n; i++) {
		struct words one = { &names->v[i], 1 };

		if (!file_exists(names->v[i]))
			continue;
		if (is_false_deck(names->v[i]))
			read_file(c, names->v[i], true);
		else if (!read_paths(c, &one, true, err))
			return false;
	}
	for (size_t i = 0; i < names->n; i++) {
		if (file_exists(names->v[i]))
			continue;
		if (!library && !read_library(c, false, err))
			return false;
		library = true;
		if (!ask_about(c, names->v[i], err))
			return false;
	}
	return library || read_library(c, false, err);
}

static bool
is_asked(const struct check *c, const char *path)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->v[i].path, path) == 0)
			return c->v[i].asked;
	return false;
}

static int
by_path(const void *a, const void *b)
{
	const struct checked *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* Faults between decks; a deck that another one's id refuses is dropped. */
static void
check_between(struct check *c)
{
	struct mem *mem = &c->app->scratch;
	struct deck **decks = mem_array(mem, c->n, sizeof(*decks));
	bool *refused = mem_array(mem, c->n, sizeof(*refused));
	struct diags found = { 0 };
	size_t n = 0, j = 0;

	qsort(c->v, c->n, sizeof(*c->v), by_path);
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].deck != NULL)
			decks[n++] = c->v[i].deck;
	ini_check_library(decks, n, refused, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct diag *d = &found.v[i];

		if (is_asked(c, d->file))
			diag_add(&c->diags, d->file, d->line, d->column,
			    d->error, d->code, d->fix, "%s", d->message);
	}
	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i].deck == NULL || !refused[j++])
			continue;
		ini_free(c->v[i].deck);
		c->v[i].deck = NULL;
	}
	diag_clear(&found);
}

/* --- telling ------------------------------------------------------------- */

static void
print_json(const struct check *c)
{
	for (size_t i = 0; i < c->diags.n; i++) {
		const struct diag *d = &c->diags.v[i];
		json_t *object = json_pack("{s:s, s:i, s:i, s:s, s:s, s:s, "
		    "s:s?}", "file", d->file, "line", (int)d->line, "column",
		    (int)d->column, "severity", d->error ? "error" : "warning",
		    "code", d->code, "message", d->message, "fix", d->fix);
		char *text = json_dumps(object, JSON_COMPACT);

		if (text != NULL)
			fprintf(c->app->paint.out, "%s\n", text);
		free(text);
		json_decref(object);
	}
}

/* What can be studied of one file. */
static void
print_file(const struct check *c, const struct checked *file)
{
	const struct paint *paint = &c->app->paint;
	const struct deck *deck = file->deck;

	if (file->course)
		paint_printf(paint, PAINT_PLAIN, 0, "%s: a course, not a deck",
		    file->path);
	else if (deck == NULL)
		paint_printf(paint, PAINT_PLAIN, 0,
		    "%s: nothing of it can be studied", file->path);
	else if (deck->left_out > 0)
		paint_printf(paint, PAINT_PLAIN, 0, "%s: %zu of %zu notes "
		    "left out, %zu can be studied", deck->id, deck->left_out,
		    deck->notes_n + deck->left_out, deck->notes_n);
	else
		paint_printf(paint, PAINT_PLAIN, 0, "%s: %s can be studied",
		    deck->id, app_count(c->app, deck->notes_n, "note"));
}

static void
print_summary(const struct check *c)
{
	size_t files = 0, refused = 0, notes = 0, lost = 0;
	char whole[64] = "";

	for (size_t i = 0; i < c->n; i++) {
		if (!c->v[i].asked)
			continue;
		files++;
		print_file(c, &c->v[i]);
		if (c->v[i].deck != NULL) {
			notes += c->v[i].deck->notes_n;
			lost += c->v[i].deck->left_out;
		} else if (!c->v[i].course) {
			refused++;
		}
	}
	if (refused > 0)
		snprintf(whole, sizeof(whole), "%zu of them refused, ",
		    refused);
	if (files != 1)
		paint_printf(&c->app->paint, PAINT_PLAIN, 0,
		    "%s: %s%zu of %zu notes left out, %zu can be studied",
		    app_count(c->app, files, "file"), whole, lost,
		    notes + lost, notes);
}

static bool
result_of(const struct check *c, struct err *err)
{
	if (c->diags.errors > 0)
		return err_set(err, ERR_INPUT, "%s", "");
	if (c->diags.warnings > 0)
		return err_set(err, ERR_NO, "%s", "");
	return true;
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;
	struct check c = { .app = app };
	bool ok = args->decks.n > 0 ? read_named(&c, &args->decks, err) :
	    read_library(&c, true, err);

	if (ok) {
		check_between(&c);
		diag_sort(&c.diags);
		if (app->format == APP_JSON) {
			print_json(&c);
		} else {
			faults_print(&app->paint, &c.diags, 0, c.diags.n);
			print_summary(&c);
		}
		ok = result_of(&c, err);
	}
	for (size_t i = 0; i < c.n; i++)
		ini_free(c.v[i].deck);
	free(c.v);
	diag_clear(&c.diags);
	diag_clear(&c.others);
	return ok;
}

const struct cmd cmd_check = {
	.name = "check",
	.brief = "Tell every fault of decks, with its place and its cure",
	.detail = "One bad note costs one note: the last line says what can "
	    "be studied. The exit status is 3 when there are errors, 1 when "
	    "there are only warnings.",
	.example = "check budapest-preserve\ncheck my-deck.ini --json",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON,
	.paged = true,
	.run = run,
};
