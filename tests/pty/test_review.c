/*
 * test_review.c -- whole reviews on a terminal: the flow, every key, and every
 * way a session can end.
 * SPDX-License-Identifier: MIT
 *
 * The clock and the seed are fixed; "log" shows what reached the disk.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/pty.h"

static const char deck[] =
    "[deck]\n"
    "format = 1\n"
    "id     = test\n"
    "title  = \"Rivers and numbers\"\n"
    "\n"
    "[river]\n"
    "kind     = text\n"
    "question = \"Which river runs through Vienna and Budapest?\"\n"
    "answer   = \"Danube\"\n"
    "reject.a = \"Rhine\"\n"
    "why.a    = \"The Rhine flows north.\"\n"
    "why      = \"It passes through ten countries.\"\n"
    "hint     = \"It ends in the Black Sea.\"\n"
    "source   = \"An atlas\"\n"
    "\n"
    "[quarter]\n"
    "kind     = number\n"
    "question = \"How many minutes are a quarter of an hour?\"\n"
    "answer   = 15\n"
    "unit     = minutes\n"
    "\n"
    "[capital]\n"
    "kind     = choice\n"
    "question = \"Which city is the capital of Hungary?\"\n"
    "option.a = \"Bucharest\"\n"
    "option.b = \"Budapest\"\n"
    "answer   = b\n"
    "\n"
    "[sky]\n"
    "kind     = basic\n"
    "question = \"Why is the sky blue?\"\n"
    "answer   = \"Air scatters short waves more.\"\n";

/* One test's folder, and its terminal. */
struct scene {
	char folder[64], deck[128], store[128], home[128], editor[160];
	char program[1024];
	struct pty pty;
	bool real_time;		/* no fixed clock, no seed */
	bool ok;
};

static bool failed;

static void
check(struct scene *s, bool right, const char *what, int line)
{
	if (right)
		return;
	s->ok = false;
	printf("# line %d: %s\n# it shows: ", line, what);
	for (size_t i = s->pty.mark; i < s->pty.seen.len; i++) {
		putchar(s->pty.seen.s[i]);
		if (s->pty.seen.s[i] == '\n')
			printf("# ");
	}
	putchar('\n');
}

#define CHECK(s, what) check((s), (what), #what, __LINE__)
#define SEES(s, text) check((s), pty_expect(&(s)->pty, (text), PTY_LONG), \
	text, __LINE__)
#define SENDS(s, text) CHECK(s, pty_send(&(s)->pty, (text)))

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

static void
open_scene(struct scene *s)
{
	const char *build = getenv("BUILD");

	*s = (struct scene){ .ok = true };
	snprintf(s->folder, sizeof(s->folder), "/tmp/recital-pty-XXXXXX");
	if (mkdtemp(s->folder) == NULL)
		abort();
	snprintf(s->deck, sizeof(s->deck), "%s/test.ini", s->folder);
	snprintf(s->store, sizeof(s->store), "%s/p.db", s->folder);
	snprintf(s->home, sizeof(s->home), "HOME=%s", s->folder);
	snprintf(s->editor, sizeof(s->editor), "EDITOR=%s/edit", s->folder);
	snprintf(s->program, sizeof(s->program), "%s/recital",
	    build != NULL ? build : "build");
	write_file(s->deck, deck);
}

/* Starts recital, with a command or at the prompt. */
static void
start(struct scene *s, int columns, const char *command, bool job)
{
	const char *env[] = { s->home, s->editor,
	    s->real_time ? "RECITAL_SEED" : "RECITAL_SEED=1",
	    s->real_time ? "RECITAL_NOW" : "RECITAL_NOW=2026-11-25T09:00:00Z",
	    "TZ=UTC", "TERM=xterm",
	    "LC_ALL=C.UTF-8", "NO_COLOR", "ACCESSIBLE", "VISUAL",
	    "RECITAL_PAGER=", NULL };
	const char *argv[] = { s->program, "--decks", s->deck, "--store",
	    s->store, command, NULL };
	struct pty_options options = { .rows = 24, .columns = columns,
	    .env = env, .job = job };

	CHECK(s, pty_start(&s->pty, &options, argv));
}

