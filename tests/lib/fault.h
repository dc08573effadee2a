/*
 * fault.h -- a disk that fails when it is told to.
 * SPDX-License-Identifier: MIT
 *
 * A SQLite VFS over the real one.  While it is installed every store goes
 * through it; the Nth write, sync or truncation from fault_at on fails.
 */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

#include <stdbool.h>

enum fault_kind {
	FAULT_NONE,
	FAULT_FULL,	/* the disk is full */
	FAULT_WRITE,	/* EIO while writing */
	FAULT_SYNC	/* EIO while syncing */
};

/* Makes it the default VFS; wal false: as on a network file system. */
void fault_install(bool wal);
void fault_remove(void);
/* From now on the nth operation (from 1) and all later ones fail. */
void fault_at(enum fault_kind kind, long nth);
/* How many operations were counted since fault_at. */
long fault_count(void);

#endif
