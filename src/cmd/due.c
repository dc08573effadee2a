/*
 * due.c -- the command "due".
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "cmd/app.h"
#include "cmd/card_row.h"
#include "study/queue.h"

#include "base/banned.h"

struct args {
	bool list;
	const char *select;
};

static const struct param params[] = {
	{ "list", FLAG(list),
	  .help = "list the cards in the order in which they would be asked" },
	{ "SEARCH", SELECT(select), .help = "count only these cards" },
	{ 0 }
};

static const struct rows_column columns[] = {
	{ "deck", "deck", ROWS_ID, 0 },
	{ "due", "due", ROWS_COUNT, 0 },
	{ "steps", "on a step", ROWS_COUNT, 0 },
	{ "new", "new", ROWS_COUNT, 0 },
	{ "title", "title", ROWS_STRING, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct count {
	int64_t due, steps, fresh;
};

static void
count_card(const struct study *study, uint32_t card, struct count *counts)
{
	const struct study_memory *m = &study->memories[card];
	uint32_t note = study->library.note_of[card];
	struct count *c = &counts[study->library.notes[note].deck];

	if (m->card.state == STATE_NEW)
		c->fresh++;
	else if (m->card.due_at != STEPS_NO_AT)
		c->steps++;
	else
		c->due++;
}

static void
print_decks(struct app *app, const struct study *study,
    const struct count *counts)
{
	struct rows *rows = rows_new(&app->paint,
	    (enum rows_format)app->format, columns, COLUMNS);
	const struct deck *deck;
	size_t i;

	for (i = 0; i < study->library.decks_n; i++) {
		deck = study->library.decks[i].deck;
		if (counts[i].due + counts[i].steps + counts[i].fresh == 0)
			continue;
		rows_add(rows, (union rows_value[COLUMNS]){
			{ .s = deck->id }, { .n = counts[i].due },
			{ .n = counts[i].steps }, { .n = counts[i].fresh },
			{ .s = deck->title }
		});
	}
	rows_end(rows);
}

static void
print(struct app *app, const struct args *p, const struct study *study,
    const uint32_t *cards, size_t n, struct moment now)
{
	struct count *counts;
	size_t i;

	if (p->list) {
		card_row_print(&app->paint, (enum rows_format)app->format,
		    study, cards, n, now);
		return;
	}
	counts = mem_array(&app->scratch, study->library.decks_n + 1,
	    sizeof(*counts));
	for (i = 0; i < n; i++)
		count_card(study, cards[i], counts);
	print_decks(app, study, counts);
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	const struct args *p = given;
	struct queue_options options = { .seed = 0 };
	struct select *select;
	struct study *study;
	struct queue *queue;
	struct moment now;
	uint32_t *cards;
	size_t n = 0;

	if (!app_study(app, APP_READ | APP_DECKS, &study, err) ||
	    !app_select(app, p->select, &select, err))
		return false;
	now = app_moment(app);
	options.select = select;
	options.override = select_names_deck(select);
	if (!queue_open(&queue, study, &options, now, err)) {
		select_free(select);
		return false;
	}
	n = queue_list(queue, now, &cards);
	print(app, p, study, cards, n, now);
	free(cards);
	queue_close(queue);
	select_free(select);
	return n > 0 || err_set(err, ERR_NO, p->select == NULL ?
	    "nothing is due today" : "nothing of it is due today");
}

const struct cmd cmd_due = {
	.name = "due",
	.brief = "Say what is to be asked today",
	.detail = "Counts by deck, within today's limits: cards that are due, "
	    "cards on a learning step, and new ones. The exit status is 1 "
	    "when there is nothing to do.",
	.example = "due\ndue --list deck:budapest-overview",
	.params = params,
	.params_size = sizeof(struct args),
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
