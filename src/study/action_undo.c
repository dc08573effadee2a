/*
 * action_undo.c -- taking back the latest action.
 * SPDX-License-Identifier: MIT
 *
 * An undo appends retractions; a retraction is never taken back itself.  What
 * the program wrote by itself (a rename that a deck asked for) is no action.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/action.h"
#include "study/study_part.h"

#include "base/banned.h"

/* More cards than this are replayed all at once. */
#define ONE_BY_ONE 500

/* The latest review and the latest event, as found so far. */
struct latest {
	bool found, is_review, cram;
	int64_t at, made;
	char id[ID_SIZE], batch[ID_SIZE];
	char what[32], subject[ACTION_CARD];
	int rating;
};

static bool
is_action(const char *what)
{
	return strcmp(what, "retract") != 0 && strcmp(what, "rename") != 0 &&
	    strcmp(what, "join") != 0 && strcmp(what, "forget") != 0;
}

/*
 * When a row was made, in the order of this device.  Of a clock that went back
 * the ids know better: they go on from what the log had (study_id).
 */
static int64_t
made(int64_t at, const char *id)
{
	int64_t shown = id_valid(id) ? id_time(id) : at;

	return shown > at ? shown : at;
}

static bool
is_later(const struct latest *l, int64_t at, const char *id)
{
	int64_t when = made(at, id);

	return !l->found || when > l->made ||
	    (when == l->made && strcmp(id, l->id) > 0);
}

static bool
take_event(void *arg, const struct store_event *row)
{
	struct latest *l = arg;

	if (!is_action(row->what) || !is_later(l, row->at, row->id))
		return true;
	l->found = true;
	l->at = row->at;
	l->made = made(row->at, row->id);
	snprintf(l->id, sizeof(l->id), "%s", row->id);
	snprintf(l->batch, sizeof(l->batch), "%s", row->batch);
	snprintf(l->what, sizeof(l->what), "%s", row->what);
	snprintf(l->subject, sizeof(l->subject), "%s", row->subject);
	return true;
}

static void
take_review(struct latest *l, const struct store_review *row)
{
	l->found = l->is_review = true;
	l->at = row->at;
	l->made = made(row->at, row->id);
	l->rating = row->rating;
	l->cram = strcmp(row->mode, "cram") == 0;
	snprintf(l->id, sizeof(l->id), "%s", row->id);
	snprintf(l->batch, sizeof(l->batch), "%s", row->id);
	snprintf(l->what, sizeof(l->what), "review");
	snprintf(l->subject, sizeof(l->subject), "%s", row->card);
}

static bool
take_later_review(void *arg, const struct store_review *row)
{
	struct latest *l = arg;

	if (is_later(l, row->at, row->id))
		take_review(l, row);
	return false;
}

/* The review whose id is the batch of the event found ("I was right"). */
static bool
take_batch_review(void *arg, const struct store_review *row)
{
	struct latest *l = arg;

	if (strcmp(row->id, l->batch) != 0)
		return true;
	take_review(l, row);
	return false;
}

/* The newest by its instant, and the newest by its id: see made(). */
static bool
find_review(struct study *study, struct latest *l, struct err *err)
{
	struct store_review_filter filter = store_review_all;

	filter.learner = study->learner.id;
	filter.device = study->device;
	filter.newest_first = true;
	filter.limit = 1;
	if (!store_reviews(study->store, &filter, take_later_review, l, err))
		return false;
	filter.by_id = true;
	return store_reviews(study->store, &filter, take_later_review, l,
	    err);
}

static bool
find_latest(struct study *study, struct latest *l, struct err *err)
{
	struct store_event_filter events = store_event_all;
	struct store_review_filter reviews = store_review_all;

	*l = (struct latest){ .found = false };
	events.learner = study->learner.id;
	events.device = study->device;
	if (!store_events(study->store, &events, take_event, l, err) ||
	    !find_review(study, l, err))
		return false;
	if (!l->found || l->is_review || strcmp(l->id, l->batch) == 0)
		return true;
	reviews.learner = study->learner.id;
	reviews.card = l->subject;
	reviews.newest_first = true;
	return store_reviews(study->store, &reviews, take_batch_review, l,
	    err);
}

