/*
 * test_cases.c -- deck files and the diagnostics that are wanted of them.
 * SPDX-License-Identifier: MIT
 *
 * tests/decks/expected.tsv: file, severity, line, column or -, code, a word of
 * the message.  files.tsv: file, notes and cards that can be used.  A file in
 * a folder is read with the rest of its folder, as one library.
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "cards/card.h"
#include "format/ini.h"

#define FOLDER "tests/decks"
#define MOST 16

struct row {
	char file[128], severity[16], line[16], column[16], code[48], word[128];
	bool met;
};

static struct row rows[512];
static size_t rows_n;

struct library {
	struct deck *decks[MOST];
	bool refused[MOST];
	size_t n;
	struct diags diags;
};

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
add_file(struct library *library, const char *path)
{
	if (ini_read(path, &library->decks[library->n], &library->diags) ==
	    INI_DECK)
		library->n++;
}

static void
read_library(struct library *library, const char *file)
{
	char path[512];
	const char *slash = strchr(file, '/');
	struct dirent **names;
	int i, n;

	if (slash == NULL) {
		(void)snprintf(path, sizeof(path), FOLDER "/%s", file);
		add_file(library, path);
	} else {
		(void)snprintf(path, sizeof(path), FOLDER "/%.*s",
		    (int)(slash - file), file);
		n = scandir(path, &names, NULL, by_name);
		assert_true(n >= 0);
		for (i = 0; i < n; i++) {
			(void)snprintf(path, sizeof(path), FOLDER "/%.*s/%s",
			    (int)(slash - file), file, names[i]->d_name);
			if (strstr(path, ".ini") != NULL &&
			    !file_is_folder(path))
				add_file(library, path);
			free(names[i]);
		}
		free(names);
	}
	ini_check_library(library->decks, library->n, library->refused,
	    &library->diags);
}

static void
clear_library(struct library *library)
{
	size_t i;

	for (i = 0; i < library->n; i++)
		ini_free(library->decks[i]);
	diag_clear(&library->diags);
}

/* The diagnostic of a row, or NULL. */
static const struct diag *
find(const struct diags *diags, const char *path, const struct row *row)
{
	const struct diag *d;
	char line[16], column[16];
	size_t i;

	for (i = 0; i < diags->n; i++) {
		d = &diags->v[i];
		(void)snprintf(line, sizeof(line), "%u", d->line);
		(void)snprintf(column, sizeof(column), "%u", d->column);
		if (strcmp(d->file, path) == 0 &&
		    strcmp(d->code, row->code) == 0 &&
		    strcmp(d->error ? "error" : "warning", row->severity) == 0 &&
		    (row->line[0] == '-' || strcmp(line, row->line) == 0) &&
		    (row->column[0] == '-' ||
		    strcmp(column, row->column) == 0) &&
		    strcasestr(d->message, row->word) != NULL)
			return d;
	}
	return NULL;
}

static int
check_file(const char *file)
{
	struct library library = { .n = 0 };
	size_t i, wanted = 0, told = 0;
	char path[512];
	int bad = 0;

	(void)snprintf(path, sizeof(path), FOLDER "/%s", file);
	read_library(&library, file);
	for (i = 0; i < rows_n; i++) {
		if (strcmp(rows[i].file, file) != 0)
			continue;
		if (strcmp(rows[i].severity, "clean") == 0)
			continue;
		wanted++;
		if (find(&library.diags, path, &rows[i]) != NULL)
			continue;
		fprintf(stderr, "%s: not told: %s line %s column %s %s %s\n",
		    file, rows[i].severity, rows[i].line, rows[i].column,
		    rows[i].code, rows[i].word);
		bad = 1;
	}
	for (i = 0; i < library.diags.n; i++)
		told += strcmp(library.diags.v[i].file, path) == 0;
	if (told != wanted)
		bad = 1;
	for (i = 0; bad != 0 && i < library.diags.n; i++)
		fprintf(stderr, "  told: %s:%u:%u %s %s: %s\n",
		    library.diags.v[i].file, library.diags.v[i].line,
		    library.diags.v[i].column, library.diags.v[i].error ?
		    "error" : "warning", library.diags.v[i].code,
		    library.diags.v[i].message);
	clear_library(&library);
	return bad;
}

static void
read_rows(void)
{
	char line[1024], *field[6], *rest;
	FILE *f = fopen(FOLDER "/expected.tsv", "r");
	int i;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (line[0] == '#')
			continue;
		line[strcspn(line, "\n")] = '\0';
		rest = line;
		for (i = 0; i < 6; i++)
			field[i] = strsep(&rest, "\t");
		if (field[5] == NULL)
			continue;
		(void)snprintf(rows[rows_n].file, 128, "%s", field[0]);
		(void)snprintf(rows[rows_n].severity, 16, "%s", field[1]);
		(void)snprintf(rows[rows_n].line, 16, "%s", field[2]);
		(void)snprintf(rows[rows_n].column, 16, "%s", field[3]);
		(void)snprintf(rows[rows_n].code, 48, "%s", field[4]);
		(void)snprintf(rows[rows_n].word, 128, "%s", field[5]);
		rows_n++;
	}
	(void)fclose(f);
	assert_true(rows_n > 100);
}

