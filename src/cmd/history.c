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

static bool
tell_review(void *arg, const struct store_review *review)
{
	const struct app *app = arg;
	char day[CLOCK_TEXT];

	clock_print_day(review->day, day);
	if (review->rating > 0)
		paint_printf(&app->paint, PAINT_PLAIN, 2, "%s  %s  (%s%s%s)",
		    day, rating_name((enum rating)review->rating),
		    review->verdict, strcmp(review->mode, "study") == 0 ? "" :
		    ", ", strcmp(review->mode, "study") == 0 ? "" :
		    review->mode);
	return true;
}

static void
tell_state(const struct app *app, const struct study_memory *memory)
{
	const struct paint *paint = &app->paint;
	const struct steps_card *card = &memory->card;

	paint_printf(paint, PAINT_PLAIN, 0,
	    "%s: %d reviews, %d lapses%s%s.", rating_state_name(card->state),
	    (int)card->reps, (int)card->lapses,
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

	paint_printf(&app->paint, PAINT_HEADING, 0, "%s", card);
	if (memory == NULL || study->store == NULL || !study->has_learner) {
		paint_text(&app->paint, PAINT_PLAIN, 0, "new: no reviews.");
		return true;
	}
	tell_state(app, memory);
	filter.learner = study->learner.id;
	filter.card = card;
	filter.newest_first = true;
	filter.limit = SHOWN;
	return store_reviews(study->store, &filter, tell_review, app, err);
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
