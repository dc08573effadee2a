/*
 * fold_compare.c -- two folded texts, letter by letter.
 * SPDX-License-Identifier: MIT
 *
 * Two ways of writing one letter are no difference anywhere: ä or ae, ö ø or
 * oe, ü or ue, å or aa.  Where a mark differs, the language of the deck
 * decides whether the letter is another one there.  Hyphens never matter but
 * between digits; a blank inside a word is only nearly right, unless the part
 * before it may stand apart (co operation), and splits off no negation
 * (not able, notable).
 */
#include <string.h>

#include "cards/fold.h"
#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

struct text {
	const struct fold_letter *at;
	size_t n;
};

static enum fold_level
worse(enum fold_level a, enum fold_level b)
{
	return a > b ? a : b;
}

static bool
has_mark(const struct fold_letter *l, int32_t mark)
{
	size_t i;

	for (i = 0; i < FOLD_MARKS; i++)
		if (l->marks[i] == mark)
			return true;
	return false;
}

/* Whether every mark of a is one of b. */
static bool
marks_within(const struct fold_letter *a, const struct fold_letter *b)
{
	size_t i;

	for (i = 0; i < FOLD_MARKS && a->marks[i] != 0; i++)
		if (!has_mark(b, a->marks[i]))
			return false;
	return true;
}

/* Whether base with that mark is a letter of its own in lang. */
static bool
is_own(const char *lang, int32_t base, int32_t mark)
{
	const char *row = words_row(WORDS_OWN, lang);
	struct mem mem = { 0 };
	struct signs own;
	bool found = false;
	size_t i;

	if (row == NULL || strcmp(row, "*") == 0)
		return row != NULL;
	own = signs_of(&mem, lang, row, strlen(row));
	for (i = 0; i + 1 < own.n && !found; i++)
		found = own.at[i] == base && own.at[i + 1] == mark;
	mem_clear(&mem);
	return found;
}

static enum fold_level
european(const char *lang, const struct fold_letter *d,
    const struct fold_letter *t)
{
	size_t i;

	if (strcmp(lang, "en") == 0)
		return FOLD_LESS;
	if (!marks_within(t, d))
		return FOLD_NEAR;
	for (i = 0; i < FOLD_MARKS && d->marks[i] != 0; i++)
		if (!has_mark(t, d->marks[i]) &&
		    is_own(lang, d->base, d->marks[i]))
			return FOLD_NEAR;
	return FOLD_LESS;
}

/* The marks of Hebrew and Arabic that exclude each other, by sort. */
static int
sort_of(int32_t mark)
{
	if ((mark >= 0x5B0 && mark <= 0x5BB) || mark == 0x5C7)
		return 1;	/* vowel point */
	if (mark == 0x5C1 || mark == 0x5C2)
		return 2;	/* shin or sin */
	if ((mark >= 0x64B && mark <= 0x650) || mark == 0x652)
		return 3;	/* vowel mark */
	if ((mark >= 0x653 && mark <= 0x655) || mark == SIGNS_WASLA)
		return 4;	/* hamza and what stands like it */
	return 0;
}

/* The marks of one sort, as a number to compare; 0: none. */
static int64_t
of_sort(const struct fold_letter *l, int sort)
{
	int64_t all = 0;
	size_t i;

	for (i = 0; i < FOLD_MARKS; i++)
		if (l->marks[i] != 0 && sort_of(l->marks[i]) == sort)
			all = all * 0x1000 + l->marks[i];
	return all;
}

static enum fold_level
semitic(const struct fold_letter *d, const struct fold_letter *t)
{
	int sort;
	int64_t a, b;

	for (sort = 1; sort <= 4; sort++) {
		a = of_sort(d, sort);
		b = of_sort(t, sort);
		if (a != b && (sort == 4 || (a != 0 && b != 0)))
			return FOLD_NEAR;
	}
	return FOLD_LESS;
}

/* Two letters; the level of their difference. */
static enum fold_level
letters(const char *lang, const struct fold_letter *d,
    const struct fold_letter *t)
{
	if (d->base != t->base)
		return FOLD_OTHER;
	if (d->katakana != t->katakana)
		return FOLD_NEAR;
	if (memcmp(d->marks, t->marks, sizeof(d->marks)) == 0)
		return FOLD_SAME;
	switch (signs_script_of(d->base)) {
	case SIGNS_LATIN:
	case SIGNS_GREEK:
	case SIGNS_CYRILLIC:
		return european(lang, d, t);
	case SIGNS_HEBREW:
	case SIGNS_ARABIC:
		return semitic(d, t);
	case SIGNS_NO_SCRIPT:
		break;
	}
	return FOLD_NEAR;
}

