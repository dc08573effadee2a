/*
 * test_faults.c -- the rules behind the faults, one small deck each: which
 * codes are told, in order, and how many notes are left.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "format/ini.h"

#define DECK "[deck]\nformat = 1\nid = d\ntitle = \"D\"\nlanguage = en\n"
#define GOOD "[good]\nkind = basic\nquestion = \"Q?\"\nanswer = \"A\"\n"
#define BASIC "[n]\nkind = basic\nquestion = \"Why?\"\n"

struct row {
	const char *text;
	const char *told;	/* "line:column code" with blanks between */
	int notes;		/* -1: the deck is refused */
};

static void
print_codes(const struct diags *diags, struct buf *out)
{
	size_t i;

	for (i = 0; i < diags->n; i++)
		buf_printf(out, "%s%u:%u %s", i > 0 ? " " : "",
		    diags->v[i].line, diags->v[i].column, diags->v[i].code);
}

static int
check_row(const struct row *row)
{
	struct diags diags = { .n = 0 };
	struct deck *deck = NULL;
	struct buf told = BUF_INIT(4096);
	int notes = -1, bad;

	if (ini_read_bytes("d.ini", row->text, strlen(row->text), &deck,
	    &diags) == INI_DECK)
		notes = (int)deck->notes_n;
	diag_sort(&diags);
	print_codes(&diags, &told);
	bad = strcmp(buf_str(&told), row->told) != 0 || notes != row->notes;
	if (bad)
		fprintf(stderr, "%s--\n  told \"%s\", %d notes\n  want \"%s\", "
		    "%d notes\n", row->text, buf_str(&told), notes, row->told,
		    row->notes);
	ini_free(deck);
	diag_clear(&diags);
	buf_clear(&told);
	return bad;
}

static void
check_rows(const struct row *rows, size_t n)
{
	size_t i;
	int bad = 0;

	for (i = 0; i < n; i++)
		bad += check_row(&rows[i]);
	assert_int_equal(bad, 0);
}

#define CHECK(rows) check_rows(rows, sizeof(rows) / sizeof((rows)[0]))

static void
test_comments(void **state)
{
	static const struct row rows[] = {
		{ DECK "[n] ; caf\xe9\nkind = basic\nquestion = \"Q?\"\n"
		    "answer = \"A\" ; caf\xe9\n",
		    "6:10 invalid-utf8 9:19 invalid-utf8", 1 },
		{ DECK "[n] ; end \\\nkind = basic\nquestion = \"Q?\"\n"
		    "answer = \"A\" ; end \\\ntags = a\n",
		    "6:11 comment-backslash 9:20 comment-backslash", 1 },
		{ DECK BASIC "answer = \"A\" \\\nhint = \"H\"\n" GOOD,
		    "9:14 final-backslash", 1 },
		{ DECK BASIC "answer = \"A\" # \x01\n", "9:16 control-char",
		    1 },
	};

	(void)state;
	CHECK(rows);
}

static void
test_headers(void **state)
{
	static const struct row rows[] = {
		{ DECK "\xc2\xa0[n]\nkind = basic\n" GOOD,
		    "6:1 odd-blank", 1 },
		{ DECK "[n]\xc2\xa0\nkind = basic\n" GOOD,
		    "6:4 odd-blank", 1 },
		{ DECK "[n\xef\xbc\xbd\nkind = basic\n" GOOD,
		    "6:3 fullwidth-sign", 1 },
		{ DECK "\xef\xbc\xbbn]\nkind = basic\n" GOOD,
		    "6:1 fullwidth-sign", 1 },
		{ "[deck\nformat = 1\nid = d\n" GOOD, "1:1 bad-header", -1 },
		{ "\xef\xbc\xbb" "deck]\nid = d\n" GOOD,
		    "1:1 fullwidth-sign", -1 },
		{ "[Deck]\nid = d\n" GOOD, "1:2 bad-id", -1 },
		{ GOOD "[decks-of-old]\nkind = basic\nquestion = \"Q?\"\n"
		    "answer = \"A\"\n", "1:1 missing-deck",
		    -1 },
		{ DECK GOOD "[]\nx = 1\n[[a]]\n[good] x\n",
		    "10:2 bad-header 12:2 bad-header 13:8 bad-header", 1 },
		{ DECK "[-a]\n[a.b]\n[a/b]\n",
		    "6:2 bad-id 7:3 bad-id 8:3 bad-id", 0 },
	};

	(void)state;
	CHECK(rows);
}

