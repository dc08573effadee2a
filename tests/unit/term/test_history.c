/*
 * test_history.c -- lines kept in a file, and words for TAB.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "term/candidates.h"
#include "term/history.h"

static char folder[] = "/tmp/recital-history.XXXXXX";
static char path[64], inner[64];

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	(void)snprintf(inner, sizeof(inner), "%s/inner", folder);
	(void)snprintf(path, sizeof(path), "%s/inner/history", folder);
	return 0;
}

static int
drop_folder(void **state)
{
	(void)state;
	(void)remove(path);
	return rmdir(inner) | rmdir(folder);
}

static void
append(const char *text)
{
	struct history_lines lines = { 0 };
	struct err err;

	history_add(&lines, text);
	assert_true(history_append(&lines, path, &err));
	history_clear(&lines);
}

static void
test_appends(void **state)
{
	struct history_lines lines = { 0 };
	struct stat status;
	struct err err;

	(void)state;
	assert_true(history_read(&lines, path, &err));
	assert_int_equal(lines.n, 0);
	append("one");
	/* As another process would, in between. */
	append("two");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_true(history_read(&lines, path, &err));
	assert_int_equal(lines.n, 2);
	assert_string_equal(lines.v[0], "one");
	assert_string_equal(lines.v[1], "two");
	history_clear(&lines);
}

static void
test_keeps_newest(void **state)
{
	struct history_lines lines = { 0 };
	struct err err;
	char text[32];
	int i;

	(void)state;
	for (i = 0; i < HISTORY_MOST + 50; i++) {
		(void)snprintf(text, sizeof(text), "line %d", i);
		history_add(&lines, text);
	}
	assert_true(history_append(&lines, path, &err));
	history_clear(&lines);
	assert_true(history_read(&lines, path, &err));
	assert_int_equal(lines.n, HISTORY_MOST);
	assert_string_equal(lines.v[0], "line 50");
	history_clear(&lines);
}

static void
test_refuses(void **state)
{
	struct history_lines lines = { 0 };
	struct err err;

	(void)state;
	/* What cannot be read is not overwritten. */
	(void)remove(path);
	assert_int_equal(mkdir(path, 0700), 0);
	history_add(&lines, "lost");
	assert_false(history_append(&lines, path, &err));
	assert_true(file_is_folder(path));
	assert_int_equal(rmdir(path), 0);
	history_clear(&lines);
}

static void
test_candidates(void **state)
{
	struct candidates c = { 0 };
	struct buf out = BUF_INIT(4096);

	(void)state;
	assert_int_equal(candidates_common(&c), 0);
	candidates_add(&c, "rest\xc3\xa9");
	candidates_add(&c, "rest\xc3\xa8");
	candidates_add(&c, "rest\xc3\xa9");
	candidates_sort(&c);
	assert_int_equal(c.n, 2);
	/* Not within a character. */
	assert_int_equal(candidates_common(&c), 4);
	candidates_add(&c, "a");
	candidates_add(&c, "b");
	candidates_sort(&c);
	candidates_list(&c, 20, &out);
	assert_string_equal(buf_str(&out),
	    "a      rest\xc3\xa8\nb      rest\xc3\xa9\n");
	buf_reset(&out);
	candidates_list(&c, 3, &out);
	assert_string_equal(buf_str(&out),
	    "a\nb\nrest\xc3\xa8\nrest\xc3\xa9\n");
	candidates_clear(&c);
	buf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_appends),
		cmocka_unit_test(test_keeps_newest),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_candidates)
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
