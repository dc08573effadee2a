/*
 * migrate.c -- the tables of a store, version by version.
 * SPDX-License-Identifier: MIT
 *
 * Each step runs in a transaction that has looked at the version again, so
 * that of several processes at one store only one does it.  A copy of an
 * existing store is made before each step.
 */
#include <stdio.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/own.h"

#include "base/banned.h"

/* "rctl", in SQLite's header. */
#define APPLICATION_ID "1919120492"

static const char log_sql[] =
#include "001_log.sql.h"
    ;
static const char guard_sql[] =
#include "guard_sqlite.sql.h"
    ;

static const struct migrate_step steps[STORE_VERSION] = {
	{ log_sql, guard_sql }
};

static bool
version_of(struct store *store, int64_t *version, struct err *err)
{
	return sql_number(store->sql, "PRAGMA user_version", version, err);
}

/*
 * A file with tables that are not ours must not be touched.  The tables are
 * looked at first: another process may make the store between the two looks,
 * and one that has tables by then has its owner too.
 */
static bool
check_owner(struct store *store, bool *is_new, struct err *err)
{
	int64_t owner, tables;

	if (!sql_number(store->sql, "SELECT count(*) FROM sqlite_master",
	    &tables, err) ||
	    !sql_number(store->sql, "PRAGMA application_id", &owner, err))
		return false;
	*is_new = owner == 0 && tables == 0;
	if (*is_new || owner == INT64_C(1919120492))
		return true;
	return err_set(err, ERR_STORE, "%.300s: this is no store of recital",
	    store->path);
}

static bool
run_step(struct store *store, const struct migrate_step *step,
    int64_t version, struct err *err)
{
	char pragma[64];

	(void)snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d;",
	    (int)version + 1);
	return sql_run(store->sql, step->sql, err) &&
	    sql_run(store->sql, step->guard, err) &&
	    sql_run(store->sql, "PRAGMA application_id = " APPLICATION_ID,
	    err) && sql_run(store->sql, pragma, err);
}

/*
 * The copy that is kept in case the step was a mistake.  Another process may
 * make it first, and then go on; what it kept is never replaced.
 */
static bool
keep_copy(struct store *store, int64_t version, struct err *err)
{
	struct buf to = BUF_INIT(65536);
	bool ok = true;

	buf_printf(&to, "%s.version-%d", store->path, (int)version);
	if (!store->in_memory && !file_exists(to.s))
		ok = store_backup(store, to.s, err) || file_exists(to.s);
	buf_clear(&to);
	return ok;
}

static bool
one_step(struct store *store, const struct migrate_step *step, int64_t seen,
    struct err *err)
{
	int64_t version;

	if (seen > 0 && !keep_copy(store, seen, err))
		return false;
	if (!sql_run(store->sql, "BEGIN IMMEDIATE", err))
		return false;
	if (!version_of(store, &version, err))
		goto fail;
	/* Another process was quicker. */
	if (version != seen) {
		store_rollback(store);
		return true;
	}
	if (!run_step(store, step, version, err) ||
	    !sql_run(store->sql, "COMMIT", err))
		goto fail;
	return true;
fail:
	store_rollback(store);
	return false;
}

bool
migrate_to(struct store *store, const struct migrate_step *to, int64_t last,
    struct err *err)
{
	int64_t version;
	bool is_new;

	if (!check_owner(store, &is_new, err))
		return false;
	for (;;) {
		if (!version_of(store, &version, err))
			return false;
		if (version > last)
			return err_set(err, ERR_STORE, "%.300s: made by a "
			    "newer recital (version %d, this one knows %d)",
			    store->path, (int)version, (int)last);
		if (version == last)
			return true;
		if (store->readonly)
			return err_set(err, ERR_STORE, is_new ?
			    "%.300s: an empty store" : "%.300s: an older "
			    "store, and it may not be written", store->path);
		if (!one_step(store, &to[version], version, err))
			return false;
	}
}

bool
migrate_run(struct store *store, struct err *err)
{
	return migrate_to(store, steps, STORE_VERSION, err);
}