static void
test_expected(void **state)
{
	size_t i;
	int bad = 0;

	(void)state;
	read_rows();
	/* Folders named like decks, which git does not keep. */
	(void)mkdir(FOLDER "/e11-folder.ini", 0755);
	(void)mkdir(FOLDER "/d04-library/archive.ini", 0755);
	for (i = 0; i < rows_n; i++)
		if (i == 0 || strcmp(rows[i].file, rows[i - 1].file) != 0)
			bad += check_file(rows[i].file);
	assert_int_equal(bad, 0);
}

static void
count(const struct library *library, const char *path, size_t *notes,
    size_t *cards)
{
	size_t i, k;

	*notes = *cards = 0;
	for (i = 0; i < library->n; i++) {
		if (library->refused[i] ||
		    strcmp(library->decks[i]->path, path) != 0)
			continue;
		*notes = library->decks[i]->notes_n;
		for (k = 0; k < *notes; k++)
			*cards += card_count(&library->decks[i]->notes[k]);
	}
}

static void
test_usable(void **state)
{
	char line[512], path[512], *rest, *file;
	size_t notes, cards, want_notes, want_cards;
	FILE *f = fopen(FOLDER "/files.tsv", "r");
	struct library library;
	int bad = 0, files = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (line[0] == '#' || strchr(line, '\t') == NULL)
			continue;
		rest = line;
		file = strsep(&rest, "\t");
		if (sscanf(rest, "%zu\t%zu", &want_notes, &want_cards) != 2)
			continue;
		library = (struct library){ .n = 0 };
		read_library(&library, file);
		(void)snprintf(path, sizeof(path), FOLDER "/%s", file);
		count(&library, path, &notes, &cards);
		if (notes != want_notes || cards != want_cards) {
			fprintf(stderr, "%s: %zu notes, %zu cards; wanted %zu, "
			    "%zu\n", file, notes, cards, want_notes,
			    want_cards);
			bad++;
		}
		clear_library(&library);
		files++;
	}
	(void)fclose(f);
	assert_true(files > 80);
	assert_int_equal(bad, 0);
}

/* One line of 20 MB costs its note and nothing else. */
static void
test_huge_line(void **state)
{
	static const char before[] = "[deck]\nformat = 1\nid = huge\n"
	    "title = \"Huge\"\n[a]\nkind = basic\nquestion = \"Q?\"\n"
	    "answer = \"A\"\n[b]\nkind = basic\nquestion = \"";
	static const char after[] = "\"\nanswer = \"A\"\n[c]\nkind = basic\n"
	    "question = \"Q?\"\nanswer = \"A\"\n";
	size_t huge = (size_t)20 << 20, n;
	char *text = mem_new(sizeof(before) + huge + sizeof(after));
	struct diags diags = { .n = 0 };
	struct deck *deck;

	(void)state;
	n = sizeof(before) - 1;
	memcpy(text, before, n);
	memset(text + n, 'x', huge);
	memcpy(text + n + huge, after, sizeof(after) - 1);
	n += huge + sizeof(after) - 1;
	assert_int_equal(ini_read_bytes("huge.ini", text, n, &deck, &diags),
	    INI_DECK);
	assert_int_equal(deck->notes_n, 2);
	assert_int_equal(deck->left_out, 1);
	assert_int_equal(diags.n, 1);
	assert_string_equal(diags.v[0].code, "line-too-long");
	assert_int_equal(diags.v[0].line, 11);
	ini_free(deck);
	diag_clear(&diags);
	free(text);
}

static void
test_course(void **state)
{
	static const char text[] = "; a course\n[course]\nid = x\n";
	struct diags diags = { .n = 0 };
	struct deck *deck;

	(void)state;
	assert_int_equal(ini_read_bytes("c.ini", text, sizeof(text) - 1,
	    &deck, &diags), INI_COURSE);
	assert_int_equal(diags.n, 0);
}

static void
expect_print(const struct diag *d, const char *source, const char *want)
{
	struct buf out = BUF_INIT(4096);

	diag_print(d, source, source != NULL ? strlen(source) : 0, &out);
	assert_string_equal(buf_str(&out), want);
	buf_clear(&out);
}

static void
test_print(void **state)
{
	struct diag d = { "a.ini", 2, 5, true, "some-code", "it is wrong",
	    "this" };

	(void)state;
	expect_print(&d, "one\n\ttwo x\n",
	    "a.ini:2:5: error: it is wrong [some-code]\n"
	    "    2 |  two x\n"
	    "      |     ^\n"
	    "  Write: this\n");
	d.column = 3;
	expect_print(&d, "one\n\xe6\xbc\xa2\xe6\xbc\xa2" "abc\x1b[1m",
	    "a.ini:2:3: error: it is wrong [some-code]\n"
	    "    2 | \xe6\xbc\xa2\xe6\xbc\xa2" "abc\xef\xbf\xbd[1m\n"
	    "      |     ^\n"
	    "  Write: this\n");
	d.line = 0;
	d.fix = NULL;
	d.error = false;
	expect_print(&d, NULL, "a.ini: warning: it is wrong [some-code]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expected),
		cmocka_unit_test(test_usable),
		cmocka_unit_test(test_huge_line),
		cmocka_unit_test(test_course), cmocka_unit_test(test_print)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
