/*
 * reference.c -- see reference.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/reference.h"

#include <stdio.h>
#include <string.h>

#include "cards/number.h"
#include "cards/signs.h"
#include "cards/words.h"

#include "base/banned.h"

#define NUMBER_LIMIT 100000
#define RANGE_MAX 100

struct reader {
	const char *lang, *s;
	struct references *out;
	bool separated;		/* a comma or "and" stands before s */
	bool paragraphs;	/* the last number was a paragraph's */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static size_t
word_at(const char *s)
{
	size_t n = 0;

	while (is_letter(s[n]))
		n++;
	return n;
}

static bool
word_is(const char *s, size_t n, const char *list)
{
	return n > 0 && words_has(list, s, n);
}

static void
skip_blanks(struct reader *r)
{
	r->s += strspn(r->s, " ");
}

static enum reference_label
label_of(const char *s, size_t n)
{
	static const struct {
		enum reference_label label;
		const char *words;
	} labels[] = {
		{ REFERENCE_ARTICLE, "article articles art arts artikel "
		    "artikels artikeln articolo articoli articulo articulos "
		    "artigo artigos artykul" },
		{ REFERENCE_CHAPTER, "chapter chapters chap ch kapitel "
		    "chapitre capitolo capitulo" },
		{ REFERENCE_SECTION, "section sections sec secs sect "
		    "abschnitt" },
		{ REFERENCE_PARAGRAPH, "paragraph paragraphs para paras par "
		    "pars abs absatz paragraphe paragraphes" },
		{ REFERENCE_ANNEX, "annex annexe appendix anhang" },
		{ REFERENCE_PART, "part teil partie" },
		{ REFERENCE_TITLE, "title titel titre" },
		{ REFERENCE_RECITAL, "recital recitals considerant" },
		{ REFERENCE_CLAUSE, "clause clauses" },
		{ REFERENCE_RULE, "rule rules regel regle" },
	};
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (word_is(s, n, labels[i].words))
			return labels[i].label;
	return REFERENCE_BARE;
}

/* The label that stands here, moved over with its point and blanks. */
static enum reference_label
take_label(struct reader *r)
{
	size_t n = word_at(r->s);
	enum reference_label label = label_of(r->s, n);

	if (strncmp(r->s, "\xC2\xA7", 2) == 0) {
		label = REFERENCE_SIGN;
		n = strncmp(r->s + 2, "\xC2\xA7", 2) == 0 ? 4 : 2;
	}
	if (label == REFERENCE_BARE)
		return label;
	r->s += n;
	r->s += *r->s == '.';
	skip_blanks(r);
	/* "Art. No. 16" */
	n = word_at(r->s);
	if (word_is(r->s, n, "no nr number")) {
		r->s += n;
		r->s += *r->s == '.';
		skip_blanks(r);
	}
	return label;
}

static bool
take_number(struct reader *r, unsigned *number)
{
	uint64_t value = 0;
	size_t n = 0;

	if (is_digit(*r->s)) {
		for (; is_digit(r->s[n]) && value < NUMBER_LIMIT; n++)
			value = value * 10 + (uint64_t)(r->s[n] - '0');
	} else {
		n = number_words(r->lang, r->s, &value);
	}
	if (n == 0 || value >= NUMBER_LIMIT)
		return false;
	r->s += n;
	*number = (unsigned)value;
	return true;
}

/* Chapters are counted in Roman numbers: "Chapter II". */
static bool
take_roman(struct reader *r, unsigned *number)
{
	const char *row = "i ii iii iv v vi vii viii ix x xi xii", *word;
	size_t n, m = word_at(r->s);

	if (r->out->label != REFERENCE_CHAPTER &&
	    r->out->label != REFERENCE_PART && r->out->label != REFERENCE_TITLE)
		return false;
	for (*number = 1; words_next(&row, &word, &n); (*number)++) {
		if (n != m || memcmp(word, r->s, n) != 0)
			continue;
		r->s += n;
		return true;
	}
	return false;
}

static struct reference *
last(struct reader *r)
{
	return r->out->n == 0 ? NULL : &r->out->at[r->out->n - 1];
}

static struct reference *
add(struct reader *r)
{
	struct reference *ref;

	if (r->out->n == REFERENCE_MAX)
		return NULL;
	ref = &r->out->at[r->out->n++];
	memset(ref, 0, sizeof(*ref));
	return ref;
}

/* A step that follows a separator replaces the last one of its sort. */
static struct reference *
begin_step(struct reader *r, bool digit)
{
	struct reference *ref = last(r), *next;
	size_t depth;

	if (ref == NULL || !r->separated)
		return ref;
	for (depth = ref->depth; depth > 0; depth--)
		if (is_digit(ref->path[depth - 1][0]) == digit)
			break;
	if (depth == 0)
		return ref;
	next = add(r);
	if (next == NULL)
		return NULL;
	*next = r->out->at[r->out->n - 2];
	next->depth = depth - 1;
	return next;
}

