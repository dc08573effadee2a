/*
 * values.c -- what a value says, and what iniparser would make of it.
 * SPDX-License-Identifier: MIT
 *
 * iniparser drops what follows a closing quote, cuts an unquoted text at a ;
 * or #, and takes a missing closing quote for granted: all of it in silence.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "format/reader.h"

#include "base/banned.h"

static void
fault(struct reader *reader, struct section *section, struct entry *e,
    size_t at, const char *code, const char *fix, const char *message)
{
	e->value = NULL;
	reader_fault(reader, section, e->line,
	    reader_column(e->begins, e->raw + at), true, code, fix,
	    "%.*s: %s", (int)(e->key_n < 60 ? e->key_n : 60), e->key,
	    message);
}

static void
tell_odd(struct reader *reader, struct section *section, struct entry *e,
    size_t at)
{
	char name[16], message[80];

	chars_name(e->raw + at, e->raw_n - at, name);
	(void)snprintf(message, sizeof(message), "%s is there and is not "
	    "seen, or looks like a blank", name);
	fault(reader, section, e, at, "odd-blank", "an ordinary blank there",
	    message);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Whether only a comment, or nothing, stands from s on. */
static bool
is_comment(const char *s, size_t n)
{
	while (n > 0 && is_blank(*s)) {
		s++;
		n--;
	}
	return n == 0 || *s == ';' || *s == '#';
}

static void
read_quoted(struct reader *reader, struct section *section, struct entry *e)
{
	const char quote = e->raw[0];
	char *close = memchr(e->raw + 1, quote, e->raw_n - 1);
	char *slash = memchr(e->raw + 1, '\\', (size_t)((close != NULL ?
	    close : e->raw + e->raw_n) - (e->raw + 1)));
	size_t odd, at;

	if (slash != NULL) {
		fault(reader, section, e, (size_t)(slash - e->raw),
		    "backslash-in-quotes", "for quotes inside: '...'; for a "
		    "path: leave the value without quotes",
		    "a \\ inside quotes is read differently by different "
		    "versions of iniparser");
		return;
	}
	if (close == NULL) {
		fault(reader, section, e, 0, "unclosed-quote",
		    quote == '\'' ? "\"'tis ...\" with double quotes around, "
		    "if the text begins with an apostrophe" :
		    "the closing \" at the end of the text",
		    "this quote is never closed");
		return;
	}
	odd = chars_blanks(close + 1, (size_t)(e->raw + e->raw_n - close - 1));
	if (chars_odd_blank(close + 1, odd, &at) != 0 && is_comment(close + 1 +
	    odd, (size_t)(e->raw + e->raw_n - close - 1) - odd)) {
		tell_odd(reader, section, e, (size_t)(close + 1 - e->raw) +
		    at);
		return;
	}
	if (!is_comment(close + 1, (size_t)(e->raw + e->raw_n - close - 1))) {
		fault(reader, section, e, (size_t)(close - e->raw),
		    "text-after-quote", "single quotes around a text with \" "
		    "in it: '...'; alternatives in one text: \"a | b\"",
		    "the text ends at this quote; the rest is lost");
		return;
	}
	e->value = e->raw + 1;
	e->value_n = (uint32_t)(close - e->value);
}

/* The first ; or #, or the end. */
static size_t
cut_of(const struct entry *e)
{
	size_t i;

	for (i = 0; i < e->raw_n; i++)
		if (e->raw[i] == ';' || e->raw[i] == '#')
			break;
	return i;
}

static void
read_unquoted(struct reader *reader, struct section *section, struct entry *e,
    bool text)
{
	size_t cut = cut_of(e);
	bool address = e->known && e->field == KEY_SEE &&
	    section->kind == SECTION_NOTE;

	if (cut > 0 && cut < e->raw_n &&
	    (text || (address && !is_blank(e->raw[cut - 1])))) {
		fault(reader, section, e, cut, "unquoted-cut",
		    "quotes around the text",
		    "without quotes the text is cut here");
		return;
	}
	e->value = e->raw;
	e->value_n = (uint32_t)cut;
}

/* A sign that is not seen, before a quote that would become text. */
static bool
hides_quote(const struct entry *e)
{
	static const int32_t hidden[] = { 0xad, 0x61c, 0x200b, 0x200c, 0x200d,
	    0x200e, 0x200f, 0x2060 };
	size_t i, n;
	int32_t cp;

	n = utf8_read(e->raw, e->raw_n, &cp);
	if (n < 2 || n >= e->raw_n || (e->raw[n] != '"' && e->raw[n] != '\''))
		return false;
	for (i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
		if (cp == hidden[i])
			return true;
	return false;
}

static void
check_curly(struct reader *reader, struct section *section,
    const struct entry *e)
{
	static const int32_t quotes[] = { 0x201c, 0x201d, 0x201e, 0x201f,
	    0xab, 0x2018, 0x201a, 0x2039, 0x300c, 0x300e };
	char shown[5] = "";
	size_t i, n;
	int32_t cp;

	n = utf8_read(e->value, e->value_n, &cp);
	for (i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
		if (cp != quotes[i])
			continue;
		memcpy(shown, e->value, n);
		reader_fault(reader, section, e->line,
		    reader_column(e->begins, e->value), false, "curly-quotes",
		    "straight quotes around the text: \"...\"",
		    "%.*s: %s becomes part of the text", (int)e->key_n,
		    e->key, shown);
		return;
	}
}

static void
trim(struct entry *e)
{
	while (e->value_n > 0 && is_blank(e->value[e->value_n - 1]))
		e->value_n--;
	while (e->value_n > 0 && is_blank(*e->value)) {
		e->value++;
		e->value_n--;
	}
}

void
values_read(struct reader *reader, struct section *section,
    struct entry *e, bool text)
{
	bool quoted = e->raw_n > 0 && (*e->raw == '"' || *e->raw == '\'');

	e->value = e->raw;
	e->value_n = 0;
	if (e->raw_n == 0)
		return;
	if (quoted)
		read_quoted(reader, section, e);
	else if (hides_quote(e))
		tell_odd(reader, section, e, 0);
	else
		read_unquoted(reader, section, e, text);
	if (e->value == NULL)
		return;
	trim(e);
	e->given = e->value_n > 0;
	if (e->given && !quoted && text)
		check_curly(reader, section, e);
}
