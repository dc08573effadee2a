/*
 * action.c -- see action.h: one batch of events on cards, and settings.
 * SPDX-License-Identifier: MIT
 */
#include "study/action.h"

#include <stdio.h>
#include <string.h>

#include "study/study_part.h"

#include "base/banned.h"

static const char *const names[] = {
	[ACTION_SUSPEND] = "suspend", [ACTION_RESUME] = "resume",
	[ACTION_BURY] = "bury", [ACTION_UNBURY] = "unbury",
	[ACTION_FLAG] = "flag", [ACTION_UNFLAG] = "unflag",
	[ACTION_RESET] = "reset"
};

static bool
would_change(enum action action, const struct study_memory *m,
    const char *text, int32_t day)
{
	switch (action) {
	case ACTION_SUSPEND:
		return !m->suspended;
	case ACTION_RESUME:
		return m->suspended;
	case ACTION_BURY:
		return m->buried_day != day;
	case ACTION_UNBURY:
		return m->buried_day == day;
	case ACTION_FLAG:
		return !m->flagged || (text != NULL && text[0] != '\0');
	case ACTION_UNFLAG:
		return m->flagged;
	case ACTION_RESET:
		return m->card.state != STATE_NEW || m->card.reps > 0;
	}
	return false;
}

static const struct study_memory *
memory_of(const struct study *study, const char *card)
{
	const struct study_memory *m = study_memory_find(study, card);

	return m == NULL ? &replay_new : m;
}

/* In an open change. */
static bool
do_one(struct study *study, enum action action, const char *card,
    const char *text, struct moment now, char batch[ID_SIZE], size_t *done,
    struct err *err)
{
	struct study_memory memory = *memory_of(study, card);

	if (!would_change(action, &memory, text, now.day))
		return true;
	if (!study_event(study, now, batch, names[action], card, "", text,
	    err))
		return false;
	/* The event is later than every row of the card: no replay needed. */
	replay_event(&memory, names[action], now.day);
	++*done;
	return study_put(study, card, &memory, err);
}

bool
action_do(struct study *study, enum action action, const uint32_t *cards,
    size_t n, const char *text, struct moment now, size_t *done,
    struct err *err)
{
	const struct card *all = study->library.cards;
	char batch[ID_SIZE] = "";
	size_t i;

	*done = 0;
	for (i = 0; i < n; i++)
		if (would_change(action, &study->memories[cards[i]], text,
		    now.day))
			break;
	if (i == n)
		return true;
	if (!study_begin(study, now, err))
		return false;
	for (i = 0; i < n; i++) {
		if (!do_one(study, action, all[cards[i]].id, text, now, batch,
		    done, err)) {
			study_rollback(study);
			return false;
		}
	}
	return study_commit(study, err);
}

bool
action_do_id(struct study *study, enum action action, const char *card,
    const char *text, struct moment now, size_t *done, struct err *err)
{
	char batch[ID_SIZE] = "", today[RENAME_ID];

	*done = 0;
	card = rename_card(&study->replay.renames, card, today);
	if (!would_change(action, memory_of(study, card), text, now.day))
		return true;
	if (!study_begin(study, now, err))
		return false;
	if (!do_one(study, action, card, text, now, batch, done, err)) {
		study_rollback(study);
		return false;
	}
	return study_commit(study, err);
}

/* In an open change. */
static bool
set(struct study *study, enum setting which, const char *value,
    struct moment now, struct err *err)
{
	char batch[ID_SIZE] = "";

	if (!study_event(study, now, batch, "set", settings_table[which].name,
	    value, NULL, err))
		return false;
	/* Reviews later than this one (the clock went back) are replayed. */
	if (which == SETTING_RETENTION && study->newest_at != STEPS_NO_AT &&
	    study->newest_at >= now.at)
		return study_replay_all(study, err);
	return study_reread(study, err);
}

bool
action_set(struct study *study, enum setting which, const char *typed,
    struct moment now, bool *changed, struct err *err)
{
	char value[SETTINGS_TEXT], old[SETTINGS_TEXT];

	*changed = false;
	if (!settings_canonical(which, typed, value, err))
		return false;
	settings_print(study_settings(study), which, old);
	if (strcmp(value, old) == 0)
		return true;
	if (!study_begin(study, now, err))
		return false;
	if (!set(study, which, value, now, err)) {
		study_rollback(study);
		return false;
	}
	if (!study_commit(study, err)) {
		struct err second;

		/* The setting that could not be kept does not hold. */
		(void)!study_reread(study, &second);
		return false;
	}
	*changed = true;
	return true;
}
