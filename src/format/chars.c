/*
 * chars.c -- what no line of a deck may hold.
 * SPDX-License-Identifier: MIT
 *
 * A fault in a comment is a warning: comments never reach iniparser.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "format/reader.h"

#include "base/banned.h"

#define BOM 0xfeff

void
chars_name(const char *s, size_t n, char out[16])
{
	int32_t cp;

	if (utf8_read(s, n, &cp) == 0)
		cp = (unsigned char)*s;
	(void)snprintf(out, 16, "U+%04X", (unsigned)cp);
}

#define EACH_BYTE(x) (UINT64_C(0x0101010101010101) * (x))

/*
 * Bytes of printable ASCII at the beginning of s, eight at a time; some of
 * those behind may be too.
 */
static size_t
plain_words(const char *s, size_t n)
{
	uint64_t word, low, del;
	size_t i;

	for (i = 0; i + 8 <= n; i += 8) {
		memcpy(&word, s + i, 8);
		low = word - EACH_BYTE(0x20);
		del = (word ^ EACH_BYTE(0x7f)) - EACH_BYTE(0x01);
		if ((word | low | del) & EACH_BYTE(0x80))
			break;
	}
	return i;
}

/* Nothing but printable ASCII and tabs: nearly every line. */
static bool
is_plain(const char *s, size_t n)
{
	size_t i = plain_words(s, n);

	for (; i < n; i++)
		if ((signed char)s[i] < 0x20 || s[i] == 0x7f)
			if (s[i] != '\t')
				return false;
	return true;
}

/*
 * Whether any letter beyond ASCII in the file is valid UTF-8: if none is, the
 * file was saved in an older encoding.
 */
static bool
has_multibyte(struct reader *reader)
{
	const char *s = reader->text;
	size_t i, len;
	int32_t cp;

	if (reader->multibyte >= 0)
		return reader->multibyte == 1;
	reader->multibyte = 0;
	for (i = 0; i < reader->n && reader->multibyte == 0;
	    i += len != 0 ? len : 1) {
		len = utf8_read(s + i, reader->n - i, &cp);
		if (len > 1)
			reader->multibyte = 1;
	}
	return reader->multibyte == 1;
}

static void
tell_broken(struct reader *reader, struct section *section, uint32_t line,
    uint32_t column, bool error, unsigned char byte)
{
	if (error && section->utf8_told)
		return;
	section->utf8_told |= error;
	reader_fault(reader, section, line, column, error, "invalid-utf8",
	    "save the file as UTF-8", has_multibyte(reader) ?
	    "the byte 0x%02X is no UTF-8" : "the byte 0x%02X is no UTF-8; the "
	    "file looks like Latin-1 or a Windows code page", byte);
}

static void
tell_nul(struct reader *reader, struct section *section, uint32_t line,
    uint32_t column, bool error)
{
	if (error && section->nul_told)
		return;
	section->nul_told |= error;
	reader_fault(reader, section, line, column, error, "nul-byte",
	    "remove it", "a zero byte (NUL)");
}

/* What is wrong with a code point, or NULL. */
static const char *
fault_of(int32_t cp)
{
	if (cp == BOM)
		return "stray-bom";
	if (utf8_is_bidi(cp))
		return "bidi-control";
	return utf8_is_control(cp) && cp != '\t' ? "control-char" : NULL;
}

static const char *
describe(const char *code)
{
	if (strcmp(code, "stray-bom") == 0)
		return "a byte order mark inside the file: two files were "
		    "joined here";
	if (strcmp(code, "bidi-control") == 0)
		return "a sign that changes the direction of text";
	return "a control character";
}

