/*
 * settings.h -- the learner's settings: a table, texts, values in force.
 * SPDX-License-Identifier: MIT
 *
 * A setting is an event `set` (subject: the key, value: its canonical text);
 * the last one holds.  Retention is looked up by time, because replay must
 * use the one that was in force at each review.
 */
#ifndef STUDY_SETTINGS_H
#define STUDY_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id.h"

enum setting {
	SETTING_NEW,
	SETTING_REVIEWS,
	SETTING_MINUTES,
	SETTING_RETENTION,
	SETTING_DAY_STARTS,
	SETTING_LEARN_AHEAD,
	SETTING_KEEP_ANSWERS,
	SETTING_RATE,
	SETTING_COUNT
};

/* A limit that is off. */
#define SETTINGS_OFF INT32_MAX

struct settings_row {
	const char *name;
	const char *usage;	/* "a number from 0, or off" */
	const char *standard;	/* the canonical text of the default */
	const char *help;	/* one sentence, with a full stop */
	const char *words;	/* its words, blanks between, or "" */
	int32_t low, high;	/* of a number; retention: ten-thousandths */
};
extern const struct settings_row settings_table[SETTING_COUNT];

struct settings_retention {
	int64_t at;
	char id[ID_SIZE];
	float value;
};

struct settings {
	/*
	 * Numbers as they are, SETTINGS_OFF for off; keep_answers 0 or 1;
	 * rate 0 ask, 1 auto; retention in ten-thousandths.
	 */
	int32_t v[SETTING_COUNT];
	bool given[SETTING_COUNT];	/* set, not the default */
	struct settings_retention *retention;	/* by (at, id) */
	size_t retention_n, retention_cap;
};

void settings_init(struct settings *settings);
void settings_clear(struct settings *settings);
/* By its name or a unique prefix; -1 when there is none. */
int settings_find(const char *name);
/* The nearest name, for a message, or NULL. */
const char *settings_nearest(const char *name);

#define SETTINGS_TEXT 32
/*
 * Reads what a person typed ("12", "off", "90%", "default", "YES") and gives
 * the canonical text; ERR_USAGE says what the setting takes.
 */
MUST_USE bool settings_canonical(enum setting which, const char *typed,
    char out[SETTINGS_TEXT], struct err *err);
/* The canonical text of the value that holds. */
void settings_print(const struct settings *settings, enum setting which,
    char out[SETTINGS_TEXT]);
/*
 * One event `set`, in the order of (at, id).  An unknown key or value (of a
 * later version) changes nothing.
 */
void settings_apply(struct settings *settings, const char *key,
    const char *value, int64_t at, const char *id);
/* The desired retention in force at a review (at, id). */
float settings_retention_at(const struct settings *settings, int64_t at,
    const char *id);

#endif
