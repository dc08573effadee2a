/*
 * tsv.h -- tables of the published vectors, row by row.
 * SPDX-License-Identifier: MIT
 *
 * A table is FOLDER/NAME.tsv or FOLDER/NAME.tsv.gz; the latter is read through
 * "gzip -dc".  Fields are separated by tabs, a field may be a list separated
 * by blanks, an item of it may have parts separated by colons.  The texts
 * belong to the table until the next row.
 */
#ifndef LIB_TSV_H
#define LIB_TSV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/err.h"

#define TSV_FIELDS 16

struct tsv {
	FILE *in;
	pid_t child;		/* gzip's, or 0 */
	char file[64];		/* the name that was found */
	char *line;
	size_t cap;
	long number;		/* of the line, from 1 */
	char *field[TSV_FIELDS];
	int n;			/* fields; those beyond TSV_FIELDS count too */
	bool comment;		/* the line begins with '#' */
};

MUST_USE bool tsv_open(struct tsv *tsv, const char *folder, const char *name,
    struct err *err);
/* The next line that is not blank; false at the end. */
bool tsv_next(struct tsv *tsv);
/* False when reading had gone wrong, or gzip says the file is broken. */
MUST_USE bool tsv_close(struct tsv *tsv, struct err *err);

/* The next item of a list, cut off it; NULL at its end. */
char *tsv_item(char **list);
/* Cuts s at each sep; how many parts there are, of which max are kept. */
int tsv_split(char *s, char sep, char **part, int max);
/* True when all of s is a number. */
bool tsv_float(const char *s, float *x);
bool tsv_double(const char *s, double *x);
/* A whole number in low..high. */
bool tsv_int(const char *s, int64_t low, int64_t high, int64_t *x);
/* A list of numbers; how many, or -1 when one is none or there are more. */
int tsv_doubles(char *list, double *v, int max);

#endif
