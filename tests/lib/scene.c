/*
 * scene.c -- see scene.h.
 * SPDX-License-Identifier: MIT
 */
#include "lib/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

void
scene_check(struct scene *s, bool right, const char *what, int line)
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

void
scene_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

void
scene_open(struct scene *s)
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
	snprintf(s->pager, sizeof(s->pager), "RECITAL_PAGER=");
	snprintf(s->program, sizeof(s->program), "%s/recital",
	    build != NULL ? build : "build");
	scene_write(s->deck, deck);
}

void
scene_start(struct scene *s, int columns, const char *command, bool job)
{
	const char *env[] = { s->home, s->editor,
	    s->real_time ? "RECITAL_SEED" : "RECITAL_SEED=1",
	    s->real_time ? "RECITAL_NOW" : "RECITAL_NOW=2026-11-25T09:00:00Z",
	    "TZ=UTC", "TERM=xterm",
	    "LC_ALL=C.UTF-8", "NO_COLOR", "ACCESSIBLE", "VISUAL",
	    s->pager, s->extra, NULL };
	const char *argv[] = { s->program, "--decks", s->deck, "--store",
	    s->store, command, NULL };
	struct pty_options options = { .rows = 24, .columns = columns,
	    .env = env, .job = job };

	CHECK(s, pty_start(&s->pty, &options, argv));
}

void
scene_ends(struct scene *s, int status)
{
	CHECK(s, pty_wait(&s->pty, PTY_LONG) == status);
	CHECK(s, pty_is_sane(&s->pty));
	pty_end(&s->pty);
}

int
scene_lines(struct scene *s, const char *command)
{
	char line[4096];
	int n = 0, c;
	FILE *f;

	snprintf(line, sizeof(line), "%s TZ=UTC %s --decks %s --store %s %s "
	    "2>/dev/null", s->real_time ? "" :
	    "RECITAL_NOW=2026-11-25T09:00:00Z", s->program, s->deck, s->store,
	    command);
	if ((f = popen(line, "r")) == NULL)
		abort();
	while ((c = getc(f)) != EOF)
		n += c == '\n';
	pclose(f);
	return n;
}

int
scene_stored(struct scene *s)
{
	return scene_lines(s, "log --json");
}

bool
scene_close(struct scene *s, const char *name)
{
	char command[128];

	pty_end(&s->pty);
	printf("%s %s\n", s->ok ? "ok" : "not ok", name);
	snprintf(command, sizeof(command), "rm -rf %s", s->folder);
	if (system(command) != 0)
		abort();
	return s->ok;
}

void
scene_play(struct scene *s, const struct scene_step *steps)
{
	for (; steps->see != NULL && s->ok; steps++) {
		if (steps->send != NULL) {
			SEES(s, "> ");
			SENDS(s, steps->send);
		}
		SEES(s, steps->see);
	}
}

void
scene_answer(struct scene *s)
{
	scene_start(s, 80, "review", false);
	SEES(s, "1 of 4");
	SEES(s, "> ");
	SENDS(s, "Danube\r");
	SEES(s, "Rated good");
	SEES(s, "> ");
}
