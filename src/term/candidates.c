/*
 * candidates.c -- see candidates.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "base/banned.h"

#define GAP 2
/* A longer list helps nobody. */
#define LIST_MOST 200

void
candidates_add(void *to, const char *word)
{
	struct candidates *c = to;

	c->v = mem_grow(c->v, c->n, &c->cap, sizeof(*c->v));
	c->v[c->n++] = mem_strdup(word);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
candidates_sort(struct candidates *c)
{
	size_t i, kept = 0;

	if (c->n == 0)
		return;
	qsort(c->v, c->n, sizeof(*c->v), compare);
	for (i = 1; i < c->n; i++)
		if (strcmp(c->v[kept], c->v[i]) == 0)
			free(c->v[i]);
		else
			c->v[++kept] = c->v[i];
	c->n = kept + 1;
}

size_t
candidates_common(const struct candidates *c)
{
	size_t i, n, len;

	if (c->n == 0)
		return 0;
	len = strlen(c->v[0]);
	for (i = 1; i < c->n; i++) {
		for (n = 0; n < len && c->v[i][n] == c->v[0][n]; n++)
			continue;
		len = n;
	}
	while (len > 0 && ((unsigned char)c->v[0][len] & 0xc0) == 0x80)
		len--;
	return len;
}

static void
add_word(struct buf *out, const char *word, size_t pad)
{
	struct buf shown = BUF_INIT(1024);
	size_t cells;

	utf8_print(&shown, word, strlen(word));
	buf_adds(out, buf_str(&shown));
	cells = utf8_width(buf_str(&shown), shown.len);
	for (; cells < pad; cells++)
		buf_addc(out, ' ');
	buf_clear(&shown);
}

void
candidates_list(const struct candidates *c, int width, struct buf *out)
{
	size_t n = c->n < LIST_MOST ? c->n : LIST_MOST;
	size_t i, row, rows, across, cells, widest = 1;

	for (i = 0; i < n; i++) {
		cells = utf8_width(c->v[i], strlen(c->v[i]));
		widest = cells > widest ? cells : widest;
	}
	/* The last column is not used: some terminals wrap after it. */
	across = ((size_t)width - 1 + GAP) / (widest + GAP);
	across = across > 0 ? across : 1;
	rows = (n + across - 1) / across;
	for (row = 0; row < rows; row++) {
		for (i = row; i < n; i += rows)
			add_word(out, c->v[i],
			    i + rows < n ? widest + GAP : 0);
		buf_addc(out, '\n');
	}
	if (n < c->n)
		buf_printf(out, "and %zu more\n", c->n - n);
}

void
candidates_clear(struct candidates *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		free(c->v[i]);
	free(c->v);
	*c = (struct candidates){ 0 };
}
