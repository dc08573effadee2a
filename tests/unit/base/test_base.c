/*
 * test_base.c -- errors, memory, text, clocks, ids, files.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/id.h"
#include "base/mem.h"
#include "base/random.h"
#include "base/utf8.h"

static void
test_err(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_false(err_set(&err, ERR_INPUT, "line %d", 3));
	assert_string_equal(err.text, "line 3");
	assert_false(err_at(&err, "a.ini"));
	assert_string_equal(err.text, "a.ini: line 3");
	assert_int_equal(err_status(err.kind), 3);
	errno = ENOENT;
	assert_false(err_system(&err, ERR_STORE, "x"));
	assert_non_null(strstr(err.text, "No such file"));
	assert_int_equal(err_status(ERR_INTERRUPT), 130);
}

static void
test_mem(void **state)
{
	struct mem mem = { 0 };
	char *big, *small = mem_copy(&mem, "abc", 2);
	size_t i;

	(void)state;
	assert_string_equal(small, "ab");
	big = mem_alloc(&mem, 300000);
	for (i = 0; i < 300000; i++)
		assert_int_equal(big[i], 0);
	for (i = 0; i < 5000; i++)
		assert_int_equal((uintptr_t)mem_alloc(&mem, i % 40) %
		    _Alignof(max_align_t), 0);
	assert_string_equal(small, "ab");
	mem_clear(&mem);
	assert_null(mem.last);
}

static void
test_buf_limit(void **state)
{
	struct buf b = BUF_INIT(5);

	(void)state;
	assert_string_equal(buf_str(&b), "");
	buf_adds(&b, "abc");
	assert_false(b.cut);
	buf_printf(&b, "%d", 12345);
	assert_true(b.cut);
	assert_string_equal(b.s, "abc12");
	buf_clear(&b);
	assert_int_equal(b.limit, 5);
}

static void
test_utf8(void **state)
{
	struct buf b = BUF_INIT(100);
	size_t cells;
	int32_t cp;

	(void)state;
	assert_int_equal(utf8_read("\xc3\xa9", 2, &cp), 2);
	assert_int_equal(cp, 0xe9);
	assert_int_equal(utf8_read("\xc0\x80", 2, &cp), 0);
	assert_int_equal(utf8_read("\xed\xa0\x80", 3, &cp), 0);
	assert_int_equal(utf8_read("\xc3", 1, &cp), 0);
	assert_int_equal(utf8_valid("ab\xff", 3), 2);
	assert_int_equal(utf8_width("a\xe6\xbc\xa2", 4), 3);
	assert_int_equal(utf8_cluster("e\xcc\x81x", 4, &cells), 3);
	assert_int_equal(cells, 1);
	utf8_print(&b, "a\x1b[1m\xe2\x80\xae\xff" "b\n", 11);
	assert_string_equal(b.s, "a\xef\xbf\xbd[1m\xef\xbf\xbd\xef\xbf\xbd"
	    "b\xef\xbf\xbd");
	buf_clear(&b);
}

static void
test_civil(void **state)
{
	int32_t day;
	struct civil c;

	(void)state;
	for (day = -800000; day < 800000; day += 13) {
		c = clock_civil(day);
		assert_int_equal(clock_day_of(c), day);
		assert_in_range(c.day, 1, clock_month_days(c.year, c.month));
	}
	assert_int_equal(clock_day_of((struct civil){ 1970, 1, 1 }), 0);
	assert_int_equal(clock_day_of((struct civil){ 2000, 2, 29 }), 11016);
	assert_int_equal(clock_weekday(0), 4);
	assert_int_equal(clock_weekday(-1), 3);
}

static void
test_clock_text(void **state)
{
	char text[CLOCK_TEXT];
	struct err err;
	int64_t at;

	(void)state;
	assert_true(clock_parse("2026-11-25T09:30:00Z", &at, &err));
	clock_print_at(at, text);
	assert_string_equal(text, "2026-11-25T09:30:00Z");
	assert_true(clock_parse("2026-11-25T09:30:00.250+02:00", &at, &err));
	clock_print_at(at, text);
	assert_string_equal(text, "2026-11-25T07:30:00.250Z");
	assert_false(clock_parse("2026-02-30", &at, &err));
	assert_false(clock_parse("2026-11-25T25:00Z", &at, &err));
	assert_false(clock_parse("2026-11-25T09:30Zx", &at, &err));
	clock_print_at(-1, text);
	assert_string_equal(text, "1969-12-31T23:59:59.999Z");
}

/* The learner's day turns at 04:00 by the wall, on the two odd nights too. */
static void
test_day_turns(void **state)
{
	int32_t day = clock_day_of((struct civil){ 2026, 3, 29 });
	struct err err;
	int64_t at;

	(void)state;
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	assert_true(clock_parse("2026-03-29T03:59:00", &at, &err));
	assert_int_equal(clock_day(at, 4), day - 1);
	assert_true(clock_parse("2026-03-29T04:00:00", &at, &err));
	assert_int_equal(clock_day(at, 4), day);
	assert_int_equal(clock_day_begins(day, 4), at);
	assert_int_equal(clock_day_begins(day, 4) -
	    clock_day_begins(day - 1, 4), CLOCK_DAY - 60 * CLOCK_MINUTE);
	assert_int_equal(clock_utc_offset(at), 7200);
	assert_true(clock_parse("2026-10-25T04:00:00", &at, &err));
	assert_int_equal(clock_utc_offset(at), 3600);
	setenv("TZ", "UTC", 1);
	tzset();
}