static bool
push(struct reader *r, const char *s, size_t n)
{
	struct reference *ref;

	while (n > 1 && *s == '0') {
		s++;
		n--;
	}
	if (n == 0 || n >= REFERENCE_STEP)
		return false;
	ref = begin_step(r, is_digit(*s));
	if (ref == NULL || ref->depth == REFERENCE_DEPTH)
		return false;
	memset(ref->path[ref->depth], 0, REFERENCE_STEP);
	memcpy(ref->path[ref->depth++], s, n);
	r->separated = false;
	return true;
}

/* Digits or letters that are a step; all of one sort. */
static size_t
step_at(const char *s)
{
	size_t n = 0;

	if (is_digit(*s))
		while (is_digit(s[n]))
			n++;
	else
		n = word_at(s);
	return n;
}

static bool
take_bracket(struct reader *r)
{
	size_t n;

	r->s++;
	skip_blanks(r);
	n = step_at(r->s);
	if (!push(r, r->s, n))
		return false;
	r->s += n;
	skip_blanks(r);
	r->out->marked = true;
	r->paragraphs = false;
	return *r->s++ == ')';
}

/* "para. 2", "§ 2", "lit. b": the word is moved over already. */
static bool
take_worded_step(struct reader *r, bool digits)
{
	char text[16];
	unsigned number;
	size_t n;
	bool bracket = *r->s == '(';

	r->s += bracket;
	if (digits) {
		if (!take_number(r, &number))
			return false;
		n = (size_t)snprintf(text, sizeof(text), "%u", number);
	} else {
		n = word_at(r->s);
		if (n == 0 || n > 4)
			return false;
		memcpy(text, r->s, n);
		r->s += n;
	}
	if (bracket && *r->s++ != ')')
		return false;
	r->out->marked = true;
	r->paragraphs = digits;
	return push(r, text, n);
}

static bool
expand_numbers(struct reader *r, unsigned to)
{
	struct reference *ref = last(r), *next;
	unsigned i, from = ref->number;

	if (to <= from || to - from > RANGE_MAX)
		return false;
	for (i = from + 1; i <= to; i++) {
		next = add(r);
		if (next == NULL)
			return false;
		next->number = i;
	}
	return true;
}

static bool
expand_steps(struct reader *r, unsigned to)
{
	struct reference model = *last(r), *next;
	char *step = model.path[model.depth - 1];
	unsigned i, from = 0;

	for (i = 0; is_digit(step[i]); i++)
		from = from * 10 + (unsigned)(step[i] - '0');
	if (i == 0 || step[i] != '\0' || to <= from || to - from > RANGE_MAX)
		return false;
	for (i = from + 1; i <= to; i++) {
		next = add(r);
		if (next == NULL)
			return false;
		(void)snprintf(step, REFERENCE_STEP, "%u", i);
		*next = model;
	}
	return true;
}

/* "(a)-(e)": single letters. */
static bool
expand_letters(struct reader *r, char to)
{
	struct reference model = *last(r), *next;
	char *step = model.path[model.depth - 1];

	if (!is_letter(step[0]) || step[1] != '\0' || to <= step[0])
		return false;
	while (step[0] < to) {
		next = add(r);
		if (next == NULL)
			return false;
		step[0]++;
		*next = model;
	}
	return true;
}

/* Behind "-" or "to": the end of a range. */
static bool
take_range(struct reader *r)
{
	struct reference *ref = last(r);
	unsigned to;
	bool bracket;

	skip_blanks(r);
	if (ref == NULL || r->separated)
		return false;
	if (ref->depth == 0) {
		(void)take_label(r);
		return take_number(r, &to) && expand_numbers(r, to);
	}
	bracket = *r->s == '(';
	r->s += bracket;
	if (bracket && is_letter(*r->s) && r->s[1] == ')') {
		r->s += 2;
		return expand_letters(r, r->s[-2]);
	}
	if ((!bracket && !r->paragraphs) || !take_number(r, &to) ||
	    (bracket && *r->s++ != ')'))
		return false;
	return expand_steps(r, to);
}

/* A number that no label of a step stands before. */
static bool
take_reference(struct reader *r, bool labelled)
{
	struct reference *ref;
	unsigned number;
	char text[16];
	int n;

	if (last(r) != NULL && !r->separated && !labelled)
		return false;
	if (!take_roman(r, &number) && !take_number(r, &number))
		return false;
	if (r->paragraphs && !labelled) {
		n = snprintf(text, sizeof(text), "%u", number);
		return push(r, text, (size_t)n);
	}
	ref = add(r);
	if (ref == NULL)
		return false;
	ref->number = number;
	r->separated = false;
	r->paragraphs = false;
	return true;
}

