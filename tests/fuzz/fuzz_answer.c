/*
 * fuzz_answer.c -- any bytes as an answer to any card.
 * SPDX-License-Identifier: MIT
 *
 * Input: a byte that chooses the kind, one for the language, then texts with
 * 0x01 between: what was typed, the answer, further fields.  What a deck
 * cannot hold is left out, as the loader would.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "cards/answer.h"
#include "cards/kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define FIELDS_MAX 24

struct made {
	struct mem mem;
	struct deck deck;
	struct note note;
	struct field fields[FIELDS_MAX];
	struct card card;
};

/* Whether a loader would let a deck have this text. */
static bool
is_value(const char *s, size_t n)
{
	size_t len, at;
	int32_t cp;

	for (at = 0; at < n; at += len) {
		len = utf8_read(s + at, n - at, &cp);
		if (len == 0 || utf8_is_control(cp) || utf8_is_bidi(cp))
			return false;
	}
	return n > 0 && s[0] != ' ' && s[n - 1] != ' ';
}

static void
add(struct made *m, enum key key, int index, bool letter, const char *s,
    size_t n)
{
	struct field *f;

	if (m->note.fields_n == FIELDS_MAX || !is_value(s, n))
		return;
	f = &m->fields[m->note.fields_n++];
	f->key = (uint8_t)key;
	f->index = (uint8_t)index;
	f->letter = letter;
	f->value = mem_copy(&m->mem, s, n);
}

/* The k-th text behind what was typed, as the kind's keys want it. */
static void
add_text(struct made *m, size_t k, const char *s, size_t n)
{
	static const struct {
		const char *kind;
		enum key key;
		int first;
		bool letter;
	} rows[] = {
		{ "choice", KEY_OPTION, 'a', true },
		{ "multi", KEY_OPTION, 'a', true },
		{ "list", KEY_ANSWER, 1, false },
		{ "order", KEY_ITEM, 1, false },
		{ "match", KEY_LEFT, 1, false },
		{ "cloze", KEY_TEXT, 0, false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(m->note.kind->name, rows[i].kind) != 0)
			continue;
		add(m, rows[i].key, rows[i].first + (int)k, rows[i].letter, s,
		    n);
		if (rows[i].key == KEY_LEFT)
			add(m, KEY_RIGHT, 1 + (int)k, false, s, n);
		return;
	}
	if (k == 0)
		add(m, KEY_ANSWER, 0, false, s, n);
	else if (k == 1)
		add(m, m->note.kind == &kind_number ? KEY_UNIT : KEY_ACCEPT, 0,
		    false, s, n);
	else
		add(m, KEY_REJECT, 'a' + (int)k - 2, true, s, n);
}

static void
make(struct made *m, uint8_t kind, uint8_t lang)
{
	static const char *const langs[] = { "en", "fr", "de", "tr", "vi",
		"ja", "he", "ar", "pl", "el" };

	m->deck.id = "deck";
	m->deck.language = langs[lang % 10];
	m->deck.topic = m->deck.source = "";
	m->deck.notes = &m->note;
	m->deck.notes_n = 1;
	m->note.id = "note";
	m->note.deck = &m->deck;
	m->note.kind = kind_table[kind % 11];
	m->note.fields = m->fields;
	m->card.note = &m->note;
	m->card.id = "deck/note";
	m->card.part = m->note.kind == &kind_cloze ? 1 : CARD_FRONT;
}

static void
check(const struct judgement *j)
{
	assert((unsigned)j->verdict < VERDICT_COUNT);
	assert(j->score >= 0 && j->score <= 100);
	assert((j->verdict == VERDICT_UNREADABLE) == (j->reason[0] != '\0'));
	assert(!answer_is_right(j->verdict) || j->score == 100);
	assert(j->verdict != VERDICT_PARTIAL ||
	    (j->score > 0 && j->score < 100));
	assert(utf8_valid(j->nearly, strlen(j->nearly)) == strlen(j->nearly));
	assert(utf8_valid(j->reason, strlen(j->reason)) == strlen(j->reason));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct made m = { .deck = { .id = NULL } };
	const char *typed = (const char *)data + 2, *s, *end;
	struct card_layout layout;
	struct judgement j;
	size_t typed_n = 0, k = 0, len;

	if (n < 2)
		return 0;
	make(&m, data[0], data[1]);
	end = (const char *)data + n;
	for (s = typed; s <= end; s += len + 1) {
		len = 0;
		while (s + len < end && s[len] != 1)
			len++;
		if (s == typed)
			typed_n = len;
		else
			add_text(&m, k++, s, len);
	}
	if (m.note.kind == &kind_choice || m.note.kind == &kind_multi)
		add(&m, KEY_ANSWER, 0, false, "a", 1);
	layout = card_layout_plain(&m.card);
	answer_judge(&m.card, &layout, typed, typed_n, &j);
	check(&j);
	s = note_value(&m.note, KEY_ANSWER, 0);
	if (m.note.kind == &kind_text && s != NULL) {
		answer_judge(&m.card, &layout, s, strlen(s), &j);
		assert(j.verdict == VERDICT_EXACT ||
		    j.verdict == VERDICT_UNREADABLE ||
		    j.verdict == VERDICT_BLANK);
	}
	mem_clear(&m.mem);
	return 0;
}
