/*
 * key.c -- see key.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/key.h"

#include <string.h>

#include "base/utf8.h"

#include "base/banned.h"

#define CTRL(c) ((c) & 0x1f)
#define BROKEN 0xfffd
#define WAIT_ESCAPE 50	/* ms, where ESC alone is a key, and when late */
#define WAIT_PASTE 300
#define WAIT_REST 500

/* Where the codes of one step are collected. */
struct out {
	int32_t *codes;
	size_t n;
};

/* What a numbered sequence (CSI number ~) means. */
static const struct {
	unsigned number;
	int32_t code;
} numbered[] = {
	{ 1, KEY_HOME }, { 3, KEY_DELETE }, { 4, KEY_END }, { 7, KEY_HOME },
	{ 8, KEY_END }
};

/* What the last byte of a CSI or SS3 sequence means, alone and with Ctrl. */
static const struct {
	unsigned char last;
	int32_t code, word;
} lettered[] = {
	{ 'A', KEY_UP, KEY_UP }, { 'B', KEY_DOWN, KEY_DOWN },
	{ 'C', KEY_RIGHT, KEY_WORD_RIGHT }, { 'D', KEY_LEFT, KEY_WORD_LEFT },
	{ 'H', KEY_HOME, KEY_HOME }, { 'F', KEY_END, KEY_END }
};

void
key_reset(struct key *key)
{
	*key = (struct key){ .vi = key->vi };
}

static void
add(struct out *out, int32_t code)
{
	if (out->n < KEY_OUT)
		out->codes[out->n++] = code;
}

/* A character that is complete. */
static void
put(struct key *key, int32_t cp, struct out *out)
{
	bool control = utf8_is_control(cp);

	if (cp == 0 || (cp >= 0x80 && control))
		return;
	if (key->pasting && (cp == '\r' || cp == '\n' || cp == '\t' ||
	    cp == 0x2028 || cp == 0x2029)) {
		key->blank = true;
		return;
	}
	if (key->pasting && control)
		return;
	if (key->blank && !control && cp != ' ')
		add(out, ' ');
	key->blank = false;
	add(out, cp);
}

static void
press(struct key *key, int32_t code, struct out *out)
{
	if (key->pasting)
		return;
	key->blank = false;
	add(out, code);
}

static void
begin(struct key *key, enum key_state state)
{
	key->state = state;
	key->n = 0;
}

static void
ground(struct key *key, unsigned char byte, struct out *out)
{
	begin(key, KEY_GROUND);
	key->late = key->meta = false;
	if (byte == KEY_ESCAPE) {
		begin(key, KEY_ESC);
	} else if (byte < 0x80) {
		put(key, byte, out);
	} else if (byte < 0xc2 || byte > 0xf4) {
		put(key, BROKEN, out);
	} else {
		begin(key, KEY_UTF8);
		key->bytes[key->n++] = byte;
		key->more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
	}
}

static void
character(struct key *key, unsigned char byte, struct out *out)
{
	int32_t cp;

	if ((byte & 0xc0) != 0x80) {
		put(key, BROKEN, out);
		ground(key, byte, out);
		return;
	}
	key->bytes[key->n++] = byte;
	if (--key->more > 0)
		return;
	key->state = KEY_GROUND;
	if (utf8_read((const char *)key->bytes, key->n, &cp) == 0)
		cp = BROKEN;
	put(key, cp, out);
}

static bool
is_string(unsigned char byte)
{
	return byte == ']' || byte == 'P' || byte == '_' || byte == '^' ||
	    byte == 'X';
}

static void
escape(struct key *key, unsigned char byte, struct out *out)
{
	bool late = key->state == KEY_ESC_LATE;

	if (byte == '[' || byte == 'O') {
		begin(key, byte == '[' ? KEY_CSI : KEY_SS3);
		key->late = late;
	} else if (late) {
		ground(key, byte, out);
	} else if (byte == KEY_ESCAPE) {
		key->meta = true;
	} else if (is_string(byte)) {
		begin(key, KEY_STRING);
	} else if (byte >= 0x80 || (byte < 0x20 && byte != '\b') ||
	    key->pasting) {
		ground(key, byte, out);
	} else {
		press(key, KEY_ESCAPE, out);
		ground(key, byte, out);
	}
}

/* Reads the number at *i of the sequence and what separates it; 0 if none. */
static unsigned
number(const struct key *key, size_t *i)
{
	unsigned n = 0;

	for (; *i < key->n && key->bytes[*i] >= '0' && key->bytes[*i] <= '9';
	    (*i)++)
		n = n < 10000 ? n * 10 + (key->bytes[*i] - '0') : n;
	if (*i < key->n && key->bytes[*i] == ';')
		(*i)++;
	return n;
}

static void
press_numbered(struct key *key, unsigned n, bool word, struct out *out)
{
	size_t i;

	if (n == 200) {
		key->pasting = true;
	} else if (n == 201) {
		key->pasting = false;
	} else if (n == 3 && word) {
		press(key, KEY_WORD_DELETE, out);
	} else {
		for (i = 0; i < sizeof(numbered) / sizeof(*numbered); i++)
			if (numbered[i].number == n)
				press(key, numbered[i].code, out);
	}
}

static void
press_lettered(struct key *key, unsigned char last, bool word,
    struct out *out)
{
	size_t i;

	for (i = 0; i < sizeof(lettered) / sizeof(*lettered); i++)
		if (lettered[i].last == last)
			press(key, word ? lettered[i].word :
			    lettered[i].code, out);
}

