/*
 * ini_files.c -- see ini.h: several files at once.
 * SPDX-License-Identifier: MIT
 *
 * Two threads take one file after the other.  A file has its own deck and its
 * own list of faults while it is read, so they share nothing but the number of
 * the next one; the lists are joined in the order of the paths.
 */
#include <pthread.h>
#include <stdlib.h>

#include "base/mem.h"
#include "format/ini.h"
#include "format/reader.h"

#include "base/banned.h"

struct work {
	const char *const *paths;
	size_t n, next;		/* from next on nobody has taken them */
	struct ini_file *files;
	struct diags *diags;	/* one list a file */
	pthread_mutex_t lock;
};

static size_t
take(struct work *work)
{
	size_t i;

	(void)pthread_mutex_lock(&work->lock);
	i = work->next < work->n ? work->next++ : work->n;
	(void)pthread_mutex_unlock(&work->lock);
	return i;
}

static void *
read_files(void *arg)
{
	struct work *work = arg;
	size_t i;

	while ((i = take(work)) < work->n)
		work->files[i].result = ini_read_path(work->paths[i],
		    &work->files[i].deck, &work->diags[i]);
	return NULL;
}

void
ini_read_files(const char *const *paths, size_t n, struct ini_file *files,
    struct diags *diags)
{
	struct work work = { .paths = paths, .n = n, .files = files,
	    .lock = PTHREAD_MUTEX_INITIALIZER };
	pthread_t second;
	bool threaded;
	size_t i;

	work.diags = mem_new_array(n, sizeof(*work.diags));
	ini_quiet();
	/* Without a second thread the first one reads all. */
	threaded = n > 1 && pthread_create(&second, NULL, read_files,
	    &work) == 0;
	(void)read_files(&work);
	if (threaded)
		(void)pthread_join(second, NULL);
	(void)pthread_mutex_destroy(&work.lock);
	for (i = 0; i < n; i++) {
		diag_append(diags, &work.diags[i]);
		diag_clear(&work.diags[i]);
	}
	free(work.diags);
}
