/*
 * slip.c -- see slip.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/slip.h"

#include <string.h>
#include <utf8proc.h>

#include "cards/cloze.h"
#include "cards/number.h"
#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

/* Longer words are no slips of anything. */
#define LETTERS_MAX 64
#define WORD_SIZE (LETTERS_MAX * 4)

/* Two texts, word by word. */
struct pairs {
	struct fold_word *deck, *typed;
	size_t n;
};

static struct fold
word_fold(const struct fold_word *word)
{
	struct fold fold = { NULL, word->n, 0 };

	/* Only read. */
	fold.at = (struct fold_letter *)(uintptr_t)word->at;
	return fold;
}

static bool
same_word(const char *lang, const struct fold_word *d,
    const struct fold_word *t)
{
	struct fold a = word_fold(d), b = word_fold(t);

	return fold_compare(lang, &a, &b) != FOLD_OTHER;
}

static bool
split(struct mem *mem, const struct fold *d, const struct fold *t, bool hyphens,
    struct pairs *pairs)
{
	size_t n = fold_words(d, d->article, hyphens, NULL, 0);

	pairs->n = n;
	if (fold_words(t, t->article, hyphens, NULL, 0) != n)
		return false;
	pairs->deck = mem_array(mem, n, sizeof(*pairs->deck));
	pairs->typed = mem_array(mem, n, sizeof(*pairs->typed));
	(void)fold_words(d, d->article, hyphens, pairs->deck, n);
	(void)fold_words(t, t->article, hyphens, pairs->typed, n);
	return true;
}

/* Hyphens are joined only when the counts of words differ. */
static bool
pair_words(struct mem *mem, const struct fold *d, const struct fold *t,
    struct pairs *pairs)
{
	return split(mem, d, t, true, pairs) || split(mem, d, t, false, pairs);
}

/* The letters of a word; spelt: ö as oe, and so on. */
static size_t
skeleton(const struct fold_word *w, bool spelt, int32_t out[LETTERS_MAX])
{
	const struct fold_letter *l;
	size_t i, n = 0;

	for (i = 0; i < w->n && n < LETTERS_MAX - 1; i++) {
		l = &w->at[i];
		out[n++] = l->base;
		if (!spelt || l->marks[1] != 0)
			continue;
		if ((l->marks[0] == 0x308 && (l->base == 'a' ||
		    l->base == 'o' || l->base == 'u')) ||
		    (l->marks[0] == SIGNS_SLASH && l->base == 'o'))
			out[n++] = 'e';
		else if (l->marks[0] == 0x30A && l->base == 'a')
			out[n++] = 'a';
	}
	return n;
}

static bool
one_edit(const struct fold_word *d, const struct fold_word *t, bool *swap)
{
	int32_t a[LETTERS_MAX], b[LETTERS_MAX];
	size_t an, bn;
	int way;

	for (way = 0; way < 4; way++) {
		an = skeleton(d, (way & 1) != 0, a);
		bn = skeleton(t, (way & 2) != 0, b);
		if (words_edits(a, an, b, bn, swap) == 1)
			return true;
	}
	return false;
}

/* Letters, not marks or signs. */
static size_t
letters_of(const struct fold_word *w)
{
	utf8proc_category_t c;
	size_t i, n = 0;

	for (i = 0; i < w->n; i++) {
		c = utf8proc_category(w->at[i].base);
		n += c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
	}
	return n;
}

static bool
has_digit(const struct fold_word *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (signs_is_digit(w->at[i].base))
			return true;
	return false;
}

static bool
ends(const char *s, size_t n, const char *tail)
{
	size_t k = strlen(tail);

	return n >= k && memcmp(s + n - k, tail, k) == 0;
}

/* Who did it and who suffered it: -er and -ee, -or and -ee, -er and -ed. */
static bool
other_person(const char *a, size_t n, const char *b, size_t m)
{
	static const char *const tails[][2] = {
		{ "er", "ee" }, { "or", "ee" }, { "er", "ed" } };
	size_t k, i;

	if (n != m || n < 3 || memcmp(a, b, n - 2) != 0)
		return false;
	for (k = 0; k < 3; k++)
		for (i = 0; i < 2; i++)
			if (ends(a, n, tails[k][i]) &&
			    ends(b, n, tails[k][1 - i]))
				return true;
	return false;
}

/* Takes a plural -s off; returns whether there was one. */
static bool
strip_s(char *s)
{
	size_t n = strlen(s);

	if (n < 4 || s[n - 1] != 's' || s[n - 2] == 's')
		return false;
	s[n - 1] = '\0';
	return true;
}

