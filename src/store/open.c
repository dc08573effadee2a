/*
 * open.c -- opening, committing, closing; the file that must stay the file.
 * SPDX-License-Identifier: MIT
 *
 * SQLite goes on committing into a file that was renamed or removed, without
 * an error, and what was not yet checkpointed is lost at the end.  So before
 * and after each commit the path must still be the inode that was opened;
 * otherwise everything the open handle holds is copied out first.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "store/own.h"

#include "base/banned.h"

/* --- opening ------------------------------------------------------------- */

/*
 * WAL needs shared memory, which no network file system gives.  Numbers of
 * statfs(2); an unknown one is taken for a disk.
 */
bool
store_has_wal(long file_system)
{
	static const unsigned long without[] = {
		0x6969,			/* NFS */
		0xff534d42, 0xfe534d42,	/* CIFS, SMB 2 */
		0x517b,			/* SMB */
		0x65735546,		/* FUSE */
		0x01021997,		/* 9p */
		0x00c36400,		/* Ceph */
		0x5346414f,		/* AFS */
		0x73757245,		/* Coda */
		0x786f4256		/* a virtual machine's shared folder */
	};
	size_t i;

	for (i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		if (((unsigned long)file_system & 0xffffffff) == without[i])
			return false;
	return true;
}

static bool
wants_wal(const struct store *store)
{
	struct statfs fs;

	if (store->in_memory || statfs(store->path, &fs) != 0)
		return !store->in_memory;
	return store_has_wal((long)fs.f_type);
}

/* What a person may have put where the store should be. */
static bool
look_at(const char *path, enum store_mode mode, struct err *err)
{
	static const char magic[16] = "SQLite format 3";
	char begin[16] = "";
	struct stat st;
	ssize_t n;
	int fd;

	if (stat(path, &st) != 0) {
		if (errno == ENOENT && mode == STORE_CREATE)
			return true;
		return err_system(err, ERR_STORE, "%.300s", path);
	}
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_STORE, "%.300s: this is no store but "
		    "a %s", path, S_ISDIR(st.st_mode) ? "folder" : "device");
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_system(err, ERR_STORE, "%.300s", path);
	n = read(fd, begin, sizeof(begin));
	(void)close(fd);
	if (n == 0 || (n == 16 && memcmp(begin, magic, 16) == 0))
		return true;
	return err_set(err, ERR_STORE, "%.300s: this is no store of recital",
	    path);
}

/* Makes the file with its mode, before SQLite would with another. */
static bool
make_file(const char *path, struct err *err)
{
	struct stat st;
	int fd;

	if (!file_make_parent(path, err))
		return false;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_system(err, ERR_STORE, "%.300s", path);
	/* Not for a file that somebody has opened to others on purpose. */
	if (fstat(fd, &st) == 0 && st.st_size == 0)
		(void)fchmod(fd, 0600);
	(void)close(fd);
	return true;
}

static bool
remember_file(struct store *store, struct err *err)
{
	struct stat st;

	if (store->in_memory)
		return true;
	if (stat(store->path, &st) != 0)
		return err_system(err, ERR_STORE, "%.300s", store->path);
	store->device = st.st_dev;
	store->inode = st.st_ino;
	return true;
}

static bool
set_journal(struct store *store, struct err *err)
{
	bool wal = false;

	if (store->readonly || store->in_memory)
		return true;
	if (!sql_journal(store->sql, wants_wal(store), &wal, err))
		return false;
	/* Without WAL the folder must be synced too, or a commit can go. */
	return sql_run(store->sql, wal ? "PRAGMA synchronous = FULL" :
	    "PRAGMA synchronous = EXTRA", err);
}

static bool
open_writable(struct store *store, enum store_mode mode, struct err *err)
{
	if (mode == STORE_CREATE && !store->in_memory &&
	    !make_file(store->path, err))
		return false;
	if (!store->in_memory && access(store->path, W_OK) != 0)
		return err_system(err, ERR_STORE, "%.300s: it may not be "
		    "written", store->path);
	return sql_open(&store->sql, store->path, mode == STORE_CREATE ?
	    SQL_CREATE : SQL_WRITE, err) && migrate_run(store, err) &&
	    set_journal(store, err);
}

static bool
may_write_beside(const struct store *store)
{
	struct buf folder = BUF_INIT(65536);
	bool may;

	store_folder_of(store->path, &folder);
	may = access(folder.s, W_OK) == 0;
	buf_clear(&folder);
	return may;
}

static bool
has_log_beside(const struct store *store)
{
	struct buf wal = BUF_INIT(65536);
	struct stat st;
	bool found;

	buf_printf(&wal, "%s-wal", store->path);
	found = stat(wal.s, &st) == 0 && st.st_size > 0;
	buf_clear(&wal);
	return found;
}

