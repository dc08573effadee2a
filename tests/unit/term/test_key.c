/*
 * test_key.c -- bytes become characters and keys.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "term/key.h"

/* Codes as text: characters as they are, controls as ^X, keys by name. */
static void
add_code(struct buf *out, int32_t code)
{
	static const char *const names[] = { "<left>", "<right>", "<up>",
	    "<down>", "<home>", "<end>", "<delete>", "<word-left>",
	    "<word-right>", "<word-delete>" };
	char bytes[4];

	if (code >= KEY_LEFT)
		buf_adds(out, names[code - KEY_LEFT]);
	else if (code < 0x20)
		buf_printf(out, "^%c", (char)(code + 0x40));
	else
		buf_add(out, bytes, utf8_write(code, bytes));
}

/* In the bytes, \1 is a silence. */
static void
feed(struct key *key, const char *bytes, size_t n, struct buf *out)
{
	int32_t codes[KEY_OUT];
	size_t i, j, count;

	for (i = 0; i < n; i++) {
		if (bytes[i] == '\1')
			count = key_silence(key, codes);
		else
			count = key_feed(key, (unsigned char)bytes[i], codes);
		assert_true(count <= KEY_OUT);
		for (j = 0; j < count; j++)
			add_code(out, codes[j]);
	}
}

struct row {
	const char *bytes, *want;
	bool vi;
};

static void
check(const struct row *rows, size_t n)
{
	struct buf out = BUF_INIT(4096);
	struct key key;
	size_t i;

	for (i = 0; i < n; i++) {
		key = (struct key){ .vi = rows[i].vi };
		buf_reset(&out);
		feed(&key, rows[i].bytes, strlen(rows[i].bytes), &out);
		if (strcmp(buf_str(&out), rows[i].want) != 0)
			fail_msg("row %zu: \"%s\" in place of \"%s\"", i,
			    buf_str(&out), rows[i].want);
	}
	buf_clear(&out);
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof(*(rows)))

static void
test_keys(void **state)
{
	static const struct row rows[] = {
		{ "\033[A\033[B\033[C\033[D", "<up><down><right><left>", 0 },
		{ "\033OA\033OB\033OC\033OD", "<up><down><right><left>", 0 },
		{ "\033[H\033[F\033OH\033OF", "<home><end><home><end>", 0 },
		{ "\033[1~\033[4~\033[7~\033[8~", "<home><end><home><end>",
		    0 },
		{ "\033[3~\033[3;5~", "<delete><word-delete>", 0 },
		{ "\033[1;5C\033[1;5D\033[1;3C\033[1;3D",
		    "<word-right><word-left><word-right><word-left>", 0 },
		{ "\033[1;2C\033[1;2D", "<right><left>", 0 },
		{ "\033Oc\033Od\033[c\033[d",
		    "<word-right><word-left><right><left>", 0 },
		{ "\033\033[C\033O5D", "<word-right><word-left>", 0 },
		{ "\033OM", "^M", 0 },
		{ "\033b\033\177", "^[b^[\177", 0 },
		{ "a\r\t\177", "a^M^I\177", 0 }
	};

	(void)state;
	CHECK(rows);
}

static void
test_swallowed(void **state)
{
	static const struct row rows[] = {
		{ "a\033[15~b\033[24;2~c", "abc", 0 },
		{ "a\033[[Ab\033OPc", "abc", 0 },
		{ "a\033[?64;1;2cb\033[>0;276;0cc", "abc", 0 },
		{ "a\033[M !\"b\033[<0;10;20Mc", "abc", 0 },
		{ "a\033]0;title\ab\033]11;rgb:0/0/0\033\\c", "abc", 0 },
		{ "a\033Pq#0\033\\b\033_x\033\\c\033^y\ad", "abcd", 0 },
		{ "a\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15Ab", "ab", 0 },
		/* Enter and Ctrl-C end what was begun. */
		{ "\033[12\r", "^M", 0 },
		{ "\033]0;x\r", "^M", 0 },
		{ "\033[M \003", "^C", 0 },
		/* A sequence within another begins anew. */
		{ "\033[1\033[A", "<up>", 0 },
		{ "\033]0;x\033[A", "<up>", 0 },
		/* What silence cuts off is gone. */
		{ "\033[1\1x", "x", 0 },
		{ "\033]0;t\1x", "x", 0 }
	};

	(void)state;
	CHECK(rows);
}