/* A sequence is whole: its numbers are in bytes, last ends it. */
static void
sequence(struct key *key, unsigned char last, struct out *out)
{
	bool ss3 = key->state == KEY_SS3, word = key->meta;
	unsigned first, modifier;
	size_t i = 0;

	key->state = KEY_GROUND;
	first = number(key, &i);
	modifier = number(key, &i);
	if (ss3 && i > 0)
		modifier = first;
	if (i < key->n)
		return;		/* something private, or too long */
	/* The modifier is 1 and a sum: 1 Shift, 2 Alt, 4 Ctrl. */
	if (modifier > 1 && ((modifier - 1) & 6) != 0)
		word = true;
	if (last == '~' && !ss3) {
		press_numbered(key, first, word, out);
	} else if (last == 'M' && ss3) {
		put(key, '\r', out);
	} else if (last == 'c' || last == 'd') {
		/* rxvt: CSI with Shift, SS3 with Ctrl. */
		press_lettered(key, last == 'c' ? 'C' : 'D', ss3, out);
	} else {
		press_lettered(key, last, word, out);
	}
}

static void
within(struct key *key, unsigned char byte, struct out *out)
{
	bool first = key->n == 0;

	if (byte < 0x20 || byte >= 0x7f) {
		ground(key, byte, out);
	} else if (key->state == KEY_CSI && byte == 'M' && first) {
		begin(key, KEY_MOUSE);
		key->more = 3;
	} else if (byte >= 0x40 &&
	    !(key->state == KEY_CSI && byte == '[' && first)) {
		sequence(key, byte, out);
	} else if (key->n < KEY_SEQUENCE) {
		/* A sequence so long that it fills bytes means no key. */
		key->bytes[key->n++] = byte;
		if (key->n == KEY_SEQUENCE)
			key->bytes[0] = '?';
	}
}

static void
string(struct key *key, unsigned char byte, struct out *out)
{
	if (key->state == KEY_STRING_ESC) {
		key->state = KEY_ESC;
		if (byte == '\\')
			key->state = KEY_GROUND;
		else
			escape(key, byte, out);
	} else if (byte == KEY_ESCAPE) {
		key->state = KEY_STRING_ESC;
	} else if (byte == '\a') {
		key->state = KEY_GROUND;
	} else if (byte < 0x20) {
		ground(key, byte, out);
	}
}

size_t
key_feed(struct key *key, unsigned char byte, int32_t codes[KEY_OUT])
{
	struct out out = { .codes = codes };

	switch (key->state) {
	case KEY_GROUND:
		ground(key, byte, &out);
		break;
	case KEY_UTF8:
		character(key, byte, &out);
		break;
	case KEY_ESC:
	case KEY_ESC_LATE:
		escape(key, byte, &out);
		break;
	case KEY_CSI:
	case KEY_SS3:
		within(key, byte, &out);
		break;
	case KEY_STRING:
	case KEY_STRING_ESC:
		string(key, byte, &out);
		break;
	case KEY_MOUSE:
		if (byte < 0x20)
			ground(key, byte, &out);
		else if (--key->more == 0)
			key->state = KEY_GROUND;
		break;
	}
	return out.n;
}

int
key_patience(const struct key *key)
{
	switch (key->state) {
	case KEY_ESC:
		return key->vi ? WAIT_ESCAPE : WAIT_REST;
	case KEY_CSI:
	case KEY_SS3:
		return key->late ? WAIT_ESCAPE : WAIT_REST;
	case KEY_UTF8:
	case KEY_STRING:
	case KEY_STRING_ESC:
	case KEY_MOUSE:
		return WAIT_REST;
	case KEY_GROUND:
	case KEY_ESC_LATE:
		break;
	}
	return key->pasting ? WAIT_PASTE : -1;
}

/* What looked like a late sequence was typed by hand. */
static void
put_typed(struct key *key, struct out *out)
{
	size_t i;

	put(key, key->state == KEY_CSI ? '[' : 'O', out);
	for (i = 0; i < key->n && key->n < KEY_SEQUENCE; i++)
		put(key, key->bytes[i], out);
}

size_t
key_silence(struct key *key, int32_t codes[KEY_OUT])
{
	struct out out = { .codes = codes };
	enum key_state state = key->state;

	if (state == KEY_GROUND || state == KEY_ESC_LATE) {
		key->pasting = false;
		return 0;
	}
	if (state == KEY_UTF8)
		put(key, BROKEN, &out);
	if ((state == KEY_CSI || state == KEY_SS3) && key->late)
		put_typed(key, &out);
	if (state == KEY_ESC && key->vi)
		press(key, KEY_ESCAPE, &out);
	begin(key, state == KEY_ESC ? KEY_ESC_LATE : KEY_GROUND);
	key->late = key->meta = false;
	return out.n;
}

bool
key_edits(int32_t code)
{
	static const char controls[] = { CTRL('A'), CTRL('B'), CTRL('E'),
	    CTRL('F'), CTRL('H'), CTRL('J'), CTRL('K'), CTRL('M'), CTRL('T'),
	    CTRL('U'), CTRL('W'), CTRL('Y'), '\0' };

	if (code == KEY_UP || code == KEY_DOWN)
		return false;
	return code >= 0x20 ||
	    (code > 0 && strchr(controls, (int)code) != NULL);
}

bool
key_edits_after_escape(int32_t code)
{
	return code > 0 && code < 0x80 &&
	    strchr("bBfFdDcCuUlL\b\177", (int)code) != NULL;
}
