/*
 * settings.c -- see settings.h.
 * SPDX-License-Identifier: MIT
 */
#include "study/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "base/banned.h"

/* Retention is kept in ten-thousandths. */
#define TEN_THOUSAND 10000

const struct settings_row settings_table[SETTING_COUNT] = {
	[SETTING_NEW] = { "new", "a number from 0, or off", "10",
	    "New cards a day.", "off", 0, 100000 },
	[SETTING_REVIEWS] = { "reviews", "a number from 0, or off", "off",
	    "Cards in state review asked a day.", "off", 0, 100000 },
	[SETTING_MINUTES] = { "minutes", "a number from 0, or off", "off",
	    "Minutes of answering a day; an answer counts for one at most.",
	    "off", 0, 1440 },
	[SETTING_RETENTION] = { "retention", "a share from 0.70 to 0.97",
	    "0.90", "How likely a card is still known when it comes back.",
	    "", 7000, 9700 },
	[SETTING_DAY_STARTS] = { "day_starts", "an hour from 0 to 23", "4",
	    "The hour at which a new day begins.", "", 0, 23 },
	[SETTING_LEARN_AHEAD] = { "learn_ahead",
	    "a number of minutes from 0 to 1440", "20",
	    "Repeats a step so many minutes early when nothing else is left.",
	    "", 0, 1440 },
	[SETTING_KEEP_ANSWERS] = { "keep_answers", "yes or no", "yes",
	    "Keeps what is typed; a rating is kept in any case.", "no yes",
	    0, 0 },
	[SETTING_RATE] = { "rate", "ask or auto", "ask",
	    "auto takes the proposed rating without asking.", "ask auto",
	    0, 0 },
};

static bool
is_words_only(enum setting which)
{
	return which == SETTING_KEEP_ANSWERS || which == SETTING_RATE;
}

/* The place of a word in a list with blanks between, or -1. */
static int
word_place(const char *words, const char *word)
{
	size_t n = strlen(word), part;
	int i;

	for (i = 0; n > 0 && *words != '\0'; i++) {
		part = strcspn(words, " ");
		if (part == n && strncmp(words, word, n) == 0)
			return i;
		words += part;
		words += strspn(words, " ");
	}
	return -1;
}

/* Decimal digits only, at most six of them. */
static bool
read_number(const char *s, int32_t *n)
{
	size_t digits = strspn(s, "0123456789");

	if (digits == 0 || digits > 6 || s[digits] != '\0')
		return false;
	*n = (int32_t)strtol(s, NULL, 10);
	return true;
}

/* "0.9", ".9", "0,90", "90%": ten-thousandths. */
static bool
read_share(const char *s, int32_t *n)
{
	int32_t value = 0, unit = TEN_THOUSAND;
	size_t length = strlen(s), i = 0;

	if (length > 0 && s[length - 1] == '%') {
		unit /= 100;
		length--;
	}
	for (; i < length && s[i] >= '0' && s[i] <= '9' && i < 4; i++)
		value = value * 10 + (s[i] - '0') * unit;
	if (length == 0 || (i < length && s[i] != '.' && s[i] != ','))
		return false;
	for (i++; i < length; i++) {
		unit /= 10;
		if (s[i] < '0' || s[i] > '9' || (unit == 0 && s[i] != '0'))
			return false;
		value += (s[i] - '0') * unit;
	}
	*n = value;
	return true;
}

/* A value in canonical or typed form, lower case. */
static bool
read_value(enum setting which, const char *s, int32_t *v)
{
	const struct settings_row *row = &settings_table[which];
	int place = word_place(row->words, s);

	if (is_words_only(which)) {
		*v = place;
		return place >= 0;
	}
	if (place == 0) {
		*v = SETTINGS_OFF;
		return true;
	}
	if (which == SETTING_RETENTION ? !read_share(s, v) :
	    !read_number(s, v))
		return false;
	return *v >= row->low && *v <= row->high;
}

static void
print_value(enum setting which, int32_t v, char out[SETTINGS_TEXT])
{
	size_t n;

	if (which == SETTING_KEEP_ANSWERS)
		snprintf(out, SETTINGS_TEXT, "%s", v == 0 ? "no" : "yes");
	else if (which == SETTING_RATE)
		snprintf(out, SETTINGS_TEXT, "%s", v == 0 ? "ask" : "auto");
	else if (v == SETTINGS_OFF)
		snprintf(out, SETTINGS_TEXT, "off");
	else if (which != SETTING_RETENTION)
		snprintf(out, SETTINGS_TEXT, "%d", (int)v);
	else {
		n = (size_t)snprintf(out, SETTINGS_TEXT, "%d.%04d",
		    (int)(v / TEN_THOUSAND), (int)(v % TEN_THOUSAND));
		while (out[n - 1] == '0' && out[n - 3] != '.')
			out[--n] = '\0';
	}
}