/* --- taking back --------------------------------------------------------- */

/* The rows of a batch, kept while they are retracted. */
struct rows {
	struct mem mem;
	struct row {
		const char *id, *what, *subject;
	} *v;
	size_t n, cap;
};

static void
add_row(struct rows *rows, const char *id, const char *what,
    const char *subject)
{
	rows->v = mem_grow(rows->v, rows->n, &rows->cap, sizeof(*rows->v));
	rows->v[rows->n++] = (struct row){ mem_string(&rows->mem, id),
	    mem_string(&rows->mem, what), mem_string(&rows->mem, subject) };
}

static bool
take_row(void *arg, const struct store_event *row)
{
	if (is_action(row->what))
		add_row(arg, row->id, row->what, row->subject);
	return true;
}

/* A setting may change how everything after it was computed. */
static bool
replay_rows(struct study *study, const struct rows *rows, struct err *err)
{
	size_t i;
	bool settings = false, all = rows->n > ONE_BY_ONE;

	for (i = 0; i < rows->n; i++) {
		if (strcmp(rows->v[i].what, "set") != 0)
			continue;
		settings = true;
		all = all || strcmp(rows->v[i].subject,
		    settings_table[SETTING_RETENTION].name) == 0;
	}
	if (all)
		return study_replay_all(study, err);
	for (i = 0; i < rows->n; i++)
		if (strchr(rows->v[i].subject, '/') != NULL &&
		    !study_replay_card(study, rows->v[i].subject, err))
			return false;
	return !settings || study_reread(study, err);
}

static bool
retract(struct study *study, const struct latest *l, struct moment now,
    size_t *n, struct err *err)
{
	struct store_event_filter filter = store_event_all;
	struct rows rows = { .n = 0 };
	char batch[ID_SIZE] = "";
	bool ok;
	size_t i;

	if (l->is_review)
		add_row(&rows, l->id, "review", l->subject);
	filter.learner = study->learner.id;
	filter.batch = l->batch;
	ok = store_events(study->store, &filter, take_row, &rows, err);
	for (i = 0; ok && i < rows.n; i++)
		ok = study_event(study, now, batch, "retract", rows.v[i].id,
		    rows.v[i].what, NULL, err);
	ok = ok && replay_rows(study, &rows, err);
	*n = rows.n;
	free(rows.v);
	mem_clear(&rows.mem);
	return ok;
}

static void
tell(const struct study *study, const struct latest *l,
    struct action_undone *out)
{
	char today[RENAME_ID];

	out->found = true;
	out->at = l->at;
	out->rating = l->rating;
	out->cram = l->cram;
	snprintf(out->what, sizeof(out->what), "%s", l->what);
	snprintf(out->id, sizeof(out->id), "%s", l->batch);
	snprintf(out->subject, sizeof(out->subject), "%s",
	    rename_card(&study->replay.renames, l->subject, today));
	out->card = library_card(&study->library, out->subject);
}

bool
action_undo(struct study *study, struct moment now,
    struct action_undone *undone, struct err *err)
{
	struct latest latest;

	*undone = (struct action_undone){ .card = INDEX_NONE };
	if (study->store == NULL || !study->has_learner)
		return true;
	if (!study_begin(study, now, err))
		return false;
	if (!find_latest(study, &latest, err))
		goto fail;
	if (!latest.found) {
		study_rollback(study);
		return true;
	}
	if (!retract(study, &latest, now, &undone->rows, err))
		goto fail;
	if (!study_commit(study, err))
		return false;
	tell(study, &latest, undone);
	return true;
fail:
	study_rollback(study);
	return false;
}
