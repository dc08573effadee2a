/*
 * backup.c -- copies of the store: complete and synced, or not there.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/own.h"

#include "base/banned.h"

#define ROTATED 5

void
store_folder_of(const char *path, struct buf *out)
{
	size_t n = (size_t)(file_name(path) - path);

	if (n == 0)
		buf_adds(out, "./");
	else
		buf_add(out, path, n);
}

static bool
sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return false;
	ok = fchmod(fd, 0600) == 0 && fsync(fd) == 0;
	return close(fd) == 0 && ok;
}

/* Not every file system can sync a folder: then the copy stands as it is. */
static void
sync_folder(const char *path)
{
	struct buf folder = BUF_INIT(65536);
	int fd;

	store_folder_of(path, &folder);
	fd = open(folder.s, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		(void)fsync(fd);
		(void)close(fd);
	}
	buf_clear(&folder);
}

/*
 * Gives a finished copy its name, and never that of a file which another
 * process has made meanwhile; where there are no links, a rename must do.
 */
static bool
name_copy(const char *part, const char *to)
{
	if (link(part, to) == 0)
		return unlink(part) == 0;
	return errno != EEXIST && rename(part, to) == 0;
}

bool
store_backup(struct store *store, const char *to, struct err *err)
{
	struct buf part = BUF_INIT(65536);
	mode_t mask;
	bool ok;

	if (file_exists(to))
		return err_set(err, ERR_STORE, "%.300s: it exists already",
		    to);
	buf_printf(&part, "%s.part-%ld", to, (long)getpid());
	(void)unlink(part.s);
	mask = umask(077);
	ok = file_make_parent(to, err) && sql_copy(store->sql, part.s, err);
	(void)umask(mask);
	if (ok && (!sync_file(part.s) || !name_copy(part.s, to)))
		ok = err_system(err, ERR_STORE, "%.300s", to);
	if (ok)
		sync_folder(to);
	else
		(void)unlink(part.s);
	buf_clear(&part);
	return ok;
}

bool
store_rotate(struct store *store, struct err *err)
{
	struct buf from = BUF_INIT(65536), to = BUF_INIT(65536);
	bool ok;
	int i;

	if (store->in_memory)
		return true;
	buf_printf(&to, "%s.new", store->path);
	(void)unlink(to.s);
	ok = store_backup(store, to.s, err);
	for (i = ROTATED; ok && i > 0; i--) {
		buf_reset(&from);
		buf_reset(&to);
		if (i > 1)
			buf_printf(&from, "%s.%d", store->path, i - 1);
		else
			buf_printf(&from, "%s.new", store->path);
		buf_printf(&to, "%s.%d", store->path, i);
		if (rename(from.s, to.s) != 0 && errno != ENOENT)
			ok = err_system(err, ERR_STORE, "%.300s", to.s);
	}
	buf_clear(&from);
	buf_clear(&to);
	return ok;
}
