/*
 * diag.c -- see diag.h.
 * SPDX-License-Identifier: MIT
 */
#include "format/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "base/banned.h"

/* Cells of a source line that are shown around the caret. */
#define SHOWN 64

void
diag_add(struct diags *diags, const char *file, uint32_t line,
    uint32_t column, bool error, const char *code, const char *fix,
    const char *fmt, ...)
{
	struct buf clean = BUF_INIT(4096);
	char message[1024];
	struct diag *d;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	/* A message may quote the file: never its escape sequences. */
	utf8_print(&clean, message, strlen(message));
	diags->v = mem_grow(diags->v, diags->n, &diags->cap,
	    sizeof(*diags->v));
	d = &diags->v[diags->n++];
	*d = (struct diag){ .line = line, .column = column, .error = error,
	    .code = code };
	d->file = diags->n > 1 && strcmp(d[-1].file, file) == 0 ? d[-1].file :
	    mem_string(&diags->mem, file);
	d->message = mem_string(&diags->mem, buf_str(&clean));
	if (fix != NULL)
		d->fix = mem_string(&diags->mem, fix);
	diags->errors += error;
	diags->warnings += !error;
	buf_clear(&clean);
}

void
diag_append(struct diags *diags, const struct diags *from)
{
	const char *last = NULL;
	struct diag *d;
	size_t i;

	for (i = 0; i < from->n; i++) {
		diags->v = mem_grow(diags->v, diags->n, &diags->cap,
		    sizeof(*diags->v));
		d = &diags->v[diags->n++];
		*d = from->v[i];
		if (last == NULL || strcmp(last, d->file) != 0)
			last = mem_string(&diags->mem, d->file);
		d->file = last;
		d->message = mem_string(&diags->mem, d->message);
		if (d->fix != NULL)
			d->fix = mem_string(&diags->mem, d->fix);
	}
	diags->errors += from->errors;
	diags->warnings += from->warnings;
}

struct sortable {
	struct diag diag;
	size_t file, place;
};

static int
compare(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;

	if (x->file != y->file)
		return x->file < y->file ? -1 : 1;
	if (x->diag.line != y->diag.line)
		return x->diag.line < y->diag.line ? -1 : 1;
	if (x->diag.column != y->diag.column)
		return x->diag.column < y->diag.column ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

void
diag_sort(struct diags *diags)
{
	struct sortable *v;
	size_t i, file = 0;

	if (diags->n < 2)
		return;
	v = mem_new_array(diags->n, sizeof(*v));
	for (i = 0; i < diags->n; i++) {
		file += i > 0 && strcmp(diags->v[i].file,
		    diags->v[i - 1].file) != 0;
		v[i] = (struct sortable){ diags->v[i], file, i };
	}
	qsort(v, diags->n, sizeof(*v), compare);
	for (i = 0; i < diags->n; i++)
		diags->v[i] = v[i].diag;
	free(v);
}

void
diag_clear(struct diags *diags)
{
	free(diags->v);
	mem_clear(&diags->mem);
	*diags = (struct diags){ .n = 0 };
}

/* --- printing ------------------------------------------------------------ */

/* The bytes of a line of source; false when it has fewer lines. */
static bool
find_line(const char *source, size_t n, uint32_t line, const char **s,
    size_t *len)
{
	const char *end = source + n, *p = source, *newline;

	for (; line > 1; line--) {
		newline = memchr(p, '\n', (size_t)(end - p));
		if (newline == NULL)
			return false;
		p = newline + 1;
	}
	newline = memchr(p, '\n', (size_t)(end - p));
	*s = p;
	*len = (size_t)((newline != NULL ? newline : end) - p);
	if (*len > 0 && p[*len - 1] == '\r')
		(*len)--;
	if (line == 1 && p == source && *len >= 3 &&
	    memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		*s += 3;
		*len -= 3;
	}
	return true;
}

/* The offset of a column, counted in code points from 1. */
static size_t
offset_of(const char *s, size_t n, uint32_t column)
{
	size_t i = 0, len;
	int32_t cp;

	while (column > 1 && i < n) {
		len = utf8_read(s + i, n - i, &cp);
		i += len != 0 ? len : 1;
		column--;
	}
	return i;
}

/* A tab shows as a blank, so that the caret stands below its character. */
static void
add_shown(struct buf *out, const char *s, size_t n)
{
	size_t i, from = 0;

	for (i = 0; i <= n; i++) {
		if (i < n && s[i] != '\t')
			continue;
		utf8_print(out, s + from, i - from);
		if (i < n)
			buf_addc(out, ' ');
		from = i + 1;
	}
}

/* Moves to a place where a code point begins. */
static size_t
to_boundary(const char *s, size_t n, size_t i)
{
	while (i < n && ((unsigned char)s[i] & 0xc0) == 0x80)
		i++;
	return i;
}

static void
add_source(struct buf *out, const struct diag *d, const char *source, size_t n)
{
	struct buf before = BUF_INIT(65536);
	size_t len, place, from = 0, to;
	const char *s;
	int label;

	if (d->line == 0 || !find_line(source, n, d->line, &s, &len))
		return;
	place = offset_of(s, len, d->column);
	if (place > SHOWN / 2)
		from = to_boundary(s, len, place - SHOWN / 2);
	if (len <= SHOWN)
		from = 0;
	to = to_boundary(s, len, from + SHOWN < len ? from + SHOWN : len);
	label = snprintf(NULL, 0, "%5u", d->line);
	buf_printf(out, "%5u | %s", d->line, from > 0 ? "..." : "");
	add_shown(out, s + from, to - from);
	buf_printf(out, "%s\n", to < len ? "..." : "");
	if (d->column > 0) {
		if (from > 0)
			buf_adds(&before, "...");
		add_shown(&before, s + from, place - from);
		buf_printf(out, "%*s | %*s^\n", label, "",
		    (int)utf8_width(buf_str(&before), before.len), "");
	}
	buf_clear(&before);
}

void
diag_print(const struct diag *d, const char *source, size_t n,
    struct buf *out)
{
	utf8_print(out, d->file, strlen(d->file));
	if (d->line > 0)
		buf_printf(out, ":%u", d->line);
	if (d->line > 0 && d->column > 0)
		buf_printf(out, ":%u", d->column);
	buf_printf(out, ": %s: %s [%s]\n", d->error ? "error" : "warning",
	    d->message, d->code);
	if (source != NULL)
		add_source(out, d, source, n);
	if (d->fix != NULL) {
		buf_adds(out, "  Write: ");
		utf8_print(out, d->fix, strlen(d->fix));
		buf_addc(out, '\n');
	}
}
