/*
 * edit_part.h -- what the files edit*.c share; alone includes <histedit.h>.
 * SPDX-License-Identifier: MIT
 */
#ifndef TERM_EDIT_PART_H
#define TERM_EDIT_PART_H

#include <histedit.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "term/edit.h"
#include "term/history.h"
#include "term/key.h"

#define EDIT_PROMPT 128
/* Bytes of a line; the same as in pipe.h. */
#define EDIT_TEXT ((size_t)64 * 1024)

/* Private codes: keys from EDIT_CODE_KEY on, in the order of enum key_code. */
#define EDIT_CODE_KEY 0x81
#define EDIT_CODE_REDRAW 0x9d
#define EDIT_CODE_LEAVE 0x9e

enum edit_why {
	EDIT_WHY_NOT,
	EDIT_WHY_INTERRUPT,
	EDIT_WHY_END,
	EDIT_WHY_HANGUP
};

struct edit_editor {
	EditLine *e;
	bool vi;
};

struct edit {
	const struct line_options *options;
	FILE *in, *out, *nowhere;
	struct edit_editor command, answer;
	HistoryW *past;
	bool past_known;	/* the file was read, or there is none */
	struct history_lines added;

	/* while reading */
	struct edit_editor *now;
	enum line_mode mode;
	enum edit_why why;
	bool had_text;		/* when why came */
	bool left;		/* EDIT_CODE_LEAVE was read */
	bool pastes;		/* the terminal can tell what is pasted */
	const sigset_t *before;
	struct key key;
	int32_t codes[KEY_OUT];
	size_t codes_n, codes_at;
	wchar_t prompt[EDIT_PROMPT];
};

/* --- edit_key.c: what libedit reads -------------------------------------- */

/* Whose editor it is. */
struct edit *edit_key_owner(EditLine *e);
/* libedit's EL_GETCFN. */
int edit_key_read(EditLine *e, wchar_t *c);
/* Makes the terminal raw, before the prompt can be seen. */
void edit_key_raw(struct edit *edit);

/* --- edit_complete.c ----------------------------------------------------- */

/* The function that TAB is bound to. */
unsigned char edit_complete(EditLine *e, int key);

#endif
