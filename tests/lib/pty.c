/*
 * pty.c -- see pty.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "base/clock.h"

/* --- the program's side ----------------------------------------------------- */

static void
set_environment(const char *const *env)
{
	size_t i;
	char *value, name[64];

	for (i = 0; env != NULL && env[i] != NULL; i++) {
		value = strchr(env[i], '=');
		(void)snprintf(name, sizeof(name), "%.*s", value != NULL ?
		    (int)(value - env[i]) : (int)strlen(env[i]), env[i]);
		if (value != NULL)
			(void)setenv(name, value + 1, 1);
		else
			(void)unsetenv(name);
	}
}

static void
default_signals(void)
{
	static const int sigs[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP,
	    SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGPIPE };
	sigset_t none;
	size_t i;

	for (i = 0; i < sizeof(sigs) / sizeof(*sigs); i++)
		(void)signal(sigs[i], SIG_DFL);
	sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void
run(const char *const *argv)
{
	default_signals();
	(void)execv(argv[0], (char *const *)(const void *)argv);
	_exit(127);
}

/* The job stopped: what a shell does, until a line is read. */
static void
while_stopped(pid_t job, const struct termios *own)
{
	char line[64];

	(void)tcsetpgrp(0, getpid());
	(void)tcsetattr(0, TCSADRAIN, own);
	dprintf(1, "\nstopped$ ");
	if (read(0, line, sizeof(line)) <= 0)
		_exit(126);
	(void)tcsetpgrp(0, job);
	(void)kill(-job, SIGCONT);
}

static _Noreturn void
be_shell(const char *const *argv)
{
	struct termios own;
	int status;
	pid_t job;

	(void)signal(SIGTTOU, SIG_IGN);
	(void)signal(SIGTSTP, SIG_IGN);
	(void)tcgetattr(0, &own);
	job = fork();
	if (job == 0) {
		(void)setpgid(0, 0);
		(void)tcsetpgrp(0, getpid());
		run(argv);
	}
	(void)setpgid(job, job);
	(void)tcsetpgrp(0, job);
	while (waitpid(job, &status, WUNTRACED) == job) {
		if (WIFSTOPPED(status)) {
			while_stopped(job, &own);
			continue;
		}
		_exit(WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status));
	}
	_exit(125);
}

/* --- the test's side ---------------------------------------------------------- */

bool
pty_start(struct pty *pty, const struct pty_options *options,
    const char *const *argv)
{
	struct winsize size = {
		.ws_row = (unsigned short)(options->rows ? options->rows : 24),
		.ws_col = (unsigned short)(options->columns ?
		    options->columns : 80)
	};
	int slave;

	*pty = (struct pty){ .raw = BUF_INIT(BUF_LARGE),
	    .seen = BUF_INIT(BUF_LARGE) };
	fflush(stdout);
	if (openpty(&pty->fd, &slave, NULL, NULL, &size) != 0)
		return false;
	(void)tcgetattr(slave, &pty->before);
	pty->pid = fork();
	if (pty->pid == 0) {
		(void)close(pty->fd);
		if (login_tty(slave) != 0)
			_exit(124);
		set_environment(options->env);
		if (options->job)
			be_shell(argv);
		run(argv);
	}
	(void)close(slave);
	return pty->pid > 0;
}

bool
pty_send_bytes(struct pty *pty, const char *s, size_t n)
{
	ssize_t done;

	while (n > 0) {
		done = write(pty->fd, s, n);
		if (done < 0)
			return false;
		s += done;
		n -= (size_t)done;
	}
	return true;
}

bool
pty_send(struct pty *pty, const char *s)
{
	return pty_send_bytes(pty, s, strlen(s));
}

/* Bytes of the escape sequence that s begins with; 0: not all of it is here. */
static size_t
sequence(const char *s, size_t n)
{
	size_t i;

	if (n < 2)
		return 0;
	if (s[1] == ']') {
		for (i = 2; i < n; i++)
			if (s[i] == '\a')
				return i + 1;
		return 0;
	}
	if (s[1] == '(' || s[1] == ')')
		return n > 2 ? 3 : 0;
	if (s[1] != '[')
		return 2;
	for (i = 2; i < n; i++)
		if (s[i] >= 0x40 && s[i] <= 0x7e)
			return i + 1;
	return 0;
}

