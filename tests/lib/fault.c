/*
 * fault.c -- see fault.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/fault.h"

#include <sqlite3.h>
#include <string.h>

static struct {
	sqlite3_vfs vfs, *real;
	sqlite3_io_methods methods;
	enum fault_kind kind;
	long nth, count;
} fault;

struct file {
	sqlite3_file base;
	_Alignas(8) char inner[];	/* as SQLite aligns it */
};

static sqlite3_file *
inner(sqlite3_file *file)
{
	return (sqlite3_file *)((struct file *)file)->inner;
}

/* Whether this operation is one of those that fail. */
static bool
fails(bool sync)
{
	if (fault.kind == FAULT_NONE)
		return false;
	fault.count++;
	return fault.count >= fault.nth &&
	    (fault.kind == FAULT_SYNC) == sync;
}

static int
close_file(sqlite3_file *f)
{
	return inner(f)->pMethods->xClose(inner(f));
}

static int
read_file(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return inner(f)->pMethods->xRead(inner(f), p, n, at);
}

static int
write_file(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	if (fails(false))
		return fault.kind == FAULT_FULL ? SQLITE_FULL :
		    SQLITE_IOERR_WRITE;
	return inner(f)->pMethods->xWrite(inner(f), p, n, at);
}

static int
truncate_file(sqlite3_file *f, sqlite3_int64 n)
{
	if (fails(false))
		return SQLITE_IOERR_TRUNCATE;
	return inner(f)->pMethods->xTruncate(inner(f), n);
}

static int
sync_file(sqlite3_file *f, int flags)
{
	if (fails(true))
		return SQLITE_IOERR_FSYNC;
	return inner(f)->pMethods->xSync(inner(f), flags);
}

static int
file_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return inner(f)->pMethods->xFileSize(inner(f), n);
}

static int
lock(sqlite3_file *f, int level)
{
	return inner(f)->pMethods->xLock(inner(f), level);
}

static int
unlock(sqlite3_file *f, int level)
{
	return inner(f)->pMethods->xUnlock(inner(f), level);
}

static int
check_lock(sqlite3_file *f, int *out)
{
	return inner(f)->pMethods->xCheckReservedLock(inner(f), out);
}

static int
control(sqlite3_file *f, int op, void *arg)
{
	return inner(f)->pMethods->xFileControl(inner(f), op, arg);
}

static int
sector(sqlite3_file *f)
{
	return inner(f)->pMethods->xSectorSize(inner(f));
}

static int
characteristics(sqlite3_file *f)
{
	return inner(f)->pMethods->xDeviceCharacteristics(inner(f));
}

static int
shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **p)
{
	return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, p);
}

static int
shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return inner(f)->pMethods->xShmLock(inner(f), offset, n, flags);
}

static void
shm_barrier(sqlite3_file *f)
{
	inner(f)->pMethods->xShmBarrier(inner(f));
}

static int
shm_unmap(sqlite3_file *f, int delete_it)
{
	return inner(f)->pMethods->xShmUnmap(inner(f), delete_it);
}

static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags,
    int *out)
{
	int code;

	(void)vfs;
	code = fault.real->xOpen(fault.real, name, inner(f), flags, out);
	f->pMethods = inner(f)->pMethods != NULL ? &fault.methods : NULL;
	return code;
}

void
fault_install(bool wal)
{
	fault.real = sqlite3_vfs_find(NULL);
	fault.vfs = *fault.real;
	fault.vfs.zName = "fault";
	fault.vfs.pNext = NULL;
	fault.vfs.szOsFile = fault.real->szOsFile + (int)sizeof(struct file);
	fault.vfs.xOpen = open_file;
	fault.methods = (sqlite3_io_methods){
		/* Version 1 has no shared memory, hence no WAL. */
		.iVersion = wal ? 2 : 1, .xClose = close_file,
		.xRead = read_file, .xWrite = write_file,
		.xTruncate = truncate_file, .xSync = sync_file,
		.xFileSize = file_size, .xLock = lock, .xUnlock = unlock,
		.xCheckReservedLock = check_lock, .xFileControl = control,
		.xSectorSize = sector,
		.xDeviceCharacteristics = characteristics,
		.xShmMap = shm_map, .xShmLock = shm_lock,
		.xShmBarrier = shm_barrier, .xShmUnmap = shm_unmap
	};
	fault.kind = FAULT_NONE;
	(void)sqlite3_vfs_register(&fault.vfs, 1);
}

void
fault_remove(void)
{
	(void)sqlite3_vfs_register(fault.real, 1);
	(void)sqlite3_vfs_unregister(&fault.vfs);
}

void
fault_at(enum fault_kind kind, long nth)
{
	fault.kind = kind;
	fault.nth = nth;
	fault.count = 0;
}

long
fault_count(void)
{
	return fault.count;
}
