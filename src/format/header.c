/*
 * header.c -- section lines: [name], and what is meant to be one.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>
#include <strings.h>

#include "format/lines.h"

#include "base/banned.h"

/* The comment behind a header. */
static void
check_tail(struct scan *scan, struct section *section,
    const struct physical *p, const char *s, size_t n)
{
	if (n == 0 || (*s != ';' && *s != '#'))
		return;
	if (p->whole > LINE_MAX_BYTES)
		lines_too_long(scan, section, p, s, true);
	if (s[n - 1] == '\\')
		lines_backslash(scan, section, p, s + n - 1);
}

/* --- headers --- */

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
	while (n > 0 && (*s == '[' || lines_is_blank(*s) ||
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
	lines_trim(rest, rest_n);
	if (*rest_n > 0 && **rest != ';' && **rest != '#' &&
	    memchr(open + 1, '[', (size_t)(close - open - 1)) != NULL) {
		for (last = end; last[-1] != ']'; last--)
			;
		close = last - 1;
		*rest = last;
		*rest_n = (size_t)(end - last);
		lines_trim(rest, rest_n);
	}
	*name = open + 1;
	*n = (size_t)(close - *name);
	lines_trim(name, n);
	return true;
}

static void
check_name(struct scan *scan, const struct physical *p)
{
	struct section *head = &scan->head;
	struct buf fix = BUF_INIT(128);
	int shown = (int)(head->name_n < 100 ? head->name_n : 100);
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
		    shown, head->name, head->name[at]);
	else
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, head->name + at), true, "bad-id",
		    fix.s, "\"%.*s\" is no id: %s may not stand in it; small "
		    "letters, digits and hyphens", shown, head->name, sign);
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
	    chars_comment(p->s, p->n), true)) {
		head->kind = scan->reader->repeated ? SECTION_DROPPED :
		    SECTION_BROKEN;
		return;
	}
	if (!split_header(p, &name, &n, &rest, &rest_n)) {
		if (lines_fullwidth(scan, head, p, p->s, p->n)) {
			head->kind = SECTION_BROKEN;
			return;
		}
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
	else if (rest_n > 0 && chars_blanks(rest, rest_n) > 0)
		(void)lines_odd_blank(scan, head, p, rest, rest_n);
	else if (rest_n > 0 && *rest != ';' && *rest != '#')
		reader_fault(scan->reader, head, p->line,
		    reader_column(p->s, rest), true, "bad-header",
		    "[name] alone on its line; a comment may follow",
		    "text behind the section name: \"%.*s\"",
		    (int)(rest_n < 60 ? rest_n : 60), rest);
	else if (!scan->reader->repeated)
		classify(scan, p);
	check_tail(scan, head, p, rest, rest_n);
	if (head->bad && head->kind == SECTION_NOTE)
		head->kind = SECTION_BROKEN;
	if (head->kind == SECTION_DROPPED)
		second_deck(scan, p);
}

/* A ［ or a mark before [ begins a note that is left out. */
void
header_read(struct scan *scan, const struct physical *p, const char *s)
{
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
	if (chars_blanks(s, p->n - (size_t)(s - p->s)) > 0)
		(void)lines_odd_blank(scan, &scan->head, p, s,
		    p->n - (size_t)(s - p->s));
	else
		(void)lines_fullwidth(scan, &scan->head, p, s,
		    p->n - (size_t)(s - p->s));
}
