/*
 * card.c -- see card.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/card.h"

#include <math.h>
#include <string.h>

#include "cards/kind.h"
#include "fsrs/steps.h"
#include "report/cards.h"
#include "report/reviews.h"

#include "base/banned.h"

/* --- what it asks ---------------------------------------------------------- */

static void
print_question(const struct paint *paint, const struct card *card)
{
	struct card_layout layout = card_layout_plain(card);
	struct buf key = BUF_INIT(BUF_LARGE);
	struct card_shown shown;
	size_t i;

	card_show(card, &layout, &shown);
	paint_text(paint, PAINT_HEADING, 0, buf_str(&shown.question));
	for (i = 0; i < shown.options_n; i++) {
		buf_reset(&key);
		buf_printf(&key, "%s) %s", shown.options[i].label,
		    shown.options[i].text);
		paint_hang(paint, PAINT_PLAIN, 2, 5, buf_str(&key));
	}
	buf_reset(&key);
	card_key(card, &layout, &key);
	paint_printf(paint, PAINT_PLAIN, 0, "Answer: %s", buf_str(&key));
	buf_clear(&key);
	card_shown_clear(&shown);
}

static void
print_fields(const struct paint *paint, const struct note *note)
{
	static const struct {
		enum key key;
		const char *label;
	} fields[] = {
		{ KEY_HINT, "Hint" }, { KEY_ARTICLE, "Article" },
		{ KEY_SOURCE, "Source" }, { KEY_AS_OF, "As of" },
		{ KEY_TOPIC, "Topic" }, { KEY_TAGS, "Tags" },
		{ KEY_FACT, "Fact" }, { KEY_SEE, "See" },
		{ KEY_REVISED, "Revised" }, { KEY_CHANGE, "Change" }
	};
	const struct field *why;
	const char *value;
	uint32_t at = 0;
	size_t i;

	while ((why = note_each(note, KEY_WHY, false, &at)) != NULL)
		paint_text(paint, PAINT_PLAIN, 2, why->value);
	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		value = note_text(note, fields[i].key);
		if (value[0] != '\0')
			paint_printf(paint, PAINT_QUIET, 2, "%s: %s",
			    fields[i].label, value);
	}
}

/* --- what is remembered ---------------------------------------------------- */

static void
print_due(const struct paint *paint, const struct study *study,
    const struct study_memory *m, struct moment now)
{
	char text[CLOCK_TEXT];
	int64_t due = cards_due(study, m);

	if (due == ROWS_ABSENT)
		return;
	clock_print_day((int32_t)due, text);
	if (due > now.day)
		paint_printf(paint, PAINT_PLAIN, 2, "Due on %s, in %d day%s",
		    text, (int)(due - now.day), due - now.day == 1 ? "" : "s");
	else
		paint_printf(paint, PAINT_PLAIN, 2, "Due today");
}

static void
print_memory(const struct paint *paint, const struct study *study,
    const struct study_memory *m, struct moment now)
{
	paint_printf(paint, PAINT_PLAIN, 0, "State: %s%s",
	    cards_state(m, now.day), m->flagged ? ", flagged" : "");
	if (m->card.state == STATE_NEW)
		return;
	print_due(paint, study, m, now);
	paint_printf(paint, PAINT_PLAIN, 2, "Likely to be known today: "
	    "%.0f %%", cards_retrievability(study, m, now.day) * 100);
	paint_printf(paint, PAINT_PLAIN, 2, "Stability %.1f days, difficulty "
	    "%.1f of 10", (double)m->card.memory.stability,
	    (double)m->card.memory.difficulty);
	paint_printf(paint, PAINT_PLAIN, 2, "Reviews %d, lapses %d%s",
	    (int)m->card.reps, (int)m->card.lapses,
	    study_is_leech(m) ? " (a leech)" : "");
}

static bool
print_history(const struct paint *paint, struct study *study,
    const char *card, struct moment now, struct err *err)
{
	struct reviews_wanted wanted = { .card = card };
	int64_t n;

	if (study->store == NULL || !study->has_learner)
		return true;
	return reviews_print(paint, ROWS_TEXT, study, &wanted, now, &n, err);
}

bool
card_print(const struct paint *paint, enum rows_format format,
    struct study *study, uint32_t number, struct moment now, struct err *err)
{
	const struct card *card = &study->library.cards[number];

	if (format != ROWS_TEXT) {
		cards_print(paint, format, study, &number, 1, now);
		return true;
	}
	paint_printf(paint, PAINT_QUIET, 0, "%s (%s, %s)", card->id,
	    card->note->kind->name, card->note->deck->title);
	print_question(paint, card);
	print_fields(paint, card->note);
	print_memory(paint, study, &study->memories[number], now);
	return print_history(paint, study, card->id, now, err);
}

bool
card_print_lost(const struct paint *paint, enum rows_format format,
    struct study *study, const char *card, struct moment now, struct err *err)
{
	static const struct rows_column columns[] = {
		{ "card", NULL, ROWS_STRING, 0 },
		{ "state", NULL, ROWS_STRING, 0 },
		{ "stability", NULL, ROWS_REAL, 2 },
		{ "difficulty", NULL, ROWS_REAL, 2 },
		{ "due_day", NULL, ROWS_DAY, 0 },
		{ "reps", NULL, ROWS_COUNT, 0 },
		{ "lapses", NULL, ROWS_COUNT, 0 }
	};
	const struct study_memory *m = study_memory_find(study, card);

	if (format != ROWS_TEXT) {
		rows_one(paint, format, columns, 7, (union rows_value[7]){
			{ .s = card },
			{ .s = rating_state_name(m->card.state) },
			{ .x = (double)m->card.memory.stability },
			{ .x = (double)m->card.memory.difficulty },
			{ .n = cards_due(study, m) },
			{ .n = m->card.reps }, { .n = m->card.lapses } });
		return true;
	}
	paint_printf(paint, PAINT_QUIET, 0, "%s (its note is in no deck)",
	    card);
	print_memory(paint, study, m, now);
	return print_history(paint, study, card, now, err);
}
