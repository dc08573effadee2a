/*
 * cards.c -- see cards.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/cards.h"

#include <math.h>
#include <stdio.h>

#include "cards/kind.h"
#include "fsrs/steps.h"

#include "base/banned.h"

static const struct rows_column columns[] = {
	{ "card", "card", ROWS_STRING, 0 },
	{ NULL, "state", ROWS_STRING, 0 },
	{ NULL, "due", ROWS_DAY, 0 },
	{ "deck", NULL, ROWS_STRING, 0 },
	{ "kind", NULL, ROWS_STRING, 0 },
	{ "state", NULL, ROWS_STRING, 0 },
	{ "stability", NULL, ROWS_REAL, 2 },
	{ "difficulty", NULL, ROWS_REAL, 2 },
	{ "retrievability", NULL, ROWS_REAL, 3 },
	{ "due_day", NULL, ROWS_DAY, 0 },
	{ "due_at", NULL, ROWS_INSTANT, 0 },
	{ "last_at", NULL, ROWS_INSTANT, 0 },
	{ "last_day", NULL, ROWS_DAY, 0 },
	{ "reps", NULL, ROWS_COUNT, 0 },
	{ "lapses", NULL, ROWS_COUNT, 0 },
	{ "suspended", NULL, ROWS_FLAG, 0 },
	{ "buried_day", NULL, ROWS_DAY, 0 },
	{ "flagged", NULL, ROWS_FLAG, 0 },
	{ "question", "question", ROWS_STRING, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

void
cards_when(int64_t at, char out[CARDS_WHEN])
{
	char text[CLOCK_TEXT];

	clock_print_at(at + (int64_t)clock_utc_offset(at) * 1000, text);
	(void)snprintf(out, CARDS_WHEN, "%.10s %.5s", text, text + 11);
}

void
cards_question(const struct card *card, struct buf *out)
{
	struct card_layout layout = card_layout_plain(card);
	struct card_shown shown;
	size_t i;

	card_show(card, &layout, &shown);
	for (i = 0; i < shown.question.len; i++)
		buf_addc(out, shown.question.s[i] == '\n' ? ' ' :
		    shown.question.s[i]);
	card_shown_clear(&shown);
}

const char *
cards_state(const struct study_memory *memory, int32_t day)
{
	if (memory->suspended)
		return "suspended";
	if (memory->buried_day == day)
		return "buried";
	return rating_state_name(memory->card.state);
}

static int64_t
day_or_absent(int32_t day)
{
	return day == STEPS_NO_DAY ? ROWS_ABSENT : day;
}

int64_t
cards_due(const struct study *study, const struct study_memory *memory)
{
	if (memory->card.due_at != STEPS_NO_AT)
		return study_moment(study, memory->card.due_at).day;
	return day_or_absent(memory->card.due_day);
}

double
cards_retrievability(const struct study *study,
    const struct study_memory *memory, int32_t day)
{
	if (memory->card.state == STATE_NEW)
		return NAN;
	return (double)steps_retrievability(&study->replay.model,
	    &memory->card, day);
}

static void
add(struct rows *rows, const struct study *study, uint32_t number,
    struct moment now, struct buf *question)
{
	const struct card *card = &study->library.cards[number];
	const struct study_memory *m = &study->memories[number];
	bool is_new = m->card.state == STATE_NEW;

	buf_reset(question);
	cards_question(card, question);
	rows_add(rows, (union rows_value[COLUMNS]){
		{ .s = card->id },
		{ .s = cards_state(m, now.day) },
		{ .n = cards_due(study, m) },
		{ .s = card->note->deck->id },
		{ .s = card->note->kind->name },
		{ .s = rating_state_name(m->card.state) },
		{ .x = is_new ? (double)NAN :
		    (double)m->card.memory.stability },
		{ .x = is_new ? (double)NAN :
		    (double)m->card.memory.difficulty },
		{ .x = cards_retrievability(study, m, now.day) },
		{ .n = day_or_absent(m->card.due_day) },
		/* STEPS_NO_AT is ROWS_ABSENT. */
		{ .n = m->card.due_at },
		{ .n = m->card.last_at },
		{ .n = day_or_absent(m->card.last_day) },
		{ .n = m->card.reps },
		{ .n = m->card.lapses },
		{ .n = m->suspended },
		{ .n = day_or_absent(m->buried_day) },
		{ .n = m->flagged },
		{ .s = buf_str(question) }
	});
}

void
cards_print(const struct paint *paint, enum rows_format format,
    const struct study *study, const uint32_t *cards, size_t n,
    struct moment now)
{
	struct rows *rows = rows_new(paint, format, columns, COLUMNS);
	struct buf question = BUF_INIT(BUF_LARGE);
	size_t i;

	for (i = 0; i < n; i++)
		add(rows, study, cards[i], now, &question);
	rows_end(rows);
	buf_clear(&question);
}
