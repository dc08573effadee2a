/*
 * bench_decks.c -- what it costs to load a deck of 10, 50, 100 thousand notes.
 * SPDX-License-Identifier: MIT
 *
 * Prints CPU and wall seconds and the peak memory of the whole process, against
 * the size of the file.  Each size runs in a process of its own, so that the
 * peak is that of one load.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "format/ini.h"

static double
seconds(clockid_t clock)
{
	struct timespec t;

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Five kinds in turn, as decks have them: about 240 bytes a note. */
static void
write_note(FILE *f, int i)
{
	fprintf(f, "\n[note-%06d]\n", i);
	switch (i % 5) {
	case 0:
		fprintf(f, "kind     = number\nquestion = \"For how many days "
		    "may order number %d be kept, at most?\"\nanswer   = %d\n"
		    "unit     = days\nwhy      = \"The order can be renewed, "
		    "if the law provides for it.\"\n", i, i + 7);
		break;
	case 1:
		fprintf(f, "kind     = choice\nquestion = \"Who is meant by "
		    "paragraph %d?\"\noption.a = \"only a provider\"\n"
		    "option.b = \"any person who holds the data\"\n"
		    "option.c = \"only an authority\"\nanswer   = b\n", i);
		break;
	case 2:
		fprintf(f, "kind     = text\nquestion = \"Which measure keeps "
		    "the data of case %d as they are?\"\nanswer   = "
		    "\"preservation\"\naccept   = \"expedited preservation | "
		    "a freeze\"\n", i);
		break;
	case 3:
		fprintf(f, "kind     = cloze\ntext     = \"A Party shall adopt "
		    "{{c1::legislative}} and other {{c2::measures}} in matter "
		    "%d.\"\n", i);
		break;
	default:
		fprintf(f, "kind     = truefalse\nquestion = \"Order %d binds "
		    "providers only.\"\nanswer   = false ; any person\n", i);
		break;
	}
	fprintf(f, "article  = 16(2)\nsource   = \"ETS 185, Art. 16(2)\"\n"
	    "tags     = preservation, time-limit\n");
}

static long
write_deck(const char *path, int notes)
{
	FILE *f = fopen(path, "w");
	long size;
	int i;

	if (f == NULL)
		exit(1);
	fprintf(f, "[deck]\nformat = 1\nid = bench\ntitle = \"Bench\"\n"
	    "language = en\n");
	for (i = 0; i < notes; i++)
		write_note(f, i);
	size = ftell(f);
	if (fclose(f) != 0)
		exit(1);
	return size;
}

static void
load(const char *path, int notes, long size)
{
	struct diags diags = { .n = 0 };
	struct deck *deck;
	struct rusage usage;
	double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	double wall = seconds(CLOCK_MONOTONIC);

	if (ini_read(path, &deck, &diags) != INI_DECK ||
	    deck->notes_n != (size_t)notes || diags.n != 0) {
		printf("%s: not all notes were read\n", path);
		_exit(1);
	}
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	wall = seconds(CLOCK_MONOTONIC) - wall;
	(void)getrusage(RUSAGE_SELF, &usage);
	printf("decks: %6d notes, %5.1f MB: %.3f s CPU, %.3f s wall, peak "
	    "memory %.2f times the file\n", notes, (double)size / 1e6, cpu,
	    wall, (double)usage.ru_maxrss * 1024 / (double)size);
	ini_free(deck);
	diag_clear(&diags);
}

int
main(void)
{
	static const int sizes[] = { 10000, 50000, 100000 };
	char path[] = "/tmp/recital-bench-XXXXXX";
	int fd = mkstemp(path);
	size_t i;
	long size;

	if (fd < 0)
		return 1;
	(void)close(fd);
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		size = write_deck(path, sizes[i]);
		(void)fflush(stdout);
		if (fork() == 0) {
			load(path, sizes[i], size);
			(void)fflush(stdout);
			_exit(0);
		}
		(void)wait(NULL);
	}
	(void)unlink(path);
	return 0;
}
