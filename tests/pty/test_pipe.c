/*
 * test_pipe.c -- lines that come through a pipe.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char program[4096];

/* Runs demo_line on a pipe; what it says must be `want`. */
static bool
piped(const char *mode, const char *input, size_t n, const char *want)
{
	char said[1 << 18];
	int in[2], out[2], status;
	size_t len = 0;
	ssize_t got;
	pid_t pid;

	fflush(stdout);
	if (pipe(in) != 0 || pipe(out) != 0 || (pid = fork()) < 0)
		return false;
	if (pid == 0) {
		(void)dup2(in[0], 0);
		(void)dup2(out[1], 1);
		(void)close(in[1]);
		(void)close(out[0]);
		(void)execl(program, program, mode, (char *)NULL);
		_exit(127);
	}
	(void)close(in[0]);
	(void)close(out[1]);
	(void)signal(SIGPIPE, SIG_IGN);
	if (n > 0 && write(in[1], input, n) != (ssize_t)n)
		return false;
	(void)close(in[1]);
	while ((got = read(out[0], said + len, sizeof(said) - 1 - len)) > 0)
		len += (size_t)got;
	said[len] = '\0';
	(void)close(out[0]);
	(void)waitpid(pid, &status, 0);
	if (strcmp(said, want) == 0)
		return WIFEXITED(status) && WEXITSTATUS(status) == 0;
	printf("# said \"%.200s\"\n", said);
	return false;
}

#define NEED(what) do {							\
	if (!(what)) {							\
		printf("# line %d: %s\n", __LINE__, #what);		\
		return false;						\
	}								\
} while (0)
#define PIPED(in, want) NEED(piped("answer", in, sizeof(in) - 1, want))

static bool
pipes(void)
{
	PIPED("", "end\n");
	PIPED("one\ntwo\r\n\nlast\n",
	    "got [one]\ngot [two]\ngot []\ngot [last]\nend\n");
	PIPED("one\nhalf", "got [one]\npart [half]\nend\n");
	PIPED("a\377b\0c\n", "got [a\\xffb\\x00c]\nend\n");
	PIPED("\033[A\t\003\n", "got [\\x1b[A\\x09\\x03]\nend\n");
	NEED(piped("rate", "a\n1\nb\n2\n", 8,
	    "got [a]\ngot [1]\ngot [b]\ngot [2]\nend\n"));
	return true;
}

static bool
long_pipe(void)
{
	static char in[70000 + 8], want[66000];

	memset(in, 'x', 70000);
	memcpy(in + 70000, "\nnext\n", 7);
	memcpy(want, "got [", 5);
	memset(want + 5, 'x', 65536);
	memcpy(want + 5 + 65536, "] cut\ngot [next]\nend\n", 22);
	NEED(piped("answer", in, 70006, want));
	return true;
}

static bool
report(const char *name, bool ok)
{
	printf("%s %s\n", ok ? "ok" : "not ok", name);
	return ok;
}

int
main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	bool ok;

	(void)argc;
	(void)snprintf(program, sizeof(program), "%.*sdemo_line", slash ?
	    (int)(slash - argv[0]) + 1 : 0, argv[0]);
	ok = report("lines in a pipe", pipes());
	ok &= report("a long line in a pipe", long_pipe());
	return ok ? 0 : 1;
}
