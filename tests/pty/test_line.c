/*
 * test_line.c -- typing at a prompt: keys, pastes, signals.
 * SPDX-License-Identifier: MIT
 */
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/pty.h"

#define NEED(what) do {							\
	if (!(what)) {							\
		printf("# line %d: %s\n", __LINE__, #what);		\
		return false;						\
	}								\
} while (0)
#define TELL(text) NEED(pty_send(pty, text))
#define SEE(text) NEED(pty_expect(pty, text, PTY_LONG))
/* Types a line and wants it understood so; then the prompt is there again. */
#define GET(typed, text) do {						\
	TELL(typed "\r");						\
	SEE("got [" text "]\n");					\
	SEE("ask> ");							\
} while (0)
/* Ctrl-D at the empty prompt, and out. */
#define LEAVE() do {							\
	TELL("\004");							\
	SEE("end\n");							\
	NEED(pty_wait(pty, PTY_LONG) == 0);				\
	NEED(pty_is_sane(pty));						\
} while (0)

#define LEFT "\033[D"
#define RIGHT "\033[C"
#define UP "\033[A"
#define DOWN "\033[B"

static char program[4096], home[] = "/tmp/recital-line.XXXXXX";

struct test {
	const char *name;
	bool (*run)(struct pty *pty);
	const char *mode;	/* of demo_line */
	const char *env;	/* one more setting */
	int columns;
	bool job, history;
};

/* --- typing ------------------------------------------------------------------ */

static bool
edits(struct pty *pty)
{
	GET("hello", "hello");
	GET("helo" LEFT "l", "hello");
	GET("ello\033[Hh", "hello");
	GET("ello\033OHh\033[F!", "hello!");
	GET("ello\033[1~h\033[4~!", "hello!");
	GET("one three\033[1;5Dtwo \033[1;5C.", "one two three.");
	GET("one three\033btwo \033f.", "one two three.");
	GET("abc" LEFT LEFT "\033[3~", "ac");
	GET("abcd\177", "abc");
	GET("old\025new", "new");
	GET("one two\027" "2", "one 2");
	GET("abc\001\013xyz", "xyz");
	LEAVE();
	return true;
}

static bool
swallows(struct pty *pty)
{
	GET("a\033[15~b\033[24;2~c\033[?1;2cd", "abcd");
	GET("a\033]11;rgb:0000/0000/0000\033\\b\033P1$r0m\033\\c", "abc");
	GET("a\033]0;title\007b\033[<0;10;10Mc\033[M !!d", "abcd");
	GET("a\033OPb\033[[Ac\033[1;6Dd", "dabc");
	/* A sequence that never ends does not take Enter with it. */
	GET("x\033]never", "x");
	LEAVE();
	return true;
}

static bool
composes(struct pty *pty)
{
	GET("caf\303\251", "caf\303\251");
	/* e and a combining accent: NFC joins them. */
	GET("cafe\314\201", "caf\303\251");
	GET("\346\227\245\346\234\254\177", "\346\227\245");
	GET("a\377b", "a\357\277\275" "b");
	LEAVE();
	return true;
}

static bool
long_line(struct pty *pty)
{
	GET("the quick brown fox jumps over the lazy dog, and again: the "
	    "quick brown fox jumps over the lazy dog\001X\005Y",
	    "Xthe quick brown fox jumps over the lazy dog, and again: the "
	    "quick brown fox jumps over the lazy dogY");
	LEAVE();
	return true;
}

static bool
ctrl_c(struct pty *pty)
{
	TELL("half");
	SEE("half");
	TELL("\003");
	SEE("^C\nask> ");
	TELL("\003");
	SEE("stop\nask> ");
	GET("whole", "whole");
	TELL("text");
	SEE("text");
	pty_kill(pty, SIGINT);
	SEE("^C\nask> ");
	pty_kill(pty, SIGINT);
	SEE("stop\nask> ");
	LEAVE();
	return true;
}

static bool
ctrl_d(struct pty *pty)
{
	GET("abc\001\004", "bc");
	/* At the end of a text it does nothing. */
	GET("abc\004", "abc");
	LEAVE();
	return true;
}

static bool
typed_ahead(struct pty *pty)
{
	TELL("one\rtwo\r");
	SEE("one\ngot [one]\nask> two\ngot [two]\nask> ");
	LEAVE();
	return true;
}

/* --- pasting ----------------------------------------------------------------- */

