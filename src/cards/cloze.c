/*
 * cloze.c -- see cloze.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/cloze.h"

#include <string.h>

#include "base/banned.h"

#define NUMBER_MAX 254

/* "c12::" behind the braces: its number, and *s moves on; -1: none. */
static int
read_number(const char **s)
{
	const char *p = *s;
	int number = 0;

	if (*p++ != 'c')
		return -1;
	for (; *p >= '0' && *p <= '9' && number <= NUMBER_MAX; p++)
		number = number * 10 + (*p - '0');
	if (number > NUMBER_MAX || p[0] != ':' || p[1] != ':')
		return -1;
	*s = p + 2;
	return number;
}

/* Whether a gap begins here: {{c and then a digit or a colon. */
static bool
begins_gap(const char *s)
{
	return strncmp(s, "{{", 2) == 0;
}

static bool
is_blank(const char *s, size_t n)
{
	for (; n > 0; s++, n--)
		if (*s != ' ' && *s != '\t')
			return false;
	return true;
}

/* words[::hint] up to the closing braces. */
static enum cloze_fault
read_words(const char *text, const char *s, struct cloze_gap *gap)
{
	const char *close = strstr(s, "}}"), *open = strstr(s, "{{"), *colon;

	if (open != NULL && (close == NULL || open < close)) {
		if (close == NULL)
			return CLOZE_UNCLOSED;
		gap->begins = (size_t)(open - text);
		return CLOZE_NESTED;
	}
	if (close == NULL)
		return CLOZE_UNCLOSED;
	colon = strstr(s, "::");
	if (colon != NULL && colon > close)
		colon = NULL;
	gap->words = s;
	gap->words_n = (size_t)((colon != NULL ? colon : close) - s);
	gap->hint = colon != NULL ? colon + 2 : NULL;
	gap->hint_n = colon != NULL ? (size_t)(close - (colon + 2)) : 0;
	gap->ends = (size_t)(close - text) + 2;
	return is_blank(gap->words, gap->words_n) ? CLOZE_EMPTY : CLOZE_GAP;
}

enum cloze_fault
cloze_next(const char *text, size_t *at, struct cloze_gap *gap)
{
	const char *s = text + *at;
	enum cloze_fault fault;
	int number;

	while (*s != '\0' && !begins_gap(s))
		s++;
	if (*s == '\0')
		return CLOZE_END;
	/* "{{{c1::a}}}": a gap in braces. */
	while (s[2] == '{')
		s++;
	gap->begins = (size_t)(s - text);
	s += 2;
	number = read_number(&s);
	if (number <= 0)
		return CLOZE_NUMBER;
	gap->number = (uint8_t)number;
	fault = read_words(text, s, gap);
	if (fault == CLOZE_GAP)
		*at = gap->ends;
	return fault;
}

bool
cloze_each(const struct note *note, int number, struct cloze_walk *walk,
    struct cloze_gap *gap)
{
	for (;;) {
		if (walk->field == NULL) {
			walk->field = note_each(note, KEY_TEXT, false,
			    &walk->next);
			walk->at = 0;
			if (walk->field == NULL)
				return false;
		}
		while (cloze_next(walk->field->value, &walk->at, gap) ==
		    CLOZE_GAP)
			if (gap->number == number)
				return true;
		walk->field = NULL;
	}
}
