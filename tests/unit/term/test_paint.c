/*
 * test_paint.c -- words, tables and bars as they reach the terminal.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "term/chart.h"
#include "term/paint.h"

static char *shown;
static size_t shown_n;

static struct paint
begin(int width)
{
	return (struct paint){ .out = open_memstream(&shown, &shown_n),
	    .width = width, .unicode = true };
}

/* What was painted must be want; no line passes the width or ends in a blank. */
static void
check_end(struct paint *paint, const char *want)
{
	const char *s, *end;

	assert_int_equal(fclose(paint->out), 0);
	if (want != NULL)
		assert_string_equal(shown, want);
	for (s = shown; paint->width > 0 && (end = strchr(s, '\n')) != NULL;
	    s = end + 1) {
		assert_true(end == s || end[-1] != ' ');
		if (!paint->colour)
			assert_true(utf8_width(s, (size_t)(end - s)) <=
			    (size_t)paint->width);
	}
	free(shown);
}

static void
check_text(int width, int first, int indent, const char *text,
    const char *want)
{
	struct paint paint = begin(width);

	paint_hang(&paint, PAINT_PLAIN, first, indent, text);
	check_end(&paint, want);
}

static void
test_wrap(void **state)
{
	(void)state;
	check_text(10, 0, 0, "one two three four", "one two\nthree four\n");
	check_text(10, 0, 2, "one two three", "one two\n  three\n");
	check_text(10, 2, 4, "one two three", "  one two\n    three\n");
	check_text(10, 0, 0, "exactly 10 cells", "exactly 10\ncells\n");
	check_text(10, 0, 0, "a longerthantheline b",
	    "a\nlongerthan\ntheline b\n");
	check_text(0, 2, 2, "never wrapped, whatever the length of it is",
	    "  never wrapped, whatever the length of it is\n");
	check_text(10, 0, 0, "one\ntwo\n\nthree\n", "one\ntwo\n\nthree\n");
	check_text(10, 0, 0, "", "\n");
	check_text(10, 4, 4, "   ", "\n");
	check_text(20, 0, 0, "  14 | question   ^  ", "  14 | question   ^\n");
	check_text(10, 0, 0, "trailing   blanks", "trailing\nblanks\n");
	/* An indent that would leave no room gives way. */
	check_text(8, 30, 30, "one two", "  one\n  two\n");
	check_text(2, 0, 0, "abc", "ab\nc\n");
}

static void
test_cells(void **state)
{
	(void)state;
	/* Wide characters take two cells, combining ones none. */
	check_text(6, 0, 0, "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5",
	    "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\n\xe6\x97\xa5\n");
	check_text(4, 0, 0, "cafe\xcc\x81 cafe\xcc\x81",
	    "cafe\xcc\x81\ncafe\xcc\x81\n");
}

static void
test_filter(void **state)
{
	(void)state;
	check_text(40, 0, 0, "a\033[31mb\ac\td\x9b" "1m",
	    "a\xef\xbf\xbd[31mb\xef\xbf\xbd" "c\xef\xbf\xbd" "d\xef\xbf\xbd"
	    "1m\n");
	check_text(40, 0, 0, "a\xe2\x80\xae" "b", "a\xef\xbf\xbd" "b\n");
}

static void
test_colour(void **state)
{
	struct paint paint = begin(10);

	(void)state;
	paint.colour = true;
	paint_text(&paint, PAINT_RIGHT, 2, "one two three");
	paint_text(&paint, PAINT_PLAIN, 0, "plain");
	paint_text(&paint, PAINT_HEADING, 0, "");
	paint_printf(&paint, PAINT_WRONG, 0, "%d of %s", 2, "ten");
	check_end(&paint, "  \033[32mone two\033[0m\n  \033[32mthree\033[0m\n"
	    "plain\n\n\033[31m2 of ten\033[0m\n");
}

