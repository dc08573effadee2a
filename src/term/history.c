/*
 * history.c -- see history.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"

#include "base/banned.h"

#define FILE_MOST ((size_t)16 * 1024 * 1024)

void
history_add(struct history_lines *lines, const char *text)
{
	lines->v = mem_grow(lines->v, lines->n, &lines->cap,
	    sizeof(*lines->v));
	lines->v[lines->n++] = mem_strdup(text);
}

bool
history_read(struct history_lines *lines, const char *path, struct err *err)
{
	char *data, *at, *end;
	size_t n;

	if (!file_exists(path))
		return true;
	if (!file_read(path, FILE_MOST, &data, &n, err))
		return false;
	for (at = data; *at != '\0'; at = end) {
		end = strchr(at, '\n');
		if (end != NULL)
			*end++ = '\0';
		else
			end = at + strlen(at);
		if (*at != '\0')
			history_add(lines, at);
	}
	free(data);
	return true;
}

bool
history_append(const struct history_lines *lines, const char *path,
    struct err *err)
{
	struct history_lines all = { 0 };
	struct buf out = BUF_INIT(BUF_LARGE);
	size_t i;
	bool ok;

	ok = file_make_parent(path, err) && history_read(&all, path, err);
	if (!ok)
		goto out;
	for (i = 0; i < lines->n; i++)
		history_add(&all, lines->v[i]);
	i = all.n > HISTORY_MOST ? all.n - HISTORY_MOST : 0;
	for (; i < all.n; i++)
		buf_printf(&out, "%s\n", all.v[i]);
	ok = file_write(path, buf_str(&out), out.len, err);
out:
	buf_clear(&out);
	history_clear(&all);
	return ok;
}

void
history_clear(struct history_lines *lines)
{
	size_t i;

	for (i = 0; i < lines->n; i++)
		free(lines->v[i]);
	free(lines->v);
	*lines = (struct history_lines){ 0 };
}
