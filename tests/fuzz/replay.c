/*
 * replay.c -- plays the files of a corpus to a fuzz target, without a fuzzer.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static int
play(const char *folder, const char *name)
{
	char path[1024];
	struct err err;
	char *data;
	size_t n;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (!file_read(path, (size_t)1 << 24, &data, &n, &err)) {
		printf("not ok %s\n", err.text);
		return 1;
	}
	(void)LLVMFuzzerTestOneInput((const uint8_t *)data, n);
	free(data);
	return 0;
}

int
main(int argc, char **argv)
{
	struct dirent *entry;
	int played = 0, rc = 0;
	DIR *dir;

	if (argc != 2 || (dir = opendir(argv[1])) == NULL) {
		fprintf(stderr, "usage: %s CORPUS\n", argv[0]);
		return 2;
	}
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		rc |= play(argv[1], entry->d_name);
		played++;
	}
	closedir(dir);
	if (rc == 0)
		printf("ok %s: %d inputs\n", argv[1], played);
	return rc;
}
