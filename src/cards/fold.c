/*
 * fold.c -- see fold.h: from signs to letters.
 * SPDX-License-Identifier: MIT
 */
#include "cards/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

struct folder {
	const char *lang;
	bool english;
	struct signs in;
	size_t at;		/* the sign that is read */
	size_t article_end;	/* the sign behind a leading article, or 0 */
	enum fold_gap gap;	/* before the next letter */
	enum signs_script script;	/* of the last letter */
	struct fold out;
};

/* The sign at i, 0 outside. */
static int32_t
sign(const struct folder *f, size_t i)
{
	return i < f->in.n ? f->in.at[i] : 0;
}

static bool
is_quote(int32_t cp)
{
	return cp == '\'' || cp == '"';
}

/* The neighbours of the sign at i that quotation marks do not hide. */
static int32_t
sign_before(const struct folder *f, size_t i)
{
	while (i > 0 && is_quote(f->in.at[i - 1]))
		i--;
	return i > 0 ? f->in.at[i - 1] : 0;
}

static int32_t
sign_after(const struct folder *f, size_t i)
{
	do
		i++;
	while (is_quote(sign(f, i)));
	return sign(f, i);
}

static bool
is_word(int32_t cp)
{
	return signs_is_letter(cp) || signs_is_digit(cp);
}

/* Whether the word w stands at i; only its own signs are looked at. */
static bool
has(const struct folder *f, size_t i, const char *w, size_t n)
{
	size_t k;

	for (k = 0; k < n; k++)
		if (sign(f, i + k) != (unsigned char)w[k])
			return false;
	return true;
}

static size_t
skip_blanks(const struct folder *f, size_t i)
{
	while (sign(f, i) == ' ')
		i++;
	return i;
}

/* Whether nothing but a number stands from i to the end. */
static bool
number_ends(const struct folder *f, size_t i)
{
	while (signs_is_digit(sign(f, i)) || (sign(f, i) != 0 &&
	    sign(f, i) < 0x80 && strchr(".,/:-", sign(f, i)) != NULL))
		i++;
	while (i < f->in.n && !is_word(f->in.at[i]))
		i++;
	return i == f->in.n;
}

/* The signs of "No. ", "nr ", "number ", "#" before a digit at i, or 0. */
static size_t
number_sign(const struct folder *f, size_t i)
{
	static const char *const words[] = { "number", "no.", "nr.", "nr",
		"n\xB0", "#", "no" };
	size_t k, n, next;

	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
		n = strlen(words[k]);
		if (!has(f, i, words[k], n))
			continue;
		next = skip_blanks(f, i + n);
		if (!signs_is_digit(sign(f, next)))
			continue;
		if (strcmp(words[k], "no") == 0 && !number_ends(f, next))
			continue;
		return next - i;
	}
	return 0;
}

/* The signs of "can not", "can't" or "cant" at i, or 0. */
static size_t
cannot(const struct folder *f, size_t i)
{
	static const char *const forms[] = { "can not", "can't", "cant" };
	size_t k, n;

	for (k = 0; k < sizeof(forms) / sizeof(forms[0]); k++) {
		n = strlen(forms[k]);
		if (has(f, i, forms[k], n) && !is_word(sign(f, i + n)))
			return n;
	}
	return 0;
}

/* < and > are none: they compare. */
static bool
is_bracket(int32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return cp != 0 && strchr("()[]{}", cp) != NULL;
	c = utf8proc_category(cp);
	return c == UTF8PROC_CATEGORY_PS || c == UTF8PROC_CATEGORY_PE ||
	    c == UTF8PROC_CATEGORY_PI || c == UTF8PROC_CATEGORY_PF;
}

