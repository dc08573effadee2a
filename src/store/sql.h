/*
 * sql.h -- SQLite behind a few plain functions; nothing else includes it.
 * SPDX-License-Identifier: MIT
 *
 * Statements are literals with $1, $2, … in the order of their numbers; they
 * are prepared once and kept.  A statement is taken by sql_query, bound,
 * stepped, and given back by sql_done.  Expected failures fill a struct err
 * with a sentence for a person.
 */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct sql;
struct sql_query;

enum sql_mode {
	SQL_CREATE,
	SQL_WRITE,
	SQL_READ,
	SQL_IMMUTABLE	/* nobody writes it, not even its side files exist */
};

MUST_USE bool sql_open(struct sql **sql, const char *path, enum sql_mode mode,
    struct err *err);
void sql_close(struct sql *sql);
/* Several statements without parameters. */
MUST_USE bool sql_run(struct sql *sql, const char *text, struct err *err);
/* One statement whose failure changes nothing for the caller. */
void sql_try(struct sql *sql, const char *text);
/* The first column of the first row of a statement, or 0. */
MUST_USE bool sql_number(struct sql *sql, const char *text, int64_t *number,
    struct err *err);
/*
 * PRAGMA journal_mode = WAL, or DELETE; *wal says what it is now.  Another
 * process that is opening the store makes this wait.
 */
MUST_USE bool sql_journal(struct sql *sql, bool want_wal, bool *wal,
    struct err *err);
/* VACUUM INTO a new file. */
MUST_USE bool sql_copy(struct sql *sql, const char *to, struct err *err);
MUST_USE bool sql_in_transaction(const struct sql *sql);

/* --- one statement ------------------------------------------------------- */

/* text must be a literal: it is the key of the cache.  NULL: err says why. */
MUST_USE struct sql_query *sql_query(struct sql *sql, const char *text,
    struct err *err);
void sql_bind_text(struct sql_query *query, int place, const char *text);
void sql_bind_number(struct sql_query *query, int place, int64_t number);
/* NULL when absent is true. */
void sql_bind_maybe(struct sql_query *query, int place, bool absent,
    int64_t number);
/* A NAN is NULL. */
void sql_bind_real(struct sql_query *query, int place, double x);
/* Takes the next row: *row false when there are no more. */
MUST_USE bool sql_step(struct sql_query *query, bool *row, struct err *err);
const char *sql_text(struct sql_query *query, int column);
int64_t sql_integer(struct sql_query *query, int column);
double sql_real(struct sql_query *query, int column);	/* NAN: NULL */
bool sql_is_null(struct sql_query *query, int column);
void sql_done(struct sql_query *query);
/* Steps once and gives back: for statements without rows. */
MUST_USE bool sql_once(struct sql_query *query, struct err *err);

#endif
