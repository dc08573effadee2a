/*
 * paint_table.c -- the tables of paint.h.
 * SPDX-License-Identifier: MIT
 *
 * Cells are filtered when they come in, so widths are those of what is shown.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "term/paint.h"

#include "base/banned.h"

/* Blanks between columns. */
#define GAP 2
/* A column of texts keeps that many cells, however narrow the terminal. */
#define LEAST 8
/* Blanks before the lines below the first cell. */
#define BELOW 2
#define CELL_MOST ((size_t)64 * 1024)

struct column {
	bool right, whole;
	size_t width;	/* of the widest cell */
};

struct paint_table {
	struct column *columns;
	size_t columns_n;
	bool named;	/* by the first row */
	char **cells;	/* row by row */
	size_t n, cap;
};

struct paint_table *
paint_table_new(size_t columns)
{
	struct paint_table *table = mem_new(sizeof(*table));

	assert(columns > 0);
	*table = (struct paint_table){ .columns_n = columns };
	table->columns = mem_new_array(columns, sizeof(*table->columns));
	memset(table->columns, 0, columns * sizeof(*table->columns));
	return table;
}

void
paint_table_align(struct paint_table *table, size_t column, bool right)
{
	assert(column < table->columns_n);
	table->columns[column].right = right;
}

void
paint_table_keep(struct paint_table *table, size_t column, bool whole)
{
	assert(column < table->columns_n);
	table->columns[column].whole = whole;
}

void
paint_table_name(struct paint_table *table)
{
	table->named = true;
}

void
paint_table_cell(struct paint_table *table, const char *text)
{
	struct column *column = &table->columns[table->n % table->columns_n];
	struct buf shown = BUF_INIT(CELL_MOST);
	size_t width;

	utf8_print(&shown, text, strlen(text));
	width = utf8_width(buf_str(&shown), shown.len);
	if (width > column->width)
		column->width = width;
	table->cells = mem_grow(table->cells, table->n, &table->cap,
	    sizeof(*table->cells));
	table->cells[table->n++] = mem_strdup(buf_str(&shown));
	buf_clear(&shown);
}

/* Adds s, or as much of it as room holds and a sign that it was cut. */
static void
add_cut(struct buf *out, const char *s, size_t room, bool unicode)
{
	const char *sign = unicode ? "\xe2\x80\xa6" : "...";
	size_t sign_cells = unicode ? 1 : 3;
	size_t n = strlen(s), i, len, cells, sum = 0;

	if (utf8_width(s, n) <= room) {
		buf_add(out, s, n);
		return;
	}
	for (i = 0; i < n; i += len, sum += cells) {
		len = utf8_cluster(s + i, n - i, &cells);
		if (sum + cells + sign_cells > room)
			break;
	}
	while (i > 0 && s[i - 1] == ' ')
		i--;
	buf_add(out, s, i);
	buf_adds(out, sign);
}

static void
add_blanks(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

static bool
can_be_cut(const struct column *column)
{
	return !column->right && !column->whole && column->width > LEAST;
}

/* The next column to be cut: the last one first, then the widest; or NULL. */
static struct column *
widest(const struct paint_table *table)
{
	struct column *last = &table->columns[table->columns_n - 1];
	struct column *found = NULL, *column;

	if (can_be_cut(last))
		return last;
	for (column = table->columns; column <= last; column++)
		if (can_be_cut(column) &&
		    (found == NULL || column->width > found->width))
			found = column;
	return found;
}

/*
 * Cuts columns of texts until a row fits; numbers are never cut.  False when
 * it does not fit and an id is in the way.
 */
static bool
fit(struct paint_table *table, size_t room)
{
	size_t c, total = GAP * (table->columns_n - 1);
	struct column *column;
	bool whole = false;

	for (c = 0; c < table->columns_n; c++) {
		total += table->columns[c].width;
		whole = whole || table->columns[c].whole;
	}
	for (; total > room && (column = widest(table)) != NULL; total--)
		column->width--;
	return total <= room || !whole;
}

static void
add_row(const struct paint_table *table, const struct paint *paint,
    char *const *row, struct buf *out)
{
	const struct column *column;
	size_t c, from, cells;

	for (c = 0; c < table->columns_n; c++) {
		column = &table->columns[c];
		cells = utf8_width(row[c], strlen(row[c]));
		if (column->right && cells < column->width)
			add_blanks(out, column->width - cells);
		from = out->len;
		add_cut(out, row[c], column->width, paint->unicode);
		cells = utf8_width(out->s + from, out->len - from);
		if (!column->right && cells < column->width)
			add_blanks(out, column->width - cells);
		if (c + 1 < table->columns_n)
			add_blanks(out, GAP);
	}
}

/* Everything in one line, for another program. */
static void
add_tabbed(const struct paint_table *table, char *const *row, struct buf *out)
{
	for (size_t c = 0; c < table->columns_n; c++) {
		if (c > 0)
			buf_addc(out, '\t');
		buf_adds(out, row[c]);
	}
}

/* "card, new, due 3" from a column on: numbers with their names. */
static void
add_listed(const struct paint_table *table, char *const *row, size_t c,
    struct buf *out)
{
	const char *before = "";

	for (; c < table->columns_n; c++) {
		if (row[c][0] == '\0')
			continue;
		buf_adds(out, before);
		if (table->named && table->columns[c].right)
			buf_printf(out, "%s ", table->cells[c]);
		buf_adds(out, row[c]);
		before = ", ";
	}
}

static void
print_line(const struct paint *paint, struct buf *line)
{
	while (paint->width > 0 && line->len > 0 &&
	    line->s[line->len - 1] == ' ')
		line->len--;
	fwrite(buf_str(line), 1, line->len, paint->out);
	putc('\n', paint->out);
}

/* Rows without columns: for a screen reader, and where an id is too long. */
static void
print_lists(const struct paint_table *table, const struct paint *paint)
{
	size_t n = table->columns_n, i = table->named ? n : 0;
	size_t first = paint->accessible ? 0 : 1;
	struct buf line = BUF_INIT(BUF_LARGE);

	for (; i < table->n; i += n) {
		buf_reset(&line);
		add_listed(table, table->cells + i, first, &line);
		if (paint->accessible) {
			print_line(paint, &line);
			continue;
		}
		paint_text(paint, PAINT_PLAIN, 0, table->cells[i]);
		paint_text(paint, PAINT_PLAIN, BELOW, buf_str(&line));
	}
	buf_clear(&line);
}

void
paint_table_print(struct paint_table *table, const struct paint *paint)
{
	struct buf line = BUF_INIT(BUF_LARGE);
	size_t i;

	while (table->n % table->columns_n != 0)
		paint_table_cell(table, "");
	if (paint->width > 0 &&
	    (paint->accessible || !fit(table, (size_t)paint->width))) {
		print_lists(table, paint);
		return;
	}
	for (i = 0; i < table->n; i += table->columns_n) {
		buf_reset(&line);
		if (paint->width == 0)
			add_tabbed(table, table->cells + i, &line);
		else
			add_row(table, paint, table->cells + i, &line);
		print_line(paint, &line);
	}
	buf_clear(&line);
}

void
paint_table_free(struct paint_table *table)
{
	size_t i;

	if (table == NULL)
		return;
	for (i = 0; i < table->n; i++)
		free(table->cells[i]);
	free(table->cells);
	free(table->columns);
	free(table);
}