/* "paragraph 2 of Article 16" is Article 16, paragraph 2. */
static bool
take_whole(struct reader *r)
{
	struct reference *ref = last(r);
	unsigned number;

	if (ref == NULL || r->out->label != REFERENCE_PARAGRAPH ||
	    r->out->n != 1 || ref->depth == REFERENCE_DEPTH ||
	    take_label(r) != REFERENCE_ARTICLE || !take_number(r, &number))
		return false;
	memmove(ref->path[1], ref->path[0],
	    (REFERENCE_DEPTH - 1) * REFERENCE_STEP);
	(void)snprintf(ref->path[0], REFERENCE_STEP, "%u", ref->number);
	ref->depth++;
	ref->number = number;
	r->out->label = REFERENCE_ARTICLE;
	return true;
}

/* "of the Budapest Convention on Cybercrime": all the rest must be that. */
static bool
take_tail(struct reader *r)
{
	static const char words[] = "of the budapest convention on cybercrime "
	    "cyber crime de la du sur cybercriminalite der des budapester "
	    "konvention ubereinkommens ubereinkommen uber "
	    "computerkriminalitat cyberkriminalitat";
	static const char names[] = "convention konvention ubereinkommens "
	    "ubereinkommen";
	bool named = false;
	size_t n;

	for (;;) {
		r->s += strspn(r->s, " -.,)");
		if (*r->s == '\0')
			return named;
		n = word_at(r->s);
		if (!word_is(r->s, n, words))
			return false;
		named |= word_is(r->s, n, names);
		r->s += n;
	}
}

static bool
take_word(struct reader *r)
{
	size_t n = word_at(r->s);
	const char *and = words_row(WORDS_AND, r->lang);

	if (word_is(r->s, n, "and") || (and != NULL && word_is(r->s, n, and))) {
		r->s += n;
		r->separated = true;
		return last(r) != NULL;
	}
	if (last(r) != NULL && word_is(r->s, n, "to bis through au")) {
		r->s += n;
		return take_range(r);
	}
	if (last(r) != NULL && word_is(r->s, n,
	    "lit litera letter point subparagraph buchstabe lettre")) {
		r->s += n;
		r->s += *r->s == '.';
		skip_blanks(r);
		return take_worded_step(r, false);
	}
	if (word_is(r->s, n, "of de der des du")) {
		r->s += n;
		skip_blanks(r);
		if (word_is(r->s, word_at(r->s), "the")) {
			r->s += 3;
			skip_blanks(r);
		}
		return take_whole(r) || take_tail(r);
	}
	if (word_is(r->s, n, "budapest convention") && last(r) != NULL)
		return take_tail(r);
	return take_reference(r, false);
}

static bool
take_labelled(struct reader *r, enum reference_label label)
{
	if (last(r) != NULL && r->out->label != label &&
	    (label == REFERENCE_PARAGRAPH || label == REFERENCE_SIGN))
		return take_worded_step(r, true);
	if (last(r) != NULL && r->out->label != label &&
	    r->out->label != REFERENCE_BARE)
		return false;
	r->out->label = label;
	r->out->marked = true;
	return take_reference(r, true);
}

/* Whether a reference ends right before s: no blank between. */
static bool
is_joined(const struct reader *r, const char *start)
{
	return r->s > start && r->s[-1] != ' ' && r->out->n > 0;
}

static bool
take(struct reader *r, const char *start)
{
	enum reference_label label;
	size_t n;

	if (*r->s == ',' || *r->s == ';') {
		r->s++;
		r->separated = true;
		return r->out->n > 0;
	}
	if (*r->s == '(' && last(r) != NULL &&
	    word_is(r->s + 1, word_at(r->s + 1), "the budapest convention")) {
		r->s++;
		return take_tail(r);
	}
	if (*r->s == '(')
		return last(r) != NULL && take_bracket(r);
	if (*r->s == '-') {
		r->s++;
		return take_range(r);
	}
	if (*r->s == '.' && is_joined(r, start)) {
		n = step_at(r->s + 1);
		if (n == 0) {
			r->s++;
			return true;
		}
		r->s += 1 + n;
		return push(r, r->s - n, n);
	}
	label = take_label(r);
	if (label != REFERENCE_BARE)
		return take_labelled(r, label);
	n = word_at(r->s);
	if (n > 0 && n <= 2 && is_joined(r, start) && last(r)->depth > 0 &&
	    !r->separated) {
		r->s += n;
		return push(r, r->s - n, n);
	}
	return take_word(r);
}

bool
reference_read(struct mem *mem, const char *lang, const char *s, size_t n,
    struct references *out)
{
	struct reader r = { .lang = lang, .out = out };
	char *plain = signs_plain(mem, lang, s, n);
	size_t end = strlen(plain);

	while (end > 0 && strchr(".,;:!? ", plain[end - 1]) != NULL)
		plain[--end] = '\0';
	out->label = REFERENCE_BARE;
	out->marked = false;
	out->n = 0;
	r.s = plain;
	if (strncmp(r.s, "the ", 4) == 0)
		r.s += 4;
	for (skip_blanks(&r); *r.s != '\0'; skip_blanks(&r))
		if (!take(&r, plain))
			return false;
	return out->n > 0 && !r.separated;
}