static bool
pastes(struct pty *pty)
{
	GET("\033[200~one\ntwo\r\nthree\n\033[201~", "one two three");
	GET("a\033[200~\tb\003c\033[201~d", "a bcd");
	/* No end, then silence. */
	TELL("\033[200~lost\nend");
	SEE("lost end");
	(void)poll(NULL, 0, 400);
	TELL("\r");
	SEE("got [lost end]\n");
	SEE("ask> ");
	NEED(strstr(buf_str(&pty->raw), "\033[?2004h") != NULL);
	LEAVE();
	NEED(strcmp(strrchr(buf_str(&pty->raw), '?') - 2,
	    "\033[?2004lend\r\n") == 0);
	return true;
}

static bool
dumb(struct pty *pty)
{
	GET("helo" LEFT "l", "hello");
	NEED(strchr(buf_str(&pty->raw), '\033') == NULL);
	LEAVE();
	return true;
}

/* --- answers and commands ---------------------------------------------------- */

static bool
nothing_from_before(struct pty *pty)
{
	size_t before;

	GET("secret", "secret");
	before = pty->raw.len;
	TELL(UP DOWN "\t\020\016\022\023\033p\033n\033<\033>\033/\030");
	NEED(!pty_shows(pty, "secret", 100));
	NEED(pty->raw.len == before);
	GET("x\033xbind\t", "xbind");
	LEAVE();
	return true;
}

static bool
vi_answers(struct pty *pty)
{
	GET("helo\033il\033", "hello");
	/* vi's own ways to a shell, to the past and to new bindings. */
	TELL("abc\033v:k/?nN#@_j");
	NEED(!pty_shows(pty, "hello", 100));
	TELL("\r");
	SEE("got [abc]\n");
	SEE("ask> ");
	GET("ac" LEFT "b", "abc");
	LEAVE();
	return true;
}

static bool
commands(struct pty *pty)
{
	GET("first", "first");
	GET("second", "second");
	GET(UP UP, "first");
	GET(UP UP UP DOWN DOWN, "first");
	TELL("\022sec");
	NEED(pty_shows(pty, "second", PTY_LONG));
	TELL("\r");
	SEE("got [second]\n");
	SEE("ask> ");
	LEAVE();
	return true;
}

static bool
completes(struct pty *pty)
{
	GET("st\t", "stats ");
	/* What they share is put in; a second TAB lists. */
	TELL("r\t");
	SEE("re");
	TELL("\t");
	SEE("report  reset   rest\303\251   review\n");
	SEE("ask> re");
	GET("v\t", "review ");
	GET("x rep\ty", "x report y");
	GET("zz\t", "zz");
	LEAVE();
	return true;
}

static bool
remembers(struct pty *pty)
{
	struct stat status;
	char path[4096];

	GET("kept", "kept");
	GET(" hidden", " hidden");
	LEAVE();
	(void)snprintf(path, sizeof(path), "%s/deep/history", home);
	NEED(stat(path, &status) == 0);
	NEED((status.st_mode & 0777) == 0600);
	return true;
}

static bool
remembered(struct pty *pty)
{
	GET(UP, "kept");
	LEAVE();
	return true;
}

static bool
editrc_vi(struct pty *pty)
{
	GET("helo\033il\033", "hello");
	TELL("\033k");
	SEE("hello");
	TELL("\r");
	SEE("got [hello]\n");
	SEE("ask> ");
	GET("st\t", "stats ");
	/* Ctrl-C leaves vi's search, and v starts no editor. */
	TELL("\033/abc\003");
	SEE("ask> ");
	GET("x\033v", "x");
	/* The end of an empty line, then a letter. */
	GET("\033[F\033$ix", "x");
	LEAVE();
	return true;
}

static bool
ratings(struct pty *pty)
{
	TELL("abc\r1\r");
	SEE("got [abc]\n");
	SEE("rate> ");
	NEED(!pty_shows(pty, "got", 100));
	TELL("3\r");
	SEE("got [3]\n");
	SEE("ask> ");
	LEAVE();
	return true;
}

/* --- signals ----------------------------------------------------------------- */

static bool
resizes(struct pty *pty)
{
	TELL("some text");
	SEE("some text");
	pty_resize(pty, 24, 40);
	SEE("ask> some text");
	GET("!", "some text!");
	LEAVE();
	return true;
}