/* It ends with this status and gives the terminal back. */
static void
ends(struct scene *s, int status)
{
	CHECK(s, pty_wait(&s->pty, PTY_LONG) == status);
	CHECK(s, pty_is_sane(&s->pty));
	pty_end(&s->pty);
}

/* Lines that a command prints. */
static int
count_lines(struct scene *s, const char *command)
{
	char line[2048];
	int n = 0, c;
	FILE *f;

	snprintf(line, sizeof(line), "%s --decks %s --store %s %s 2>/dev/null", s->program, s->deck,
	    s->store, command);
	if ((f = popen(line, "r")) == NULL)
		abort();
	while ((c = getc(f)) != EOF)
		n += c == '\n';
	pclose(f);
	return n;
}

/* Reviews that are on the disk. */
static int
stored(struct scene *s)
{
	return count_lines(s, "log --json");
}

static void
close_scene(struct scene *s, const char *name)
{
	char command[128];

	pty_end(&s->pty);
	printf("%s %s\n", s->ok ? "ok" : "not ok", name);
	failed = failed || !s->ok;
	snprintf(command, sizeof(command), "rm -rf %s", s->folder);
	if (system(command) != 0)
		abort();
}

/*
 * What is typed and what must come: each is sent only when a prompt stands
 * there.  send NULL: only look.  Ended by {0}.
 */
struct step {
	const char *send, *see;
};

static void
play(struct scene *s, const struct step *steps)
{
	for (; steps->see != NULL && s->ok; steps++) {
		if (steps->send != NULL) {
			SEES(s, "> ");
			SENDS(s, steps->send);
		}
		SEES(s, steps->see);
	}
}

/* --- the flow ---------------------------------------------------------------- */

/* The steps come again within 20 minutes: again first, then good. */
static const struct step whole[] = {
	{ NULL, "1 deck, 4 cards" }, { NULL, "New here?" },
	{ NULL, "4 new cards" },
	{ "\r", "1 of 4  Rivers and numbers  (new)" },
	{ NULL, "Which river runs through" }, { NULL, "/h hint" },
	{ "danube\r", "Right: Danube." }, { NULL, "ten countries." },
	{ NULL, "Rated good: back in 10 min." },
	{ "\r", "2 of 4  Rivers and numbers  (new)" },
	{ NULL, "How many minutes" },
	{ "25\r", "Wrong. You wrote 25. The answer is 15" },
	{ NULL, "Rated again: back in 1 minute." },
	{ "\r", "3 of 4" }, { NULL, "capital of Hungary?" },
	{ "budapest\r", "Right: " },
	{ "4\r", "Rated easy: back in " },
	{ NULL, "4 of 4" }, { NULL, "sky blue?" },
	{ "\r", "The answer: Air scatters short waves" },
	{ NULL, "Enter: good 10m; or 1 again 1m" },
	{ "4\r", "minutes are a" },
	{ "15\r", "Rated good" },
	{ "\r", "Which river" },
	{ "Danube\r", "Rated good" },
	{ "4\r", "quarter" },
	{ "15\r", "Rated good" },
	{ "\r", "Done. 4 of 4 answered and saved," },
	{ NULL, "Rivers and numbers  6 of 7" },
	{ NULL, "Left today: nothing." },
	{ "\r", "Nothing is due." },
	{ "/u\r", "Taken back: good for test/quarter." },
	{ NULL, "recital" }, { 0 }
};

static void
whole_review(int columns, const char *name)
{
	struct scene s;

	open_scene(&s);
	start(&s, columns, NULL, false);
	play(&s, whole);
	CHECK(&s, stored(&s) == 6);
	play(&s, (const struct step[]){ { "quit\r", "" }, { 0 } });
	ends(&s, 0);
	close_scene(&s, name);
}

