/*
 * paths.c -- see paths.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/paths.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "built.h"

#include "base/banned.h"

/* A path in an XDG folder, in mem; NULL without a home. */
static const char *
place(struct mem *mem, enum file_place where, const char *name,
    struct err *err)
{
	struct buf path = BUF_INIT(64 * 1024);
	const char *s = NULL;

	if (file_place(&path, where, name, err))
		s = mem_string(mem, buf_str(&path));
	buf_clear(&path);
	return s;
}

bool
paths_store(const struct parse_options *options, struct mem *mem,
    const char **path, struct err *err)
{
	*path = options->store;
	if (*path == NULL)
		*path = place(mem, FILE_DATA, "recital/progress.db", err);
	return *path != NULL;
}

static void
add_folder(struct mem *mem, struct words *decks, const char *path)
{
	const char **v = mem_array(mem, decks->n + 1, sizeof(*v));

	for (size_t i = 0; i < decks->n; i++)
		v[i] = decks->v[i];
	v[decks->n++] = path;
	decks->v = v;
}

static void
add_list(struct mem *mem, struct words *decks, const char *list)
{
	while (*list != '\0') {
		size_t n = strcspn(list, ":");

		if (n > 0)
			add_folder(mem, decks, mem_copy(mem, list, n));
		list += n + (list[n] == ':');
	}
}

bool
paths_decks(const struct parse_options *options, struct mem *mem,
    struct words *decks, struct err *err)
{
	const char *list = getenv("RECITAL_DECKS");
	const char *installed = RECITAL_DATADIR "/decks", *own;
	struct err ignored;

	*decks = options->decks;
	if (decks->n == 0 && list != NULL)
		add_list(mem, decks, list);
	if (decks->n > 0)
		return true;
	own = place(mem, FILE_DATA, "recital/decks", &ignored);
	if (own != NULL && file_is_folder(own))
		add_folder(mem, decks, own);
	if (file_is_folder(installed))
		add_folder(mem, decks, installed);
	if (decks->n > 0)
		return true;
	return err_set(err, ERR_INPUT, "there are no decks in %s or %s; "
	    "say --decks DIR", own != NULL ? own : "your data folder",
	    installed);
}

const char *
paths_history(struct mem *mem)
{
	struct err ignored;

	return place(mem, FILE_STATE, "recital/history", &ignored);
}