/* Whether letter i of one is spelt as two letters at j of two. */
static bool
is_spelt(struct text one, size_t i, struct text two, size_t j)
{
	static const struct {
		int32_t base, mark, second;
	} spelt[] = {
		{ 'a', 0x308, 'e' }, { 'o', 0x308, 'e' }, { 'u', 0x308, 'e' },
		{ 'a', 0x30A, 'a' }, { 'o', SIGNS_SLASH, 'e' },
	};
	const struct fold_letter *l = &one.at[i], *a = &two.at[j];
	size_t k;

	if (l->marks[0] == 0 || l->marks[1] != 0 || j + 1 >= two.n ||
	    a->marks[0] != 0 || a->base != l->base || a[1].marks[0] != 0 ||
	    a[1].gap != FOLD_JOINED)
		return false;
	for (k = 0; k < sizeof(spelt) / sizeof(spelt[0]); k++)
		if (spelt[k].base == l->base && spelt[k].mark == l->marks[0] &&
		    spelt[k].second == a[1].base)
			break;
	if (k == sizeof(spelt) / sizeof(spelt[0]))
		return false;
	/* "öe" against "oe": the second letter stands for itself. */
	return !(i + 1 < one.n && one.at[i + 1].base == a[1].base &&
	    one.at[i + 1].gap == FOLD_JOINED &&
	    !(j + 2 < two.n && two.at[j + 2].base == a[1].base));
}

static bool
is_word(int32_t cp)
{
	return signs_is_letter(cp) || signs_is_digit(cp);
}

/* A blank before letter i of a, nothing before letter j of b. */
static enum fold_level
blank_only(struct text a, size_t i)
{
	char left[12];
	size_t n = 0, k = i;

	/* "x>5", "C ++" */
	if (!is_word(a.at[i].base) || !is_word(a.at[i - 1].base))
		return FOLD_SAME;
	while (k > 0 && (k == i || a.at[k].gap == FOLD_JOINED))
		k--;
	for (; k < i && n < sizeof(left) - 1; k++)
		left[n++] = a.at[k].base < 0x80 ? (char)a.at[k].base : '?';
	left[n] = '\0';
	if (k < i)
		n = 0;
	if (strcmp(left, "not") == 0 || strcmp(left, "no") == 0)
		return FOLD_OTHER;
	if (signs_is_digit(a.at[i].base) != signs_is_digit(a.at[i - 1].base))
		return FOLD_SAME;
	if (n > 0 && words_has(words_row(WORDS_PREFIX, ""), left, n))
		return FOLD_SAME;
	return FOLD_NEAR;
}

/* What stands before letter i of d and letter j of t. */
static enum fold_level
gaps(struct text d, size_t i, struct text t, size_t j)
{
	uint8_t a, b;

	if (i == 0 || j == 0)
		return FOLD_SAME;
	a = d.at[i].gap;
	b = t.at[j].gap;
	if (a == b)
		return FOLD_SAME;
	if (signs_is_digit(d.at[i].base) && signs_is_digit(d.at[i - 1].base))
		return FOLD_OTHER;
	if (a == FOLD_HYPHEN || b == FOLD_HYPHEN)
		return FOLD_SAME;
	if (a == FOLD_MINUS || b == FOLD_MINUS)
		return FOLD_OTHER;
	return a == FOLD_BLANK ? blank_only(d, i) : blank_only(t, j);
}

static enum fold_level
match(const char *lang, struct text d, struct text t)
{
	enum fold_level level = FOLD_SAME;
	size_t i = 0, j = 0;

	while (i < d.n && j < t.n && level != FOLD_OTHER) {
		level = worse(level, gaps(d, i, t, j));
		if (is_spelt(d, i, t, j)) {
			i++;
			j += 2;
		} else if (is_spelt(t, j, d, i)) {
			i += 2;
			j++;
		} else {
			level = worse(level, letters(lang, &d.at[i++],
			    &t.at[j++]));
		}
	}
	return i == d.n && j == t.n ? level : FOLD_OTHER;
}

static struct text
behind(const struct fold *fold, size_t from)
{
	struct text text = { fold->at + from, fold->n - from };

	return text;
}

/* Two articles that tell different genders. */
static bool
other_gender(const char *lang, const struct fold *a, const struct fold *b)
{
	size_t i;

	if (a->article == 0 || b->article == 0 || !words_has(words_row(
	    WORDS_GENDER, ""), lang, strlen(lang)))
		return false;
	if (a->article != b->article)
		return true;
	for (i = 0; i < a->article; i++)
		if (a->at[i].base != b->at[i].base)
			return true;
	return false;
}

enum fold_level
fold_compare(const char *lang, const struct fold *deck,
    const struct fold *typed)
{
	enum fold_level whole, body;

	whole = match(lang, behind(deck, 0), behind(typed, 0));
	if (whole == FOLD_SAME || (deck->article == 0 && typed->article == 0))
		return whole;
	body = match(lang, behind(deck, deck->article),
	    behind(typed, typed->article));
	if (body < FOLD_NEAR && other_gender(lang, deck, typed))
		body = FOLD_NEAR;
	return body < whole ? body : whole;
}
