/*
 * history.c -- see history.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/history.h"

#include <string.h>

#include "cmd/span.h"

#include "base/banned.h"

/* So many reviews, the newest first. */
#define SHOWN 8

/* The newest lines so far, the latest first. */
struct lines {
	struct line_of {
		int64_t at;
		char text[96];
	} v[SHOWN];
	size_t n;
};

static bool
take_review(void *arg, const struct store_review *review)
{
	struct lines *lines = arg;
	bool study = strcmp(review->mode, "study") == 0;
	char day[CLOCK_TEXT];
	size_t i;

	if (review->rating == 0 || (lines->n == SHOWN &&
	    lines->v[SHOWN - 1].at >= review->at))
		return true;
	lines->n += lines->n < SHOWN;
	for (i = lines->n - 1; i > 0 && lines->v[i - 1].at <= review->at; i--)
		lines->v[i] = lines->v[i - 1];
	clock_print_day(review->day, day);
	lines->v[i].at = review->at;
	snprintf(lines->v[i].text, sizeof(lines->v[i].text),
	    "%s  %s  (%s%s%s)", day,
	    rating_name((enum rating)review->rating), review->verdict,
	    study ? "" : ", ", study ? "" : review->mode);
	return true;
}

static void
tell_state(const struct app *app, const struct study_memory *memory)
{
	const struct paint *paint = &app->paint;
	const struct steps_card *card = &memory->card;

	paint_printf(paint, PAINT_PLAIN, 0,
	    "%s: %d review%s, %d lapse%s%s%s.",
	    rating_state_name(card->state),
	    (int)card->reps, card->reps == 1 ? "" : "s",
	    (int)card->lapses, card->lapses == 1 ? "" : "s",
	    memory->flagged ? ", flagged" : "",
	    study_is_leech(memory) ? ", a leech" : "");
	if (card->state == STATE_REVIEW)
		paint_printf(paint, PAINT_PLAIN, 0,
		    "Stability %.1f days, difficulty %.1f.",
		    (double)card->memory.stability,
		    (double)card->memory.difficulty);
}

bool
history_tell(struct app *app, struct study *study, const char *card,
    struct err *err)
{
	const struct study_memory *memory = study_memory_find(study, card);
	struct store_review_filter filter = store_review_all;
	struct lines lines = { .n = 0 };
	char former[RENAME_ID];
	size_t i = 0;

	paint_printf(&app->paint, PAINT_HEADING, 0, "%s", card);
	if (memory == NULL || study->store == NULL || !study->has_learner) {
		paint_text(&app->paint, PAINT_PLAIN, 0, "new: no reviews.");
		return true;
	}
	tell_state(app, memory);
	filter.learner = study->learner.id;
	while ((filter.card = rename_each(&study->replay.renames, card, &i,
	    former)) != NULL)
		if (!store_reviews(study->store, &filter, take_review, &lines,
		    err))
			return false;
	for (i = 0; i < lines.n; i++)
		paint_text(&app->paint, PAINT_PLAIN, 2, lines.v[i].text);
	return true;
}

void
history_undone(const struct action_undone *undone, struct buf *out)
{
	if (!undone->found)
		buf_adds(out, "There is nothing to take back.");
	else if (strcmp(undone->what, "review") == 0)
		buf_printf(out, "Taken back: %s for %s.",
		    rating_name((enum rating)undone->rating), undone->subject);
	else if (undone->rows > 1)
		buf_printf(out, "Taken back: %s of %zu, %s among them.",
		    undone->what, undone->rows, undone->subject);
	else
		buf_printf(out, "Taken back: %s of %s.", undone->what,
		    undone->subject);
}
