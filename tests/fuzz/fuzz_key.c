/*
 * fuzz_key.c -- any bytes and silences as keys.
 * SPDX-License-Identifier: MIT
 *
 * Byte 0xff is a silence (a terminal's bytes may hold it too: \xfe stands in
 * for broken ones).  Held: every code is a character or a key; none is a C1
 * control or NUL; a paste holds no control; Enter is never swallowed outside
 * one; after silences nothing is begun.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "term/key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
need(bool held)
{
	if (!held)
		abort();
}

static void
check(const int32_t *codes, size_t n, bool pasting)
{
	size_t i;

	need(n <= KEY_OUT);
	for (i = 0; i < n; i++) {
		need(codes[i] > 0 && codes[i] <= KEY_WORD_DELETE);
		need(codes[i] < 0x80 || codes[i] >= 0xa0);
		need(codes[i] < 0xd800 || codes[i] > 0xdfff);
		need(!pasting || (codes[i] >= 0x20 && codes[i] != 0x7f &&
		    codes[i] < KEY_LEFT));
	}
}

static void
play(struct key *key, const uint8_t *data, size_t n)
{
	int32_t codes[KEY_OUT];
	size_t i, count;
	bool pasting;

	for (i = 0; i < n; i++) {
		pasting = key->pasting;
		count = data[i] == 0xff ? key_silence(key, codes) :
		    key_feed(key, data[i], codes);
		check(codes, count, pasting);
		if (data[i] == '\r' && !pasting)
			need(count > 0 && codes[count - 1] == '\r');
	}
	for (i = 0; i < 3 && key_patience(key) >= 0; i++)
		check(codes, key_silence(key, codes), key->pasting);
	need(key_patience(key) == -1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct key emacs = { .vi = false }, vi = { .vi = true };

	play(&emacs, data, n);
	play(&vi, data, n);
	return 0;
}