static void
test_lines(void **state)
{
	static const struct row rows[] = {
		{ DECK BASIC "answer = \"a\rb\"\n" GOOD, "9:12 control-char",
		    1 },
		{ DECK BASIC "answer \xef\xbc\x9d \"a=b\"\n" GOOD,
		    "9:8 fullwidth-sign", 1 },
		{ DECK BASIC "answer = \"A\"\xc2\xa0\n" GOOD,
		    "9:13 odd-blank", 1 },
		{ DECK BASIC "answer = \"A\"\n\xe3\x80\x80\n" GOOD,
		    "10:1 odd-blank", 1 },
		{ DECK BASIC "answer = 'say \"no\"; then leave'\n", "", 1 },
		{ DECK BASIC "answer = C:\\temp\nsee = a/b ; c\n", "", 1 },
		{ DECK BASIC "answer = ; none\n" GOOD, "9:1 missing-answer",
		    1 },
		{ DECK BASIC "answer = \"A\"\nfr.question = \"Q\"\n", "", 1 },
		{ DECK "fr.title = \"T\"\n" GOOD, "", 1 },
		{ DECK "fr.tilte = \"T\"\n" GOOD, "6:1 unknown-key", 1 },
	};

	(void)state;
	CHECK(rows);
}

static void
test_deck_keys(void **state)
{
	static const struct row rows[] = {
		{ "[deck]\nformat = 1\nid = \"d\ntitle = \"T\"\n" GOOD,
		    "3:6 unclosed-quote", -1 },
		{ "[deck]\nformat = 1\nid = d\ntitle = \"T\" x\n" GOOD,
		    "4:11 text-after-quote", 1 },
		{ "[deck]\nformat = 1\nid = d\ntitle =\nid = e\n" GOOD,
		    "4:1 missing-title 5:1 repeated-key", 1 },
		{ "[deck]\nformat = 1.0\nid = d\ntitle = T\n" GOOD,
		    "2:10 unknown-format", -1 },
		{ "[deck]\nformat = 1\nid =\ntitle = T\n" GOOD,
		    "3:1 missing-deck-id", -1 },
		{ "[deck]\nformat = 1\nid = d\ntitle = T\n"
		    "language = en-\n" GOOD, "5:12 bad-language", 1 },
	};

	(void)state;
	CHECK(rows);
}

static void
test_kinds(void **state)
{
	static const struct row rows[] = {
		{ DECK "[n]\nkind = cloze\ntext = \"a {{c1::b}}\"\n"
		    "match = loose\nreject.a = \"c\"\n", "9:9 bad-value", 0 },
		{ DECK "[n]\nkind = cloze\ntext = \"a {{c1::b}}\"\n"
		    "reject.a = \"c | B\"\n", "9:17 reject-is-answer", 0 },
		{ DECK "[n]\nkind = cloze\ntext = \"a {{c1::b}}\"\n"
		    "accept = \"c\"\n", "9:1 accept-no-gap", 1 },
		{ DECK "[n]\nkind = number\nquestion = \"Q?\"\nanswer = 010\n"
		    "reject.a = 10\n", "10:12 reject-is-answer", 0 },
		{ DECK "[n]\nkind = number\nquestion = \"Q?\"\n"
		    "answer = 1e3\n", "9:10 bad-number", 0 },
		{ DECK "[n]\nkind = number\nquestion = \"Q?\"\n"
		    "answer = 5\ntolerance = 5%\n", "10:13 bad-tolerance", 0 },
		{ DECK "[n]\nkind = date\nquestion = \"Q?\"\n"
		    "answer = 2001-02-29\nreject.a = 2001-13\n",
		    "9:10 bad-date 10:12 bad-date", 0 },
		{ DECK "[n]\nkind = list\nquestion = \"Q?\"\n"
		    "answer.1 = \"x\"\nanswer.2 = \"y\"\nneed = 0\n",
		    "11:8 bad-number", 0 },
		{ DECK BASIC "answer = \"A\"\npool = test\nmarks = two\n"
		    "revised = 2026-02-30\nchange = \"c\"\n",
		    "10:8 bad-value 11:9 bad-number 12:11 bad-date", 0 },
		{ DECK BASIC "answer = \"A\"\ndraft = Yes\n",
		    "10:9 bad-yes-no", 0 },
		{ DECK BASIC "answer = \"A\"\nwas = old, n\n",
		    "10:12 was-living", 0 },
	};

	(void)state;
	CHECK(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_comments),
		cmocka_unit_test(test_headers), cmocka_unit_test(test_lines),
		cmocka_unit_test(test_deck_keys), cmocka_unit_test(test_kinds)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
