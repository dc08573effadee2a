/*
 * options.c -- see options.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/options.h"

#include <stdio.h>
#include <string.h>

#include "cards/cloze.h"

#include "base/banned.h"

size_t
options_of(const struct note *note, enum key key,
    const struct field *v[CARD_SHOWN_MAX])
{
	bool letters = kind_keys[key].index == KEY_INDEX_LETTER;
	uint32_t at = 0;
	size_t n = 0;

	while (n < CARD_SHOWN_MAX &&
	    (v[n] = note_each(note, key, letters, &at)) != NULL)
		n++;
	return n;
}

size_t
options_rights(const struct note *note, const struct field *v[CARD_SHOWN_MAX])
{
	size_t n = options_of(note, KEY_RIGHT, v);
	uint32_t at = 0;

	while (n < CARD_SHOWN_MAX &&
	    (v[n] = note_each(note, KEY_RIGHT, true, &at)) != NULL)
		n++;
	return n;
}

int
options_place(const struct note *note, char letter)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t i, n = options_of(note, KEY_OPTION, v);

	for (i = 0; i < n; i++)
		if (v[i]->index == (uint8_t)letter)
			return (int)i;
	return -1;
}

bool
options_is_key(const struct note *note, char letter)
{
	const char *rest = note_value(note, KEY_ANSWER, 0), *part;
	size_t n;

	while (rest != NULL && note_word(&rest, &part, &n))
		if (n == 1 && part[0] == letter)
			return true;
	return false;
}

char
options_letter(const struct card_layout *layout, size_t place)
{
	uint8_t i;

	for (i = 0; i < layout->n; i++)
		if (layout->shown[i] == place)
			return (char)('a' + i);
	return '?';
}

void
options_show(const struct field *const *v, const struct card_layout *layout,
    struct card_shown *out)
{
	uint8_t i;

	for (i = 0; i < layout->n; i++) {
		(void)snprintf(out->options[out->options_n].label,
		    sizeof(out->options[0].label), "%c", 'a' + i);
		out->options[out->options_n++].text =
		    v[layout->shown[i]]->value;
	}
}

void
options_range(size_t n, char *out, size_t size)
{
	(void)snprintf(out, size, "a-%c", (int)('a' + n - 1));
}

/* --- checks -------------------------------------------------------------- */

void
options_name(const struct field *f, char *out, size_t size)
{
	const char *name = kind_keys[f->key].name;

	if (f->letter)
		(void)snprintf(out, size, "%s.%c", name, f->index);
	else if (f->index == 0)
		(void)snprintf(out, size, "%s", name);
	else
		(void)snprintf(out, size, "%s.%d", name, f->index);
}

void
options_check_same(const struct note *note, struct faults *faults,
    const struct field *const *v, size_t n, const char *code)
{
	char a[32], b[32];
	size_t i, j;

	for (i = 1; i < n; i++) {
		for (j = 0; j < i; j++) {
			if (!answer_same(note, v[i]->value, v[j]->value))
				continue;
			options_name(v[i], a, sizeof(a));
			options_name(v[j], b, sizeof(b));
			kind_fault(faults, note, v[i], 0, true, code,
			    "make them differ, or remove one",
			    "%s is the same as %s on line %u", a, b,
			    v[j]->line);
			break;
		}
	}
}

/*
 * 1, 2, 3 in any order of lines.  The fault is told at the lowest number
 * behind the hole.
 */
void
options_check_numbers(const struct note *note, struct faults *faults,
    enum key key)
{
	const struct field *f;
	const char *name = kind_keys[key].name;
	uint32_t at = 1;
	int want;
	char fix[64];

	for (want = 1; (f = note_each(note, key, false, &at)) != NULL;
	    want++) {
		if (f->index == want)
			continue;
		(void)snprintf(fix, sizeof(fix),
		    "number them 1, 2, 3: %s.%d = ...", name, want);
		kind_fault(faults, note, f, 0, true, "number-gap", fix,
		    "%s.%d is missing before %s.%d", name, want, name,
		    f->index);
		return;
	}
}