static const struct step keys[] = {
	{ NULL, "1 of 4" },
	{ "/?\r", "this list" },
	{ "/x\r", "There is no key /x." },
	{ "/h\r", "Hint: It ends in the Black Sea." },
	{ "/w\r", "Answer first." },
	{ "/i\r", "new: no reviews." },
	{ "/u\r", "There is nothing to take back." },
	{ "/f\r", "remark" },
	{ "look it up\r", "Flagged." },
	{ "/etc/passwd\r", "You wrote /etc/passwd." },
	{ NULL, "Rated again" },
	{ "u\r", "Taken back." }, { NULL, "Which river" },
	{ "Donau\r", "Wrong." }, { NULL, "Rated again" },
	{ "hello\r", "1 to 4" }, { NULL, "Rated again" },
	{ "i\r", "test/river" }, { NULL, "Rated again" },
	{ "h\r", "stands there already" }, { NULL, "Rated again" },
	{ "3\r", "Was your answer right?" },
	{ "\r", "Rated again" },
	{ "w\r", "Rated good" },
	{ "\r", "quarter of an hour?" },
	{ "/b\r", "Buried until tomorrow." }, { NULL, "capital" },
	{ "/s\r", "Suspended." }, { NULL, "sky" },
	{ "/u\r", "Taken back: suspend of test/capital." },
	{ NULL, "Hungary?" },
	{ "/s\r", "Suspended." }, { NULL, "sky" },
	{ "/q\r", "Stopped. 1 of" }, { 0 }
};

static void
every_key(void)
{
	struct scene s;

	open_scene(&s);
	start(&s, 80, "review", false);
	play(&s, keys);
	ends(&s, 0);
	CHECK(&s, stored(&s) == 1);
	CHECK(&s, count_lines(&s, "find is:suspended") == 1);
	CHECK(&s, count_lines(&s, "find is:buried") == 1);
	CHECK(&s, count_lines(&s, "find is:flagged") == 1);
	close_scene(&s, "every key");
}

/* The editor changes the question; then it breaks the file. */
static void
editing(void)
{
	char path[160];
	struct scene s;

	open_scene(&s);
	snprintf(path, sizeof(path), "%s/edit", s.folder);
	write_file(path, "#!/bin/sh\n[ \"$1\" = +6 ] || exit 1\n"
	    "sed -i 's/Which river runs/What stream runs/' \"$2\"\n");
	chmod(path, 0700);
	start(&s, 80, "review", false);
	SEES(&s, "Which river runs");
	SEES(&s, "> ");
	SENDS(&s, "/e\r");
	SEES(&s, "What stream runs");
	SEES(&s, "> ");
	write_file(path, "#!/bin/sh\necho oops >\"$2\"\n");
	SENDS(&s, "/e\r");
	SEES(&s, "error: ");
	SEES(&s, "the old notes stay");
	SEES(&s, "What stream runs");
	SEES(&s, "> ");
	SENDS(&s, "Danube\r");
	SEES(&s, "Rated good");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "1 of 4 answered and saved");
	ends(&s, 0);
	close_scene(&s, "editing a note");
}

/* --- typing ------------------------------------------------------------------ */

static void
control_keys(void)
{
	struct scene s;

	open_scene(&s);
	start(&s, 80, NULL, false);
	SEES(&s, "recital> ");
	SENDS(&s, "rubbish\003");
	SEES(&s, "recital> ");
	SENDS(&s, "rev\t\r");
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	SENDS(&s, "half\003");
	SENDS(&s, "danube\r");
	SEES(&s, "Right: Danube.");
	SEES(&s, "> ");
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	/* Neither Up nor TAB hands over an answer or a command. */
	SENDS(&s, "\033[A\t15\r");
	SEES(&s, "Right: 15 minutes.");
	SEES(&s, "> ");
	SENDS(&s, "\r");
	SEES(&s, "3 of 4");
	SEES(&s, "> ");
	SENDS(&s, "\003");
	SEES(&s, "Stopped. 2 of 4 answered and saved, 2 right.");
	SEES(&s, "recital> ");
	SENDS(&s, "review\r");
	SEES(&s, "> ");
	SENDS(&s, "\004");
	SEES(&s, "Stopped.");
	SEES(&s, "recital> ");
	SENDS(&s, "\004");
	ends(&s, 0);
	close_scene(&s, "Ctrl-C, Ctrl-D, Up and TAB");
}

