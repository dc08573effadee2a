/*
 * batch.c -- see batch.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/batch.h"

#include <stdlib.h>

#include "base/banned.h"

static bool
do_cards(struct app *app, enum action action, const char *search,
    const char *text, size_t *found, size_t *done, struct err *err)
{
	struct moment now = app_moment(app);
	struct select *select = NULL;
	uint32_t *cards = NULL;
	bool ok;

	if (!app_select(app, search, &select, err))
		return false;
	*found = select_cards(select, app->study, now, &cards);
	select_free(select);
	if (*found > 0) {
		ok = action_do(app->study, action, cards, *found, text, now,
		    done, err);
	} else if (study_memory_find(app->study, search) != NULL) {
		*found = 1;
		ok = action_do_id(app->study, action, search, text, now, done,
		    err);
	} else {
		ok = err_set(err, ERR_USAGE, "no card is found by \"%.200s\"",
		    search);
	}
	free(cards);
	return ok;
}

bool
batch_run(struct app *app, enum action action, const char *search,
    const char *text, const char *said, struct err *err)
{
	size_t found = 0, done = 0;
	struct study *study;

	if (!app_study(app, APP_DECKS | APP_WRITE, &study, err) ||
	    !do_cards(app, action, search, text, &found, &done, err))
		return false;
	if (done < found)
		paint_printf(&app->paint, PAINT_PLAIN, 0,
		    "%s %s; %zu %s so already.", said,
		    app_count(app, done, "card"), found - done,
		    found - done == 1 ? "was" : "were");
	else
		paint_printf(&app->paint, PAINT_PLAIN, 0, "%s %s.", said,
		    app_count(app, done, "card"));
	return true;
}
