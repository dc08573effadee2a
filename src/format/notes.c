/*
 * notes.c -- from a section to a note: what every note must hold.
 * SPDX-License-Identifier: MIT
 *
 * What only one kind can have wrong is checked by that kind.  A note with an
 * error is left out; what else is wrong with its values is told all the same,
 * but nothing that may only follow from the first fault.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "format/reader.h"
#include "format/tells.h"

#include "base/banned.h"

static struct entry *
entry_of(const struct section *section, enum key key)
{
	size_t i;

	for (i = 0; i < section->entries_n; i++)
		if (section->entries[i].known &&
		    section->entries[i].field == key)
			return &section->entries[i];
	return NULL;
}

/* --- values -------------------------------------------------------------- */

/* Prose but for `answer` of the kinds that take a word or a number. */
static bool
is_prose(const struct section *section, const struct entry *e)
{
	static const char *const worded[] = { "number", "date", "choice",
	    "multi", "truefalse" };
	const struct entry *kind = entry_of(section, KEY_KIND);
	size_t i;

	if (e->field != KEY_ANSWER || kind == NULL || kind->value == NULL)
		return kind_keys[e->field].text;
	for (i = 0; i < sizeof(worded) / sizeof(worded[0]); i++)
		if (strlen(worded[i]) == kind->value_n &&
		    memcmp(worded[i], kind->value, kind->value_n) == 0)
			return false;
	return true;
}

static void
read_values(struct reader *reader, struct section *section)
{
	struct entry *kind, *e;
	size_t i;

	keys_read(reader, section);
	kind = entry_of(section, KEY_KIND);
	if (kind != NULL && !kind->given)
		values_read(reader, section, kind, false);
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		if (e->known && e != kind && !e->given)
			values_read(reader, section, e, is_prose(section, e));
	}
}

/* --- checks that all kinds share ----------------------------------------- */

/* The sink of a kind's checks: it knows the lines of the section. */
struct sink {
	struct faults faults;
	struct reader *reader;
	struct section *section;
	bool partly;		/* some of the section could not be read */
};

static bool
is_among(const char *const *codes, size_t n, const char *code)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(codes[i], code) == 0)
			return true;
	return false;
}

/* Faults of a value that no missing key can be the cause of. */
static bool
is_of_value(const char *code)
{
	static const char *const codes[] = { "bad-number", "bad-date",
	    "bad-tolerance", "bad-truefalse", "bad-value", "bad-yes-no",
	    "bad-as-of", "bad-id", "unknown-kind", "both-ways-kind",
	    "cloze-unclosed", "cloze-nested", "cloze-number", "cloze-empty",
	    "duplicate-option", "duplicate-item", "duplicate-right" };

	return is_among(codes, sizeof(codes) / sizeof(codes[0]), code);
}

static bool
is_about_key(const char *code)
{
	static const char *const codes[] = { "number-gap", "accept-no-gap",
	    "why-without", "left-without-right", "both-ways-kind" };

	return is_among(codes, sizeof(codes) / sizeof(codes[0]), code);
}

static const struct entry *
entry_at(const struct section *section, uint32_t line)
{
	size_t i;

	for (i = 0; i < section->entries_n; i++)
		if (section->entries[i].line == line)
			return &section->entries[i];
	return NULL;
}

/* A missing key is told at its empty line, else at the header. */
static const struct entry *
empty_line(const struct section *section, const char *code)
{
	static const struct {
		const char *code;
		enum key key;
	} missing[] = {
		{ "missing-answer", KEY_ANSWER },
		{ "missing-question", KEY_QUESTION },
		{ "missing-text", KEY_TEXT }, { "missing-kind", KEY_KIND }
	};
	size_t i;

	for (i = 0; i < sizeof(missing) / sizeof(missing[0]); i++)
		if (strcmp(missing[i].code, code) == 0)
			return entry_of(section, missing[i].key);
	return NULL;
}

static void
take_fault(struct faults *faults, const struct note *note,
    const struct field *field, size_t offset, bool error, const char *code,
    const char *message, const char *fix)
{
	struct sink *sink = (struct sink *)faults;
	const struct entry *e = NULL;
	uint32_t line = sink->section->line, column = 1;

	(void)note;
	if (sink->partly && !is_of_value(code))
		return;
	if (field == NULL)
		e = empty_line(sink->section, code);
	else if (is_about_key(code))
		e = entry_at(sink->section, field->line);
	if (e != NULL) {
		line = e->line;
		column = reader_column(e->begins, e->key);
	} else if (field != NULL) {
		line = field->line;
		column = field->column +
		    (uint32_t)utf8_count(field->value, offset);
	}
	reader_fault(sink->reader, sink->section, line, column, error, code,
	    fix, "%s", message);
}

