/*
 * set.c -- the command "set".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"
#include "cmd/nearest.h"
#include "report/rows.h"
#include "study/action.h"

#include "base/banned.h"

struct args {
	const char *setting, *value;
};

static const struct param params[] = {
	{ "SETTING", STRING(SETTING, setting),
	  .help = "which one; when not given, all of them" },
	{ "VALUE", STRING(VALUE, value),
	  .help = "what it shall be, or \"default\"" },
	{ 0 }
};

static const struct rows_column columns[] = {
	{ .name = "setting", .heading = "setting", .type = ROWS_STRING },
	{ .name = "value", .heading = "value", .type = ROWS_STRING },
	{ .name = "default", .heading = "default", .type = ROWS_STRING },
	{ .name = "takes", .heading = "takes", .type = ROWS_STRING },
	{ .name = "help", .heading = "help", .type = ROWS_STRING }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
print_rows(const struct app *app, const struct settings *settings,
    size_t from, size_t to)
{
	struct rows *rows = rows_new(&app->paint,
	    (enum rows_format)app->format, columns, COLUMNS);

	for (size_t i = from; i < to; i++) {
		const struct settings_row *row = &settings_table[i];
		char value[SETTINGS_TEXT];
		union rows_value values[COLUMNS] = {
			{ .s = row->name }, { .s = value },
			{ .s = row->standard }, { .s = row->usage },
			{ .s = row->help }
		};

		settings_print(settings, (enum setting)i, value);
		rows_add(rows, values);
	}
	rows_end(rows);
}

/* For a person: what each is for is worth more than columns. */
static void
print_list(const struct app *app, const struct settings *settings)
{
	const char *form = app->paint.accessible ? "%s, %s. %s" :
	    "%-12s  %-5s %s";
	char value[SETTINGS_TEXT], line[512];

	for (size_t i = 0; i < SETTING_COUNT; i++) {
		settings_print(settings, (enum setting)i, value);
		snprintf(line, sizeof(line), form, settings_table[i].name,
		    value, settings_table[i].help);
		paint_hang(&app->paint, PAINT_PLAIN, 0, 20, line);
	}
	paint_text(&app->paint, PAINT_QUIET, 0, "\"set NAME\" says what one "
	    "takes; \"set NAME VALUE\" changes it.");
}

/* "new = 10: New cards a day (a number from 0, or off; default 10)". */
static void
print_one(const struct app *app, const struct settings *settings,
    enum setting which)
{
	const struct settings_row *row = &settings_table[which];
	char value[SETTINGS_TEXT];

	settings_print(settings, which, value);
	paint_printf(&app->paint, PAINT_PLAIN, 0, "%s = %s", row->name, value);
	paint_printf(&app->paint, PAINT_PLAIN, 2, "%s Takes %s; %s when not "
	    "set.", row->help, row->usage, row->standard);
}

static bool
find_setting(const char *name, enum setting *which, struct err *err)
{
	int found = settings_find(name);
	struct nearest nearest = nearest_to(name);

	if (found >= 0) {
		*which = (enum setting)found;
		return true;
	}
	for (size_t i = 0; i < SETTING_COUNT; i++)
		nearest_offer(&nearest, settings_table[i].name);
	if (nearest.best != NULL)
		return err_set(err, ERR_USAGE, "no setting is called \"%s\"; "
		    "did you mean \"%s\"?", name, nearest.best);
	return err_set(err, ERR_USAGE, "no setting is called \"%s\"; \"set\" "
	    "lists them", name);
}

static bool
change(struct app *app, enum setting which, const char *value,
    struct err *err)
{
	const char *name = settings_table[which].name;
	char text[SETTINGS_TEXT];
	struct study *study;
	bool changed;

	if (!app_study(app, APP_WRITE, &study, err) ||
	    !action_set(study, which, value, app_moment(app), &changed, err))
		return false;
	settings_print(study_settings(study), which, text);
	paint_printf(&app->paint, PAINT_PLAIN, 0, changed ? "%s is now %s." :
	    "%s is %s already.", name, text);
	return true;
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *args = given;
	enum setting which = SETTING_NEW;
	struct study *study;

	if (args->setting != NULL && !find_setting(args->setting, &which, err))
		return false;
	if (args->value != NULL)
		return change(app, which, args->value, err);
	if (!app_study(app, APP_READ, &study, err))
		return false;
	if (args->setting == NULL && app->format == APP_TEXT &&
	    app->paint.width > 0)
		print_list(app, study_settings(study));
	else if (args->setting == NULL)
		print_rows(app, study_settings(study), 0, SETTING_COUNT);
	else if (app->format != APP_TEXT)
		print_rows(app, study_settings(study), which, which + 1u);
	else
		print_one(app, study_settings(study), which);
	return true;
}

const struct cmd cmd_set = {
	.name = "set",
	.brief = "Show or change the settings",
	.detail = "They belong to the learner and are kept in the store: there "
	    "is no configuration file.",
	.example = "set\nset new 20\nset new default",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.run = run,
};
