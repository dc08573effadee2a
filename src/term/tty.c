/*
 * tty.c -- see tty.h.
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE	/* ppoll */
#include "term/tty.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/banned.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static const int handled[] = {
	SIGINT, SIGHUP, SIGTERM, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH
};
#define HANDLED (sizeof(handled) / sizeof(*handled))

static struct {
	volatile sig_atomic_t interrupt, hangup, continued, resized;
	volatile sig_atomic_t taken, paste, stopping;
	int in, out;
	struct termios found;
	struct sigaction before[HANDLED];
} tty;

static void
say(const char *s)
{
	/* A terminal that takes nothing any more cannot be helped. */
	if (write(tty.out, s, strlen(s)) < 0)
		return;
}

static void
put_back(void)
{
	if (!tty.taken)
		return;
	if (tty.paste)
		say(PASTE_OFF);
	(void)tcsetattr(tty.in, TCSADRAIN, &tty.found);
}

/*
 * Does what the signal does to a process that has no handler; to: our own
 * process, or 0, all of the job.
 */
static void
do_default(int sig, pid_t to)
{
	struct sigaction plain = { .sa_handler = SIG_DFL }, ours;
	sigset_t only, mask;

	(void)sigaction(sig, &plain, &ours);
	sigemptyset(&only);
	sigaddset(&only, sig);
	(void)kill(to, sig);
	(void)sigprocmask(SIG_UNBLOCK, &only, &mask);
	/* Here the process stops or ends. */
	(void)sigprocmask(SIG_SETMASK, &mask, NULL);
	(void)sigaction(sig, &ours, NULL);
}

static void
stop(pid_t who)
{
	struct termios now;
	int had = tty.taken && tcgetattr(tty.in, &now) == 0;

	put_back();
	do_default(SIGTSTP, who);
	if (had)
		(void)tcsetattr(tty.in, TCSADRAIN, &now);
	tty.continued = 1;
}

static void
handle(int sig)
{
	int saved = errno;

	switch (sig) {
	case SIGINT:
		tty.interrupt = 1;
		break;
	case SIGHUP:
	case SIGTERM:
		tty.hangup = 1;
		break;
	case SIGCONT:
		tty.continued = 1;
		break;
	case SIGWINCH:
		tty.resized = 1;
		break;
	case SIGTSTP:
		stop(getpid());
		break;
	default:
		put_back();
		do_default(sig, getpid());
		break;
	}
	errno = saved;
}

static void
all_handled(sigset_t *set)
{
	size_t i;

	sigemptyset(set);
	for (i = 0; i < HANDLED; i++)
		sigaddset(set, handled[i]);
}

void
tty_open(int in, int out)
{
	struct sigaction action = { .sa_handler = handle,
	    .sa_flags = SA_RESTART };
	size_t i;

	tty.in = in;
	tty.out = out;
	tty.interrupt = tty.hangup = tty.continued = tty.resized = 0;
	tty.taken = tty.paste = 0;
	all_handled(&action.sa_mask);
	for (i = 0; i < HANDLED; i++) {
		(void)sigaction(handled[i], NULL, &tty.before[i]);
		/* What nohup or the shell's "&" ignores stays ignored. */
		if (tty.before[i].sa_handler != SIG_IGN)
			(void)sigaction(handled[i], &action, NULL);
	}
}

void
tty_close(void)
{
	size_t i;

	tty_give();
	for (i = 0; i < HANDLED; i++)
		(void)sigaction(handled[i], &tty.before[i], NULL);
}

void
tty_take(void)
{
	if (!tty.taken && tcgetattr(tty.in, &tty.found) == 0)
		tty.taken = 1;
}

void
tty_give(void)
{
	put_back();
	tty.taken = 0;
	tty.paste = 0;
}

void
tty_paste(bool on)
{
	if (on || tty.paste)
		say(on ? PASTE_ON : PASTE_OFF);
	tty.paste = on;
}

void
tty_stop_job(void)
{
	stop(0);
}

void
tty_no_signals(void)
{
	struct termios now;

	if (tcgetattr(tty.in, &now) != 0)
		return;
	now.c_cc[VINTR] = _POSIX_VDISABLE;
	now.c_cc[VSUSP] = _POSIX_VDISABLE;
	(void)tcsetattr(tty.in, TCSADRAIN, &now);
}

static bool
told(volatile sig_atomic_t *flag)
{
	bool was = *flag != 0;

	*flag = 0;
	return was;
}

bool
tty_interrupted(void)
{
	return told(&tty.interrupt);
}

enum tty_event
tty_event(void)
{
	if (tty.hangup)
		return TTY_HANGUP;
	if (told(&tty.interrupt))
		return TTY_INTERRUPT;
	if (told(&tty.continued))
		return TTY_CONTINUED;
	return told(&tty.resized) ? TTY_RESIZED : TTY_NOTHING;
}

void
tty_hold(sigset_t *before)
{
	sigset_t all;

	all_handled(&all);
	(void)sigprocmask(SIG_BLOCK, &all, before);
}

void
tty_let(const sigset_t *before)
{
	(void)sigprocmask(SIG_SETMASK, before, NULL);
}

int
tty_wait(int in, int ms, const sigset_t *before)
{
	struct pollfd fd = { .fd = in, .events = POLLIN };
	struct timespec limit = { .tv_sec = ms / 1000,
	    .tv_nsec = ms % 1000 * 1000000L };

	return ppoll(&fd, 1, ms < 0 ? NULL : &limit, before);
}
