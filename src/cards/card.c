/*
 * card.c -- see card.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/card.h"

#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "cards/kind.h"
#include "cards/options.h"

#include "base/banned.h"

#define PARTS_MAX 256

static size_t
parts_of(const struct note *note, uint8_t *parts)
{
	size_t n;

	if (note->draft)
		return 0;
	n = note->kind->parts(note, parts);
	if (note->both_ways) {
		if (parts != NULL)
			parts[n] = CARD_BACK;
		n++;
	}
	return n;
}

size_t
card_count(const struct note *note)
{
	return parts_of(note, NULL);
}

static const char *
make_id(const struct note *note, uint8_t part, struct mem *mem)
{
	struct buf id = BUF_INIT(1024);
	const char *copy;

	buf_printf(&id, "%s/%s", note->deck->id, note->id);
	if (part == CARD_BACK)
		buf_adds(&id, "#back");
	else if (part != CARD_FRONT)
		buf_printf(&id, "#c%u", part);
	copy = mem_copy(mem, id.s, id.len);
	buf_clear(&id);
	return copy;
}

void
card_make(const struct note *note, struct card *cards, struct mem *mem)
{
	uint8_t parts[PARTS_MAX];
	size_t i, n = parts_of(note, parts);

	for (i = 0; i < n; i++)
		cards[i] = (struct card){ note, make_id(note, parts[i], mem),
		    parts[i] };
}

/* --- the order on the screen --------------------------------------------- */

struct card_layout
card_layout_plain(const struct card *card)
{
	struct card_layout layout = { 0 };
	const struct kind *kind = card->note->kind;
	size_t i, n = kind->shuffled != NULL ? kind->shuffled(card->note) : 0;

	if (n > CARD_SHOWN_MAX)
		n = CARD_SHOWN_MAX;
	layout.n = (uint8_t)n;
	for (i = 0; i < n; i++)
		layout.shown[i] = (uint8_t)i;
	return layout;
}

static bool
is_pinned(const struct note *note, size_t place)
{
	const struct field *v[CARD_SHOWN_MAX];
	size_t n = options_of(note, KEY_OPTION, v), part_n;
	const char *rest = note_value(note, KEY_PIN, 0), *part;

	while (rest != NULL && place < n && note_word(&rest, &part, &part_n))
		if (part_n == 1 && (uint8_t)part[0] == v[place]->index)
			return true;
	return false;
}

/* Moves the pinned ones to the end, in the deck's order. */
static void
pin_last(const struct card *card, struct card_layout *layout)
{
	struct card_layout sorted = { .n = 0 };
	uint8_t i;

	if (note_find(card->note, KEY_PIN, 0) == NULL)
		return;
	for (i = 0; i < layout->n; i++)
		if (!is_pinned(card->note, layout->shown[i]))
			sorted.shown[sorted.n++] = layout->shown[i];
	for (i = 0; i < layout->n; i++)
		if (is_pinned(card->note, i))
			sorted.shown[sorted.n++] = i;
	*layout = sorted;
}

static bool
is_in_order(const struct card_layout *layout)
{
	uint8_t i;

	for (i = 0; i < layout->n; i++)
		if (layout->shown[i] != i)
			return false;
	return layout->n > 1;
}

struct card_layout
card_layout_of(const struct card *card, const char *review_id)
{
	struct card_layout layout = card_layout_plain(card);
	struct random r = random_of_string(review_id);
	uint32_t order[CARD_SHOWN_MAX];
	uint8_t i;

	for (i = 0; i < layout.n; i++)
		order[i] = i;
	do {
		random_shuffle(&r, order, layout.n);
		for (i = 0; i < layout.n; i++)
			layout.shown[i] = (uint8_t)order[i];
	} while (card->note->kind == &kind_order && is_in_order(&layout));
	pin_last(card, &layout);
	return layout;
}

/* --- its identity over time ---------------------------------------------- */

static bool
decides(enum key key)
{
	static const enum key keys[] = { KEY_QUESTION, KEY_TEXT, KEY_ANSWER,
	    KEY_ACCEPT, KEY_REJECT, KEY_MATCH, KEY_TOLERANCE, KEY_UNIT,
	    KEY_OPTION, KEY_NEED, KEY_ITEM, KEY_LEFT, KEY_RIGHT };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i] == key)
			return true;
	return false;
}

static uint64_t
add_fields(uint64_t h, const struct note *note, enum key key, bool letters)
{
	const struct field *f;
	uint32_t at = 0;

	while ((f = note_each(note, key, letters, &at)) != NULL) {
		h = hash_add(h, kind_keys[key].name,
		    strlen(kind_keys[key].name) + 1);
		h = hash_add(h, &f->index, 1);
		h = hash_add(h, f->value, strlen(f->value) + 1);
	}
	return h;
}

int64_t
card_content(const struct card *card)
{
	const struct note *note = card->note;
	uint64_t h = hash_add(HASH_START, note->kind->name,
	    strlen(note->kind->name) + 1);
	enum key key;

	h = hash_add(h, &card->part, 1);
	for (key = 0; key < KEY_COUNT; key++)
		if (decides(key)) {
			h = add_fields(h, note, key, false);
			h = add_fields(h, note, key, true);
		}
	return (int64_t)hash_mix(h);
}

/* --- what a person sees -------------------------------------------------- */

void
card_show(const struct card *card, const struct card_layout *layout,
    struct card_shown *out)
{
	*out = (struct card_shown){ .question = BUF_INIT(BUF_LARGE),
	    .prompt = "answer", .prompt_short = "answer" };
	card->note->kind->show(card, layout, out);
}

void
card_shown_clear(struct card_shown *shown)
{
	buf_clear(&shown->question);
}

void
card_key(const struct card *card, const struct card_layout *layout,
    struct buf *out)
{
	card->note->kind->key(card, layout, out);
}