static void
test_ids_grow(void **state)
{
	struct id_source source = { 0 }, one = { .seeded = true, .seed = 7 },
	    two = one;
	char before[ID_SIZE] = "", id[ID_SIZE], again[ID_SIZE];
	int64_t ms = INT64_C(1790000000000);
	int i;

	(void)state;
	for (i = 0; i < 2000; i++) {
		/* The clock stands, goes, and goes back. */
		id_make(&source, ms + (i % 7) * (i % 3 == 0), id);
		assert_true(id_valid(id));
		assert_true(strcmp(before, id) < 0);
		memcpy(before, id, sizeof(id));
	}
	assert_int_equal(id_time(id), ms + 6);
	assert_false(id_valid("0123456789abcdefghij"));
	assert_false(id_valid("01234"));
	id_make(&one, ms, id);
	id_make(&two, ms, again);
	assert_string_equal(id, again);
	two.rows = 5;
	id_make(&one, ms + 1, id);
	id_make(&two, ms + 1, again);
	assert_string_not_equal(id, again);
}

static void
test_random(void **state)
{
	struct random r = random_of(1), s = random_of(1);
	uint32_t v[50], seen = 0;
	size_t i;
	double u;

	(void)state;
	for (i = 0; i < 1000; i++) {
		assert_true(random_below(&r, 6) < 6);
		u = random_unit(&r);
		assert_true(u >= 0 && u < 1);
	}
	r = random_of(1);
	assert_true(random_next(&r) == random_next(&s));
	for (i = 0; i < 50; i++)
		v[i] = (uint32_t)i;
	random_shuffle(&r, v, 50);
	for (i = 0; i < 50; i++)
		seen += v[i];
	assert_int_equal(seen, 49 * 50 / 2);
	/* Part of the data: never another value. */
	assert_true(hash_string("a") == UINT64_C(0x02c0bdbf481420f8));
}

static void
test_files(void **state)
{
	char folder[] = "recital-test-XXXXXX", *data;
	struct buf path = BUF_INIT(4096);
	struct err err;
	struct stat st;
	size_t n;

	(void)state;
	assert_int_equal(chdir(getenv("TMPDIR") != NULL ? getenv("TMPDIR") :
	    "/tmp"), 0);
	assert_non_null(mkdtemp(folder));
	buf_printf(&path, "%s/a/b/c", folder);
	assert_true(file_make_parent(path.s, &err));
	assert_true(file_write(path.s, "hello", 5, &err));
	assert_true(file_write(path.s, "hi", 2, &err));
	assert_true(file_read(path.s, 100, &data, &n, &err));
	assert_int_equal(n, 2);
	assert_string_equal(data, "hi");
	free(data);
	assert_int_equal(stat(path.s, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_false(file_read(path.s, 1, &data, &n, &err));
	assert_false(file_read(folder, 100, &data, &n, &err));
	assert_non_null(strstr(err.text, "folder"));
	assert_false(file_write("/nowhere/at/all", "x", 1, &err));
	assert_string_equal(file_name("a/b.ini"), "b.ini");
	assert_int_equal(unlink(path.s), 0);
	buf_clear(&path);
	buf_printf(&path, "%s/a/b", folder);
	assert_int_equal(rmdir(path.s), 0);
	buf_clear(&path);
	buf_printf(&path, "%s/a", folder);
	assert_int_equal(rmdir(path.s), 0);
	assert_int_equal(rmdir(folder), 0);
	buf_clear(&path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_err), cmocka_unit_test(test_mem),
		cmocka_unit_test(test_buf_limit), cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_civil), cmocka_unit_test(test_clock_text),
		cmocka_unit_test(test_day_turns),
		cmocka_unit_test(test_ids_grow), cmocka_unit_test(test_random),
		cmocka_unit_test(test_files)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
