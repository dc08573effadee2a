/*
 * words.c -- see words.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/words.h"

#include <string.h>

#include "base/utf8.h"

#include "base/banned.h"

struct row {
	enum words_table table;
	const char *key, *values;
};

#define WORDS(table, key, values) { WORDS_##table, key, values },
static const struct row rows[] = {
#include "cards/words.def"
};
#undef WORDS

#define UNIT(name, dimension, factor, synonyms) \
	{ name, synonyms, WORDS_##dimension, factor },
static const struct words_unit units[] = {
#include "cards/units.def"
};
#undef UNIT

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
/* Longest word that a list is asked for; longer ones are in none. */
#define WORD_MAX 48

struct words_lang
words_lang_of(const char *tag)
{
	struct words_lang lang = { "" };
	size_t i;

	for (i = 0; i < sizeof(lang.s) - 1; i++) {
		if (tag[i] >= 'a' && tag[i] <= 'z')
			lang.s[i] = tag[i];
		else if (tag[i] >= 'A' && tag[i] <= 'Z')
			lang.s[i] = (char)(tag[i] - 'A' + 'a');
		else
			break;
	}
	if (lang.s[0] == '\0')
		memcpy(lang.s, "en", 3);
	return lang;
}

const char *
words_row(enum words_table table, const char *key)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (rows[i].table == table && strcmp(rows[i].key, key) == 0)
			return rows[i].values;
	return NULL;
}

bool
words_next(const char **row, const char **word, size_t *n)
{
	if (*row == NULL || **row == '\0')
		return false;
	*word = *row;
	*n = strcspn(*row, " ");
	*row += *n;
	*row += strspn(*row, " ");
	return true;
}

bool
words_has(const char *row, const char *word, size_t n)
{
	size_t i;

	if (row == NULL)
		return false;
	while (*row != '\0') {
		for (i = 0; i < n && row[i] == word[i]; i++)
			;
		if (i == n && n > 0 && (row[i] == ' ' || row[i] == '\0'))
			return true;
		while (*row != '\0' && *row != ' ')
			row++;
		while (*row == ' ')
			row++;
	}
	return false;
}

bool
words_confusable(const char *a, const char *b)
{
	size_t i, n = strlen(a), m = strlen(b);

	if (strcmp(a, b) == 0)
		return false;
	for (i = 0; i < COUNT(rows); i++)
		if (rows[i].table == WORDS_CONFUSABLE &&
		    words_has(rows[i].values, a, n) &&
		    words_has(rows[i].values, b, m))
			return true;
	return false;
}

bool
words_plural(const char *one, const char *many)
{
	size_t n = strlen(one), m = strlen(many);

	/* das is no singular of dass. */
	if (n >= 2 && m > n && memcmp(one, many, n) == 0)
		return (strcmp(many + n, "s") == 0 &&
		    (n > 3 || one[n - 1] != 's')) ||
		    strcmp(many + n, "es") == 0;
	return n >= 2 && m == n + 2 && one[n - 1] == 'y' &&
	    strcmp(many + n - 1, "ies") == 0 && memcmp(one, many, n - 1) == 0;
}

const char *
words_spelling(const char *word, size_t n)
{
	const char *row, *w;
	size_t i, m;

	for (i = 0; i < COUNT(rows); i++) {
		if (rows[i].table != WORDS_SPELLING)
			continue;
		row = rows[i].values;
		if (words_next(&row, &w, &m) && m == n &&
		    memcmp(w, word, n) == 0)
			return row;
	}
	return NULL;
}

/* The names of a month, 1 to 12. */
static const char *
month_row(int month)
{
	static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7",
		"8", "9", "10", "11", "12" };

	return words_row(WORDS_MONTH, keys[month - 1]);
}

int
words_month(const char *word)
{
	int month;

	for (month = 1; month <= 12; month++)
		if (words_has(month_row(month), word, strlen(word)))
			return month;
	return 0;
}

static size_t
decode(const char *s, size_t n, int32_t *out, size_t max)
{
	size_t at, len, k = 0;

	for (at = 0; at < n && k < max; at += len) {
		len = utf8_read(s + at, n - at, &out[k++]);
		if (len == 0)
			break;
	}
	return k;
}

int
words_month_near(const char *word)
{
	int32_t a[WORD_MAX], b[WORD_MAX];
	const char *row, *w;
	size_t an, bn, n;
	int month, found = 0;
	bool swap;

	an = decode(word, strlen(word), a, WORD_MAX);
	for (month = 1; month <= 12; month++) {
		row = month_row(month);
		while (words_next(&row, &w, &n)) {
			bn = decode(w, n, b, WORD_MAX);
			if (bn < 5 || words_edits(b, bn, a, an, &swap) != 1)
				continue;
			if (found != 0 && found != month)
				return 0;
			found = month;
		}
	}
	return found;
}

static bool
is_synonym(const char *synonyms, const char *name)
{
	size_t n, m = strlen(name);

	while (*synonyms != '\0') {
		n = strcspn(synonyms, ",");
		if (n == m && memcmp(synonyms, name, n) == 0)
			return true;
		synonyms += n;
		synonyms += strspn(synonyms, ", ");
	}
	return false;
}

const struct words_unit *
words_unit_find(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(units); i++)
		if (is_synonym(units[i].synonyms, name))
			return &units[i];
	return NULL;
}

/*
 * Strips the common head and tail; what is left decides: one letter against
 * none or one, or two letters turned round.
 */
int
words_edits(const int32_t *a, size_t n, const int32_t *b, size_t m, bool *swap)
{
	*swap = false;
	while (n > 0 && m > 0 && *a == *b) {
		a++, b++;
		n--, m--;
	}
	while (n > 0 && m > 0 && a[n - 1] == b[m - 1]) {
		n--;
		m--;
	}
	if (n == 0 && m == 0)
		return 0;
	if (n <= 1 && m <= 1)
		return 1;
	if (n == 2 && m == 2 && a[0] == b[1] && a[1] == b[0]) {
		*swap = true;
		return 1;
	}
	return 2;
}
