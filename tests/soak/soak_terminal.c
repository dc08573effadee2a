/*
 * soak_terminal.c -- kill -9 at random instants of reviews on a terminal.
 * SPDX-License-Identifier: MIT
 *
 * What counts as acknowledged is what a person saw: the heading of the next
 * question, after a rating.  The store must then have that review, whatever
 * happened; it may have one more, which was durable but not yet shown.
 */
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lib/pty.h"
#include "store/store.h"

static char folder[] = "/tmp/recital-kill-XXXXXX";
static char store_name[64], home[64], decks[4400], program[4400];

static long
rows(void)
{
	struct store *store;
	struct err err;
	int64_t n = -1;

	if (!store_open(&store, store_name, STORE_WRITE, &err))
		return -1;
	if (!store_rows(store, &n, &err))
		n = -1;
	store_close(store);
	return (long)n;
}

/* Headings "3 of 10  Title" in what was seen. */
static long
headings(const char *s)
{
	long n = 0;
	const char *p;

	for (p = s; (p = strstr(p, " of ")) != NULL; p += 4) {
		const char *from = p;

		while (from > s && isdigit((unsigned char)from[-1]))
			from--;
		if (from < p && (from == s || from[-1] == '\n') &&
		    isdigit((unsigned char)p[4]))
			n++;
	}
	return n;
}

static bool
start(struct pty *pty, const char *const *command)
{
	const char *const env[] = { "TERM=xterm", home, "RECITAL_NOW",
	    "NO_COLOR", "ACCESSIBLE", NULL };
	const struct pty_options options = { .env = env };
	const char *argv[12] = { program, "--decks", decks, "--store",
	    store_name };
	int i;

	for (i = 0; command[i] != NULL; i++)
		argv[5 + i] = command[i];
	argv[5 + i] = NULL;
	return pty_start(pty, &options, argv);
}

static bool
run_once(const char *const *command)
{
	struct pty pty;
	bool ok = start(&pty, command) && pty_wait(&pty, PTY_LONG) == 0;

	pty_end(&pty);
	return ok;
}

/* Presses Enter until the fatal one; returns the questions acknowledged. */
static long
one_life(long presses)
{
	static const char *const review[] = { "review", NULL };
	const struct timespec wait = { 0, random() % 4000000 };
	struct pty pty;
	long i, seen;

	if (!start(&pty, review) || !pty_expect(&pty, "> ", PTY_LONG))
		return -1;
	for (i = 0; i < presses; i++) {
		if (!pty_send(&pty, "\r"))
			break;
		if (i + 1 < presses && !pty_expect(&pty, "> ", PTY_LONG))
			return -1;
	}
	(void)nanosleep(&wait, NULL);
	pty_kill(&pty, SIGKILL);
	(void)pty_wait(&pty, PTY_LONG);
	seen = headings(buf_str(&pty.seen));
	pty_end(&pty);
	/* The first heading came before any rating. */
	return seen > 0 ? seen - 1 : 0;
}

static void
remove_folder(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		execlp("rm", "rm", "-rf", folder, (char *)NULL);
		_exit(127);
	}
	(void)waitpid(pid, NULL, 0);
}

int
main(void)
{
	static const char *const unlimited[] = { "set", "new", "off", NULL };
	char top[4096];
	const char *soak = getenv("SOAK"), *build = getenv("BUILD");
	int kills = soak != NULL && soak[0] != '\0' ? 500 : 12, i;
	long before, now, acknowledged = 0, more = 0, lost = 0, told;

	if (getcwd(top, sizeof(top)) == NULL ||
	    mkdtemp(folder) == NULL)
		return 2;
	(void)snprintf(program, sizeof(program), "%s/%.200s/recital", top,
	    build != NULL ? build : "build");
	(void)snprintf(decks, sizeof(decks), "%s/decks", top);
	(void)snprintf(store_name, sizeof(store_name), "%s/p.db", folder);
	(void)snprintf(home, sizeof(home), "HOME=%s", folder);
	srandom((unsigned)time(NULL));
	if (!run_once(unlimited)) {
		printf("not ok the program does not start\n");
		return 1;
	}
	before = rows();
	for (i = 0; i < kills; i++, before = now) {
		told = one_life(1 + random() % 12);
		now = rows();
		if (told < 0 || now < 0) {
			printf("# life %d: no prompt, or no store\n", i);
			lost++;
			break;
		}
		acknowledged += told;
		if (now - before < told)
			lost += told - (now - before);
		else
			more += now - before - told;
	}
	printf("# kill -9 in a terminal, %d times: %ld acknowledged, %ld "
	    "there, %ld lost\n", i, acknowledged, acknowledged + more - lost,
	    lost);
	printf("%s kill -9 at random instants of reviews in a terminal\n",
	    lost == 0 && acknowledged > 0 ? "ok" : "not ok");
	remove_folder();
	return lost != 0 || acknowledged == 0;
}
