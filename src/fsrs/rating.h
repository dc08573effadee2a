/*
 * rating.h -- the four ratings and the four states of a card.
 * SPDX-License-Identifier: MIT
 *
 * The numbers are stored; they are those of every published FSRS library.
 */
#ifndef FSRS_RATING_H
#define FSRS_RATING_H

enum rating {
	RATING_AGAIN = 1,
	RATING_HARD = 2,	/* a pass */
	RATING_GOOD = 3,
	RATING_EASY = 4
};

enum state {
	STATE_NEW = 0,
	STATE_LEARNING = 1,
	STATE_REVIEW = 2,
	STATE_RELEARNING = 3
};

/* "again" … "easy"; "new" … "relearning". */
const char *rating_name(enum rating rating);
const char *rating_state_name(enum state state);
/* 0 when s is no rating's name or digit. */
int rating_parse(const char *s);

#endif