/* What has no letter would never be shown. */
void
options_check_many(const struct note *note, struct faults *faults,
    enum key key)
{
	const struct field *f, *first = NULL;
	size_t n = note_count(note, key, false), i;
	uint32_t at = 0;

	if (key == KEY_RIGHT)
		n += note_count(note, key, true);
	if (n <= CARD_SHOWN_MAX)
		return;
	for (i = 0; i <= CARD_SHOWN_MAX; i++)
		if ((f = note_each(note, key, false, &at)) != NULL)
			first = f;
	kind_fault(faults, note, first, 0, true, "too-many-items",
	    "make two notes of it", "%zu times %s, %d at most: one for each "
	    "letter", n, kind_keys[key].name, CARD_SHOWN_MAX);
}

static void
letters_of(const struct note *note, char *out)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t i, n = options_of(note, KEY_OPTION, v);

	for (i = 0; i < n; i++) {
		if (i > 0) {
			*out++ = ',';
			*out++ = ' ';
		}
		*out++ = (char)v[i]->index;
	}
	*out = '\0';
}

/* Each word of `answer` or `pin` must be the letter of an option. */
static bool
check_letters(const struct note *note, struct faults *faults, enum key key,
    bool error, const char *code)
{
	const struct field *field = note_find(note, key, 0);
	char letters[CARD_SHOWN_MAX * 3 + 1], fix[160];
	const char *rest, *part;
	size_t n;

	if (field == NULL)
		return true;
	letters_of(note, letters);
	(void)snprintf(fix, sizeof(fix), "%s = one of %s",
	    kind_keys[key].name, letters);
	rest = field->value;
	while (note_word(&rest, &part, &n)) {
		if (n == 1 && options_place(note, part[0]) >= 0)
			continue;
		kind_fault(faults, note, field,
		    (size_t)(part - field->value), error, code, fix,
		    "%s names \"%.*s\", which is no option",
		    kind_keys[key].name, (int)(n < 60 ? n : 60), part);
		return false;
	}
	return true;
}

/* A choice has one right option, a multi at least one. */
static void
check_count(const struct note *note, struct faults *faults)
{
	const struct field *answer = note_find(note, KEY_ANSWER, 0);
	const char *rest = answer->value, *part;
	size_t n, words = 0;

	while (note_word(&rest, &part, &n))
		words++;
	if (words == 0)
		kind_fault(faults, note, answer, 0, true, "missing-answer",
		    "answer = the letter of the right option",
		    "answer names no option");
	if (words > 1 && note->kind == &kind_choice)
		kind_fault(faults, note, answer, 0, true, "answer-no-option",
		    "one letter, or kind = multi", "answer \"%.60s\" names "
		    "%zu options; a choice has one", answer->value, words);
}

void
options_check_answer(const struct note *note, struct faults *faults)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t n = options_of(note, KEY_OPTION, v);

	if (n < 2)
		kind_fault(faults, note, NULL, 0, true, "too-few-options",
		    "add option.b, or write kind = text",
		    "%s option; a choice needs two", n == 0 ? "no" : "one");
	options_check_same(note, faults, v, n, "duplicate-option");
	if (!options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    "answer = the letter of the right option") && n >= 2 &&
	    check_letters(note, faults, KEY_ANSWER, true, "answer-no-option"))
		check_count(note, faults);
	(void)check_letters(note, faults, KEY_PIN, false, "pin-no-option");
	options_check_reasons(note, faults, KEY_OPTION);
}

/* A why.x needs its option.x or reject.x. */
void
options_check_reasons(const struct note *note, struct faults *faults,
    enum key key)
{
	const struct field *why;
	uint32_t at = 0;

	while ((why = note_each(note, KEY_WHY, true, &at)) != NULL)
		if (note_find(note, key, why->index) == NULL)
			kind_fault(faults, note, why, 0, false, "why-without",
			    "add it, or remove the reason",
			    "why.%c has no %s.%c", why->index,
			    kind_keys[key].name, why->index);
}

bool
options_missing(const struct note *note, struct faults *faults, enum key key,
    const char *code, const char *fix)
{
	if (note_count(note, key, false) > 0)
		return false;
	kind_fault(faults, note, NULL, 0, true, code, fix,
	    "the note has no %s", kind_keys[key].name);
	return true;
}

