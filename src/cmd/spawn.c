/*
 * spawn.c -- see spawn.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/banned.h"

const char **
spawn_words(struct mem *mem, const char *command, const char *const *extra,
    size_t n)
{
	const char **words = mem_array(mem, strlen(command) / 2 + 2 + n,
	    sizeof(*words));
	size_t count = 0;

	for (;;) {
		size_t length;

		command += strspn(command, " \t");
		length = strcspn(command, " \t");
		if (length == 0)
			break;
		words[count++] = mem_copy(mem, command, length);
		command += length;
	}
	for (size_t i = 0; i < n; i++)
		words[count++] = extra[i];
	words[count] = NULL;
	return words;
}

/* What a child that could not exec leaves behind. */
#define NOT_RUN 127

static void
run_child(const char *const *argv, const int ends[2],
    const struct sigaction before[3])
{
	sigaction(SIGINT, &before[0], NULL);
	sigaction(SIGQUIT, &before[1], NULL);
	sigaction(SIGPIPE, &before[2], NULL);
	if (ends[0] >= 0) {
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		close(ends[1]);
	}
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(NOT_RUN);
}

static void
feed(int to, const char *input, size_t n)
{
	while (n > 0) {
		ssize_t done = write(to, input, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		input += done;
		n -= (size_t)done;
	}
}

static bool
run_and_wait(const char *const *argv, const char *input, size_t n,
    const struct sigaction before[3], struct err *err)
{
	int ends[2] = { -1, -1 }, status = 0;
	pid_t child;

	if (input != NULL && pipe(ends) != 0)
		return err_system(err, ERR_STORE, "cannot run %s", argv[0]);
	if ((child = fork()) == 0)
		run_child(argv, ends, before);
	if (input != NULL)
		close(ends[0]);
	if (child > 0 && input != NULL)
		feed(ends[1], input, n);
	if (input != NULL)
		close(ends[1]);
	if (child < 0)
		return err_system(err, ERR_STORE, "cannot run %s", argv[0]);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_RUN)
		return err_set(err, ERR_STORE, "cannot run %s", argv[0]);
	return true;
}

bool
spawn_run(const char *const *argv, const char *input, size_t n,
    struct err *err)
{
	static const int which[3] = { SIGINT, SIGQUIT, SIGPIPE };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before[3];
	bool ok;

	if (argv[0] == NULL)
		return err_set(err, ERR_USAGE, "no program is named");
	for (size_t i = 0; i < 3; i++)
		sigaction(which[i], &ignore, &before[i]);
	ok = run_and_wait(argv, input, n, before, err);
	for (size_t i = 0; i < 3; i++)
		sigaction(which[i], &before[i], NULL);
	return ok;
}
