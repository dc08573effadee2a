/*
 * review_part.h -- the inside of a session, shared by its files.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_REVIEW_PART_H
#define STUDY_REVIEW_PART_H

#include "cards/kind.h"
#include "study/review.h"

/* Longest answer that is kept; judging reads no more either. */
#define REVIEW_TYPED_MAX 8192

/* One answered card of this session. */
struct review_entry {
	char id[ID_SIZE];
	const struct card *card;	/* stays valid over a reload */
	int rating;
	bool right;
	int64_t took_ms;
};

/* The usual time of a kind, looked up when first needed. */
struct review_time {
	const struct kind *kind;
	int64_t median_ms;
};

struct review {
	struct study *study;
	struct review_options options;
	struct queue *queue;		/* study, learn */
	const char **list;		/* cram, preview: card ids */
	size_t list_n, list_at;
	char session[ID_SIZE];
	int64_t began_at;
	bool session_written;
	uint64_t changes;		/* of study, as the queue knows it */
	int32_t day;
	const char *again;		/* an undone card, asked next */
	enum review_state state;
	struct review_question question;
	bool hint;
	struct buf typed;
	struct review_judged judged;
	struct review_entry *entries;
	size_t entries_n, entries_cap;
	struct review_time *times;
	size_t times_n, times_cap;
	struct mem sum;			/* of review_summary */
};

/* Builds the queue again when anything but an answer has happened. */
MUST_USE bool review_refresh(struct review *review, struct moment now,
    struct err *err);
/* How many different cards this session has stored answers to. */
size_t review_cards(const struct review *review);
/* Whether this session has stored an answer to the card. */
bool review_had(const struct review *review, const char *id);

#endif
