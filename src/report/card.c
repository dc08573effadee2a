/*
 * card.c -- see card.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/card.h"

#include <inttypes.h>
#include <math.h>

#include "base/clock.h"
#include "cards/kind.h"

#include "base/banned.h"

/* --- what it asks -------------------------------------------------------- */

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

/* --- what is remembered --------------------------------------------------- */

static void
print_due(const struct paint *paint, int64_t due, int32_t today)
{
	char text[CLOCK_TEXT];

	if (due == ROWS_ABSENT)
		return;
	clock_print_day((int32_t)due, text);
	if (due > today)
		paint_printf(paint, PAINT_PLAIN, 2, "Due on %s, in %d day%s",
		    text, (int)(due - today), due - today == 1 ? "" : "s");
	else
		paint_printf(paint, PAINT_PLAIN, 2, "Due today");
}

static void
print_memory(const struct paint *paint, const struct cards_row *row,
    int32_t today)
{
	paint_printf(paint, PAINT_PLAIN, 0, "State: %s%s", row->shown,
	    row->flagged ? ", flagged" : "");
	if (isnan(row->stability))
		return;
	print_due(paint, row->due, today);
	paint_printf(paint, PAINT_PLAIN, 2, "Likely to be known today: "
	    "%.0f %%", row->retrievability * 100);
	paint_printf(paint, PAINT_PLAIN, 2, "Stability %.1f days, difficulty "
	    "%.1f of 10", row->stability, row->difficulty);
	paint_printf(paint, PAINT_PLAIN, 2, "Reviews %" PRId64 ", lapses %"
	    PRId64 "%s", row->reps, row->lapses,
	    row->leech ? " (a leech)" : "");
}

void
card_print(const struct paint *paint, const struct card *card,
    const struct cards_row *row, int32_t today)
{
	if (card == NULL) {
		paint_printf(paint, PAINT_QUIET, 0, "%s (its note is in no "
		    "deck)", row->card);
	} else {
		paint_printf(paint, PAINT_QUIET, 0, "%s (%s, %s)", card->id,
		    card->note->kind->name, card->note->deck->title);
		print_question(paint, card);
		print_fields(paint, card->note);
	}
	print_memory(paint, row, today);
}