/* The newest answers lie in the log beside it: without it we would lie. */
static bool
tell_unreadable(const struct store *store, const struct err *first,
    struct err *err)
{
	*err = *first;
	if (access(store->path, R_OK) != 0 || may_write_beside(store))
		return false;
	return err_set(err, ERR_STORE, "%.300s: its newest answers are in the "
	    "-wal file beside it and its folder may not be written; copy both "
	    "files to another folder", store->path);
}

/*
 * In a folder that may not be written SQLite cannot make the shared memory of
 * a WAL store; if there is no log beside it, it can be read as it lies.
 */
static bool
open_readable(struct store *store, struct err *err)
{
	struct err first;

	store->readonly = true;
	if (sql_open(&store->sql, store->path, SQL_READ, &first) &&
	    migrate_run(store, &first))
		return true;
	sql_close(store->sql);
	store->sql = NULL;
	if (has_log_beside(store))
		return tell_unreadable(store, &first, err);
	if (sql_open(&store->sql, store->path,
	    SQL_IMMUTABLE, err) && migrate_run(store, err))
		return true;
	*err = first;
	return false;
}

bool
store_open(struct store **out, const char *path, enum store_mode mode,
    struct err *err)
{
	struct store *store = mem_new(sizeof(*store));
	bool ok;

	store->path = mem_strdup(path);
	store->in_memory = strcmp(path, ":memory:") == 0;
	ok = store->in_memory || look_at(path, mode, err);
	if (ok)
		ok = mode == STORE_READ ? open_readable(store, err) :
		    open_writable(store, mode, err);
	if (!ok || !remember_file(store, err)) {
		sql_close(store->sql);
		free(store->path);
		free(store);
		return false;
	}
	*out = store;
	return true;
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

bool
store_is_readonly(const struct store *store)
{
	return store->readonly;
}

/* --- the file must stay the file ----------------------------------------- */

static bool
is_still_there(const struct store *store)
{
	struct stat st;

	return store->in_memory || (stat(store->path, &st) == 0 &&
	    st.st_dev == store->device && st.st_ino == store->inode);
}

/*
 * Saves all that the handle holds: into the file under its new name (by a
 * checkpoint) and into a new file beside the old name.
 */
static bool
rescue(struct store *store, const char *what, struct err *err)
{
	struct buf to = BUF_INIT(65536);
	struct err lost;
	int i;

	if (store->rescued)
		return err_set(err, ERR_STORE, "%.200s: the file was renamed "
		    "or removed while it was in use", store->path);
	sql_try(store->sql, "PRAGMA wal_checkpoint(TRUNCATE)");
	for (i = 1; i < 1000; i++) {
		buf_reset(&to);
		buf_printf(&to, "%s.rescued-%d", store->path, i);
		if (!file_exists(to.s))
			break;
	}
	if (store_backup(store, to.s, &lost)) {
		store->rescued = true;
		(void)err_set(err, ERR_STORE, "%.150s: the file was renamed or "
		    "removed while it was in use; %s is in %.150s",
		    store->path, what, to.s);
	} else {
		(void)err_set(err, ERR_STORE, "%.150s: the file was renamed or "
		    "removed while it was in use, and a copy failed: %.150s",
		    store->path, lost.text);
	}
	buf_clear(&to);
	return false;
}

bool
store_begin(struct store *store, struct err *err)
{
	if (store->readonly)
		return err_set(err, ERR_STORE, "%.300s: it may not be written",
		    store->path);
	if (!is_still_there(store))
		return rescue(store, "everything answered before", err);
	return sql_run(store->sql, "BEGIN IMMEDIATE", err);
}

bool
store_begin_read(struct store *store, struct err *err)
{
	return sql_run(store->sql, "BEGIN", err);
}

bool
store_commit(struct store *store, struct err *err)
{
	if (!is_still_there(store)) {
		store_rollback(store);
		return rescue(store, "everything answered before", err);
	}
	if (!sql_run(store->sql, "COMMIT", err)) {
		store_rollback(store);
		return false;
	}
	if (!is_still_there(store))
		return rescue(store, "everything, this answer too,", err);
	return true;
}

void
store_rollback(struct store *store)
{
	/* A full disk has rolled back already. */
	if (sql_in_transaction(store->sql))
		sql_try(store->sql, "ROLLBACK");
}

void
store_close(struct store *store)
{
	struct err ignored;

	if (store == NULL)
		return;
	if (!store->readonly && !store->in_memory) {
		store_rollback(store);
		if (!is_still_there(store))
			(void)rescue(store, "everything", &ignored);
		else
			sql_try(store->sql, "PRAGMA wal_checkpoint(PASSIVE)");
	}
	sql_close(store->sql);
	free(store->path);
	free(store);
}
