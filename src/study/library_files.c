/*
 * library_files.c -- the deck files below folders.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "study/library.h"

#include "base/banned.h"

/* Deeper than any library; a link that leads back ends here. */
#define DEPTH_MAX 32

struct files {
	struct mem *mem;
	const char **v;
	size_t n, cap;
};

static void
add(struct files *files, const char *path)
{
	files->v = mem_grow(files->v, files->n, &files->cap,
	    sizeof(*files->v));
	files->v[files->n++] = mem_string(files->mem, path);
}

static bool
is_ini(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcmp(name + n - 4, ".ini") == 0;
}

static bool
walk(struct files *files, const char *path, int depth, struct err *err)
{
	struct buf below = BUF_INIT(BUF_LARGE);
	struct dirent *entry;
	DIR *dir = opendir(path);
	bool ok = true;

	if (dir == NULL)
		return err_system(err, ERR_INPUT, "cannot read the folder %s",
		    path);
	while (ok && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		buf_reset(&below);
		buf_printf(&below, "%s%s%s", path,
		    path[strlen(path) - 1] == '/' ? "" : "/", entry->d_name);
		if (file_is_folder(buf_str(&below)))
			ok = depth >= DEPTH_MAX ||
			    walk(files, buf_str(&below), depth + 1, err);
		else if (is_ini(entry->d_name))
			add(files, buf_str(&below));
	}
	closedir(dir);
	buf_clear(&below);
	return ok;
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A file that was named twice is one file. */
static size_t
drop_doubles(const char **v, size_t n)
{
	size_t i, kept = 0;

	for (i = 0; i < n; i++)
		if (kept == 0 || strcmp(v[kept - 1], v[i]) != 0)
			v[kept++] = v[i];
	return kept;
}

bool
library_files(const char *const *paths, size_t n, struct mem *mem,
    const char ***files, size_t *files_n, struct err *err)
{
	struct files found = { .mem = mem };
	size_t i;
	bool ok = true;

	for (i = 0; ok && i < n; i++) {
		if (file_is_folder(paths[i]))
			ok = walk(&found, paths[i], 0, err);
		else if (file_exists(paths[i]))
			add(&found, paths[i]);
		else
			ok = err_set(err, ERR_INPUT,
			    "there is no deck or folder %s", paths[i]);
	}
	if (ok) {
		if (found.n > 0)
			qsort(found.v, found.n, sizeof(*found.v), by_path);
		*files_n = drop_doubles(found.v, found.n);
		*files = mem_array(mem, *files_n, sizeof(**files));
		if (*files_n > 0)
			memcpy(*files, found.v, *files_n * sizeof(**files));
	}
	free(found.v);
	return ok;
}
