/*
 * sql.c -- see sql.h.
 * SPDX-License-Identifier: MIT
 */
#include "store/sql.h"

#include <assert.h>
#include <math.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/mem.h"

#include "base/banned.h"

#define STATEMENTS_MAX 64
/*
 * How long to wait for other processes, ms.  SQLite's waiting is not fair: of
 * 32 that write without a pause one may wait for long, and must not fail.
 */
#define BUSY_MS 30000

struct sql_query {
	struct sql *sql;
	const char *text;
	sqlite3_stmt *stmt;
	bool taken, kept;
};

struct sql {
	sqlite3 *db;
	char *path;
	struct sql_query kept[STATEMENTS_MAX];
	size_t kept_n;
};

/* What a person can do something about; the rest says what SQLite says. */
static const char *
sentence(int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
		return "the disk is full";
	case SQLITE_READONLY:
		return "it may not be written";
	case SQLITE_NOTADB:
		return "this is no store of recital";
	case SQLITE_CORRUPT:
		return "the file is damaged; a backup may help";
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return "another process holds it too long";
	case SQLITE_CANTOPEN:
		return "it cannot be opened";
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return "access is refused";
	case SQLITE_IOERR:
		return "reading or writing the disk failed";
	default:
		return NULL;
	}
}

static bool
failed(const struct sql *sql, struct err *err)
{
	int code = sqlite3_extended_errcode(sql->db);
	const char *s = sentence(code);

	if (code == SQLITE_NOMEM)
		(void)mem_resize(NULL, SIZE_MAX, 2);
	return err_set(err, ERR_STORE, "%.300s: %s", sql->path,
	    s != NULL ? s : sqlite3_errmsg(sql->db));
}

/*
 * Nothing in a file that somebody else made may run in here, and a name in
 * double quotes is never silently a string.
 */
static void
harden(sqlite3 *db)
{
	(void)sqlite3_extended_result_codes(db, 1);
	(void)sqlite3_busy_timeout(db, BUSY_MS);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
}

/* A path as a URI, so that immutable=1 can be said of it. */
static char *
immutable_uri(const char *path)
{
	struct buf uri = BUF_INIT(65536);

	buf_adds(&uri, "file:");
	for (; *path != '\0'; path++) {
		if (strchr("?#%", *path) != NULL)
			buf_printf(&uri, "%%%02x", (unsigned char)*path);
		else
			buf_addc(&uri, *path);
	}
	buf_adds(&uri, "?immutable=1");
	return uri.s;
}