static bool
is_useful(const struct note *note, const struct field *f)
{
	if (f->key == KEY_ACCEPT && f->index != 0)
		return note->kind == &kind_cloze;
	if (f->key != KEY_ANSWER)
		return kind_uses(note->kind, (enum key)f->key);
	/* A list has answer.1, answer.2, …; a single answer may stand alone. */
	if (note->kind == &kind_list)
		return f->index != 0 || note_find(note, KEY_ANSWER, 1) == NULL;
	return f->index == 0 && kind_uses(note->kind, KEY_ANSWER);
}

/* Fields that the kind has no use for are told and left out. */
static void
drop_useless(struct sink *sink, struct note *note)
{
	uint32_t i, n = 0;
	struct field *f;
	const struct entry *e;

	for (i = 0; i < note->fields_n; i++) {
		f = &note->fields[i];
		if (is_useful(note, f)) {
			note->fields[n++] = *f;
			continue;
		}
		e = entry_at(sink->section, f->line);
		reader_fault(sink->reader, sink->section, f->line,
		    reader_column(e->begins, e->key), false, "wrong-kind-key",
		    "remove it, or another kind", "a note of kind %s has no "
		    "use for %.*s", note->kind->name, (int)e->key_n, e->key);
	}
	note->fields_n = n;
}

/* An option without text: guessing what it should be is not for us. */
static bool
check_empty_options(struct sink *sink, const struct note *note)
{
	const struct section *section = sink->section;
	const struct entry *e;
	bool good = true;
	size_t i;

	if (!kind_uses(note->kind, KEY_OPTION))
		return true;
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		if (!e->known || e->field != KEY_OPTION || e->given ||
		    e->value == NULL)
			continue;
		reader_fault(sink->reader, sink->section, e->line,
		    reader_column(e->begins, e->key), true, "empty-option",
		    "write its text, or remove the line",
		    "option.%c has no text", e->index);
		good = false;
	}
	return good;
}

static void
check_question(struct sink *sink, const struct note *note)
{
	if (note->kind != &kind_cloze && note_count(note, KEY_QUESTION,
	    false) == 0)
		kind_fault(&sink->faults, note, NULL, 0, true,
		    "missing-question", "question = \"...\"",
		    "the note has no question");
}

/* why, why.2, why.3: a hole is told, all of it is used. */
static void
check_paragraphs(struct sink *sink, const struct note *note, enum key key)
{
	const struct field *f;
	const char *name = kind_keys[key].name;
	uint32_t at = 0;
	int want = 1;
	char missing[32], fix[48];

	for (; (f = note_each(note, key, false, &at)) != NULL; want++) {
		if ((f->index == 0 ? 1 : f->index) == want)
			continue;
		if (want == 1)
			(void)snprintf(missing, sizeof(missing), "%s", name);
		else
			(void)snprintf(missing, sizeof(missing), "%s.%d", name,
			    want);
		(void)snprintf(fix, sizeof(fix), "%s = ...", missing);
		kind_fault(&sink->faults, note, f, 0, false, "number-gap", fix,
		    "%s is missing before %s.%d", missing, name, f->index);
		return;
	}
}

/* A word of a table that the key takes, or the fault. */
static bool
read_yes_no(struct sink *sink, const struct note *note, enum key key,
    bool *yes)
{
	const struct field *f = note_find(note, key, 0);

	*yes = false;
	if (f == NULL)
		return true;
	*yes = strcmp(f->value, "yes") == 0;
	if (*yes || strcmp(f->value, "no") == 0)
		return true;
	kind_fault(&sink->faults, note, f, 0, true, "bad-yes-no", "yes or no",
	    "%s is yes or no, not \"%.60s\"", kind_keys[key].name, f->value);
	return false;
}

static void
check_flags(struct sink *sink, struct note *note)
{
	bool both;

	(void)read_yes_no(sink, note, KEY_DRAFT, &note->draft);
	if (!read_yes_no(sink, note, KEY_BOTH_WAYS, &both) || !both)
		return;
	note->both_ways = note->kind == &kind_basic ||
	    note->kind == &kind_text;
	if (!note->both_ways)
		kind_fault(&sink->faults, note,
		    note_find(note, KEY_BOTH_WAYS, 0), 0, false,
		    "both-ways-kind", "remove both_ways", "only basic and "
		    "text have another way; both_ways means nothing here");
}