/* The words of a cloze's gaps, when all of them are one card. */
static bool
is_gap(const struct note *note, const char *wording)
{
	struct cloze_walk walk = { 0 };
	struct cloze_gap gap;
	uint8_t part;
	char text[1024];

	if (note->kind != &kind_cloze || note->kind->parts(note, NULL) != 1)
		return false;
	(void)note->kind->parts(note, &part);
	while (cloze_each(note, part, &walk, &gap)) {
		(void)snprintf(text, sizeof(text), "%.*s", (int)gap.words_n,
		    gap.words);
		if (answer_same(note, text, wording))
			return true;
	}
	return false;
}

/* With match = exact, "Traffic Data" may be the reject of "traffic data". */
static bool
is_exact(const struct note *note)
{
	const char *match = note_value(note, KEY_MATCH, 0);

	return match != NULL && strcmp(match, "exact") == 0;
}

static bool
same_letters(const struct note *note, const char *a, const char *b)
{
	(void)note;
	return strcmp(a, b) == 0;
}

/* Whether a wording equals the answer or one of the accepted ones. */
static bool
is_right(const struct note *note, const char *wording)
{
	bool (*same)(const struct note *, const char *, const char *) =
	    is_exact(note) ? same_letters : answer_same;
	const char *answer = note_value(note, KEY_ANSWER, 0), *rest, *part;
	const struct field *f;
	char text[1024];
	uint32_t at = 0;
	size_t n;

	if ((answer != NULL && same(note, answer, wording)) ||
	    is_gap(note, wording))
		return true;
	while ((f = note_each(note, KEY_ACCEPT, false, &at)) != NULL) {
		rest = f->value;
		while (note_wording(&rest, &part, &n)) {
			(void)snprintf(text, sizeof(text), "%.*s", (int)n,
			    part);
			if (same(note, text, wording))
				return true;
		}
	}
	return false;
}

static void
check_rejects(const struct note *note, struct faults *faults)
{
	const struct field *reject;
	const char *rest, *part;
	char text[1024];
	uint32_t at = 0;
	size_t n;

	while ((reject = note_each(note, KEY_REJECT, true, &at)) != NULL) {
		rest = reject->value;
		while (note_wording(&rest, &part, &n)) {
			(void)snprintf(text, sizeof(text), "%.*s", (int)n,
			    part);
			if (!is_right(note, text))
				continue;
			kind_fault(faults, note, reject,
			    (size_t)(part - reject->value), true,
			    "reject-is-answer", "remove one of the two",
			    "reject.%c is a right answer too", reject->index);
			break;
		}
	}
}

static void
check_match(const struct note *note, struct faults *faults)
{
	const struct field *match = note_find(note, KEY_MATCH, 0);

	if (match != NULL && strcmp(match->value, "fold") != 0 &&
	    strcmp(match->value, "exact") != 0)
		kind_fault(faults, note, match, 0, true, "bad-value",
		    "match = fold or match = exact",
		    "match is fold or exact, not \"%.60s\"", match->value);
}

void
options_check_typed(const struct note *note, struct faults *faults)
{
	check_match(note, faults);
	check_rejects(note, faults);
	options_check_reasons(note, faults, KEY_REJECT);
}

void
options_check_values(const struct note *note, struct faults *faults,
    const char *fix, options_check_value check)
{
	const struct field *field = note_find(note, KEY_ANSWER, 0);
	const char *rest, *part;
	uint32_t at = 0;
	bool good;
	size_t n;

	good = !options_missing(note, faults, KEY_ANSWER, "missing-answer",
	    fix);
	if (good)
		good = check(note, faults, field, field->value,
		    strlen(field->value));
	while ((field = note_each(note, KEY_REJECT, true, &at)) != NULL)
		for (rest = field->value; note_wording(&rest, &part, &n);)
			good = check(note, faults, field, part, n) && good;
	if (good)
		options_check_typed(note, faults);
	else
		options_check_reasons(note, faults, KEY_REJECT);
}
