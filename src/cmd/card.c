/*
 * card.c -- the command "card".
 * SPDX-License-Identifier: MIT
 */
#include "cmd/app.h"
#include "report/card.h"

#include "base/banned.h"

struct args {
	const char *card;
};

static const struct param params[] = {
	{ "CARD", STRING(CARD, card), .required = true,
	  .help = "a card's id, or the beginning of one" },
	{ 0 }
};

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	struct study *study;
	struct moment now;
	uint32_t number;
	bool many;

	if (!app_study(app, APP_READ | APP_DECKS, &study, err))
		return false;
	now = app_moment(app);
	number = library_card_prefix(&study->library, p->card, &many);
	if (number != INDEX_NONE)
		return card_print(&app->paint, (enum rows_format)app->format,
		    study, number, now, err);
	if (many)
		return err_set(err, ERR_USAGE, "several cards begin with "
		    "\"%.100s\"; \"find %.100s\" lists them", p->card,
		    p->card);
	if (study_memory_find(study, p->card) != NULL)
		return card_print_lost(&app->paint,
		    (enum rows_format)app->format, study, p->card, now, err);
	return err_set(err, ERR_USAGE, "there is no card \"%.100s\"",
	    p->card);
}

const struct cmd cmd_card = {
	.name = "card",
	.brief = "Show one card: question, answer, source, memory, history",
	.detail = "The answer is shown. A card whose note is in no deck any "
	    "more still has its memory and its history.",
	.example = "card budapest-preserve/art16-order-longest",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
