/*
 * action.h -- what a command does to cards: one batch of events each.
 * SPDX-License-Identifier: MIT
 *
 * An action is one transaction and one batch, which an undo takes back as a
 * whole.  A card that is already as wanted gets no event.
 */
#ifndef STUDY_ACTION_H
#define STUDY_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "study/settings.h"
#include "study/study.h"

enum action {
	ACTION_SUSPEND,
	ACTION_RESUME,
	ACTION_BURY,	/* until tomorrow */
	ACTION_UNBURY,
	ACTION_FLAG,
	ACTION_UNFLAG,
	ACTION_RESET	/* new again; what was learned stays in the log */
};

/*
 * Does it to n cards of the library.  text: a remark for a flag, or NULL.
 * *done: how many changed; 0 writes nothing.
 */
MUST_USE bool action_do(struct study *study, enum action action,
    const uint32_t *cards, size_t n, const char *text, struct moment now,
    size_t *done, struct err *err);
/* The same by id, also for cards whose note vanished. */
MUST_USE bool action_do_id(struct study *study, enum action action,
    const char *card, const char *text, struct moment now, size_t *done,
    struct err *err);
/* Sets a setting from what was typed; *changed false: it was so already. */
MUST_USE bool action_set(struct study *study, enum setting which,
    const char *typed, struct moment now, bool *changed, struct err *err);

#define ACTION_CARD 600
struct action_undone {
	bool found;		/* false: there is nothing to take back */
	char what[32];		/* "review", or the event's: "suspend" */
	char subject[ACTION_CARD];	/* its card or key (the first one) */
	char id[ID_SIZE];	/* of the review, or of the batch */
	size_t rows;		/* taken back */
	int64_t at;
	int rating;		/* of a review */
	bool cram;		/* a review that moved no schedule */
	uint32_t card;		/* in the library, or INDEX_NONE */
};
/*
 * Takes back the latest action of this learner on this device: a review (with
 * the alias that "I was right" made), or a batch of events; never an undo.
 */
MUST_USE bool action_undo(struct study *study, struct moment now,
    struct action_undone *undone, struct err *err);

#endif
