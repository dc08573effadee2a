/*
 * scan.c -- from lines to sections, with the faults that a line shows alone.
 * SPDX-License-Identifier: MIT
 *
 * Lines are physical: a \ at a line's end, which would join the next one, is a
 * fault, and the next line is read as if it were not there.
 */
#include <string.h>

#include "format/lines.h"

#include "base/banned.h"

static bool
next_line(struct scan *scan, struct physical *p)
{
	char *end = scan->reader->text + scan->reader->n, *newline;

	if (scan->next >= end)
		return false;
	newline = memchr(scan->next, '\n', (size_t)(end - scan->next));
	p->s = scan->next;
	p->whole = (size_t)((newline != NULL ? newline : end) - p->s);
	p->n = p->whole;
	if (p->n > 0 && p->s[p->n - 1] == '\r')
		p->n--;
	p->line = scan->line++;
	scan->next = newline != NULL ? newline + 1 : end;
	return true;
}

/* --- entries --- */

static struct entry *
add_entry(struct section *section)
{
	section->entries = mem_grow(section->entries, section->entries_n,
	    &section->entries_cap, sizeof(*section->entries));
	section->entries[section->entries_n] = (struct entry){ .key = NULL };
	return &section->entries[section->entries_n++];
}

/*
 * A key of [deck] whose line cannot be read: told there, and not missing
 * besides.
 */
static void
keep_key(struct section *section, const struct physical *p, char *s, size_t n)
{
	struct entry *e;
	size_t word = 0;

	while (word < n && s[word] >= 'a' && s[word] <= 'z')
		word++;
	if (section->kind != SECTION_DECK || word == 0)
		return;
	e = add_entry(section);
	e->begins = p->s;
	e->line = p->line;
	e->key = s;
	e->key_n = (uint32_t)word;
	e->raw = s + word;
	e->given = true;
}

static void
no_equals(struct scan *scan, struct section *section,
    const struct physical *p, char *s, size_t n)
{
	if (lines_fullwidth(scan, section, p, s, n))
		return;
	if (chars_blanks(s, n) == n)
		(void)lines_odd_blank(scan, section, p, s, n);
	else
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, s), true, "no-equals",
		    "key = value, or ; in front of a comment",
		    "no = in this line: \"%.*s\"", (int)(n < 60 ? n : 60), s);
}

/* Blanks that are none: around the key, and before or behind the value. */
static bool
has_odd_blank(struct scan *scan, struct section *section,
    const struct physical *p, struct entry *e)
{
	const char *raw = e->raw;
	size_t n = e->raw_n, end, at;

	if (lines_odd_blank(scan, section, p, e->key, e->key_n)) {
		/* The key without it, so that it is not unknown besides. */
		(void)chars_odd_blank(e->key, e->key_n, &at);
		if (at > 0) {
			e->key_n = (uint32_t)at;
			return true;
		}
		for (at = 1; at < e->key_n &&
		    ((unsigned char)e->key[at] & 0xc0) == 0x80; at++)
			;
		e->key += at;
		e->key_n -= (uint32_t)at;
		return true;
	}
	if (n == 0 || *raw == '"' || *raw == '\'')
		return false;
	/* Only at the edge: inside an unquoted text it is part of it. */
	if ((unsigned char)raw[0] >= 0x80 && lines_odd_blank(scan, section,
	    p, raw, n < 3 ? n : 3))
		return true;
	for (end = n; end > 1 && ((unsigned char)raw[end - 1] & 0xc0) == 0x80;
	    end--)
		;
	return (unsigned char)raw[n - 1] >= 0x80 && end > 0 &&
	    lines_odd_blank(scan, section, p, raw + end - 1, n - end + 1);
}

/*
 * A line of a section.  after: the line before was broken off, so that a line
 * without = belongs to its fault.
 */
static void
read_entry(struct scan *scan, struct section *section,
    const struct physical *p, char *s, size_t n, bool *after)
{
	char *equals = memchr(s, '=', n);
	struct entry *e;

	if (equals == NULL) {
		if (!*after) {
			no_equals(scan, section, p, s, n);
			keep_key(section, p, s, n);
		}
		return;
	}
	if (equals == s) {
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, s), true, "no-key",
		    "put the key in front", "a line that begins with =");
		return;
	}
	if (lines_fullwidth(scan, section, p, s, (size_t)(equals - s))) {
		keep_key(section, p, s, n);
		return;
	}
	e = add_entry(section);
	e->begins = p->s;
	e->line = p->line;
	e->key = s;
	e->key_n = (uint32_t)(equals - s);
	while (e->key_n > 0 && lines_is_blank(s[e->key_n - 1]))
		e->key_n--;
	e->raw = equals + 1;
	n = n - (size_t)(e->raw - s);
	lines_trim(&e->raw, &n);
	e->raw_n = (uint32_t)n;
	*after = false;
	if (n > 0 && e->raw[n - 1] == '\\') {
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, e->raw + n - 1), true,
		    "final-backslash", "remove it; a longer text goes on in "
		    "question.2, why.2, ...", "the \\ at the end of %.*s joins "
		    "the next line", (int)e->key_n, e->key);
		*after = true;
	} else if (!has_odd_blank(scan, section, p, e)) {
		/* The next line may be the rest of an unclosed quote. */
		*after = n > 0 && (*e->raw == '"' || *e->raw == '\'') &&
		    memchr(e->raw + 1, *e->raw, n - 1) == NULL;
		return;
	}
	/* The key is there; its value is not to be read. */
	e->raw_n = 0;
	e->given = true;
}