static bool
suspends(struct pty *pty)
{
	TELL("half");
	SEE("half");
	TELL("\032");
	SEE("stopped$ ");
	NEED(pty_is_sane(pty));
	TELL("fg\n");
	SEE("ask> half");
	NEED(strstr(buf_str(&pty->raw) + pty->raw.len / 2,
	    "\033[?2004h") != NULL);
	GET("way", "halfway");
	LEAVE();
	return true;
}

static bool
stopped_hard(struct pty *pty)
{
	TELL("half");
	SEE("half");
	pty_kill(pty, SIGSTOP);
	SEE("stopped$ ");
	TELL("fg\n");
	SEE("ask> half");
	GET("way", "halfway");
	LEAVE();
	return true;
}

static bool
terminated(struct pty *pty)
{
	TELL("half");
	SEE("half");
	pty_kill(pty, SIGTERM);
	SEE("hangup\n");
	NEED(pty_wait(pty, PTY_LONG) == 3);
	NEED(pty_is_sane(pty));
	return true;
}

static bool
terminated_rating(struct pty *pty)
{
	TELL("abc\r");
	SEE("rate> ");
	pty_kill(pty, SIGHUP);
	SEE("hangup\n");
	NEED(pty_wait(pty, PTY_LONG) == 3);
	NEED(pty_is_sane(pty));
	return true;
}

static bool
quit(struct pty *pty)
{
	TELL("half");
	SEE("half");
	TELL("\034");
	NEED(pty_wait(pty, PTY_LONG) == 128 + SIGQUIT);
	NEED(pty_is_sane(pty));
	return true;
}

static bool
hung_up(struct pty *pty)
{
	TELL("half");
	SEE("half");
	pty_hang_up(pty);
	NEED(pty_wait(pty, PTY_LONG) == 3);
	return true;
}

static bool
between(struct pty *pty)
{
	TELL("busy\r");
	SEE("got [busy]\nbusy\n");
	TELL("\003");
	SEE("interrupted\nask> ");
	TELL("busy\r");
	SEE("got [busy]\nbusy\n");
	pty_kill(pty, SIGTERM);
	SEE("hangup\n");
	NEED(pty_wait(pty, PTY_LONG) == 3);
	NEED(pty_is_sane(pty));
	return true;
}

static bool
suspended_between(struct pty *pty)
{
	TELL("busy\r");
	SEE("got [busy]\nbusy\n");
	TELL("\032");
	SEE("stopped$ ");
	NEED(pty_is_sane(pty));
	TELL("fg\n");
	SEE("ask> ");
	LEAVE();
	return true;
}

static bool
paused(struct pty *pty)
{
	TELL("pause\r");
	SEE("paused\n");
	NEED(pty_is_sane(pty));
	TELL("\n");
	SEE("ask> ");
	GET("on", "on");
	LEAVE();
	return true;
}

/* ----------------------------------------------------------------------------- */

static bool
latin1(struct pty *pty)
{
	GET("caf\303\251", "caf\303\251");
	LEAVE();
	return true;
}

