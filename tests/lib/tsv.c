/*
 * tsv.c -- see tsv.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/tsv.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

static bool
open_gzip(struct tsv *tsv, const char *path, struct err *err)
{
	int fd[2];

	if (pipe(fd) != 0)
		return err_system(err, ERR_STORE, "pipe");
	tsv->child = fork();
	if (tsv->child == 0) {
		(void)dup2(fd[1], STDOUT_FILENO);
		(void)close(fd[0]);
		(void)close(fd[1]);
		execlp("gzip", "gzip", "-dc", "--", path, (char *)NULL);
		_exit(127);
	}
	(void)close(fd[1]);
	if (tsv->child < 0) {
		tsv->child = 0;
		(void)close(fd[0]);
		return err_system(err, ERR_STORE, "fork");
	}
	tsv->in = fdopen(fd[0], "r");
	return tsv->in != NULL || err_system(err, ERR_STORE, "%s", path);
}

bool
tsv_open(struct tsv *tsv, const char *folder, const char *name,
    struct err *err)
{
	static const char *const ends[] = { ".tsv", ".tsv.gz" };
	char path[4096];
	int i;

	*tsv = (struct tsv){ 0 };
	for (i = 0; i < 2; i++) {
		(void)snprintf(tsv->file, sizeof(tsv->file), "%s%s", name,
		    ends[i]);
		(void)snprintf(path, sizeof(path), "%s/%s", folder,
		    tsv->file);
		if (!file_exists(path))
			continue;
		if (i == 1)
			return open_gzip(tsv, path, err);
		tsv->in = fopen(path, "r");
		return tsv->in != NULL ||
		    err_system(err, ERR_INPUT, "%s", path);
	}
	(void)snprintf(tsv->file, sizeof(tsv->file), "%s", name);
	return err_set(err, ERR_INPUT, "%s/%s.tsv is missing, and so is "
	    "%s.tsv.gz", folder, name, name);
}

bool
tsv_next(struct tsv *tsv)
{
	ssize_t n;

	while ((n = getline(&tsv->line, &tsv->cap, tsv->in)) > 0) {
		tsv->number++;
		while (n > 0 && strchr("\r\n", tsv->line[n - 1]) != NULL)
			tsv->line[--n] = '\0';
		if (strspn(tsv->line, " \t") == (size_t)n)
			continue;
		tsv->comment = tsv->line[0] == '#';
		tsv->n = 1;
		tsv->field[0] = tsv->line;
		if (!tsv->comment)
			tsv->n = tsv_split(tsv->line, '\t', tsv->field,
			    TSV_FIELDS);
		return true;
	}
	return false;
}

bool
tsv_close(struct tsv *tsv, struct err *err)
{
	bool good = tsv->in != NULL && !ferror(tsv->in);
	int status = 0;

	if (tsv->in != NULL)
		(void)fclose(tsv->in);
	free(tsv->line);
	tsv->line = NULL;
	tsv->in = NULL;
	if (tsv->child > 0)
		while (waitpid(tsv->child, &status, 0) < 0 && errno == EINTR)
			;
	if (good && status == 0)
		return true;
	return err_set(err, ERR_INPUT, "%s cannot be read to its end%s",
	    tsv->file, status != 0 ? ": gzip failed" : "");
}

char *
tsv_item(char **list)
{
	char *item = *list + strspn(*list, " ");
	size_t n = strcspn(item, " ");

	if (n == 0)
		return NULL;
	*list = item + n;
	if (item[n] == ' ') {
		item[n] = '\0';
		(*list)++;
	}
	return item;
}

int
tsv_split(char *s, char sep, char **part, int max)
{
	int n = 0;
	char *next;

	for (; s != NULL; s = next) {
		next = strchr(s, sep);
		if (next != NULL)
			*next++ = '\0';
		if (n < max)
			part[n] = s;
		n++;
	}
	return n;
}

/* Where a number has to begin: strtod would skip blanks before it. */
static bool
begins(const char *s)
{
	return *s != '\0' && strchr("+-.0123456789", *s) != NULL;
}

bool
tsv_float(const char *s, float *x)
{
	char *end;

	if (!begins(s))
		return false;
	*x = strtof(s, &end);
	return *end == '\0' && isfinite(*x);
}

bool
tsv_double(const char *s, double *x)
{
	char *end;

	if (!begins(s))
		return false;
	*x = strtod(s, &end);
	return *end == '\0' && isfinite(*x);
}

bool
tsv_int(const char *s, int64_t low, int64_t high, int64_t *x)
{
	char *end;

	if (!begins(s))
		return false;
	errno = 0;
	*x = strtoll(s, &end, 10);
	return *end == '\0' && errno == 0 && *x >= low && *x <= high;
}

int
tsv_doubles(char *list, double *v, int max)
{
	char *item;
	int n = 0;

	while ((item = tsv_item(&list)) != NULL) {
		if (n == max || !tsv_double(item, &v[n]))
			return -1;
		n++;
	}
	return n;
}