/* Whether the two are confusable words with that tail: confirmed, conformed. */
static bool
confusable_with(const char *d, const char *t, const char *tail)
{
	char a[WORD_SIZE + 1], b[WORD_SIZE + 1];
	size_t n = strlen(d), m = strlen(t), k = strlen(tail);
	size_t way;

	if (!ends(d, n, tail) || !ends(t, m, tail))
		return false;
	/* A final e gives way to the tail: censured, censored. */
	for (way = 0; way < 4; way++) {
		memcpy(a, d, n - k);
		memcpy(b, t, m - k);
		memcpy(a + n - k, "e", 2);
		memcpy(b + m - k, "e", 2);
		a[n - k + (way & 1)] = '\0';
		b[m - k + (way >> 1)] = '\0';
		if (words_confusable(a, b))
			return true;
	}
	return false;
}

/* Two words that mean different things; their forms are looked at too. */
static bool
other_meaning(const char *d, const char *t)
{
	char a[WORD_SIZE], b[WORD_SIZE];

	memcpy(a, d, strlen(d) + 1);
	memcpy(b, t, strlen(t) + 1);
	if (words_confusable(a, b) || other_person(a, strlen(a), b, strlen(b)))
		return true;
	if (confusable_with(a, b, "ed") || confusable_with(a, b, "ing") ||
	    confusable_with(a, b, "ly"))
		return true;
	if ((int)strip_s(a) + (int)strip_s(b) == 0)
		return false;
	return words_confusable(a, b) ||
	    other_person(a, strlen(a), b, strlen(b)) ||
	    words_confusable(a, t) || words_confusable(d, b);
}

static bool
is_protected(const char *lang, const char *word)
{
	return words_has(words_row(WORDS_PROTECTED, lang), word, strlen(word));
}

/* A protected word but d within one edit of t. */
static bool
near_protected(const char *lang, const char *d, const struct fold_word *t)
{
	const char *row = words_row(WORDS_PROTECTED, lang), *w;
	int32_t a[LETTERS_MAX], b[LETTERS_MAX];
	size_t n, m, i;
	bool swap;

	m = skeleton(t, false, b);
	while (words_next(&row, &w, &n)) {
		if (strlen(d) == n && memcmp(d, w, n) == 0)
			continue;
		for (i = 0; i < n && i < LETTERS_MAX; i++)
			a[i] = (unsigned char)w[i];
		if (words_edits(a, i, b, m, &swap) <= 1)
			return true;
	}
	return false;
}

/* One word of a wording of so many words. */
static bool
word_slips(const char *lang, const struct fold_word *d,
    const struct fold_word *t, size_t words)
{
	char a[WORD_SIZE], b[WORD_SIZE];
	bool swap, plural;
	size_t n;

	if (d->n + 1 >= LETTERS_MAX || t->n + 1 >= LETTERS_MAX ||
	    d->at[0].base != t->at[0].base || has_digit(d) || has_digit(t))
		return false;
	fold_word_print(d, a, sizeof(a));
	fold_word_print(t, b, sizeof(b));
	plural = words_plural(a, b) || words_plural(b, a);
	if (!plural) {
		if (!one_edit(d, t, &swap))
			return false;
		n = letters_of(d);
		if (n < 4 || (n == 4 && !swap && words < 3))
			return false;
	}
	if (is_protected(lang, b) ||
	    (is_protected(lang, a) && near_protected(lang, a, t)))
		return false;
	return !other_meaning(a, b);
}

bool
slip_edited(const struct slip *slip, const struct fold *deck,
    const struct fold *typed)
{
	struct pairs p;
	size_t i, edits = 0;

	/* Every word keeps its first letter, so does the first word. */
	if (deck->n == deck->article || typed->n == typed->article ||
	    deck->at[deck->article].base != typed->at[typed->article].base ||
	    !pair_words(slip->mem, deck, typed, &p))
		return false;
	for (i = 0; i < p.n; i++) {
		if (same_word(slip->lang, &p.deck[i], &p.typed[i]))
			continue;
		if (++edits > 2 || !word_slips(slip->lang, &p.deck[i],
		    &p.typed[i], p.n))
			return false;
	}
	return edits > 0;
}

/* Digits, or a number in words: what must not change places. */
static bool
is_numeral(const char *lang, const struct fold_word *w, const char *text)
{
	return has_digit(w) || number_words_has(lang, text);
}

/* Whether numbers stand in the same order on both sides. */
static bool
same_numerals(const char *lang, const struct pairs *p)
{
	char a[WORD_SIZE], b[WORD_SIZE];
	size_t i = 0, j = 0;

	for (;;) {
		for (; i < p->n; i++) {
			fold_word_print(&p->deck[i], a, sizeof(a));
			if (is_numeral(lang, &p->deck[i], a))
				break;
		}
		for (; j < p->n; j++) {
			fold_word_print(&p->typed[j], b, sizeof(b));
			if (is_numeral(lang, &p->typed[j], b))
				break;
		}
		if (i == p->n || j == p->n)
			return i == j;
		if (strcmp(a, b) != 0)
			return false;
		i++;
		j++;
	}
}

