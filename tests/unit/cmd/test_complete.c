/*
 * test_complete.c -- what TAB offers, from the rows of the commands.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "cmd/app.h"
#include "cmd/complete.h"

static const char deck[] =
    "[deck]\nformat = 1\nid = alpha\ntitle = \"A\"\ntopic = rivers\n\n"
    "[one]\nkind = number\nquestion = \"1?\"\nanswer = 1\n"
    "tags = time, water\n\n"
    "[two]\nkind = number\nquestion = \"2?\"\nanswer = 2\n"
    "tags = water\n";

static void
collect(void *to, const char *candidate)
{
	buf_printf(to, "%s ", candidate);
}

static void
offers(struct app *app, const char *before, const char *wanted)
{
	struct buf got = BUF_INIT(100000);

	complete_line(app, before, strlen(before), collect, &got);
	assert_string_equal(buf_str(&got), wanted);
	buf_clear(&got);
}

static void
from_rows(void **state)
{
	struct app app = { 0 };

	(void)state;
	offers(&app, "rev", "review ");
	offers(&app, "re", "review resume reset rebuild ");
	offers(&app, "help ke", "keys ");
	offers(&app, "decks --", "--help --json --csv ");
	offers(&app, "flag --r", "--remark ");
	offers(&app, "set learn", "learn_ahead ");
	offers(&app, "set rate a", "ask auto ");
	offers(&app, "set new ", "off default ");
	offers(&app, "review is:su", "is:suspended ");
	offers(&app, "review kind:t", "kind:text kind:truefalse ");
	offers(&app, "quit ", "");
	offers(&app, "nonsense ", "");
}

static void
from_decks(void **state)
{
	struct study study = { 0 };
	struct app app = { .study = &study, .study_has = APP_DECKS };
	char folder[] = "/tmp/recital-complete-XXXXXX", path[64];
	const char *paths[] = { folder };
	struct err err;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/a.ini", folder);
	assert_true(file_write(path, deck, sizeof(deck) - 1, &err));
	assert_true(library_open(&study.library, paths, 1, &err));
	offers(&app, "review al", "alpha ");
	offers(&app, "review alpha/", "alpha/one alpha/two ");
	offers(&app, "review -x alpha/t", "alpha/two ");
	offers(&app, "learn deck:", "deck:alpha ");
	offers(&app, "learn tag:", "tag:time tag:water ");
	offers(&app, "learn topic:r", "topic:rivers ");
	offers(&app, "card alpha/o", "alpha/one ");
	snprintf(path, sizeof(path), "check %s/", folder);
	{
		char wanted[64];

		snprintf(wanted, sizeof(wanted), "%s/a.ini ", folder);
		offers(&app, path, wanted);
	}
	library_clear(&study.library);
	snprintf(path, sizeof(path), "%s/a.ini", folder);
	unlink(path);
	rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_rows),
		cmocka_unit_test(from_decks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