bool
sql_open(struct sql **out, const char *path, enum sql_mode mode,
    struct err *err)
{
	static const int flags[] = {
		[SQL_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[SQL_WRITE] = SQLITE_OPEN_READWRITE,
		[SQL_READ] = SQLITE_OPEN_READONLY,
		[SQL_IMMUTABLE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
	};
	struct sql *sql = mem_new(sizeof(*sql));
	char *uri = mode == SQL_IMMUTABLE ? immutable_uri(path) : NULL;
	int code;

	/* A limit on file size is an error to be told, not a death. */
	(void)signal(SIGXFSZ, SIG_IGN);
	sql->path = mem_strdup(path);
	code = sqlite3_open_v2(uri != NULL ? uri : path, &sql->db,
	    flags[mode], NULL);
	free(uri);
	if (code != SQLITE_OK) {
		(void)failed(sql, err);
		sql_close(sql);
		return false;
	}
	harden(sql->db);
	if (!sql_run(sql, "PRAGMA foreign_keys = ON;"
	    "PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;"
	    "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;", err)) {
		sql_close(sql);
		return false;
	}
	*out = sql;
	return true;
}

void
sql_close(struct sql *sql)
{
	size_t i;

	if (sql == NULL)
		return;
	for (i = 0; i < sql->kept_n; i++)
		(void)sqlite3_finalize(sql->kept[i].stmt);
	(void)sqlite3_close(sql->db);
	free(sql->path);
	free(sql);
}

bool
sql_run(struct sql *sql, const char *text, struct err *err)
{
	if (sqlite3_exec(sql->db, text, NULL, NULL, NULL) != SQLITE_OK)
		return failed(sql, err);
	return true;
}

void
sql_try(struct sql *sql, const char *text)
{
	(void)sqlite3_exec(sql->db, text, NULL, NULL, NULL);
}

bool
sql_number(struct sql *sql, const char *text, int64_t *number,
    struct err *err)
{
	struct sql_query *query = sql_query(sql, text, err);
	bool row, ok;

	if (query == NULL)
		return false;
	*number = 0;
	ok = sql_step(query, &row, err);
	if (ok && row)
		*number = sql_integer(query, 0);
	sql_done(query);
	return ok;
}

static void
wait_a_little(void)
{
	const struct timespec pause = { 0, 10 * 1000000 };

	(void)nanosleep(&pause, NULL);
}

bool
sql_journal(struct sql *sql, bool want_wal, bool *wal, struct err *err)
{
	const char *text = want_wal ? "PRAGMA journal_mode = WAL" :
	    "PRAGMA journal_mode = DELETE";
	sqlite3_stmt *stmt = NULL;
	int tries, code = SQLITE_BUSY;

	/* SQLite's own waiting does not cover a change of the mode. */
	for (tries = 0; tries < BUSY_MS / 10; tries++) {
		if (sqlite3_prepare_v2(sql->db, text, -1, &stmt, NULL) ==
		    SQLITE_OK)
			code = sqlite3_step(stmt);
		else
			code = sqlite3_errcode(sql->db);
		if (code == SQLITE_ROW)
			*wal = strcmp((const char *)sqlite3_column_text(stmt,
			    0), "wal") == 0;
		(void)sqlite3_finalize(stmt);
		stmt = NULL;
		if ((code & 0xff) != SQLITE_BUSY)
			break;
		wait_a_little();
	}
	return code == SQLITE_ROW || failed(sql, err);
}

bool
sql_copy(struct sql *sql, const char *to, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok;

	ok = sqlite3_prepare_v2(sql->db, "VACUUM INTO $1", -1, &stmt, NULL) ==
	    SQLITE_OK;
	if (ok) {
		(void)sqlite3_bind_text(stmt, 1, to, -1, SQLITE_TRANSIENT);
		ok = sqlite3_step(stmt) == SQLITE_DONE;
	}
	if (!ok)
		(void)failed(sql, err);
	(void)sqlite3_finalize(stmt);
	return ok;
}

bool
sql_in_transaction(const struct sql *sql)
{
	return sqlite3_get_autocommit(sql->db) == 0;
}

/* --- one statement ------------------------------------------------------- */

/* A kept statement that is free, or room for one more; NULL when full. */
static struct sql_query *
find_kept(struct sql *sql, const char *text)
{
	struct sql_query *query;
	size_t i;

	for (i = 0; i < sql->kept_n; i++)
		if (sql->kept[i].text == text && !sql->kept[i].taken)
			return &sql->kept[i];
	if (sql->kept_n == STATEMENTS_MAX)
		return NULL;
	query = &sql->kept[sql->kept_n];
	*query = (struct sql_query){ .sql = sql, .text = text,
	    .kept = true };
	return query;
}

struct sql_query *
sql_query(struct sql *sql, const char *text, struct err *err)
{
	struct sql_query *query = find_kept(sql, text);

	if (query == NULL) {
		query = mem_new(sizeof(*query));
		query->sql = sql;
		query->text = text;
	}
	if (query->stmt == NULL) {
		if (sqlite3_prepare_v3(sql->db, text, -1, query->kept ?
		    SQLITE_PREPARE_PERSISTENT : 0, &query->stmt, NULL) !=
		    SQLITE_OK) {
			(void)failed(sql, err);
			if (!query->kept)
				free(query);
			return NULL;
		}
		sql->kept_n += query->kept;
	}
	query->taken = true;
	return query;
}

void
sql_bind_text(struct sql_query *query, int place, const char *text)
{
	/* The caller's text lives until sql_done: no copy. */
	(void)sqlite3_bind_text(query->stmt, place, text, -1, SQLITE_STATIC);
}

void
sql_bind_number(struct sql_query *query, int place, int64_t number)
{
	(void)sqlite3_bind_int64(query->stmt, place, number);
}

void
sql_bind_maybe(struct sql_query *query, int place, bool absent,
    int64_t number)
{
	if (absent)
		(void)sqlite3_bind_null(query->stmt, place);
	else
		(void)sqlite3_bind_int64(query->stmt, place, number);
}

void
sql_bind_real(struct sql_query *query, int place, double x)
{
	if (isnan(x))
		(void)sqlite3_bind_null(query->stmt, place);
	else
		(void)sqlite3_bind_double(query->stmt, place, x);
}

bool
sql_step(struct sql_query *query, bool *row, struct err *err)
{
	int code = sqlite3_step(query->stmt);

	*row = code == SQLITE_ROW;
	return code == SQLITE_ROW || code == SQLITE_DONE ||
	    failed(query->sql, err);
}

const char *
sql_text(struct sql_query *query, int column)
{
	const unsigned char *s = sqlite3_column_text(query->stmt, column);

	return s != NULL ? (const char *)s : "";
}

int64_t
sql_integer(struct sql_query *query, int column)
{
	return sqlite3_column_int64(query->stmt, column);
}

double
sql_real(struct sql_query *query, int column)
{
	if (sql_is_null(query, column))
		return (double)NAN;
	return sqlite3_column_double(query->stmt, column);
}

bool
sql_is_null(struct sql_query *query, int column)
{
	return sqlite3_column_type(query->stmt, column) == SQLITE_NULL;
}

void
sql_done(struct sql_query *query)
{
	if (query == NULL)
		return;
	if (!query->kept) {
		(void)sqlite3_finalize(query->stmt);
		free(query);
		return;
	}
	(void)sqlite3_reset(query->stmt);
	(void)sqlite3_clear_bindings(query->stmt);
	query->taken = false;
}

bool
sql_once(struct sql_query *query, struct err *err)
{
	bool row, ok;

	if (query == NULL)
		return false;
	ok = sql_step(query, &row, err);
	sql_done(query);
	return ok;
}