bool
slip_reordered(const struct slip *slip, const struct fold *deck,
    const struct fold *typed)
{
	char text[WORD_SIZE];
	struct pairs p;
	size_t i, j;
	bool *used, moved = false;

	if (!split(slip->mem, deck, typed, true, &p) || p.n < 2)
		return false;
	used = mem_array(slip->mem, p.n, sizeof(*used));
	for (i = 0; i < p.n; i++) {
		fold_word_print(&p.deck[i], text, sizeof(text));
		if (is_protected(slip->lang, text) && !words_has(words_row(
		    WORDS_REORDER, ""), text, strlen(text)))
			return false;
		for (j = 0; j < p.n; j++)
			if (!used[j] && p.typed[j].n == p.deck[i].n &&
			    same_word(slip->lang, &p.deck[i], &p.typed[j]))
				break;
		if (j == p.n)
			return false;
		used[j] = true;
		moved |= j != i;
	}
	return moved && same_numerals(slip->lang, &p);
}

static bool
is_ascii_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* Letters that are compared before a value of the deck is folded. */
#define LETTERS_LOOKED_AT 16

/* Whether s (n bytes) may go on as the text does: false is certain. */
static bool
goes_on(const char *s, size_t n, const struct fold *typed)
{
	size_t i, k = typed->article, end = typed->n;
	int32_t c, base;

	if (end > k + LETTERS_LOOKED_AT)
		end = k + LETTERS_LOOKED_AT;
	for (i = 0; i < n && k < end; i++) {
		c = (unsigned char)s[i];
		if (c >= 0x80)
			return true;
		if (!is_ascii_word(s[i]))
			continue;
		while (k < end && typed->at[k].base < 0x80 &&
		    !is_ascii_word((char)typed->at[k].base))
			k++;
		if (k == end)
			return true;
		base = typed->at[k++].base;
		c |= c >= 'A' && c <= 'Z' ? 0x20 : 0;
		if (c != base)
			return false;
	}
	return true;
}

/* The same, with or without a first word that may be an article. */
static bool
may_be(const char *s, size_t n, const struct fold *typed)
{
	size_t first = 0;

	if (goes_on(s, n, typed))
		return true;
	while (first < n && first < 5 && s[first] != ' ' && s[first] != '\'')
		first++;
	return first < n && first < 5 && goes_on(s + first, n - first, typed);
}

/* What is looked for in a deck: the whole text, and words of it. */
struct sought {
	const struct slip *slip;
	struct fold at[3];
	size_t n;
};

static bool
value_is(const struct sought *sought, const char *s, size_t n)
{
	struct mem mem = { 0 };
	struct fold fold = { NULL, 0, 0 };
	const struct fold *typed;
	bool same = false;
	size_t i;

	for (i = 0; i < sought->n && !same; i++) {
		typed = &sought->at[i];
		/* A letter has one to four bytes. */
		if (n < typed->n - typed->article || n > typed->n * 4 + 16 ||
		    !may_be(s, n, typed))
			continue;
		if (fold.at == NULL)
			fold = fold_of(&mem, sought->slip->lang, s, n);
		same = fold_compare(sought->slip->lang, &fold, typed) <=
		    FOLD_LESS;
	}
	mem_clear(&mem);
	return same;
}

/* Whether one of the wordings of a field, or of its gaps, is sought. */
static bool
field_is(const struct sought *sought, const struct field *field)
{
	const char *s = field->value, *part;
	struct cloze_gap gap;
	size_t n;

	switch (field->key) {
	case KEY_ANSWER:
	case KEY_OPTION:
		return value_is(sought, s, strlen(s));
	case KEY_ACCEPT:
		while (note_wording(&s, &part, &n))
			if (value_is(sought, part, n))
				return true;
		return false;
	case KEY_TEXT:
		n = 0;
		while (cloze_next(s, &n, &gap) == CLOZE_GAP)
			if (value_is(sought, gap.words, gap.words_n))
				return true;
		return false;
	default:
		return false;
	}
}

static bool
deck_has(const struct sought *sought)
{
	const struct deck *deck = sought->slip->note->deck;
	const struct note *note;
	size_t i, k;

	for (i = 0; i < deck->notes_n; i++) {
		note = &deck->notes[i];
		for (k = 0; k < note->fields_n; k++)
			if (field_is(sought, &note->fields[k]))
				return true;
	}
	return false;
}

bool
slip_known(const struct slip *slip, const struct fold *deck,
    const struct fold *typed)
{
	struct sought sought = { .slip = slip, .n = 1 };
	struct pairs p;
	size_t i;

	if (slip->note == NULL || slip->note->deck == NULL)
		return false;
	sought.at[0] = *typed;
	if (pair_words(slip->mem, deck, typed, &p) && p.n > 1)
		for (i = 0; i < p.n && sought.n < 3; i++)
			if (!same_word(slip->lang, &p.deck[i], &p.typed[i]))
				sought.at[sought.n++] = word_fold(&p.typed[i]);
	return deck_has(&sought);
}
