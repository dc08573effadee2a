/*
 * own.h -- the store as this folder's files see it.
 * SPDX-License-Identifier: MIT
 */
#ifndef STORE_OWN_H
#define STORE_OWN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/id.h"
#include "store/sql.h"
#include "store/store.h"

struct store {
	struct sql *sql;
	char *path;
	bool readonly, in_memory;
	bool rescued;		/* the file went away; a copy was made */
	dev_t device;		/* of the file that was opened */
	ino_t inode;
	/* How many rows the learner had when the log had counted_at rows. */
	char counted[ID_SIZE];
	int64_t counted_at[2], counted_rows;
};

/* What leads from one version to the next; tests have steps of their own. */
struct migrate_step {
	const char *sql, *guard;
};
/* Makes the tables of a new store, or brings an older one up to date. */
MUST_USE bool migrate_run(struct store *store, struct err *err);
MUST_USE bool migrate_to(struct store *store, const struct migrate_step *to,
    int64_t last, struct err *err);

/* Adds the folder that path lies in. */
void store_folder_of(const char *path, struct buf *out);

/*
 * Ids that an undo took back, sorted, so that a reader leaves their rows out
 * without asking the database for each.
 */
struct retracted {
	char (*ids)[ID_SIZE];
	size_t n, cap;
};
MUST_USE bool retracted_read(struct store *store, const char *learner,
    struct retracted *retracted, struct err *err);
bool retracted_has(const struct retracted *retracted, const char *id);
void retracted_clear(struct retracted *retracted);

#endif