static void
pasting(void)
{
	struct scene s;

	open_scene(&s);
	start(&s, 80, "review", false);
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	SENDS(&s, "\033[200~one\ntwo\nthree\033[201~");
	CHECK(&s, pty_shows(&s.pty, "one two three", 2000));
	CHECK(&s, !pty_shows(&s.pty, "Wrong", 50));
	SENDS(&s, "\r");
	SEES(&s, "You wrote one two three.");
	SEES(&s, "> ");
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped. 1 of 4");
	ends(&s, 0);
	close_scene(&s, "a paste of three lines is one answer");
}

static void
narrowing(void)
{
	struct scene s;

	open_scene(&s);
	start(&s, 80, "learn", false);
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	pty_resize(&s.pty, 24, 40);
	SENDS(&s, "Danube\r");
	SEES(&s, "> ");
	SENDS(&s, "\r");
	SEES(&s, "quarter");
	CHECK(&s, !pty_shows(&s.pty, "answer in minutes> ", 300));
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped.");
	ends(&s, 0);
	close_scene(&s, "a terminal made narrow");
}

static void
stopping(void)
{
	struct scene s;

	open_scene(&s);
	start(&s, 80, "review", true);
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	SENDS(&s, "Dan\032");
	SEES(&s, "stopped$ ");
	CHECK(&s, pty_is_sane(&s.pty));
	SENDS(&s, "\n");
	SENDS(&s, "ube\r");
	SEES(&s, "Right: Danube.");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "1 of 4 answered");
	ends(&s, 0);
	close_scene(&s, "Ctrl-Z and on again");
}

/* --- losing it ---------------------------------------------------------------- */

static void
one_answer(struct scene *s)
{
	start(s, 80, "review", false);
	SEES(s, "1 of 4");
	SEES(s, "> ");
	SENDS(s, "Danube\r");
	SEES(s, "Rated good");
	SEES(s, "> ");
}

static void
killed(void)
{
	struct scene s;

	open_scene(&s);
	one_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	pty_kill(&s.pty, SIGKILL);
	CHECK(&s, pty_wait(&s.pty, PTY_LONG) == 128 + SIGKILL);
	pty_end(&s.pty);
	CHECK(&s, stored(&s) == 1);
	start(&s, 80, "review", false);
	SEES(&s, "quarter");
	SEES(&s, "> ");
	SENDS(&s, "\004");
	SEES(&s, "Stopped.");
	ends(&s, 0);
	close_scene(&s, "kill -9, then on");
}

static void
hung_up(void)
{
	struct scene s;

	open_scene(&s);
	one_answer(&s);
	pty_hang_up(&s.pty);
	CHECK(&s, pty_wait(&s.pty, PTY_LONG) == 130);
	pty_end(&s.pty);
	CHECK(&s, stored(&s) == 1);
	close_scene(&s, "a hang-up at the rating stores it");

	open_scene(&s);
	one_answer(&s);
	pty_kill(&s.pty, SIGTERM);
	ends(&s, 130);
	CHECK(&s, stored(&s) == 1);
	close_scene(&s, "TERM at the rating stores it");

	open_scene(&s);
	one_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "15");
	pty_kill(&s.pty, SIGTERM);
	ends(&s, 130);
	CHECK(&s, stored(&s) == 1);
	close_scene(&s, "TERM at a question stores nothing of it");
}

/*
 * A second terminal answers the card that stands on the first.  Seeded, both
 * would make the same ids.
 */
static void
two_terminals(void)
{
	struct scene s;
	struct pty first;

	open_scene(&s);
	s.real_time = true;
	one_answer(&s);
	first = s.pty;
	one_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped. 1 of 4");
	ends(&s, 0);
	s.pty = first;
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped. 1 of 4");
	ends(&s, 0);
	CHECK(&s, stored(&s) == 2);
	close_scene(&s, "two terminals, one card");
}

int
main(void)
{
	signal(SIGPIPE, SIG_IGN);
	whole_review(80, "a whole review at 80 columns");
	whole_review(40, "a whole review at 40 columns");
	every_key();
	editing();
	control_keys();
	pasting();
	narrowing();
	stopping();
	killed();
	hung_up();
	two_terminals();
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
