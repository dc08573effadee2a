/*
 * number_words.c -- numbers in words of English, French and German.
 * SPDX-License-Identifier: MIT
 *
 * A word may hold several parts without blanks (einundneunzig, twentyone).
 * The parts are added up in a group below a thousand, which a multiplier puts
 * into the total; a part that has no place there ends the number, so "one
 * two" is no number but two.
 */
#include <string.h>

#include "cards/number.h"
#include "cards/words.h"

#include "base/banned.h"

struct entry {
	const char *lang;
	uint64_t value;
	const char *words;
};

#define NUMBER(lang, value, words) { lang, value, words },
static const struct entry entries[] = {
#include "cards/numbers.def"
};
#undef NUMBER

/* What a word part is worth; a connector is worth nothing. */
#define CONNECTOR UINT64_MAX

struct sum {
	const char *lang;
	uint64_t total, group;
	uint64_t last;		/* the part before, or CONNECTOR */
	uint64_t scale;		/* of the last multiplier, 0: none yet */
	bool any, zero;
	bool article;		/* "a": a hundred, thousand … follows */
};

/* The longest part that s begins with; returns its bytes. */
static size_t
part_of(const char *lang, const char *s, uint64_t *value)
{
	const char *row, *w, *and = words_row(WORDS_AND, lang);
	size_t i, n, best = 0;

	for (i = 0; i < sizeof(entries) / sizeof(entries[0]); i++) {
		if (strcmp(entries[i].lang, lang) != 0)
			continue;
		row = entries[i].words;
		while (words_next(&row, &w, &n))
			if (n > best && strncmp(s, w, n) == 0) {
				best = n;
				*value = entries[i].value;
			}
	}
	if (best == 0 && and != NULL && strncmp(s, and, strlen(and)) == 0) {
		best = strlen(and);
		*value = CONNECTOR;
	}
	return best;
}

/* Adds what is below a hundred; false when it has no place. */
static bool
add_small(struct sum *s, uint64_t v)
{
	uint64_t low = s->group % 100;
	bool french = strcmp(s->lang, "fr") == 0;
	bool german = strcmp(s->lang, "de") == 0;

	/* quatre-vingt, then dix to dix-neuf on sixty and on eighty. */
	if (french && v == 20 && low == 4 && s->last == 4) {
		s->group += 76;
		return true;
	}
	if (french && v >= 10 && v < 17 && (low == 60 || low == 80)) {
		s->group += v;
		return true;
	}
	if (french && v >= 7 && v < 10 && s->last == 10) {
		s->group += v;
		return true;
	}
	/* einundneunzig: the unit comes first. */
	if (german && v >= 20 && s->last == CONNECTOR && low > 0 && low < 10) {
		s->group += v;
		return true;
	}
	if (low != 0 && (v >= 10 || low < 20 || low % 10 != 0))
		return false;
	s->group += v;
	return true;
}

static bool
add_multiplier(struct sum *s, uint64_t v)
{
	if (v == 100) {
		if (s->group >= 100 || s->last == CONNECTOR)
			return false;
		s->group = (s->group == 0 ? 1 : s->group) * 100;
		return true;
	}
	if (s->scale != 0 && v >= s->scale)
		return false;
	/* A bare "thousand" is one thousand only in front. */
	if (s->group == 0 && s->total != 0)
		return false;
	s->total += (s->group == 0 ? 1 : s->group) * v;
	s->group = 0;
	s->scale = v;
	return true;
}

static bool
add_part(struct sum *s, uint64_t v)
{
	bool fits;

	if (s->zero || (s->article && (v < 100 || v == CONNECTOR)))
		return false;
	s->article = false;
	if (v == CONNECTOR) {
		fits = s->any && s->last != CONNECTOR;
	} else if (v == 0) {
		fits = !s->any;
		s->zero = fits;
	} else {
		fits = v < 100 ? add_small(s, v) : add_multiplier(s, v);
	}
	if (!fits)
		return false;
	s->any = true;
	s->last = v;
	return true;
}

static bool
is_part(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Adds one word with all its parts to *sum; false leaves sum alone. */
static bool
add_word(struct sum *sum, const char *s, size_t n)
{
	struct sum next = *sum;
	uint64_t value;
	size_t at = 0, k;

	/* "a hundred". */
	if (n == 1 && *s == 'a' && strcmp(sum->lang, "en") == 0 && !sum->any) {
		next.any = next.article = true;
		*sum = next;
		return true;
	}
	while (at < n) {
		k = part_of(sum->lang, s + at, &value);
		if (k == 0 || k > n - at || !add_part(&next, value))
			return false;
		at += k;
	}
	*sum = next;
	return true;
}

static size_t
words_in(const char *lang, const char *s, uint64_t *value)
{
	struct sum sum = { .lang = lang };
	size_t at = 0, n, end = 0;

	for (;;) {
		for (n = 0; is_part(s[at + n]); n++)
			;
		if (n == 0 || !add_word(&sum, s + at, n))
			break;
		at += n;
		if (sum.last != CONNECTOR && sum.total + sum.group +
		    (uint64_t)sum.zero > 0) {
			end = at;
			*value = sum.total + sum.group;
		}
		if (s[at] != ' ' && s[at] != '-')
			break;
		at++;
	}
	return end;
}

size_t
number_words(const char *lang, const char *s, uint64_t *value)
{
	size_t n = words_in(lang, s, value);

	return n != 0 || strcmp(lang, "en") == 0 ? n : words_in("en", s, value);
}

size_t
number_words_multiplier(const char *lang, const char *s, uint64_t *value)
{
	size_t n;

	if (*s == 'k' && !is_part(s[1])) {
		*value = 1000;
		return 1;
	}
	n = part_of(lang, s, value);
	if (n == 0 && strcmp(lang, "en") != 0)
		n = part_of("en", s, value);
	if (n == 0 || is_part(s[n]) || *value < 1000 || *value == CONNECTOR)
		return 0;
	return n;
}

bool
number_words_has(const char *lang, const char *word)
{
	uint64_t value = CONNECTOR;

	return *word != '\0' && part_of(lang, word, &value) == strlen(word) &&
	    value != CONNECTOR;
}