static const struct test tests[] = {
	{ "keys edit", edits, "answer", NULL, 80, false, false },
	{ "keys edit at 20 columns", edits, "answer", NULL, 20, false, false },
	{ "keys edit at 40 columns", edits, "answer", NULL, 40, false, false },
	{ "unknown sequences vanish", swallows, "answer", NULL, 80, false,
	    false },
	{ "characters, composed", composes, "answer", NULL, 80, false, false },
	{ "a line longer than 80", long_line, "answer", NULL, 80, false,
	    false },
	{ "a line longer than 20", long_line, "answer", NULL, 20, false,
	    false },
	{ "Ctrl-C and INT", ctrl_c, "answer", NULL, 80, false, false },
	{ "Ctrl-D", ctrl_d, "answer", NULL, 80, false, false },
	{ "typed ahead, shown once", typed_ahead, "answer", NULL, 80, false,
	    false },
	{ "pastes are one line", pastes, "answer", NULL, 80, false, false },
	{ "a dumb terminal", dumb, "answer", "TERM=dumb", 80, false, false },
	{ "an unknown terminal", dumb, "answer", "TERM=no-such", 80, false,
	    false },
	{ "no TERM", dumb, "answer", "TERM", 80, false, false },
	{ "answers see nothing from before", nothing_from_before, "answer",
	    NULL, 80, false, false },
	{ "answers in vi", vi_answers, "answer", "EDITRC=vi", 80, false,
	    false },
	{ "commands have a history", commands, "command", NULL, 80, false,
	    false },
	{ "TAB completes", completes, "command", NULL, 80, false, false },
	{ "the history is kept", remembers, "command", NULL, 80, false,
	    true },
	{ "the history is there again", remembered, "command", NULL, 80,
	    false, true },
	{ "commands in vi by editrc", editrc_vi, "command", "EDITRC=vi", 80,
	    false, false },
	{ "a rating drops what was typed ahead", ratings, "rate", NULL, 80,
	    false, false },
	{ "a resize draws again", resizes, "answer", NULL, 80, false, false },
	{ "Ctrl-Z and fg", suspends, "answer", NULL, 80, true, false },
	{ "STOP and fg", stopped_hard, "answer", NULL, 80, true, false },
	{ "TERM at an answer", terminated, "answer", NULL, 80, false, false },
	{ "HUP at a rating", terminated_rating, "rate", NULL, 80, false,
	    false },
	{ "Ctrl-\\ leaves a sane terminal", quit, "answer", NULL, 80, false,
	    false },
	{ "the terminal goes away", hung_up, "answer", NULL, 80, false,
	    false },
	{ "signals between reads", between, "command", NULL, 80, false,
	    false },
	{ "Ctrl-Z between reads", suspended_between, "command", NULL, 80, true,
	    false },
	{ "a pause gives the terminal away", paused, "command", NULL, 80,
	    false, false },
	{ "under LC_ALL=C", latin1, "answer", "LC_ALL=C", 80, false, false }
};

static bool
run(const struct test *test)
{
	char history[4096], rc[4096], home_env[4096];
	const char *argv[4] = { program, test->mode };
	const char *env[5] = { "TERM=xterm", "LC_ALL=C.UTF-8", home_env,
	    test->env };
	struct pty_options options = { .columns = test->columns, .env = env,
	    .job = test->job };
	struct pty pty;
	bool ok;

	(void)snprintf(home_env, sizeof(home_env), "HOME=%s", home);
	(void)snprintf(rc, sizeof(rc), "EDITRC=%s/vi", home);
	(void)snprintf(history, sizeof(history), "%s/deep/history", home);
	if (test->history)
		argv[2] = history;
	if (test->env != NULL && strcmp(test->env, "EDITRC=vi") == 0)
		env[3] = rc;
	ok = pty_start(&pty, &options, argv) &&
	    pty_expect(&pty, "ask> ", PTY_LONG) && test->run(&pty);
	pty_end(&pty);
	return ok;
}

static bool
report(const char *name, bool ok)
{
	printf("%s %s\n", ok ? "ok" : "not ok", name);
	fflush(stdout);
	return ok;
}

static bool
run_latin1(void)
{
	static const char *const names[] = { "de_DE.ISO-8859-1",
	    "en_US.ISO-8859-1", "de_DE", "en_US" };
	struct test test = { "under ISO-8859-1", latin1, "answer", NULL, 80,
	    false, false };
	char env[64];
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (setlocale(LC_CTYPE, names[i]) == NULL)
			continue;
		(void)snprintf(env, sizeof(env), "LC_ALL=%s", names[i]);
		test.env = env;
		return report(test.name, run(&test));
	}
	puts("# skip: no ISO-8859-1 locale on this system");
	return true;
}

static void
make_home(void)
{
	char path[4096];
	FILE *f;

	if (mkdtemp(home) == NULL)
		exit(2);
	(void)snprintf(path, sizeof(path), "%s/vi", home);
	f = fopen(path, "w");
	if (f == NULL || fputs("bind -v\n", f) < 0 || fclose(f) != 0)
		exit(2);
}

static void
drop_home(void)
{
	static const char *const names[] = { "deep/history", "deep", "vi",
	    "" };
	char path[4096];
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		(void)snprintf(path, sizeof(path), "%s/%s", home, names[i]);
		(void)remove(path);
	}
}

int
main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	bool ok = true;
	size_t i;

	(void)snprintf(program, sizeof(program), "%.*sdemo_line", slash ?
	    (int)(slash - argv[0]) + 1 : 0, argv[0]);
	make_home();
	for (i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (argc < 2 || strstr(tests[i].name, argv[1]) != NULL)
			ok &= report(tests[i].name, run(&tests[i]));
	if (argc < 2)
		ok &= run_latin1();
	drop_home();
	return ok ? 0 : 1;
}