/* The value cannot be used, but the key is there: not missing besides. */
static void
read_key(struct scan *scan, struct section *section,
    const struct physical *p, char *s, size_t n)
{
	char *equals = memchr(s, '=', n);
	size_t before = section->entries_n;
	bool after = true;

	if (equals == NULL || equals == s)
		return;
	read_entry(scan, section, p, s, (size_t)(equals - s) + 1, &after);
	if (section->entries_n > before)
		section->entries[before].given = true;
}

static void
check_comment(struct scan *scan, struct section *section,
    const struct physical *p, size_t n, const char *s)
{
	(void)chars_check(scan->reader, section, p->s, p->n, p->line, 0,
	    false);
	if (p->whole > LINE_MAX_BYTES)
		lines_too_long(scan, section, p, s, true);
	if (n > 0 && s[n - 1] == '\\')
		lines_backslash(scan, section, p, s + n - 1);
}

static bool
begins_header(const char *s, size_t n)
{
	size_t odd = chars_blanks(s, n);

	s += odd;
	n -= odd;
	return n > 0 && (*s == '[' ||
	    (n >= 3 && memcmp(s, "\xef\xbc\xbb", 3) == 0) ||
	    (n >= 4 && memcmp(s, "\xef\xbb\xbf[", 4) == 0));
}

/* Behind a value, a comment; its \ at the end is not the value's. */
static size_t
drop_backslash(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n, size_t comment)
{
	if (comment >= p->n || n == 0 || s[n - 1] != '\\')
		return n;
	lines_backslash(scan, section, p, s + n - 1);
	while (n > 0 && s[n - 1] == '\\')
		n--;
	return n;
}

/* A line of a section that is no header, no comment and not blank. */
static void
read_line(struct scan *scan, struct section *section,
    const struct physical *p, char *s, size_t n, bool *after)
{
	size_t comment = chars_comment(p->s, p->n);
	bool is_long = p->whole > LINE_MAX_BYTES;

	/* Without its comment iniparser may find it short enough. */
	if (is_long)
		lines_too_long(scan, section, p, s, comment < p->n &&
		    comment <= LINE_MAX_BYTES);
	if (is_long && (comment == p->n || comment > LINE_MAX_BYTES)) {
		read_key(scan, section, p, s, n);
	} else if (!chars_check(scan->reader, section, p->s, p->n, p->line,
	    comment, false)) {
		read_key(scan, section, p, s, n);
	} else {
		n = drop_backslash(scan, section, p, s, n, comment);
		read_entry(scan, section, p, s, n, after);
	}
}

/* Reads lines into section until the next header; true when there is one. */
static bool
read_lines(struct scan *scan, struct section *section)
{
	struct physical p;
	bool after = false;
	size_t n;
	char *s;

	while (next_line(scan, &p)) {
		s = p.s;
		n = p.n;
		lines_trim(&s, &n);
		if (n == 0)
			continue;
		if (*s == ';' || *s == '#') {
			check_comment(scan, section, &p, n, s);
			continue;
		}
		if (begins_header(s, n)) {
			scan->held = true;
			header_read(scan, &p, s);
			return true;
		}
		read_line(scan, section, &p, s, n, &after);
	}
	return false;
}

void
scan_start(struct scan *scan, struct reader *reader)
{
	*scan = (struct scan){ .reader = reader, .next = reader->text,
	    .line = 1 };
	if (reader->n >= 3 && memcmp(reader->text, "\xef\xbb\xbf", 3) == 0)
		scan->next += 3;
	/* What stands before the first header. */
	scan->held = true;
}

bool
scan_section(struct scan *scan, struct section *section)
{
	struct entry *entries = section->entries;
	size_t cap = section->entries_cap;

	if (!scan->held)
		return false;
	*section = scan->head;
	section->entries = entries;
	section->entries_cap = cap;
	section->entries_n = 0;
	scan->held = false;
	if (section->kind == SECTION_DECK) {
		scan->reader->has_deck = true;
		scan->reader->deck_line = section->line;
	} else if (section->kind == SECTION_NOTE ||
	    section->kind == SECTION_BROKEN) {
		scan->reader->any_note = true;
	}
	(void)read_lines(scan, section);
	return true;
}
