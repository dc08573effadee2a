/*
 * scan.c -- from lines to sections, with the faults that a line shows alone.
 * SPDX-License-Identifier: MIT
 *
 * Lines are physical: a \ at a line's end, which would join the next one, is a
 * fault, and the next line is read as if it were not there.
 */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "format/reader.h"

#include "base/banned.h"

/* iniparser's buffer: a longer line makes it give up the whole file. */
#define LINE_MAX_BYTES 1022

struct physical {
	char *s;
	size_t n;	/* without LF and CR */
	size_t whole;	/* with the CR */
	uint32_t line;
};

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

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* Cuts blanks from both ends. */
static void
trim(char **s, size_t *n)
{
	while (*n > 0 && is_blank((*s)[*n - 1]))
		(*n)--;
	while (*n > 0 && is_blank(**s)) {
		(*s)++;
		(*n)--;
	}
}

/* --- headers ------------------------------------------------------------- */

static void
bad_header(struct scan *scan, const struct physical *p, const char *message,
    const char *fix)
{
	struct section *head = &scan->head;

	head->kind = SECTION_BROKEN;
	reader_fault(scan->reader, head, p->line,
	    reader_column(p->s, head->name != NULL ? head->name : p->s), true,
	    "bad-header", fix, "%s", message);
}

/* Its absence is not told besides. */
static void
note_broken_deck(struct scan *scan, const char *s, size_t n)
{
	while (n > 0 && (*s == '[' || is_blank(*s) ||
	    (unsigned char)*s >= 0x80)) {
		s++;
		n--;
	}
	if (n >= 4 && strncasecmp(s, "deck", 4) == 0 &&
	    (n == 4 || !chars_is_id(s + 4, 1, &(size_t){ 0 })))
		scan->reader->broken_deck = true;
}

/*
 * The name between the brackets and what stands behind them.  A bracket in the
 * name is a matter of the id, so the last one of the line ends it then.
 */
static bool
split_header(const struct physical *p, char **name, size_t *n, char **rest,
    size_t *rest_n)
{
	char *s = p->s, *end = p->s + p->n, *open, *close, *last;

	open = memchr(s, '[', p->n);
	close = open != NULL ? memchr(open, ']', (size_t)(end - open)) : NULL;
	if (close == NULL)
		return false;
	*rest = close + 1;
	*rest_n = (size_t)(end - *rest);
	trim(rest, rest_n);
	if (*rest_n > 0 && **rest != ';' && **rest != '#' &&
	    memchr(open + 1, '[', (size_t)(close - open - 1)) != NULL) {
		for (last = end; last[-1] != ']'; last--)
			;
		close = last - 1;
		*rest = last;
		*rest_n = (size_t)(end - last);
		trim(rest, rest_n);
	}
	*name = open + 1;
	*n = (size_t)(close - *name);
	trim(name, n);
	return true;
}

static void
check_name(struct scan *scan, const struct physical *p)
{
	struct section *head = &scan->head;
	struct buf fix = BUF_INIT(128);
	char sign[16];
	size_t at;

	if (chars_is_id(head->name, head->name_n, &at))
		return;
	buf_addc(&fix, '[');
	chars_make_id(head->name, head->name_n, &fix);
	if (fix.len == 1)
		buf_adds(&fix, "a-name");
	buf_addc(&fix, ']');
	chars_name(head->name + at, head->name_n - at, sign);
	if (head->name_n > 64 && at == 0)
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, head->name), true, "bad-id", fix.s,
		    "the id has %u characters; 64 at most", head->name_n);
	else if ((unsigned char)head->name[at] < 0x80)
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, head->name + at), true, "bad-id",
		    fix.s, "\"%.*s\" is no id: '%c' may not stand in it; "
		    "small letters, digits and hyphens",
		    (int)head->name_n, head->name, head->name[at]);
	else
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, head->name + at), true, "bad-id",
		    fix.s, "\"%.*s\" is no id: %s may not stand in it; small "
		    "letters, digits and hyphens", (int)head->name_n,
		    head->name, sign);
	buf_clear(&fix);
}

static bool
is_word(const struct section *head, const char *word)
{
	return head->name_n == strlen(word) &&
	    memcmp(head->name, word, head->name_n) == 0;
}