static int32_t
standard(enum setting which)
{
	int32_t v = 0;

	if (!read_value(which, settings_table[which].standard, &v))
		abort();
	return v;
}

void
settings_init(struct settings *settings)
{
	int i;

	*settings = (struct settings){ .retention = NULL };
	for (i = 0; i < SETTING_COUNT; i++)
		settings->v[i] = standard((enum setting)i);
}

void
settings_clear(struct settings *settings)
{
	free(settings->retention);
	*settings = (struct settings){ .retention = NULL };
}

int
settings_find(const char *name)
{
	size_t n = strlen(name);
	int i, found = -1, many = 0;

	for (i = 0; i < SETTING_COUNT && n > 0; i++) {
		if (strcmp(settings_table[i].name, name) == 0)
			return i;
		if (strncmp(settings_table[i].name, name, n) == 0) {
			found = i;
			many++;
		}
	}
	return many == 1 ? found : -1;
}

/* Letters that two names share at the same distance from their begin. */
static size_t
likeness(const char *a, const char *b)
{
	size_t same = 0, i;

	for (i = 0; a[i] != '\0' && b[i] != '\0'; i++)
		same += a[i] == b[i];
	return same * 2 > i ? same : 0;
}

const char *
settings_nearest(const char *name)
{
	const char *best = NULL;
	size_t most = 0, same;
	int i;

	for (i = 0; i < SETTING_COUNT; i++) {
		same = likeness(settings_table[i].name, name);
		if (same > most) {
			most = same;
			best = settings_table[i].name;
		}
	}
	return best;
}

bool
settings_canonical(enum setting which, const char *typed,
    char out[SETTINGS_TEXT], struct err *err)
{
	const struct settings_row *row = &settings_table[which];
	char low[SETTINGS_TEXT];
	size_t i;
	int32_t v;

	for (i = 0; i + 1 < sizeof(low) && typed[i] != '\0'; i++)
		low[i] = (char)(typed[i] >= 'A' && typed[i] <= 'Z' ?
		    typed[i] - 'A' + 'a' : typed[i]);
	low[i] = '\0';
	if (strcmp(low, "default") == 0)
		snprintf(low, sizeof(low), "%s", row->standard);
	if (typed[i] != '\0' || !read_value(which, low, &v))
		return err_set(err, ERR_USAGE, "%s takes %s", row->name,
		    row->usage);
	print_value(which, v, out);
	return true;
}

void
settings_print(const struct settings *settings, enum setting which,
    char out[SETTINGS_TEXT])
{
	print_value(which, settings->v[which], out);
}

/* Keeps the list in order of (at, id), whatever order the events come in. */
static void
add_retention(struct settings *settings, int32_t v, int64_t at, const char *id)
{
	struct settings_retention *r;
	size_t i = settings->retention_n;

	settings->retention = mem_grow(settings->retention, i,
	    &settings->retention_cap, sizeof(*r));
	r = settings->retention;
	for (; i > 0 && (r[i - 1].at > at || (r[i - 1].at == at &&
	    strcmp(r[i - 1].id, id) > 0)); i--)
		r[i] = r[i - 1];
	r[i].at = at;
	snprintf(r[i].id, sizeof(r[i].id), "%s", id);
	r[i].value = (float)((double)v / TEN_THOUSAND);
	settings->retention_n++;
}

void
settings_apply(struct settings *settings, const char *key, const char *value,
    int64_t at, const char *id)
{
	int i;
	int32_t v;

	for (i = 0; i < SETTING_COUNT; i++)
		if (strcmp(settings_table[i].name, key) == 0)
			break;
	if (i == SETTING_COUNT || !read_value((enum setting)i, value, &v))
		return;
	settings->v[i] = v;
	settings->given[i] = v != standard((enum setting)i);
	if (i == SETTING_RETENTION)
		add_retention(settings, v, at, id);
}

float
settings_retention_at(const struct settings *settings, int64_t at,
    const char *id)
{
	const struct settings_retention *r = settings->retention;
	size_t i = settings->retention_n;

	while (i > 0 && (r[i - 1].at > at || (r[i - 1].at == at &&
	    strcmp(r[i - 1].id, id) > 0)))
		i--;
	if (i > 0)
		return r[i - 1].value;
	return (float)((double)standard(SETTING_RETENTION) / TEN_THOUSAND);
}
