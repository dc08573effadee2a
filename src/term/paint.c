/*
 * paint.c -- see paint.h.
 * SPDX-License-Identifier: MIT
 *
 * A paragraph is filtered first and wrapped afterwards, so that what is
 * counted is what is shown.  Blanks inside a line stay as they are; those at
 * which it is broken, and those at its end, are dropped.
 */
#include "term/paint.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "base/banned.h"

#define WIDTH_DEFAULT 80
#define WIDTH_MOST 10000

static const char *const styles[PAINT_STYLES] = {
	[PAINT_PLAIN] = "",
	[PAINT_HEADING] = "\033[1m",
	[PAINT_RIGHT] = "\033[32m",
	[PAINT_WRONG] = "\033[31m",
	[PAINT_NEARLY] = "\033[33m",
	[PAINT_QUIET] = "\033[2m"
};

static const char *
setting(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

/*
 * Whether the person's own locale says UTF-8.  The environment is asked, not
 * the process: that has a UTF-8 locale in any case, for the sake of editing.
 */
static bool
locale_is_unicode(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *value = NULL, *codeset;
	size_t i;

	for (i = 0; i < 3 && value == NULL; i++)
		value = setting(names[i]);
	codeset = value != NULL ? strchr(value, '.') : NULL;
	return codeset != NULL && (strncasecmp(codeset, ".utf-8", 6) == 0 ||
	    strncasecmp(codeset, ".utf8", 5) == 0);
}

int
paint_width(int fd)
{
	struct winsize size;
	const char *columns;
	long n;

	if (!isatty(fd))
		return 0;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	columns = setting("COLUMNS");
	n = columns != NULL ? strtol(columns, NULL, 10) : 0;
	return n > 0 && n <= WIDTH_MOST ? (int)n : WIDTH_DEFAULT;
}

void
paint_init(struct paint *paint, FILE *out, enum paint_when when, bool plain)
{
	const char *term = setting("TERM");
	bool terminal = isatty(fileno(out)) != 0;

	paint->out = out;
	paint->accessible = plain || setting("ACCESSIBLE") != NULL;
	paint->unicode = locale_is_unicode() && !paint->accessible;
	paint->colour = when == PAINT_ALWAYS || (when == PAINT_AUTO &&
	    terminal && !paint->accessible && setting("NO_COLOR") == NULL &&
	    term != NULL && strcmp(term, "dumb") != 0);
	paint_resize(paint);
}

void
paint_resize(struct paint *paint)
{
	paint->width = paint_width(fileno(paint->out));
}

static void
put_line(const struct paint *paint, enum paint_style style, int indent,
    const char *s, size_t n)
{
	bool colour = paint->colour && style != PAINT_PLAIN;

	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n > 0) {
		fprintf(paint->out, "%*s%s", indent, "",
		    colour ? styles[style] : "");
		fwrite(s, 1, n, paint->out);
		if (colour)
			fputs("\033[0m", paint->out);
	}
	putc('\n', paint->out);
}

/*
 * Bytes of s that fit into room cells: up to the last blank before them, or,
 * in a word that is longer, as much as fits (and always something).
 */
static size_t
fitting(const char *s, size_t n, size_t room)
{
	size_t i, len, cells, sum = 0, blank = 0;
	bool word = false;

	for (i = 0; i < n; i += len) {
		len = utf8_cluster(s + i, n - i, &cells);
		if (s[i] == ' ' && len == 1) {
			if (word)
				blank = i;
		} else {
			word = true;
			if (sum + cells > room)
				break;
		}
		sum += cells;
	}
	if (i == n)
		return n;
	if (blank > 0)
		return blank;
	return i > 0 ? i : len;
}

/* An indent that leaves room for words. */
static int
bearable(const struct paint *paint, int indent)
{
	if (paint->width > 0 && indent > paint->width / 2)
		return paint->width / 4;
	return indent;
}

static void
wrap_line(const struct paint *paint, enum paint_style style, int first,
    int indent, const char *s, size_t n)
{
	size_t take;

	first = bearable(paint, first);
	indent = bearable(paint, indent);
	do {
		take = paint->width > 0 ?
		    fitting(s, n, (size_t)(paint->width - first)) : n;
		put_line(paint, style, first, s, take);
		s += take;
		n -= take;
		while (n > 0 && *s == ' ') {
			s++;
			n--;
		}
		first = indent;
	} while (n > 0);
}

void
paint_hang(const struct paint *paint, enum paint_style style, int first,
    int indent, const char *text)
{
	struct buf shown = BUF_INIT(BUF_LARGE);
	const char *end;

	for (;; text = end + 1) {
		end = strchr(text, '\n');
		buf_reset(&shown);
		utf8_print(&shown, text, end != NULL ? (size_t)(end - text) :
		    strlen(text));
		wrap_line(paint, style, first, indent, buf_str(&shown),
		    shown.len);
		first = indent;
		if (end == NULL || end[1] == '\0')
			break;
	}
	buf_clear(&shown);
}

void
paint_text(const struct paint *paint, enum paint_style style, int indent,
    const char *text)
{
	paint_hang(paint, style, indent, indent, text);
}

void
paint_printf(const struct paint *paint, enum paint_style style, int indent,
    const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	text = mem_new((size_t)(n < 0 ? 0 : n) + 1);
	text[0] = '\0';
	(void)vsnprintf(text, (size_t)(n < 0 ? 0 : n) + 1, fmt, again);
	va_end(again);
	va_end(ap);
	paint_text(paint, style, indent, text);
	free(text);
}

void
paint_blank(const struct paint *paint)
{
	putc('\n', paint->out);
}
