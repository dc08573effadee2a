/*
 * id.h -- the ids of everything that is logged.
 * SPDX-License-Identifier: MIT
 *
 * 20 characters of Crockford's base 32 (0-9 a-z without i l o u): nine of
 * milliseconds since 1970, eleven random.  Ids of one source only grow: within
 * a millisecond, or when the clock goes back, the random part counts up, so
 * that order by id is order of making.
 */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>
#include <stdint.h>

#define ID_LENGTH 20
#define ID_SIZE (ID_LENGTH + 1)

/*
 * Where ids come from.  seeded: the random part comes from (seed, rows), so a
 * demonstration repeats itself; the caller sets rows to the number of rows
 * logged so far.
 */
struct id_source {
	bool seeded;
	uint64_t seed, rows;
	int64_t last_ms;
	uint64_t last;	/* the random part, 55 bits */
};

void id_make(struct id_source *source, int64_t ms, char out[ID_SIZE]);
bool id_valid(const char *s);
/* The milliseconds in an id; the id must be valid. */
int64_t id_time(const char *id);

#endif