static void
strip(struct pty *pty)
{
	const char *s = buf_str(&pty->raw);
	size_t i = pty->stripped, n;

	while (i < pty->raw.len) {
		if (s[i] == '\033') {
			n = sequence(s + i, pty->raw.len - i);
			if (n == 0)
				break;
			i += n;
			continue;
		}
		if (s[i] != '\r' && s[i] != '\a' && s[i] != '\0')
			buf_addc(&pty->seen, s[i]);
		i++;
	}
	pty->stripped = i;
}

/* Reads once, at most until the time `until`; false: nothing more will come. */
static bool
take(struct pty *pty, int64_t until)
{
	struct pollfd fd = { .fd = pty->fd, .events = POLLIN };
	int64_t left = until - clock_steady();
	char block[4096];
	ssize_t n;

	if (left < 0 || pty->fd == -1)
		return false;
	if (poll(&fd, 1, (int)left) <= 0)
		return false;
	n = read(pty->fd, block, sizeof(block));
	if (n <= 0)
		return false;
	buf_add(&pty->raw, block, (size_t)n);
	strip(pty);
	return true;
}

static const char *
found(const struct pty *pty, const char *text)
{
	return pty->mark < pty->seen.len ?
	    strstr(pty->seen.s + pty->mark, text) : NULL;
}

bool
pty_expect(struct pty *pty, const char *text, int ms)
{
	int64_t until = clock_steady() + ms;
	const char *at;

	while ((at = found(pty, text)) == NULL)
		if (!take(pty, until))
			break;
	if (at == NULL) {
		printf("# waited for \"%s\", saw \"%s\"\n", text,
		    buf_str(&pty->seen) + (pty->mark < pty->seen.len ?
		    pty->mark : pty->seen.len));
		return false;
	}
	pty->mark = (size_t)(at - pty->seen.s) + strlen(text);
	return true;
}

bool
pty_shows(struct pty *pty, const char *text, int ms)
{
	int64_t until = clock_steady() + ms;

	while (found(pty, text) == NULL)
		if (!take(pty, until))
			return false;
	return true;
}

void
pty_resize(struct pty *pty, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
	    .ws_col = (unsigned short)columns };

	(void)ioctl(pty->fd, TIOCSWINSZ, &size);
}

void
pty_kill(struct pty *pty, int sig)
{
	pid_t group = tcgetpgrp(pty->fd);

	(void)kill(group > 0 ? -group : -pty->pid, sig);
}

void
pty_hang_up(struct pty *pty)
{
	(void)close(pty->fd);
	pty->fd = -1;
}

int
pty_wait(struct pty *pty, int ms)
{
	int64_t until = clock_steady() + ms;
	int status;

	while (!pty->ended && clock_steady() < until) {
		(void)take(pty, clock_steady() + 5);
		if (waitpid(pty->pid, &status, WNOHANG) != pty->pid) {
			if (pty->fd == -1)
				(void)poll(NULL, 0, 2);
			continue;
		}
		pty->ended = true;
		pty->status = WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status);
		while (take(pty, clock_steady()))
			continue;
	}
	return pty->ended ? pty->status : -1;
}

bool
pty_is_sane(const struct pty *pty)
{
	const struct termios *b = &pty->before;
	struct termios now;

	if (tcgetattr(pty->fd, &now) != 0)
		return false;
	return now.c_iflag == b->c_iflag && now.c_oflag == b->c_oflag &&
	    now.c_cflag == b->c_cflag && now.c_lflag == b->c_lflag &&
	    memcmp(now.c_cc, b->c_cc, sizeof(now.c_cc)) == 0;
}

void
pty_end(struct pty *pty)
{
	if (!pty->ended && pty->pid > 0) {
		if (pty->fd != -1)
			pty_kill(pty, SIGKILL);
		(void)kill(pty->pid, SIGKILL);
		(void)waitpid(pty->pid, NULL, 0);
	}
	if (pty->fd != -1)
		(void)close(pty->fd);
	buf_clear(&pty->raw);
	buf_clear(&pty->seen);
	*pty = (struct pty){ .fd = -1 };
}