static void
check_pool(struct sink *sink, struct note *note)
{
	static const char *const pools[] = { [NOTE_BOTH] = "both",
	    [NOTE_PRACTICE] = "practice", [NOTE_EXAM] = "exam" };
	const struct field *f = note_find(note, KEY_POOL, 0);
	uint8_t i;

	if (f == NULL)
		return;
	for (i = 0; i < 3; i++)
		if (strcmp(pools[i], f->value) == 0) {
			note->pool = i;
			return;
		}
	kind_fault(&sink->faults, note, f, 0, true, "bad-value",
	    "pool = practice, exam or both",
	    "pool is practice, exam or both, not \"%.60s\"", f->value);
}

/* Above 0: an item that earns nothing is pool = practice. */
static bool
is_marks(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (n == 0)
		return false;
	if (s[n] == '.' && s[n + 1] != '\0')
		n += 1 + strspn(s + n + 1, "0123456789");
	return s[n] == '\0' && strpbrk(s, "123456789") != NULL;
}

static void
check_dates(struct sink *sink, struct note *note)
{
	const struct field *revised = note_find(note, KEY_REVISED, 0);
	const struct field *change = note_find(note, KEY_CHANGE, 0);
	const struct field *as_of = note_find(note, KEY_AS_OF, 0);
	struct civil c = { 0, 1, 1 };
	char fix[80];

	if (as_of != NULL && !kind_date_valid(as_of->value, fix, sizeof(fix)))
		kind_fault(&sink->faults, note, as_of, 0, false, "bad-as-of",
		    "2026, 2026-04 or 2026-04-25", "as_of: \"%.60s\" is no "
		    "date", as_of->value);
	if (change != NULL && revised == NULL)
		kind_fault(&sink->faults, note, change, 0, false,
		    "change-without-revised", "revised = the date of the "
		    "change", "change has no revised: the date is missing");
	if (revised == NULL)
		return;
	if (!kind_date_valid(revised->value, fix, sizeof(fix))) {
		kind_fault(&sink->faults, note, revised, 0, true, "bad-date",
		    fix, "revised: \"%.60s\" is no date", revised->value);
		return;
	}
	c.year = (int)strtol(revised->value, NULL, 10);
	if (strlen(revised->value) >= 7)
		c.month = (int)strtol(revised->value + 5, NULL, 10);
	if (strlen(revised->value) == 10)
		c.day = (int)strtol(revised->value + 8, NULL, 10);
	note->revised = clock_day_of(c);
	if (change == NULL)
		kind_fault(&sink->faults, note, revised, 0, false,
		    "revised-without-change", "change = \"what changed\"",
		    "revised has no change: say what changed");
}

static void
check_marks(struct sink *sink, const struct note *note)
{
	const struct field *f = note_find(note, KEY_MARKS, 0);

	if (f != NULL && !is_marks(f->value))
		kind_fault(&sink->faults, note, f, 0, true, "bad-number",
		    "marks = 1", "marks: \"%.60s\" is no number above 0",
		    f->value);
}

static void
check_was(struct sink *sink, const struct note *note)
{
	const struct field *f = note_find(note, KEY_WAS, 0);
	const char *rest = f != NULL ? f->value : NULL, *part;
	size_t n, at;

	while (rest != NULL && note_word(&rest, &part, &n))
		if (!chars_is_id(part, n, &at))
			kind_fault(&sink->faults, note, f,
			    (size_t)(part - f->value) + at, true, "bad-id",
			    "the note's former id", "\"%.*s\" is no id",
			    (int)(n < 60 ? n : 60), part);
}

/* --- the note ------------------------------------------------------------ */

static void
propose_kind(const struct section *section, char *out, size_t size)
{
	static const struct {
		enum key key;
		const char *kind;
	} hints[] = {
		{ KEY_OPTION, "choice" }, { KEY_ITEM, "order" },
		{ KEY_LEFT, "match" }, { KEY_TEXT, "cloze" },
		{ KEY_UNIT, "number" }, { KEY_NEED, "list" },
		{ KEY_ACCEPT, "text" }, { KEY_ANSWER, "basic" }
	};
	size_t i;

	for (i = 0; i < sizeof(hints) / sizeof(hints[0]) - 1; i++)
		if (entry_of(section, hints[i].key) != NULL)
			break;
	(void)snprintf(out, size, "kind = %s", hints[i].kind);
}

