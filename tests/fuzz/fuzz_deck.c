/*
 * fuzz_deck.c -- any bytes as a deck: read, its notes whole, nothing lost.
 * SPDX-License-Identifier: MIT
 *
 * Whatever the file holds, each note that is handed on can be shown, judged
 * and stored: an id that is one, a kind, values that are text without
 * controls; and each fault can be printed.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "cards/card.h"
#include "cards/kind.h"
#include "format/ini.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
check_value(const char *s)
{
	size_t i, len, n = strlen(s);
	int32_t cp;

	check(n > 0 && s[0] != ' ' && s[n - 1] != ' ');
	for (i = 0; i < n; i += len) {
		len = utf8_read(s + i, n - i, &cp);
		check(len > 0 && !utf8_is_control(cp) && !utf8_is_bidi(cp));
	}
}

static void
check_id(const char *id)
{
	size_t n = strlen(id);

	check(n >= 1 && n <= 64 && id[0] != '-');
	check(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == n);
}

static void
check_card(const struct card *card)
{
	struct card_layout layout = card_layout_of(card, card->id);
	struct card_shown shown;
	struct buf key = BUF_INIT(BUF_LARGE);
	bool seen[CARD_SHOWN_MAX] = { false };
	uint8_t i;

	for (i = 0; i < layout.n; i++) {
		check(layout.shown[i] < layout.n && !seen[layout.shown[i]]);
		seen[layout.shown[i]] = true;
	}
	card_show(card, &layout, &shown);
	check(shown.question.len > 0);
	card_key(card, &layout, &key);
	check(key.len > 0);
	(void)card_content(card);
	card_shown_clear(&shown);
	buf_clear(&key);
}

static void
check_note(const struct note *note)
{
	struct mem mem = { 0 };
	struct card *cards;
	size_t i, n = card_count(note);

	check_id(note->id);
	check(note->kind != NULL);
	for (i = 0; i < note->fields_n; i++)
		check_value(note->fields[i].value);
	check(note->draft ? n == 0 : n > 0);
	cards = mem_array(&mem, n, sizeof(*cards));
	card_make(note, cards, &mem);
	for (i = 0; i < n; i++)
		check_card(&cards[i]);
	mem_clear(&mem);
}

static void
check_diags(struct diags *diags, const char *source, size_t n)
{
	struct buf out = BUF_INIT(BUF_LARGE);
	size_t i, k, len;
	int32_t cp;

	diag_sort(diags);
	check(diags->n == diags->errors + diags->warnings);
	for (i = 0; i < diags->n; i++)
		diag_print(&diags->v[i], source, n, &out);
	for (k = 0; k < out.len; k += len) {
		len = utf8_read(out.s + k, out.len - k, &cp);
		check(len > 0 && (cp == '\n' || !utf8_is_control(cp)));
	}
	buf_clear(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct diags diags = { .n = 0 };
	struct deck *deck = NULL;
	enum ini_result result;
	bool refused = false;
	size_t i;

	result = ini_read_bytes("fuzz.ini", (const char *)data, n, &deck,
	    &diags);
	if (result == INI_DECK) {
		check_id(deck->id);
		check_value(deck->title);
		check_value(deck->language);
		for (i = 0; i < deck->notes_n; i++)
			check_note(&deck->notes[i]);
		check(deck->left_out == 0 || diags.errors > 0);
		ini_check_library(&deck, 1, &refused, &diags);
		ini_free(deck);
	} else if (result == INI_REFUSED) {
		check(diags.errors > 0);
	}
	check_diags(&diags, (const char *)data, n);
	diag_clear(&diags);
	return 0;
}