static bool
is_stop(int32_t cp)
{
	static const int32_t stops[] = { ';', '!', '?', 0xA1, 0xBF, 0x37E,
		0x55D, 0x589, 0x5C0, 0x5C3, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964,
		0x965, 0x3001, 0x3002, 0x30FB };
	size_t i;

	for (i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
		if (stops[i] == cp)
			return true;
	return is_bracket(cp);
}

/* What may stand between an article and its word. */
static bool
is_empty(int32_t cp)
{
	return cp == ' ' || cp == '\n' || is_quote(cp) || is_stop(cp);
}

static void
find_article(struct folder *f)
{
	const char *row = words_row(WORDS_ARTICLES, f->lang), *w;
	size_t n, next, i = 0;

	while (i < f->in.n && !is_word(f->in.at[i]))
		i++;
	while (words_next(&row, &w, &n)) {
		if (!has(f, i, w, n))
			continue;
		next = i + n;
		if (w[n - 1] != '\'' && sign(f, next) != ' ')
			continue;
		while (is_empty(sign(f, next)))
			next++;
		/* In "a < b" and "a - b" it is no article. */
		if (next < f->in.n && is_word(f->in.at[next])) {
			f->article_end = next;
			return;
		}
	}
}

static void
put_gap(struct folder *f, enum fold_gap gap)
{
	if (gap > f->gap)
		f->gap = gap;
}

/* Adds a mark to a letter, in order. */
static void
put_mark(struct fold_letter *l, int32_t mark)
{
	size_t i = FOLD_MARKS - 1;

	if (l->marks[i] != 0)
		return;
	while (i > 0 && (l->marks[i - 1] == 0 || l->marks[i - 1] > mark)) {
		l->marks[i] = l->marks[i - 1];
		i--;
	}
	l->marks[i] = mark;
}

static void
put(struct folder *f, int32_t cp)
{
	struct fold_letter *l;

	if (f->out.n > 0 && f->gap == FOLD_JOINED &&
	    signs_is_mark(cp, f->script)) {
		put_mark(&f->out.at[f->out.n - 1], cp);
		return;
	}
	l = &f->out.at[f->out.n++];
	memset(l, 0, sizeof(*l));
	l->katakana = cp >= 0x30A1 && cp <= 0x30F6;
	l->base = l->katakana ? cp - 0x60 : cp;
	l->gap = (uint8_t)(f->out.n > 1 ? f->gap : FOLD_JOINED);
	f->gap = FOLD_JOINED;
	f->script = signs_script_of(cp);
}

static void
put_hyphen(struct folder *f)
{
	int32_t before = sign_before(f, f->at), after = sign_after(f, f->at);

	if (is_word(before) && is_word(after))
		put_gap(f, FOLD_HYPHEN);
	else if (before == '^' && f->at > 1 &&
	    signs_is_letter(f->in.at[f->at - 2]) && signs_is_digit(after))
		put_gap(f, FOLD_MINUS);
	else if (signs_is_digit(after) && !is_word(before) && before != '-')
		put(f, '-');
	else
		put_gap(f, FOLD_BLANK);
}

/* A sign that is neither letter nor digit. */
static void
put_punctuation(struct folder *f, int32_t cp)
{
	int32_t before = sign_before(f, f->at), after = sign_after(f, f->at);

	if (is_quote(cp))
		return;
	if (cp == '-') {
		put_hyphen(f);
	} else if (cp == '.' || cp == ',' || cp == ':' || cp == '/') {
		/* ".5" is not 5. */
		if (signs_is_digit(after) && (signs_is_digit(before) ||
		    (f->out.n == 0 && (cp == '.' || cp == ','))))
			put(f, cp);
		else if (cp != '.' || !signs_is_letter(before) ||
		    !signs_is_letter(after))
			put_gap(f, FOLD_BLANK);
	} else if (cp == '^' && signs_is_letter(before) &&
	    (signs_is_digit(after) || (after == '-' &&
	    signs_is_digit(sign(f, f->at + 2))))) {
		return;
	} else if (cp == 0xB7 && signs_is_letter(before) &&
	    signs_is_letter(after)) {
		put(f, cp);
	} else if (cp == ' ' || cp == '\n' || cp == 0xB7 || is_stop(cp)) {
		put_gap(f, FOLD_BLANK);
	} else {
		put(f, cp);
	}
}

static bool
is_apart(int32_t cp)
{
	return cp == ' ' || cp == '-';
}

/*
 * What is said in several ways at the beginning of a word; returns the signs
 * that are done with.
 */
static size_t
put_phrase(struct folder *f)
{
	size_t n;
	const char *w;

	n = number_sign(f, f->at);
	if (n != 0)
		return n;
	if (!f->english)
		return 0;
	n = cannot(f, f->at);
	if (n != 0) {
		for (w = "cannot"; *w != '\0'; w++)
			put(f, *w);
		return n;
	}
	/* Inside a text the article says nothing: state-of-the-art. */
	if (f->at > 0 && f->at >= f->article_end && f->out.n > 0 &&
	    has(f, f->at, "the", 3) && is_apart(sign(f, f->at + 3)) &&
	    is_apart(sign_before(f, f->at))) {
		put_gap(f, FOLD_BLANK);
		return 4;
	}
	return 0;
}

struct fold
fold_of(struct mem *mem, const char *lang, const char *s, size_t n)
{
	struct folder f = { .lang = lang };
	size_t done;
	int32_t cp;

	f.english = strcmp(lang, "en") == 0;
	f.in = signs_of(mem, lang, s, n);
	f.out.at = mem_array(mem, f.in.n + 8, sizeof(*f.out.at));
	find_article(&f);
	while (f.at < f.in.n) {
		cp = f.in.at[f.at];
		if (f.at == f.article_end)
			f.out.article = f.out.n;
		if (f.at == 0 || !is_word(f.in.at[f.at - 1])) {
			done = put_phrase(&f);
			f.at += done;
			if (done != 0)
				continue;
		}
		if (is_word(cp))
			put(&f, cp);
		else
			put_punctuation(&f, cp);
		f.at++;
	}
	return f.out;
}

size_t
fold_words(const struct fold *fold, size_t from, bool hyphens,
    struct fold_word *words, size_t max)
{
	size_t i, k = 0;
	uint8_t gap;

	for (i = from; i < fold->n; i++) {
		gap = fold->at[i].gap;
		if (i == from || gap == FOLD_BLANK ||
		    (hyphens && gap == FOLD_HYPHEN)) {
			if (k++ >= max)
				continue;
			words[k - 1].at = &fold->at[i];
			words[k - 1].n = 0;
		}
		if (k <= max)
			words[k - 1].n++;
	}
	return k;
}

void
fold_word_print(const struct fold_word *word, char *out, size_t size)
{
	size_t i, k = 0;

	for (i = 0; i < word->n; i++) {
		if (k + 5 > size) {
			k = 0;
			break;
		}
		k += utf8_write(word->at[i].base, out + k);
	}
	out[k] = '\0';
}
