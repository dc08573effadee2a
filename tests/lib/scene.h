/*
 * scene.h -- recital on a terminal of its own, with a deck and a store.
 * SPDX-License-Identifier: MIT
 *
 * A scene is one test: its folder, its terminal, and whether all went right.
 * The clock and the seed are fixed unless real_time is set before the start.
 */
#ifndef LIB_SCENE_H
#define LIB_SCENE_H

#include "lib/pty.h"

struct scene {
	char folder[64], deck[128], store[128], home[128], editor[160];
	char pager[256], program[1024];
	struct pty pty;
	bool real_time;		/* no fixed clock, no seed */
	const char *extra;	/* one more "NAME=value", or NULL */
	bool ok;
};

/* A new folder with a deck of four notes: river, quarter, capital, sky. */
void scene_open(struct scene *scene);
/* Starts recital, with one word more, or NULL; job: as in pty.h. */
void scene_start(struct scene *scene, int columns, const char *word,
    bool job);
/* Reviews the first card, up to its rating. */
void scene_answer(struct scene *scene);

/*
 * What is typed and what must come: each is sent only when a prompt stands
 * there.  send NULL: only look.  Ended by {0}.
 */
struct scene_step {
	const char *send, *see;
};
void scene_play(struct scene *scene, const struct scene_step *steps);

/* The program ends with this status and gives the terminal back. */
void scene_ends(struct scene *scene, int status);
/* Lines that a command prints when it runs on the scene's store. */
int scene_lines(struct scene *scene, const char *command);
/* Reviews that are on the disk. */
int scene_stored(struct scene *scene);
void scene_write(const char *path, const char *text);
/* Says "ok name" or "not ok name", removes the folder; false: not ok. */
bool scene_close(struct scene *scene, const char *name);

void scene_check(struct scene *scene, bool right, const char *what, int line);
#define CHECK(s, what) scene_check((s), (what), #what, __LINE__)
#define SEES(s, text) scene_check((s), pty_expect(&(s)->pty, (text), \
	PTY_LONG), text, __LINE__)
#define SENDS(s, text) CHECK(s, pty_send(&(s)->pty, (text)))

#endif
