/*
 * review.h -- a session as a machine: ask, judge, rate, take back.
 * SPDX-License-Identifier: MIT
 *
 * No prompt, no clock, no terminal, no printing: who owns those asks
 * review_next what to show, hands over what was typed, and says the rating.
 *
 *	review_next  -> ASKED
 *	review_answer: ASKED -> JUDGED (or ASKED again: unreadable)
 *	review_retake: JUDGED -> ASKED
 *	review_rate:   JUDGED -> IDLE; true means it is durable
 *
 * A review's id is made when its card is shown and orders the options.
 */
#ifndef STUDY_REVIEW_H
#define STUDY_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "cards/answer.h"
#include "cards/card.h"
#include "study/action.h"
#include "study/proposal.h"
#include "study/queue.h"
#include "study/select.h"
#include "study/study.h"

enum review_mode {
	REVIEW_STUDY,	/* due cards with new ones mixed in */
	REVIEW_LEARN,	/* new cards only, and their steps */
	REVIEW_CRAM,	/* the selection, shuffled; moves no schedule */
	REVIEW_PREVIEW	/* the selection in file order; writes nothing */
};

struct review_options {
	enum review_mode mode;
	const struct select *select;	/* NULL: every card; must outlive it */
};

struct review;

MUST_USE bool review_open(struct review **review, struct study *study,
    const struct review_options *options, struct moment now, struct err *err);
/* Forgets a question that is not rated; see review_hang_up.  NULL is fine. */
void review_close(struct review *review);

/* --- asking -------------------------------------------------------------- */

enum review_state { REVIEW_IDLE, REVIEW_ASKED, REVIEW_JUDGED };

enum review_next {
	REVIEW_CARD,	/* *question is set */
	REVIEW_WAIT,	/* only steps that are not over: until *at */
	REVIEW_END,	/* nothing more */
	REVIEW_FAILED	/* err says why */
};

/* What stands on the screen; valid until the next review_next. */
struct review_question {
	const struct card *card;
	uint32_t number_of_card;	/* in the library; changes on reload */
	struct card_layout layout;
	char id[ID_SIZE];
	enum state state;		/* before */
	size_t number, total;		/* "2 of 10": different cards */
	bool again;			/* this session had it already */
	int tries;
	bool changed;			/* see review_change */
	double retrievability;		/* NAN when new */
};
enum review_next review_next(struct review *review, struct moment now,
    const struct review_question **question, int64_t *at, struct err *err);
enum review_state review_state(const struct review *review);
enum review_mode review_mode(const struct review *review);
/* The question, or NULL when idle. */
const struct review_question *review_question(const struct review *review);
/* The card's hint, counted once, or NULL when it has none. */
const char *review_hint(struct review *review);

/* --- judging ------------------------------------------------------------- */

struct review_judged {
	struct judgement judgement;
	struct proposal proposal;	/* of a slip: as if it counted */
	bool slip_open;			/* still to be decided; else counted */
	bool alias;			/* right by the learner's own wording */
	bool said_right;		/* after review_right */
	int64_t took_ms, median_ms;	/* median -1: not looked up */
};
/*
 * Judges n bytes.  UNREADABLE: nothing has happened, the card is still asked.
 * A basic card: verdict self, whatever was typed.
 */
MUST_USE bool review_answer(struct review *review, const char *typed,
    size_t n, int64_t took_ms, struct moment now,
    const struct review_judged **judged, struct err *err);
const struct review_judged *review_judged(const struct review *review);
/* Decides an open slip: it counts, or it is wrong. */
void review_slip(struct review *review, bool counts);
/* "I was right": the rating will be good, the wording an alias. */
void review_right(struct review *review);
/* Takes the answer back before the rating: the card is asked again. */
void review_retake(struct review *review);
/*
 * What to say about a change of the card since it was learned, or NULL; only
 * when question.changed.
 */
const char *review_change(const struct review *review);

/* --- rating -------------------------------------------------------------- */

/* The four cards that again, hard, good, easy would give now. */
void review_outcomes(const struct review *review, struct moment now,
    struct steps_card out[4]);
/* The rating that Enter takes: the proposal, good for basic; 0: preview. */
int review_enter(const struct review *review);

struct review_rated {
	int rating;
	struct steps_card before, after;
	int32_t leech;		/* its lapses, when they are to be told, or 0 */
	bool moved;		/* false in cram and preview */
};
/*
 * Stores the review; rating 0 takes review_enter.  An open slip is decided as
 * counted.  True: durable, and the queue has moved on.  False: nothing is
 * stored and the card is still JUDGED, so it can be tried again.
 */
MUST_USE bool review_rate(struct review *review, int rating,
    struct moment now, struct review_rated *rated, struct err *err);
/*
 * The line went dead: commits a proposal that stands, else forgets the card;
 * what the learner judges himself (basic) is never stored so, nor a slip that
 * he has not let count.
 */
MUST_USE bool review_hang_up(struct review *review, struct moment now,
    bool *stored, struct err *err);

/* --- besides ------------------------------------------------------------- */

/* The card on the screen, in any state but IDLE; it is not asked today. */
MUST_USE bool review_suspend(struct review *review, struct moment now,
    struct err *err);
MUST_USE bool review_bury(struct review *review, struct moment now,
    struct err *err);
/* Marks it, with a remark or ""; it stays on the screen. */
MUST_USE bool review_flag(struct review *review, const char *remark,
    struct moment now, struct err *err);
/*
 * Takes back the latest action (action.h).  Of a review, its card is asked
 * next, when the library has it; a question on the screen is forgotten and
 * comes later.
 */
MUST_USE bool review_undo(struct review *review, struct moment now,
    struct action_undone *undone, struct err *err);
/* Reads the question's deck again after an edit; see study_reload. */
MUST_USE bool review_reload(struct review *review, struct moment now,
    bool *kept, struct diags *diags, struct err *err);

/* --- the end ------------------------------------------------------------- */

struct review_deck_sum {
	const char *title;	/* the deck's */
	const char *topic;	/* the notes', "" when none */
	size_t answered, right;
	const char **missed;	/* as below, of these cards */
	size_t missed_n;
};
struct review_summary {
	size_t answered, right;	/* reviews of this session; not rated again */
	size_t cards, total;	/* different cards answered, "2 of 10" */
	int64_t took_ms;	/* each at most a minute */
	struct review_deck_sum *decks;	/* by deck and topic */
	size_t decks_n;
	const char **missed;	/* articles of what was rated again, else ids */
	size_t missed_n;
	struct queue_left left;
	size_t tomorrow;	/* cards due on the next day, so far */
};
/* Everything in *out lives until review_close or the next review_summary. */
void review_summary(struct review *review, struct moment now,
    struct review_summary *out);

#endif
