/*
 * rows.c -- see rows.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/rows.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"

#include "base/banned.h"

struct rows {
	const struct paint *paint;
	enum rows_format format;
	const struct rows_column *columns;
	size_t n;
	struct paint_table *table;	/* text only */
	struct buf cell;
};

static bool
is_absent(enum rows_type type, union rows_value v)
{
	switch (type) {
	case ROWS_STRING:
	case ROWS_ID:
		return v.s == NULL;
	case ROWS_REAL:
		return isnan(v.x);
	default:
		return v.n == ROWS_ABSENT;
	}
}

/* The value as text; absent ones are empty. */
static const char *
print(const struct rows_column *column, union rows_value v, struct buf *out)
{
	char text[CLOCK_TEXT];

	buf_reset(out);
	if (is_absent(column->type, v))
		return "";
	switch (column->type) {
	case ROWS_STRING:
	case ROWS_ID:
		return v.s;
	case ROWS_REAL:
		buf_printf(out, "%.*f", column->places, v.x);
		break;
	case ROWS_DAY:
		clock_print_day((int32_t)v.n, text);
		buf_adds(out, text);
		break;
	case ROWS_INSTANT:
		clock_print_at(v.n, text);
		buf_adds(out, text);
		break;
	case ROWS_FLAG:
		return v.n != 0 ? "yes" : "no";
	case ROWS_COUNT:
		buf_printf(out, "%" PRId64, v.n);
		break;
	}
	return buf_str(out);
}

/* --- JSON ---------------------------------------------------------------- */

/* What a pipe brought in may be no UTF-8; JSON must be. */
static json_t *
json_text(const char *s, struct buf *cell)
{
	size_t n = strlen(s);

	if (utf8_valid(s, n) == n)
		return json_string(s);
	buf_reset(cell);
	utf8_print(cell, s, n);
	return json_string(buf_str(cell));
}

static json_t *
json_value(const struct rows_column *column, union rows_value v,
    struct buf *cell)
{
	if (is_absent(column->type, v))
		return json_null();
	switch (column->type) {
	case ROWS_REAL:
		return json_real(v.x);
	case ROWS_COUNT:
		return json_integer(v.n);
	case ROWS_FLAG:
		return json_boolean(v.n != 0);
	case ROWS_STRING:
	case ROWS_ID:
		return json_text(v.s, cell);
	default:
		return json_string(print(column, v, cell));
	}
}

static void
add_json(struct rows *rows, const union rows_value *values)
{
	json_t *object = json_object();
	size_t i;

	for (i = 0; i < rows->n; i++)
		if (rows->columns[i].name != NULL)
			(void)json_object_set_new(object,
			    rows->columns[i].name, json_value(
			    &rows->columns[i], values[i], &rows->cell));
	(void)json_dumpf(object, rows->paint->out,
	    JSON_COMPACT | JSON_REAL_PRECISION(9));
	(void)fputc('\n', rows->paint->out);
	json_decref(object);
}

/* --- CSV ----------------------------------------------------------------- */

static void
put_csv(FILE *out, const char *s)
{
	if (s[strcspn(s, ",\"\r\n")] == '\0') {
		(void)fputs(s, out);
		return;
	}
	(void)fputc('"', out);
	for (; *s != '\0'; s++) {
		if (*s == '"')
			(void)fputc('"', out);
		(void)fputc(*s, out);
	}
	(void)fputc('"', out);
}

/* A row of values, or the header when there are none. */
static void
put_csv_row(struct rows *rows, const union rows_value *values)
{
	FILE *out = rows->paint->out;
	struct rows_column column;
	const char *before = "";
	size_t i;

	for (i = 0; i < rows->n; i++) {
		column = rows->columns[i];
		if (column.name == NULL)
			continue;
		if (column.type == ROWS_REAL)
			column.places = 6;
		(void)fputs(before, out);
		put_csv(out, values == NULL ? column.name :
		    print(&column, values[i], &rows->cell));
		before = ",";
	}
	(void)fputc('\n', out);
}

/* --- text ---------------------------------------------------------------- */

static bool
is_number(enum rows_type type)
{
	return type == ROWS_COUNT || type == ROWS_REAL;
}

static void
text_header(struct rows *rows)
{
	size_t i, shown = 0;

	for (i = 0; i < rows->n; i++)
		shown += rows->columns[i].heading != NULL;
	rows->table = paint_table_new(shown);
	for (i = 0, shown = 0; i < rows->n; i++) {
		if (rows->columns[i].heading == NULL)
			continue;
		paint_table_align(rows->table, shown,
		    is_number(rows->columns[i].type));
		paint_table_keep(rows->table, shown++,
		    rows->columns[i].type == ROWS_ID);
	}
	/* Off a terminal lines are for other programs: no heading. */
	if (rows->paint->width == 0)
		return;
	paint_table_name(rows->table);
	for (i = 0; i < rows->n; i++)
		if (rows->columns[i].heading != NULL)
			paint_table_cell(rows->table,
			    rows->columns[i].heading);
}

static void
add_text(struct rows *rows, const union rows_value *values)
{
	size_t i;

	for (i = 0; i < rows->n; i++)
		if (rows->columns[i].heading != NULL)
			paint_table_cell(rows->table, print(&rows->columns[i],
			    values[i], &rows->cell));
}

struct rows *
rows_new(const struct paint *paint, enum rows_format format,
    const struct rows_column *columns, size_t n)
{
	struct rows *rows = mem_new(sizeof(*rows));

	*rows = (struct rows){ .paint = paint, .format = format,
	    .columns = columns, .n = n, .cell = BUF_INIT(BUF_LARGE) };
	if (format == ROWS_TEXT)
		text_header(rows);
	else if (format == ROWS_CSV)
		put_csv_row(rows, NULL);
	return rows;
}

void
rows_add(struct rows *rows, const union rows_value *values)
{
	static void (*const add[])(struct rows *, const union rows_value *) = {
		[ROWS_TEXT] = add_text, [ROWS_JSON] = add_json,
		[ROWS_CSV] = put_csv_row
	};

	add[rows->format](rows, values);
}

void
rows_end(struct rows *rows)
{
	if (rows->table != NULL) {
		paint_table_print(rows->table, rows->paint);
		paint_table_free(rows->table);
	}
	buf_clear(&rows->cell);
	free(rows);
}
