/*
 * test_ending.c -- every way in which a session on a terminal can end: what
 * was rated is there afterwards, and what was not is not.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/scene.h"

static bool failed;

static void
killed(void)
{
	struct scene s;

	scene_open(&s);
	scene_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	pty_kill(&s.pty, SIGKILL);
	CHECK(&s, pty_wait(&s.pty, PTY_LONG) == 128 + SIGKILL);
	pty_end(&s.pty);
	CHECK(&s, scene_stored(&s) == 1);
	scene_start(&s, 80, "review", false);
	SEES(&s, "quarter");
	SEES(&s, "> ");
	SENDS(&s, "\004");
	SEES(&s, "Stopped.");
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "kill -9, then on");
}

static void
hung_up(void)
{
	struct scene s;

	scene_open(&s);
	scene_answer(&s);
	pty_hang_up(&s.pty);
	CHECK(&s, pty_wait(&s.pty, PTY_LONG) == 130);
	pty_end(&s.pty);
	CHECK(&s, scene_stored(&s) == 1);
	failed |= !scene_close(&s, "a hang-up at the rating stores it");

	scene_open(&s);
	scene_answer(&s);
	pty_kill(&s.pty, SIGTERM);
	scene_ends(&s, 130);
	CHECK(&s, scene_stored(&s) == 1);
	failed |= !scene_close(&s, "TERM at the rating stores it");

	scene_open(&s);
	scene_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "15");
	pty_kill(&s.pty, SIGTERM);
	scene_ends(&s, 130);
	CHECK(&s, scene_stored(&s) == 1);
	failed |= !scene_close(&s, "TERM at a question stores nothing of it");
}

/* What is proposed is stored, however it ends; nobody rates a basic card. */
static void
ended_at_rating(void)
{
	static const char *const ways[] = { "\003", "\004", "/q\r", "q\r" };
	struct scene s;

	scene_open(&s);
	s.real_time = true;
	for (int i = 0; i < 4; i++) {
		scene_start(&s, 80, NULL, false);
		scene_play(&s, (const struct scene_step[]){
		    { NULL, "recital" }, { "cram deck:test\r", "1 of 4" },
		    { "/q\r", "Stopped." },
		    { "review kind:number\r", "quarter" },
		    { "15\r", "Rated " }, { ways[i], "Stopped. 1 of 1" },
		    { "undo\r", "Taken back" }, { "quit\r", "" }, { 0 } });
		scene_ends(&s, 0);
	}
	CHECK(&s, scene_stored(&s) == 0);
	failed |= !scene_close(&s, "every end at a rating stores it");

	scene_open(&s);
	scene_start(&s, 80, NULL, false);
	scene_play(&s, (const struct scene_step[]){
	    { NULL, "recital" }, { "review kind:basic\r", "sky" },
	    { "\r", "Enter: good" }, { NULL, "> " }, { 0 } });
	pty_hang_up(&s.pty);
	CHECK(&s, pty_wait(&s.pty, PTY_LONG) == 130);
	pty_end(&s.pty);
	CHECK(&s, scene_stored(&s) == 0);
	failed |= !scene_close(&s, "a hang-up rates no basic card");
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

	scene_open(&s);
	s.real_time = true;
	scene_answer(&s);
	first = s.pty;
	scene_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped. 1 of 4");
	scene_ends(&s, 0);
	s.pty = first;
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	SEES(&s, "> ");
	SENDS(&s, "/q\r");
	SEES(&s, "Stopped. 1 of 4");
	scene_ends(&s, 0);
	CHECK(&s, scene_stored(&s) == 2);
	failed |= !scene_close(&s, "two terminals, one card");

	/* A prompt that waited meanwhile does not ask it again. */
	scene_open(&s);
	s.real_time = true;
	scene_start(&s, 80, NULL, false);
	SEES(&s, "recital> ");
	first = s.pty;
	scene_answer(&s);
	SENDS(&s, "\r");
	SEES(&s, "2 of 4");
	scene_play(&s, (const struct scene_step[]){
	    { "/q\r", "Stopped." }, { 0 } });
	scene_ends(&s, 0);
	s.pty = first;
	SENDS(&s, "review\r");
	SEES(&s, "quarter");
	scene_play(&s, (const struct scene_step[]){
	    { "/q\r", "Stopped." }, { "quit\r", "" }, { 0 } });
	scene_ends(&s, 0);
	failed |= !scene_close(&s, "a prompt sees what another wrote");
}

int
main(void)
{
	signal(SIGPIPE, SIG_IGN);
	killed();
	hung_up();
	ended_at_rating();
	two_terminals();
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
