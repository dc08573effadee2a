/*
 * test_parse.c -- words to commands: quotes, options, searches, refusals.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cmd/parse.h"

static struct mem mem;

/* Reads a line as the prompt does. */
static bool
read_line(const char *line, struct parsed *out, struct err *err)
{
	struct parse_words words;

	*err = (struct err){ 0 };
	return parse_split(&mem, line, &words, err) &&
	    parse_read(&mem, &words, out, err) && parse_check(out, err);
}

/* Reads words as the shell gives them. */
static bool
read_words(const char **v, size_t n, struct parsed *out, struct err *err)
{
	struct parse_words words = { .plain = v, .n = n };

	*err = (struct err){ 0 };
	return parse_read(&mem, &words, out, err) && parse_check(out, err);
}

/* The search of a command whose only parameter it is. */
static const char *
search_of(const struct parsed *parsed)
{
	const char *s;

	memcpy(&s, parsed->params, sizeof(s));
	return s;
}

static void
splits(void **state)
{
	struct parse_words w;
	struct err err;

	(void)state;
	assert_true(parse_split(&mem, " a  \"b c\" tag:\"d e\" it's ", &w,
	    &err));
	assert_int_equal(w.n, 4);
	assert_string_equal(w.plain[1], "b c");
	assert_string_equal(w.raw[1], "\"b c\"");
	assert_string_equal(w.plain[2], "tag:d e");
	assert_string_equal(w.raw[2], "tag:\"d e\"");
	assert_string_equal(w.plain[3], "it's");
	assert_true(parse_split(&mem, "  ", &w, &err));
	assert_int_equal(w.n, 0);
	assert_false(parse_split(&mem, "find \"open", &w, &err));
	assert_int_equal(err.kind, ERR_USAGE);
}

static void
finds_by_prefix(void **state)
{
	struct parsed p;
	struct err err;

	(void)state;
	assert_true(read_line("rev", &p, &err));
	assert_string_equal(p.cmd->name, "review");
	assert_true(read_line("deck", &p, &err));
	assert_string_equal(p.cmd->name, "decks");
	assert_false(read_line("re", &p, &err));
	assert_non_null(strstr(err.text, "review"));
	assert_non_null(strstr(err.text, "resume"));
	assert_false(read_line("reveiw", &p, &err));
	assert_non_null(strstr(err.text, "did you mean \"review\""));
	assert_false(read_line("zzzzzz", &p, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	assert_null(strstr(err.text, "did you mean"));
}

static void
reads_options_anywhere(void **state)
{
	const char *v[] = { "--store", "f.db", "decks", "--json",
	    "--decks=a", "--decks", "b" };
	struct parsed p;
	struct err err;

	(void)state;
	assert_true(read_words(v, 7, &p, &err));
	assert_string_equal(p.cmd->name, "decks");
	assert_string_equal(p.options.store, "f.db");
	assert_int_equal(p.options.decks.n, 2);
	assert_string_equal(p.options.decks.v[1], "b");
	assert_true(p.options.json);
	assert_string_equal(p.options.color, "auto");
	v[0] = "--color";
	assert_false(read_words(v, 7, &p, &err));
	assert_non_null(strstr(err.text, "always"));
	assert_false(read_line("review --stor", &p, &err));
	assert_non_null(strstr(err.text, "--store"));
	assert_false(read_line("decks --store", &p, &err));
	assert_false(read_line("decks --json=yes", &p, &err));
	assert_false(read_line("decks -j", &p, &err));
	assert_false(read_line("decks more", &p, &err));
}

static void
reads_searches(void **state)
{
	const char *shell[] = { "review", "a b", "tag:c d", "deck:x is:due",
	    "-tag:old", "--", "--word" };
	struct parsed p;
	struct err err;

	(void)state;
	assert_true(read_line("review -tag:old \"two words\" --json", &p,
	    &err) == false);
	assert_true(read_line("review -tag:old \"two words\"", &p, &err));
	assert_string_equal(search_of(&p), "-tag:old \"two words\"");
	assert_true(read_words(shell, 7, &p, &err));
	assert_string_equal(search_of(&p), "\"a b\" tag:\"c d\" "
	    "deck:x is:due -tag:old --word");
	assert_true(read_line("review", &p, &err));
	assert_null(search_of(&p));
	assert_false(read_line("suspend", &p, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	assert_true(read_line("suspend --help", &p, &err));
}

static void
refuses_formats(void **state)
{
	struct parsed p;
	struct err err;

	(void)state;
	assert_false(read_line("review --json", &p, &err));
	assert_false(read_line("check --csv", &p, &err));
	assert_false(read_line("decks --csv --json", &p, &err));
	assert_true(read_line("decks --csv", &p, &err));
}

/* Every row can be shown and every example be read. */
static void
reads_every_example(void **state)
{
	struct parsed p;
	struct err err;

	(void)state;
	for (size_t i = 0; cmd_table[i] != NULL; i++) {
		const char *s = cmd_table[i]->example;

		assert_non_null(s);
		while (*s != '\0') {
			size_t n = strcspn(s, "\n");

			if (!read_line(mem_copy(&mem, s, n), &p, &err))
				fail_msg("%s: %s", s, err.text);
			assert_ptr_equal(p.cmd, cmd_table[i]);
			s += n + (s[n] == '\n');
		}
	}
}

static int
clear(void **state)
{
	(void)state;
	mem_clear(&mem);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splits),
		cmocka_unit_test(finds_by_prefix),
		cmocka_unit_test(reads_options_anywhere),
		cmocka_unit_test(reads_searches),
		cmocka_unit_test(refuses_formats),
		cmocka_unit_test(reads_every_example),
	};

	return cmocka_run_group_tests(tests, NULL, clear);
}