static const struct kind *
read_kind(struct sink *sink, const struct note *note)
{
	const struct field *f = note_find(note, KEY_KIND, 0);
	const char *names[32], *near;
	const struct kind *kind;
	char fix[80];
	size_t n;

	if (f == NULL) {
		propose_kind(sink->section, fix, sizeof(fix));
		kind_fault(&sink->faults, note, NULL, 0, true, "missing-kind",
		    fix, "the note has no kind");
		return NULL;
	}
	kind = kind_find(f->value);
	if (kind != NULL)
		return kind;
	for (n = 0; kind_table[n] != NULL; n++)
		names[n] = kind_table[n]->name;
	near = keys_nearest(f->value, strlen(f->value), names, n);
	if (near == NULL && strncmp(f->value, "mult", 4) == 0)
		near = "multi";
	(void)snprintf(fix, sizeof(fix), "kind = %s", near != NULL ? near :
	    "basic, text, number, date, choice, multi, ...");
	kind_fault(&sink->faults, note, f, 0, true, "unknown-kind", fix,
	    "there is no kind \"%.60s\"%s%s", f->value, near != NULL ?
	    "; the nearest is " : "; there are basic, text, number, date, "
	    "choice, multi, truefalse, cloze, list, order, match",
	    near != NULL ? near : "");
	return NULL;
}

static void
end_value(struct entry *e)
{
	uint32_t i;

	for (i = 0; i < e->value_n; i++)
		if (e->value[i] == '\t')
			e->value[i] = ' ';
	e->value[e->value_n] = '\0';
}

static void
take_fields(struct reader *reader, struct section *section, struct note *note)
{
	size_t i, n = 0;
	struct entry *e;

	for (i = 0; i < section->entries_n; i++)
		n += section->entries[i].known && section->entries[i].given;
	note->fields = mem_array(&reader->deck->mem, n, sizeof(*note->fields));
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		if (!e->known || !e->given || e->value == NULL)
			continue;
		end_value(e);
		note->fields[note->fields_n++] = (struct field){
			.value = e->value, .line = e->line,
			.column = reader_column(e->begins, e->value),
			.key = e->field, .index = e->index,
			.letter = e->letter
		};
	}
}

static void
check(struct sink *sink, struct note *note)
{
	note->kind = read_kind(sink, note);
	if (note->kind == NULL)
		return;
	drop_useless(sink, note);
	check_flags(sink, note);
	check_pool(sink, note);
	check_dates(sink, note);
	check_marks(sink, note);
	check_was(sink, note);
	check_paragraphs(sink, note, KEY_QUESTION);
	check_paragraphs(sink, note, KEY_TEXT);
	check_paragraphs(sink, note, KEY_WHY);
	check_question(sink, note);
	if (check_empty_options(sink, note))
		note->kind->check(note, &sink->faults);
	if (!sink->section->bad)
		tells_check(note, &sink->faults);
}

static struct note
make(struct reader *reader, struct section *section, bool partly)
{
	struct sink sink = { { take_fault }, reader, section, partly };
	struct note note = { .id = section->name, .deck = reader->deck,
	    .line = section->line, .revised = NOTE_NO_DAY };

	section->name[section->name_n] = '\0';
	take_fields(reader, section, &note);
	check(&sink, &note);
	return note;
}

bool
notes_scan(struct reader *reader, struct section *section)
{
	read_values(reader, section);
	if (section->bad)
		(void)make(reader, section, true);
	return !section->bad;
}

void
notes_make(struct reader *reader, struct section *section)
{
	struct note note = make(reader, section, false);

	if (section->bad) {
		reader->deck->left_out++;
		return;
	}
	reader->notes = mem_grow(reader->notes, reader->notes_n,
	    &reader->notes_cap, sizeof(*reader->notes));
	reader->notes[reader->notes_n++] = note;
}

/* A former id that a note of the file still has. */
static bool
check_living(struct reader *reader, const struct note *note)
{
	const struct field *f = note_find(note, KEY_WAS, 0);
	const char *rest = f != NULL ? f->value : NULL, *part;
	size_t n;

	while (rest != NULL && note_word(&rest, &part, &n)) {
		if (!reader_saw(reader, part, (uint32_t)n))
			continue;
		reader_fault(reader, NULL, f->line, f->column + (uint32_t)
		    utf8_count(f->value, (size_t)(part - f->value)), true,
		    "was-living", "remove it from was, or rename the other "
		    "note", "was names [%.*s], a note that still exists",
		    (int)n, part);
		return false;
	}
	return true;
}

void
notes_finish(struct reader *reader)
{
	size_t i, n = 0;

	for (i = 0; i < reader->notes_n; i++) {
		if (check_living(reader, &reader->notes[i]))
			reader->notes[n++] = reader->notes[i];
		else
			reader->deck->left_out++;
	}
	reader->notes_n = n;
}