static void
test_escape(void **state)
{
	static const struct row rows[] = {
		{ "\033\1x", "^[x", true },
		{ "\033\1x", "x", false },
		{ "\033x", "^[x", true },
		/* A slow line: the rest of an arrow comes late. */
		{ "\033\1[A", "^[<up>", true },
		{ "\033\1[A", "<up>", false },
		{ "\033\1OH", "<home>", false },
		/* Typed by hand after ESC. */
		{ "\033\1[\1x", "[x", false },
		{ "\033\1O\1K", "OK", false },
		{ "\033\1[1\1x", "[1x", false }
	};

	(void)state;
	CHECK(rows);
}

#define ON "\033[200~"
#define OFF "\033[201~"

static void
test_paste(void **state)
{
	static const struct row rows[] = {
		{ ON "one\ntwo\r\nthree" OFF "\r", "one two three^M", 0 },
		{ ON "one\n" OFF "\r", "one^M", 0 },
		{ ON "one\n\n\ttwo" OFF, "one two", 0 },
		{ ON "one\n two" OFF, "one two", 0 },
		{ ON "a\n" OFF ON "b" OFF, "a b", 0 },
		{ ON "a\xe2\x80\xa8" "b" OFF, "a b", 0 },
		{ ON "a\003\004\b\177b" OFF, "ab", 0 },
		{ ON "a\033[A\033Xb\1" OFF "c", "ac", 0 },
		{ ON "a" ON "b" OFF "\r", "ab^M", 0 },
		/* The end is lost. */
		{ ON "a\nb\1\r", "a b^M", 0 },
		{ "a" OFF "\r", "a^M", 0 }
	};

	(void)state;
	CHECK(rows);
}

static void
test_characters(void **state)
{
	static const struct row rows[] = {
		{ "caf\xc3\xa9", "caf\xc3\xa9", 0 },
		{ "\xe6\x97\xa5\xf0\x9f\x99\x82", "\xe6\x97\xa5"
		    "\xf0\x9f\x99\x82", 0 },
		{ "a\xff" "b", "a\xef\xbf\xbd" "b", 0 },
		{ "a\xc3" "b", "a\xef\xbf\xbd" "b", 0 },
		{ "a\xe6\x97\r", "a\xef\xbf\xbd^M", 0 },
		{ "a\xe6\x97\1" "b", "a\xef\xbf\xbd" "b", 0 },
		/* Overlong, a surrogate, beyond the last: one each. */
		{ "\xe0\x80\x80", "\xef\xbf\xbd", 0 },
		{ "\xed\xa0\x80", "\xef\xbf\xbd", 0 },
		{ "\xf4\x90\x80\x80", "\xef\xbf\xbd", 0 },
		/* C1 controls cannot be typed. */
		{ "a\xc2\x9b" "Ab", "aAb", 0 }
	};

	(void)state;
	CHECK(rows);
}

static void
test_patience(void **state)
{
	struct buf out = BUF_INIT(64);
	struct key key = { 0 };

	(void)state;
	assert_int_equal(key_patience(&key), -1);
	feed(&key, "\033", 1, &out);
	assert_true(key_patience(&key) > 0);
	feed(&key, "\1", 1, &out);
	assert_int_equal(key_patience(&key), -1);
	feed(&key, "x" ON, 7, &out);
	assert_int_equal(key_patience(&key), 300);
	feed(&key, OFF, 6, &out);
	assert_int_equal(key_patience(&key), -1);
	key_reset(&key);
	key.vi = true;
	feed(&key, "\033", 1, &out);
	assert_int_equal(key_patience(&key), 50);
	buf_clear(&out);
}

static void
test_edits(void **state)
{
	(void)state;
	assert_true(key_edits('a'));
	assert_true(key_edits(0x1f642));
	assert_true(key_edits(KEY_LEFT));
	assert_true(key_edits('\r'));
	assert_false(key_edits(KEY_UP));
	assert_false(key_edits(KEY_DOWN));
	assert_false(key_edits('\t'));
	assert_false(key_edits(0x12));
	assert_false(key_edits(0));
	assert_true(key_edits_after_escape('b'));
	assert_false(key_edits_after_escape('x'));
	assert_false(key_edits_after_escape(0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_swallowed),
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_paste),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_patience),
		cmocka_unit_test(test_edits)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
