/*
 * card.c -- the command "card".
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cmd/app.h"
#include "cmd/card_row.h"
#include "cmd/chosen.h"
#include "report/card.h"

#include "base/banned.h"

struct args {
	const char *card;
};

static const struct param params[] = {
	{ "CARD", STRING(CARD, card), .required = true,
	  .help = "a card's id, with its deck or without, or the "
	    "beginning of one" },
	{ 0 }
};

/* In JSON and CSV the memory alone: `log` has the reviews. */
static bool
print(struct app *app, struct study *study, const struct card *card,
    const struct cards_row *row, struct moment now, struct err *err)
{
	enum rows_format format = (enum rows_format)app->format;
	struct chosen chosen = { .card = row->card };
	struct rows *rows;
	int64_t n;

	if (format != ROWS_TEXT) {
		rows = cards_begin(&app->paint, format);
		cards_add(rows, row);
		rows_end(rows);
		return true;
	}
	card_print(&app->paint, card, row, now.day);
	return chosen_print(&app->paint, ROWS_TEXT, study, &chosen, now, &n,
	    err);
}

static bool
print_known(struct app *app, struct study *study, uint32_t number,
    struct err *err)
{
	struct buf question = BUF_INIT(BUF_LARGE);
	struct moment now = app_moment(app);
	struct cards_row row = card_row_of(study, number, now, &question);
	bool ok = print(app, study, &study->library.cards[number], &row, now,
	    err);

	buf_clear(&question);
	return ok;
}

static bool
print_lost(struct app *app, struct study *study, const char *card,
    const struct study_memory *memory, struct err *err)
{
	struct moment now = app_moment(app);
	struct cards_row row = card_row_lost(study, card, memory, now);

	return print(app, study, NULL, &row, now, err);
}

/* By its id, by the id of its note alone, or by the beginning of either. */
static uint32_t
find(const struct library *library, const char *word, bool *many)
{
	uint32_t found = library_card_prefix(library, word, many), i;
	size_t n = strlen(word);
	const char *name;

	if (found != INDEX_NONE || *many)
		return found;
	for (i = 0; i < library->cards_n; i++) {
		name = strchr(library->cards[i].id, '/');
		if (name == NULL || strncmp(name + 1, word, n) != 0)
			continue;
		if (name[1 + n] == '\0')
			return i;
		*many = found != INDEX_NONE;
		found = i;
	}
	return *many ? INDEX_NONE : found;
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	const struct study_memory *memory;
	struct study *study;
	uint32_t number;
	bool many;

	if (!app_study(app, APP_READ | APP_DECKS, &study, err))
		return false;
	number = find(&study->library, p->card, &many);
	if (number != INDEX_NONE)
		return print_known(app, study, number, err);
	if (many)
		return err_set(err, ERR_USAGE, "several cards begin with "
		    "\"%.100s\"; \"find %.100s\" lists them", p->card,
		    p->card);
	memory = study_memory_find(study, p->card);
	if (memory != NULL)
		return print_lost(app, study, p->card, memory, err);
	return err_set(err, ERR_USAGE, "there is no card \"%.100s\"",
	    p->card);
}

const struct cmd cmd_card = {
	.name = "card",
	.brief = "Show one card: question, answer, source, memory, history",
	.detail = "The answer is shown. A card whose note is in no deck any "
	    "more still has its memory and its history.",
	.example = "card budapest-preserve/order-longest\ncard order-longest",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
