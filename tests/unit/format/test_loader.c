/*
 * test_loader.c -- what the library returns is compared, and decides.
 * SPDX-License-Identifier: MIT
 *
 * No file is known that gets past the scan and that the library then reads
 * otherwise; so here stands a loader before the real one, which spoils what
 * it returns of the section [bad].
 */
#define _GNU_SOURCE	/* RTLD_NEXT */
#include <dlfcn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#if defined(__has_include) && !__has_include(<iniparser/iniparser.h>)
#include <iniparser.h>
#else
#include <iniparser/iniparser.h>
#endif

#include "format/ini.h"

static const char text[] =
    "[deck]\nformat = 1\nid = d\ntitle = \"D\"\nlanguage = en\n"
    "[first]\nkind = basic\nquestion = \"One?\"\nanswer = \"1\"\n"
    "[bad]\nkind = basic\nquestion = \"Two?\"\nanswer = \"2\"\n"
    "[last]\nkind = basic\nquestion = \"Three?\"\nanswer = \"3\"\n";

static enum spoil { NOTHING, FAILS, VALUE, KEY, MORE } spoil;
static int loads;

dictionary *
iniparser_load(const char *path)
{
	dictionary *(*load)(const char *);
	dictionary *d;

	*(void **)&load = dlsym(RTLD_NEXT, "iniparser_load");
	assert_non_null(load);
	loads++;
	d = load(path);
	if (d == NULL || !iniparser_find_entry(d, "bad"))
		return d;
	switch (spoil) {
	case NOTHING:
		break;
	case FAILS:
		iniparser_freedict(d);
		return NULL;
	case VALUE:
		(void)iniparser_set(d, "bad:question", "Another?");
		break;
	case KEY:
		iniparser_unset(d, "bad:answer");
		(void)iniparser_set(d, "bad:reply", "2");
		break;
	case MORE:
		(void)iniparser_set(d, "bad:why", "Because.");
		break;
	}
	return d;
}

/* The spoiled note is left out and told; it costs the others nothing. */
static void
test_what_differs_is_left_out(void **state)
{
	struct diags diags;
	struct deck *deck;
	size_t notes;

	(void)state;
	for (spoil = NOTHING; spoil <= MORE; spoil++) {
		diags = (struct diags){ .n = 0 };
		deck = NULL;
		loads = 0;
		assert_int_equal(ini_read_bytes("d.ini", text,
		    sizeof(text) - 1, &deck, &diags), INI_DECK);
		assert_true(loads > 0);
		notes = spoil == NOTHING ? 3 : 2;
		assert_int_equal(deck->notes_n, notes);
		assert_string_equal(deck->notes[0].id, "first");
		assert_string_equal(deck->notes[notes - 1].id, "last");
		assert_int_equal(diags.n, spoil == NOTHING ? 0 : 1);
		if (diags.n > 0)
			assert_string_equal(diags.v[0].code, "ini-differs");
		if (spoil == VALUE)
			assert_int_equal(diags.v[0].line, 12);
		ini_free(deck);
		diag_clear(&diags);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_differs_is_left_out)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
