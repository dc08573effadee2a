/*
 * decks.c -- the command "decks".
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "cmd/app.h"
#include "report/rows.h"
#include "study/queue.h"

#include "base/banned.h"

static const struct rows_column columns[] = {
	{ .name = "id", .heading = "id", .type = ROWS_ID },
	{ .name = "title", .heading = "title", .type = ROWS_STRING },
	{ .name = "cards", .heading = "cards", .type = ROWS_COUNT },
	{ .name = "new", .heading = "new", .type = ROWS_COUNT },
	{ .name = "due", .heading = "due", .type = ROWS_COUNT },
	{ .name = "seen", .heading = "seen", .type = ROWS_COUNT },
	{ .name = "vanished", .heading = "vanished", .type = ROWS_COUNT }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int64_t
count_seen(const struct study *study, const struct library_deck *deck)
{
	int64_t n = 0;

	for (uint32_t i = 0; i < deck->cards_n; i++)
		n += study->memories[deck->cards + i].card.reps > 0;
	return n;
}

static void
print_deck(struct rows *rows, const struct study *study, size_t i,
    const struct queue_deck *count)
{
	const struct library_deck *deck = &study->library.decks[i];
	union rows_value values[COLUMNS] = {
		{ .s = deck->deck->id }, { .s = deck->deck->title },
		{ .n = deck->cards_n }, { .n = (int64_t)count->new_cards },
		{ .n = (int64_t)(count->due + count->steps) },
		{ .n = count_seen(study, deck) },
		{ .n = (int64_t)count->lost }
	};

	rows_add(rows, values);
}

/* Memories of decks that are not here at all. */
static void
tell_lost(struct app *app, const struct study *study,
    const struct queue_deck *counts)
{
	size_t n = study->lost_n;

	for (size_t i = 0; i < study->library.decks_n; i++)
		n -= counts[i].lost < n ? counts[i].lost : n;
	if (n > 0 && app->format == APP_TEXT)
		app_say(app, "%s of no deck here: the progress is kept",
		    app_count(app, n, "card"));
}

static bool
run(struct app *app, const void *given, struct err *err)
{
	struct queue_deck *counts;
	struct study *study;
	struct rows *rows;

	(void)given;
	if (!app_study(app, APP_DECKS, &study, err))
		return false;
	counts = mem_array(&app->scratch, study->library.decks_n,
	    sizeof(*counts));
	queue_decks(study, app_moment(app), counts);
	rows = rows_new(&app->paint, (enum rows_format)app->format, columns,
	    COLUMNS);
	for (size_t i = 0; i < study->library.decks_n; i++)
		print_deck(rows, study, i, &counts[i]);
	rows_end(rows);
	tell_lost(app, study, counts);
	return true;
}

const struct cmd cmd_decks = {
	.name = "decks",
	.brief = "List the decks with what is new and due in them",
	.detail = "Seen are the cards that were asked at least once; vanished "
	    "are cards with progress whose note is no longer in the deck.",
	.example = "decks\ndecks --json",
	.formats = CMD_JSON | CMD_CSV,
	.paged = true,
	.run = run,
};