bool
chars_check(struct reader *reader, struct section *section,
    const char *begins, size_t n, uint32_t line, size_t comment, bool header)
{
	bool error, good = true;
	const char *code, *told = NULL;
	uint32_t column = 1;
	size_t i, len;
	int32_t cp;

	if (is_plain(begins, n))
		return true;
	for (i = 0; i < n; i += len, column++) {
		error = i < comment;
		len = utf8_read(begins + i, n - i, &cp);
		if (len == 0) {
			tell_broken(reader, section, line, column, error,
			    (unsigned char)begins[i]);
			return good && !error;
		}
		if (cp == 0) {
			tell_nul(reader, section, line, column, error);
			return good && !error;
		}
		code = fault_of(cp);
		/* In a header it is a matter of the id, but for the mark. */
		if (code == NULL || code == told || (header && error &&
		    cp != BOM))
			continue;
		reader_fault(reader, section, line, column, error, code,
		    "remove it", "U+%04X is %s", (unsigned)cp,
		    describe(code));
		/* One message a line for a kind of fault: [31m…[0m is one. */
		told = code;
		good = good && !error;
	}
	return good;
}

static bool
is_plain_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* What stands behind a closing bracket or quote, from its offset on. */
static size_t
comment_behind(const char *s, size_t n, size_t i)
{
	while (i < n && is_plain_blank(s[i]))
		i++;
	return i < n && (s[i] == ';' || s[i] == '#') ? i : n;
}

size_t
chars_comment(const char *s, size_t n)
{
	const char *sign, *close;
	size_t i = 0;

	while (i < n && is_plain_blank(s[i]))
		i++;
	sign = memchr(s + i, i < n && s[i] == '[' ? ']' : '=', n - i);
	if (sign == NULL)
		return n;
	if (*sign == ']')
		return comment_behind(s, n, (size_t)(sign - s) + 1);
	for (i = (size_t)(sign - s) + 1; i < n && is_plain_blank(s[i]); i++)
		;
	if (i < n && (s[i] == '"' || s[i] == '\'')) {
		close = memchr(s + i + 1, s[i], n - i - 1);
		return close == NULL ? n :
		    comment_behind(s, n, (size_t)(close - s) + 1);
	}
	while (i < n && s[i] != ';' && s[i] != '#')
		i++;
	return i;
}

size_t
chars_blanks(const char *s, size_t n)
{
	size_t i = 0, at, len;
	int32_t cp;

	while (i < n) {
		if (is_plain_blank(s[i])) {
			i++;
			continue;
		}
		len = utf8_read(s + i, n - i, &cp);
		if (len < 2 || chars_odd_blank(s + i, len, &at) == 0)
			break;
		i += len;
	}
	return i;
}

int32_t
chars_odd_blank(const char *s, size_t n, size_t *at)
{
	static const int32_t odd[] = { 0xa0, 0x1680, 0x2007, 0x2028, 0x2029,
	    0x200b, 0x202f, 0x205f, 0x3000 };
	size_t i, k, len;
	int32_t cp;

	for (i = 0; i < n; i += len != 0 ? len : 1) {
		len = utf8_read(s + i, n - i, &cp);
		if (len < 2)
			continue;
		for (k = 0; k < sizeof(odd) / sizeof(odd[0]); k++)
			if (cp == odd[k] || (cp >= 0x2000 && cp <= 0x200a)) {
				*at = i;
				return cp;
			}
	}
	return 0;
}

static bool
is_id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool
chars_is_id(const char *s, size_t n, size_t *at)
{
	for (*at = 0; *at < n; (*at)++)
		if (!is_id_char(s[*at]) && (s[*at] != '-' || *at == 0))
			return false;
	*at = 0;
	return n > 0 && n <= 64;
}

void
chars_make_id(const char *s, size_t n, struct buf *out)
{
	size_t i;
	char c;

	for (i = 0; i < n && out->len < 64; i++) {
		c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] - 'A' + 'a') :
		    s[i];
		if (is_id_char(c))
			buf_addc(out, c);
		else if ((c == ' ' || c == '_' || c == '-' || c == ':' ||
		    c == '.' || c == '/') && out->len > 0 &&
		    out->s[out->len - 1] != '-')
			buf_addc(out, '-');
	}
	while (out->len > 0 && out->s[out->len - 1] == '-')
		out->s[--out->len] = '\0';
	if (out->len == 0)
		buf_adds(out, "a-name");
}
