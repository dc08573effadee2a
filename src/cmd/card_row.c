/*
 * card_row.c -- see card_row.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/card_row.h"

#include <math.h>

#include "cards/kind.h"
#include "fsrs/steps.h"

#include "base/banned.h"

/* The question on one line, gaps as they are shown. */
static void
add_question(const struct card *card, struct buf *out)
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

/* What overrules the state, or the state. */
static const char *
shown_state(const struct study_memory *memory, int32_t day)
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

/* STEPS_NO_AT is ROWS_ABSENT. */
struct cards_row
card_row_lost(const struct study *study, const char *card,
    const struct study_memory *m, struct moment now)
{
	const struct steps_card *c = &m->card;
	bool is_new = c->state == STATE_NEW;

	return (struct cards_row){
		.card = card, .state = rating_state_name(c->state),
		.shown = shown_state(m, now.day),
		.stability = is_new ? (double)NAN :
		    (double)c->memory.stability,
		.difficulty = is_new ? (double)NAN :
		    (double)c->memory.difficulty,
		.retrievability = is_new ? (double)NAN :
		    (double)steps_retrievability(&study->replay.model, c,
		    now.day),
		.due = c->due_at != STEPS_NO_AT ?
		    study_moment(study, c->due_at).day :
		    day_or_absent(c->due_day),
		.due_day = day_or_absent(c->due_day), .due_at = c->due_at,
		.last_at = c->last_at, .last_day = day_or_absent(c->last_day),
		.reps = c->reps, .lapses = c->lapses,
		.suspended = m->suspended, .flagged = m->flagged,
		.leech = study_is_leech(m),
		.buried_day = day_or_absent(m->buried_day)
	};
}

struct cards_row
card_row_of(const struct study *study, uint32_t number, struct moment now,
    struct buf *question)
{
	const struct card *card = &study->library.cards[number];
	struct cards_row row = card_row_lost(study, card->id,
	    &study->memories[number], now);

	buf_reset(question);
	add_question(card, question);
	row.deck = card->note->deck->id;
	row.kind = card->note->kind->name;
	row.question = buf_str(question);
	return row;
}

void
card_row_print(const struct paint *paint, enum rows_format format,
    const struct study *study, const uint32_t *cards, size_t n,
    struct moment now)
{
	struct rows *rows = cards_begin(paint, format);
	struct buf question = BUF_INIT(BUF_LARGE);
	struct cards_row row;
	size_t i;

	for (i = 0; i < n; i++) {
		row = card_row_of(study, cards[i], now, &question);
		cards_add(rows, &row);
	}
	rows_end(rows);
	buf_clear(&question);
}
