/*
 * file.c -- see file.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#include "base/banned.h"

static bool
read_all(int fd, char *data, size_t n, size_t *got)
{
	ssize_t k;

	for (*got = 0; *got < n; *got += (size_t)k) {
		k = read(fd, data + *got, n - *got);
		if (k < 0 && errno == EINTR)
			k = 0;
		else if (k < 0)
			return false;
		else if (k == 0)
			return true;
	}
	return true;
}

bool
file_read(const char *path, size_t max, char **data, size_t *n,
    struct err *err)
{
	struct stat st;
	char *s = NULL;
	bool ok = false;
	/* O_NONBLOCK: a pipe named like a deck must not hang us. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_system(err, ERR_INPUT, "%.300s", path);
	if (fstat(fd, &st) != 0) {
		err_system(err, ERR_INPUT, "%.300s", path);
		goto out;
	}
	if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_INPUT, "%.300s: not a file but a %s", path,
		    S_ISDIR(st.st_mode) ? "folder" : "device or pipe");
		goto out;
	}
	if ((unsigned long long)st.st_size > max) {
		err_set(err, ERR_INPUT, "%.300s: larger than %zu MiB", path,
		    max >> 20);
		goto out;
	}
	s = mem_new_large((size_t)st.st_size + 1);
	if (!read_all(fd, s, (size_t)st.st_size, n)) {
		err_system(err, ERR_INPUT, "%.300s: while reading", path);
		goto out;
	}
	s[*n] = '\0';
	*data = s;
	s = NULL;
	ok = true;
out:
	free(s);
	(void)close(fd);
	return ok;
}

static bool
write_all(int fd, const char *data, size_t n)
{
	ssize_t k;

	while (n > 0) {
		k = write(fd, data, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return false;
		data += k;
		n -= (size_t)k;
	}
	return true;
}

/* A rename is durable once its folder is synced; some systems cannot. */
static void
sync_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash == NULL ? mem_strdup(".") : mem_strdup(path);
	int fd;

	if (slash != NULL)
		folder[slash == path ? 1 : slash - path] = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		(void)fsync(fd);
		(void)close(fd);
	}
	free(folder);
}

bool
file_write(const char *path, const char *data, size_t n, struct err *err)
{
	struct buf temporary = BUF_INIT(8192);
	bool ok;
	int fd;

	buf_printf(&temporary, "%s.XXXXXX", path);
	fd = mkstemp(temporary.s);
	if (fd < 0) {
		err_system(err, ERR_STORE, "%.300s: cannot write", path);
		buf_clear(&temporary);
		return false;
	}
	ok = write_all(fd, data, n) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	if (!ok || rename(temporary.s, path) != 0) {
		err_system(err, ERR_STORE, "%.300s: cannot write", path);
		(void)unlink(temporary.s);
		ok = false;
	} else {
		sync_parent(path);
	}
	buf_clear(&temporary);
	return ok;
}

bool
file_make_folder(const char *path, struct err *err)
{
	char *copy = mem_strdup(path), *p;
	bool ok = true;

	for (p = copy + 1; ok && *p != '\0'; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		ok = mkdir(copy, 0700) == 0 || errno == EEXIST;
		*p = '/';
	}
	ok = ok && (mkdir(copy, 0700) == 0 || errno == EEXIST);
	if (!ok)
		err_system(err, ERR_STORE, "cannot make the folder %.300s",
		    path);
	free(copy);
	return ok;
}

bool
file_make_parent(const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *folder;
	bool ok;

	if (slash == NULL || slash == path)
		return true;
	folder = mem_strdup(path);
	folder[slash - path] = '\0';
	ok = file_make_folder(folder, err);
	free(folder);
	return ok;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool
file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

bool
file_place(struct buf *out, enum file_place place, const char *name,
    struct err *err)
{
	static const struct {
		const char *variable, *below_home;
	} places[] = {
		[FILE_DATA] = { "XDG_DATA_HOME", "/.local/share" },
		[FILE_STATE] = { "XDG_STATE_HOME", "/.local/state" }
	};
	const char *base = getenv(places[place].variable);
	const char *home = getenv("HOME");

	/* The XDG rule: a relative path there is invalid and ignored. */
	if (base != NULL && base[0] == '/')
		buf_printf(out, "%s/%s", base, name);
	else if (home != NULL && home[0] == '/')
		buf_printf(out, "%s%s/%s", home, places[place].below_home,
		    name);
	else
		return err_set(err, ERR_USAGE, "HOME is not set; name the "
		    "store with --store");
	return true;
}