/* What kind of section a good name begins. */
static void
classify(struct scan *scan, const struct physical *p)
{
	struct reader *reader = scan->reader;
	struct section *head = &scan->head;
	uint32_t before;

	if (is_word(head, "course") && !reader->has_deck &&
	    !reader->any_note) {
		head->kind = SECTION_COURSE;
		return;
	}
	if (is_word(head, "deck")) {
		head->kind = reader->has_deck ? SECTION_DROPPED :
		    SECTION_DECK;
		return;
	}
	head->kind = SECTION_NOTE;
	check_name(scan, p);
	if (head->bad)
		return;
	before = reader_see(reader, head->name, head->name_n, p->line);
	if (before != 0)
		reader_fault(reader, head, p->line,
		    reader_column(p->s, head->name), true, "duplicate-id",
		    "give this note another id",
		    "the note [%.*s] stands on line %u already",
		    (int)head->name_n, head->name, before);
}

static void
second_deck(struct scan *scan, const struct physical *p)
{
	struct reader *reader = scan->reader;

	if (!reader->repeated)
		reader_fault(reader, NULL, p->line, 1, true, "repeated-deck",
		    "split the file in two", "a second [deck], the first "
		    "stands on line %u; all that follows is left out",
		    reader->deck_line);
	reader->repeated = true;
}

static void
read_header(struct scan *scan, const struct physical *p)
{
	struct section *head = &scan->head;
	char *name, *rest;
	size_t n, rest_n;

	*head = (struct section){ .kind = SECTION_NOTE, .begins = p->s,
	    .line = p->line };
	if (scan->reader->repeated)
		head->kind = SECTION_DROPPED;
	if (!chars_check(scan->reader, head, p->s, p->n, p->line,
	    CHARS_HEADER)) {
		head->kind = scan->reader->repeated ? SECTION_DROPPED :
		    SECTION_BROKEN;
		return;
	}
	if (!split_header(p, &name, &n, &rest, &rest_n)) {
		bad_header(scan, p, "the section line has no ]",
		    "[name], alone on its line");
		return;
	}
	head->name = name;
	head->name_n = (uint32_t)n;
	if (n == 0)
		bad_header(scan, p, "[] has no name", "[name]");
	else if (name[0] == '[')
		bad_header(scan, p, "[[ begins no section",
		    "[name], with one bracket on each side");
	else if (rest_n > 0 && *rest != ';' && *rest != '#')
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, rest), true, "bad-header",
		    "[name] alone on its line; a comment may follow",
		    "text behind the section name: \"%.*s\"",
		    (int)(rest_n < 60 ? rest_n : 60), rest);
	else if (!scan->reader->repeated)
		classify(scan, p);
	if (head->bad && head->kind == SECTION_NOTE)
		head->kind = SECTION_BROKEN;
	if (head->kind == SECTION_DROPPED)
		second_deck(scan, p);
}

/* --- entries ------------------------------------------------------------- */

static struct entry *
add_entry(struct section *section)
{
	section->entries = mem_grow(section->entries, section->entries_n,
	    &section->entries_cap, sizeof(*section->entries));
	section->entries[section->entries_n] = (struct entry){ .key = NULL };
	return &section->entries[section->entries_n++];
}

static bool
check_odd_blank(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n)
{
	size_t at;
	int32_t cp = chars_odd_blank(s, n, &at);

	if (cp == 0)
		return false;
	reader_fault(scan->reader, section, p->line,
	    reader_column(p->s, s + at), true, "odd-blank",
	    "an ordinary blank there", "U+%04X looks like a blank, but is "
	    "none", (unsigned)cp);
	return true;
}

