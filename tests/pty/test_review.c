/*
 * test_review.c -- whole reviews on a terminal: the flow, every key, what is
 * typed besides.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lib/scene.h"

static bool failed;

/* --- the flow ---------------------------------------------------------------- */

/* The steps come again within 20 minutes: again first, then good. */
static const struct scene_step whole[] = {
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

	scene_open(&s);
	scene_start(&s, columns, NULL, false);
	scene_play(&s, whole);
	CHECK(&s, scene_stored(&s) == 6);
	scene_play(&s, (const struct scene_step[]){ { "quit\r", "" }, { 0 } });
	scene_ends(&s, 0);
	failed |= !scene_close(&s, name);
}

static const struct scene_step keys[] = {
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

	scene_open(&s);
	s.real_time = true;
	scene_start(&s, 80, "review", false);
	scene_play(&s, keys);
	scene_ends(&s, 0);
	CHECK(&s, scene_stored(&s) == 1);
	CHECK(&s, scene_lines(&s, "find is:suspended") == 1);
	CHECK(&s, scene_lines(&s, "find is:buried") == 1);
	CHECK(&s, scene_lines(&s, "find is:flagged") == 1);
	failed |= !scene_close(&s, "every key");
}

/* The editor changes the question; then it breaks the file. */
static void
editing(void)
{
	char path[160];
	struct scene s;

	scene_open(&s);
	snprintf(path, sizeof(path), "%s/edit", s.folder);
	scene_write(path, "#!/bin/sh\n[ \"$1\" = +6 ] || exit 1\n"
	    "sed -i 's/Which river runs/What stream runs/' \"$2\"\n");
	chmod(path, 0700);
	scene_start(&s, 80, "review", false);
	SEES(&s, "Which river runs");
	SEES(&s, "> ");
	SENDS(&s, "/e\r");
	SEES(&s, "What stream runs");
	SEES(&s, "> ");
	scene_write(path, "#!/bin/sh\necho oops >\"$2\"\n");
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
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "editing a note");
}

/* --- typing ------------------------------------------------------------------ */

static void
control_keys(void)
{
	struct scene s;

	scene_open(&s);
	scene_start(&s, 80, NULL, false);
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
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "Ctrl-C, Ctrl-D, Up and TAB");
}

static void
pasting(void)
{
	struct scene s;

	scene_open(&s);
	scene_start(&s, 80, "review", false);
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
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "a paste of three lines is one answer");
}

static void
narrowing(void)
{
	struct scene s;

	scene_open(&s);
	scene_start(&s, 80, "learn", false);
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	pty_resize(&s.pty, 24, 40);
	SENDS(&s, "Danube\r");
	/* Not the prompt that the new width draws again. */
	SEES(&s, "Rated good");
	SEES(&s, "> ");
	SENDS(&s, "\r");
	SEES(&s, "quarter");
	CHECK(&s, !pty_shows(&s.pty, "answer in minutes> ", 300));
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped.");
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "a terminal made narrow");
}

static void
stopping(void)
{
	struct scene s;

	scene_open(&s);
	scene_start(&s, 80, "review", true);
	SEES(&s, "1 of 4");
	SEES(&s, "> ");
	SENDS(&s, "Dan");
	SEES(&s, "Dan");
	SENDS(&s, "\032");
	SEES(&s, "stopped$ ");
	CHECK(&s, pty_is_sane(&s.pty));
	SENDS(&s, "fg\n");
	SEES(&s, "> Dan");
	SENDS(&s, "ube\r");
	SEES(&s, "Right: Danube.");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "1 of 4 answered");
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "Ctrl-Z and on again");
}

/* Output longer than the screen goes through the pager, no shell between. */
static void
paging(void)
{
	char path[160];
	struct scene s;

	scene_open(&s);
	snprintf(path, sizeof(path), "%s/pager", s.folder);
	scene_write(path, "#!/bin/sh\nsed \"s/^/$1/\"\n");
	chmod(path, 0700);
	snprintf(s.pager, sizeof(s.pager), "RECITAL_PAGER=%s P:", path);
	scene_start(&s, 80, NULL, false);
	scene_play(&s, (const struct scene_step[]){
	    { NULL, "recital" },
	    { "help\r", "P:  review" }, { NULL, "P:  files" },
	    { "help quit\r", "\nLeave the prompt." },
	    { "quit\r", "" }, { 0 } });
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "a pager for long output only");
}

/* Nobody new without a yes; several and none named: asked once. */
static void
learners(void)
{
	struct scene s;

	scene_open(&s);
	scene_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	scene_play(&s, (const struct scene_step[]){ { "/q\r", "Stopped." }, { 0 } });
	scene_ends(&s, 0);
	scene_start(&s, 80, "--learner=eve", false);
	scene_play(&s, (const struct scene_step[]){
	    { NULL, "eve" }, { NULL, "add this name" },
	    { "y\r", "New here?" },
	    { "\r", "1 of 4" },
	    { "Danube\r", "Rated good" },
	    { "\r", "2 of 4" },
	    { "/q\r", "Stopped. 1 of 4" },
	    { "quit\r", "" }, { 0 } });
	scene_ends(&s, 0);
	scene_start(&s, 80, "review", false);
	scene_play(&s, (const struct scene_step[]){
	    { NULL, "your name" },
	    { "eve\r", "quarter" },
	    { "/q\r", "Stopped." }, { 0 } });
	scene_ends(&s, 0);
	scene_start(&s, 80, "--learner=bob", false);
	scene_play(&s, (const struct scene_step[]){
	    { NULL, "add this name" }, { "n\r", "recital: " }, { 0 } });
	scene_ends(&s, 2);
	failed |= !scene_close(&s, "learners are asked for");
}

/* A letter beyond ASCII is typed everywhere, whatever the locale says. */
static void
environments(void)
{
	static const struct {
		const char *extra, *see, *name;
		int columns;
	} rows[] = {
		{ "TERM=dumb", "1 of 4", "TERM=dumb", 80 },
		{ "LC_ALL=C", "1 of 4", "LC_ALL=C", 80 },
		{ "LC_ALL=en_US.ISO-8859-1", "1 of 4", "ISO-8859-1", 80 },
		{ "NO_COLOR=1", "1 of 4", "NO_COLOR", 80 },
		{ "ACCESSIBLE=1", "Rivers and numbers, new.", "ACCESSIBLE",
		    80 },
		{ NULL, "1 of 4", "20 columns", 20 }
	};
	struct scene s;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		scene_open(&s);
		s.extra = rows[i].extra;
		scene_start(&s, rows[i].columns, "review", false);
		SEES(&s, rows[i].see);
		scene_play(&s, (const struct scene_step[]){
		    { "Danub\303\251\r", "Right: Danube." },
		    { NULL, "Rated good" }, { "\r", "quarter" },
		    { "/q\r", "Stopped." }, { 0 } });
		scene_ends(&s, 0);
		CHECK(&s, scene_stored(&s) == 1);
		failed |= !scene_close(&s, rows[i].name);
	}
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
	paging();
	learners();
	environments();
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