static void
fill(struct paint_table *table)
{
	static const char *const cells[] = { "deck", "due", "title",
	    "basics", "7", "The basics of it all", "\xc3\xa9t\xc3\xa9", "12",
	    "A\tB" };
	size_t i;

	paint_table_align(table, 1, true);
	for (i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		paint_table_cell(table, cells[i]);
}

static void
check_table(int width, bool unicode, bool accessible, const char *want)
{
	struct paint paint = begin(width);
	struct paint_table *table = paint_table_new(3);

	paint.unicode = unicode;
	paint.accessible = accessible;
	fill(table);
	paint_table_print(table, &paint);
	paint_table_free(table);
	check_end(&paint, want);
}

static void
test_table(void **state)
{
	(void)state;
	check_table(40, true, false,
	    "deck    due  title\n"
	    "basics    7  The basics of it all\n"
	    "\xc3\xa9t\xc3\xa9      12  A\xef\xbf\xbd" "B\n");
	check_table(25, true, false,
	    "deck    due  title\n"
	    "basics    7  The basics\xe2\x80\xa6\n"
	    "\xc3\xa9t\xc3\xa9      12  A\xef\xbf\xbd" "B\n");
	check_table(25, false, false,
	    "deck    due  title\n"
	    "basics    7  The basic...\n"
	    "\xc3\xa9t\xc3\xa9      12  A\xef\xbf\xbd" "B\n");
	check_table(0, true, false,
	    "deck\tdue\ttitle\n"
	    "basics\t7\tThe basics of it all\n"
	    "\xc3\xa9t\xc3\xa9\t12\tA\xef\xbf\xbd" "B\n");
	check_table(80, false, true,
	    "deck, due, title\n"
	    "basics, 7, The basics of it all\n"
	    "\xc3\xa9t\xc3\xa9, 12, A\xef\xbf\xbd" "B\n");
}

static void
check_ids(int width, bool accessible, const char *want)
{
	struct paint paint = begin(width);
	struct paint_table *table = paint_table_new(3);

	paint.accessible = accessible;
	fill(table);
	paint_table_keep(table, 0, true);
	paint_table_name(table);
	paint_table_print(table, &paint);
	paint_table_free(table);
	check_end(&paint, want);
}

/* What must be typed again is never cut. */
static void
test_ids(void **state)
{
	(void)state;
	check_ids(21, false,
	    "deck    due  title\n"
	    "basics    7  The bas\xe2\x80\xa6\n"
	    "\xc3\xa9t\xc3\xa9      12  A\xef\xbf\xbd" "B\n");
	check_ids(20, false,
	    "basics\n  due 7, The basics\n  of it all\n"
	    "\xc3\xa9t\xc3\xa9\n  due 12, A\xef\xbf\xbd" "B\n");
	check_ids(80, true,
	    "basics, due 7, The basics of it all\n"
	    "\xc3\xa9t\xc3\xa9, due 12, A\xef\xbf\xbd" "B\n");
}

static const struct chart_bar bars[] = {
	{ "today", 8 }, { "Thu", 4 }, { "Fri", 0 }, { "Sat", 0.1 }
};

static void
check_chart(int width, bool unicode, bool accessible, const char *want)
{
	struct paint paint = begin(width);

	paint.unicode = unicode;
	paint.accessible = accessible;
	chart_bars(&paint, bars, 4);
	check_end(&paint, want);
}

#define FULL5 "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88"

static void
test_chart(void **state)
{
	(void)state;
	check_chart(24, false, false,
	    "  today    8  ##########\n"
	    "  Thu      4  #####\n"
	    "  Fri      0\n"
	    "  Sat    0.1  #\n");
	check_chart(24, true, false,
	    "  today    8  " FULL5 FULL5 "\n"
	    "  Thu      4  " FULL5 "\n"
	    "  Fri      0\n"
	    "  Sat    0.1  \xe2\x96\x8f\n");
	check_chart(40, true, false, NULL);
	check_chart(80, true, false, NULL);
	check_chart(12, true, false,
	    "  today    8\n  Thu      4\n  Fri      0\n  Sat    0.1\n");
	check_chart(0, true, false, "today\t8\nThu\t4\nFri\t0\nSat\t0.1\n");
	check_chart(80, false, true,
	    "today: 8\nThu: 4\nFri: 0\nSat: 0.1\n");
}

static void
clear_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG",
	    "NO_COLOR", "ACCESSIBLE", "TERM" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		(void)unsetenv(names[i]);
}

static struct paint
painted_to_file(enum paint_when when, bool plain)
{
	struct paint paint;
	FILE *f = tmpfile();

	assert_non_null(f);
	paint_init(&paint, f, when, plain);
	(void)fclose(f);
	return paint;
}

static void
test_init(void **state)
{
	struct paint paint;

	(void)state;
	clear_environment();
	paint = painted_to_file(PAINT_AUTO, false);
	assert_false(paint.colour);
	assert_false(paint.unicode);
	assert_int_equal(paint.width, 0);
	(void)setenv("LANG", "en_GB.UTF-8", 1);
	paint = painted_to_file(PAINT_ALWAYS, false);
	assert_true(paint.colour);
	assert_true(paint.unicode);
	(void)setenv("LC_CTYPE", "de_DE.ISO-8859-1", 1);
	assert_false(painted_to_file(PAINT_AUTO, false).unicode);
	(void)setenv("LC_ALL", "C.utf8", 1);
	assert_true(painted_to_file(PAINT_AUTO, false).unicode);
	(void)setenv("LC_ALL", "C", 1);
	assert_false(painted_to_file(PAINT_AUTO, false).unicode);
	assert_true(painted_to_file(PAINT_AUTO, true).accessible);
	(void)setenv("ACCESSIBLE", "1", 1);
	assert_true(painted_to_file(PAINT_AUTO, false).accessible);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_colour),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_chart),
		cmocka_unit_test(test_init)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