static void
no_equals(struct scan *scan, struct section *section,
    const struct physical *p, char *s, size_t n)
{
	static const char fullwidth[] = "\xef\xbc\x9d";
	char *sign = NULL;
	size_t i;

	for (i = 0; i + 3 <= n && sign == NULL; i++)
		if (memcmp(s + i, fullwidth, 3) == 0)
			sign = s + i;
	if (sign != NULL)
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, sign), true, "fullwidth-sign",
		    "=", "U+FF1D looks like =, but is another sign");
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

	if (check_odd_blank(scan, section, p, e->key, e->key_n)) {
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
	if ((unsigned char)raw[0] >= 0x80 && check_odd_blank(scan, section,
	    p, raw, n < 3 ? n : 3))
		return true;
	for (end = n; end > 1 && ((unsigned char)raw[end - 1] & 0xc0) == 0x80;
	    end--)
		;
	return (unsigned char)raw[n - 1] >= 0x80 && end > 0 &&
	    check_odd_blank(scan, section, p, raw + end - 1, n - end + 1);
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
		if (!*after)
			no_equals(scan, section, p, s, n);
		return;
	}
	if (equals == s) {
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, s), true, "no-key",
		    "put the key in front", "a line that begins with =");
		return;
	}
	e = add_entry(section);
	e->begins = p->s;
	e->line = p->line;
	e->key = s;
	e->key_n = (uint32_t)(equals - s);
	while (e->key_n > 0 && is_blank(s[e->key_n - 1]))
		e->key_n--;
	e->raw = equals + 1;
	n = n - (size_t)(e->raw - s);
	trim(&e->raw, &n);
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
	bool after = true;

	if (equals == NULL || equals == s)
		return;
	read_entry(scan, section, p, s, (size_t)(equals - s) + 1, &after);
	section->entries[section->entries_n - 1].given = true;
}

static void
too_long(struct scan *scan, struct section *section, const struct physical *p,
    const char *s, bool comment)
{
	const char *equals = memchr(s, '=', p->n - (size_t)(s - p->s));
	int n = equals != NULL && equals - s < 60 ? (int)(equals - s) : 0;

	while (n > 0 && is_blank(s[n - 1]))
		n--;
	reader_fault(scan->reader, section, p->line, 1, !comment,
	    "line-too-long", "go on in question.2, why.2, ...",
	    "%.*s%sthis line has %zu bytes; 1022 at most", n, s,
	    n > 0 ? ": " : "", p->whole);
}

static void
check_comment(struct scan *scan, struct section *section,
    const struct physical *p, size_t n, const char *s)
{
	(void)chars_check(scan->reader, section, p->s, p->n, p->line,
	    CHARS_COMMENT);
	if (p->whole > LINE_MAX_BYTES)
		too_long(scan, section, p, s, true);
	if (n > 0 && s[n - 1] == '\\')
		reader_fault(scan->reader, section, p->line,
		    reader_column(p->s, s + n - 1), false,
		    "comment-backslash", "put a full stop behind it",
		    "a comment that ends in \\: other readers lose the next "
		    "line");
}

static bool
begins_header(const char *s, size_t n)
{
	return n > 0 && (*s == '[' ||
	    (n >= 3 && memcmp(s, "\xef\xbc\xbb", 3) == 0) ||
	    (n >= 4 && memcmp(s, "\xef\xbb\xbf[", 4) == 0));
}

/* A ［ or a mark before [ begins a note that is left out. */
static void
hold_header(struct scan *scan, const struct physical *p, const char *s)
{
	scan->held = true;
	if (*s == '[' || memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		read_header(scan, p);
		if (scan->head.bad)
			note_broken_deck(scan, s, p->n - (size_t)(s - p->s));
		return;
	}
	note_broken_deck(scan, s, p->n - (size_t)(s - p->s));
	scan->head = (struct section){ .kind = SECTION_BROKEN,
	    .begins = p->s, .line = p->line };
	if (scan->reader->repeated)
		scan->head.kind = SECTION_DROPPED;
	reader_fault(scan->reader, &scan->head, p->line,
	    reader_column(p->s, s), true, "fullwidth-sign", "[name]",
	    "U+FF3B looks like [, but is another sign");
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
		trim(&s, &n);
		if (n == 0)
			continue;
		if (*s == ';' || *s == '#') {
			check_comment(scan, section, &p, n, s);
			continue;
		}
		if (p.whole > LINE_MAX_BYTES) {
			too_long(scan, section, &p, s, false);
			read_key(scan, section, &p, s, n);
			continue;
		}
		if (begins_header(s, n)) {
			hold_header(scan, &p, s);
			return true;
		}
		if (chars_check(scan->reader, section, p.s, p.n, p.line,
		    CHARS_ENTRY))
			read_entry(scan, section, &p, s, n, &after);
		else
			read_key(scan, section, &p, s, n);
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
