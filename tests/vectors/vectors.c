/*
 * vectors.c -- conformance with the published FSRS libraries.
 * SPDX-License-Identifier: MIT
 *
 *	vectors [--tap] FOLDER
 *
 * Reads a folder of the form of tests/vectors/data (its README says what lies
 * there) and prints for each table and each comparison how many rows are the
 * same, how many are within the tolerance that stands beside it, and how many
 * are outside.  Exit 1 when one is outside or cannot be read, or a table is
 * missing.  With --tap a line "ok" or "not ok" for each comparison.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/vectors.h"

static const struct check {
	const char *table, *with;
	vectors_row *row;
	const char *tolerance;
	const char *left_out;
} checks[] = {
	{ "weights", "src/fsrs", vectors_weights_row,
	  "none: what is in bounds stays as it is, 17 and 19 migrate", NULL },
	{ "rs_history", "src/fsrs", vectors_rs_history,
	  "none: bit for bit, the same arithmetic as fsrs-rs", NULL },
	{ "sm2", "src/fsrs", vectors_sm2,
	  "none: bit for bit, the same arithmetic as fsrs-rs", NULL },
	{ "ts_history", "twin", vectors_ts_history_twin,
	  "S D R 1e-8: ts-fsrs rounds there, its powers differ in the last "
	  "bit; days exact", NULL },
	{ "ts_history", "src/fsrs", vectors_ts_history_float,
	  "R 1e-6, D 8e-6, S what float may lose in its worst operation "
	  "(vectors_edges.c): float against double", "lapses of the same day with short term off" },
	{ "retrievability", "twin", vectors_retrievability_twin,
	  "1e-8: ts-fsrs rounds there", NULL },
	{ "retrievability", "src/fsrs", vectors_retrievability_float,
	  "1e-6: float against double", NULL },
	{ "migrate", "twin", vectors_migrate_twin,
	  "1e-8: ts-fsrs rounds there", NULL },
	{ "migrate", "src/fsrs", vectors_migrate_float,
	  "1e-6 of it: float against double; clipped before as ts-fsrs does",
	  "numbers w17 to w19 whose bounds are ts-fsrs's own" },
	{ "ts_fuzz", "src/fsrs", vectors_ts_fuzz, "none", NULL },
	{ "ts_cards", "twin", vectors_ts_cards_twin,
	  "S D 1e-8: ts-fsrs rounds there; state, step, reps, lapses, due "
	  "exact, with fuzz inside its range", NULL },
	{ "ts_cards", "src/fsrs", vectors_ts_cards_float,
	  "D 8e-6, S as in ts_history: float against double; state, step, "
	  "reps, lapses, due exact, with fuzz inside its range",
	  "cards of the long-term scheduler, and lapses that begin at a later "
	  "step: not in src/fsrs" },
	{ "py_cards", "twin", vectors_py_cards_twin,
	  "S D R 1e-12: py-fsrs raises e to a power; state, step, due exact",
	  NULL },
	{ "py_cards", "src/fsrs", vectors_py_cards_float,
	  "D 8e-6, S as in ts_history: float against double",
	  "reviews by rules of py-fsrs alone: a same-day hard, S over 36500" },
};

static void
read_rows(struct vectors *v, const struct check *c, struct tsv *t,
    struct tally *y)
{
	while (tsv_next(t)) {
		if (t->comment) {
			if (strcmp(c->with, "twin") == 0 &&
			    !vectors_configs(v, t->field[0]))
				fprintf(y->notes, "    line %ld: a "
				    "configuration cannot be read\n",
				    t->number);
			continue;
		}
		tally_begin(y, t->number);
		if (c->row(v, t, y)) {
			tally_end(y);
			continue;
		}
		if (y->unreadable++ < 5)
			fprintf(y->notes, "    line %ld cannot be read\n",
			    t->number);
	}
}

static void
print_counts(const struct check *c, const struct tsv *t,
    const struct tally *y)
{
	printf("%-22s %-8s %6ld rows %6ld exact %6ld within tolerance %4ld "
	    "outside", t->file, c->with, y->rows, y->exact, y->within,
	    y->outside);
	if (y->none > 0)
		printf(" %4ld left out", y->none);
	if (y->unreadable > 0)
		printf(" %4ld unreadable", y->unreadable);
	printf("\n    tolerance: %s\n", c->tolerance);
	if (y->worst > 0)
		printf("    farthest: %.2f of the tolerance, %s\n", y->worst,
		    y->worst_at);
	if (y->hangs > 0)
		printf("    %ld numbers of days hang on the rounding of a "
		    "half and are one off\n", y->hangs);
	if (y->left_out > 0)
		printf("    left out: %ld %s\n", y->left_out, c->left_out);
}

/* False when something is outside. */
static bool
run(struct vectors *v, const struct check *c, bool tap)
{
	struct tally y = { 0 };
	struct tsv t;
	struct err err;
	char *notes = NULL;
	size_t n = 0;
	bool good, opened = tsv_open(&t, v->folder, c->table, &err);

	y.notes = open_memstream(&notes, &n);
	if (y.notes == NULL)
		abort();
	if (opened)
		read_rows(v, c, &t, &y);
	good = tsv_close(&t, opened ? &err : &(struct err){ 0 });
	if (!good)
		fprintf(y.notes, "    %s\n", err.text);
	if (good && y.rows == 0)
		fprintf(y.notes, "    it has no rows\n");
	print_counts(c, &t, &y);
	(void)fclose(y.notes);
	(void)fputs(notes, stdout);
	free(notes);
	good = good && y.rows > 0 && y.outside == 0 && y.unreadable == 0;
	if (tap)
		printf("%s vectors: %s with %s, %ld rows\n", good ? "ok" :
		    "not ok", c->table, c->with, y.rows);
	return good;
}

int
main(int argc, char **argv)
{
	struct vectors v = { 0 };
	bool tap = argc > 1 && strcmp(argv[1], "--tap") == 0, good = true;
	size_t i;

	if (argc != 2 + tap) {
		fprintf(stderr, "usage: vectors [--tap] FOLDER\n");
		return 2;
	}
	v.folder = argv[1 + tap];
	for (i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		good = run(&v, &checks[i], tap) && good;
	free(v.weights);
	printf(good ? "all inside\n" : "not all inside\n");
	return good ? 0 : 1;
}
