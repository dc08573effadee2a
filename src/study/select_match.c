/*
 * select_match.c -- whether a card is meant by a selection.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "study/select_fold.h"
#include "study/select_node.h"

#include "base/banned.h"

struct match {
	const struct select_card *c;
	struct moment now;
};

/* What is asked, answered and explained; not tags, sources and the like. */
static bool
is_text(const struct field *field)
{
	switch ((enum key)field->key) {
	case KEY_QUESTION:
	case KEY_TEXT:
	case KEY_ANSWER:
	case KEY_ACCEPT:
	case KEY_OPTION:
	case KEY_ITEM:
	case KEY_LEFT:
	case KEY_RIGHT:
	case KEY_WHY:
		return true;
	default:
		return false;
	}
}

static bool
match_word(const struct card *card, const char *text)
{
	const struct note *note = card->note;
	uint32_t i;

	if (select_fold_holds(card->id, strlen(card->id), text))
		return true;
	for (i = 0; i < note->fields_n; i++)
		if (is_text(&note->fields[i]) &&
		    select_fold_holds(note->fields[i].value,
		    strlen(note->fields[i].value), text))
			return true;
	return false;
}

/* The very card, all cards of the very note, or what begins so. */
static bool
match_id(const struct card *card, const struct node *node)
{
	size_t n = strlen(node->text);

	if (strncmp(card->id, node->text, n) != 0)
		return false;
	return !node->whole || card->id[n] == '\0' || card->id[n] == '#';
}

static bool
match_deck(const struct deck *deck, const struct node *node)
{
	return node->whole ? strcmp(deck->id, node->text) == 0 :
	    strncmp(deck->id, node->text, strlen(node->text)) == 0;
}

static bool
has_word(const struct note *note, enum key key, const char *text)
{
	const char *rest = note_value(note, key, 0), *word;
	size_t n;

	while (rest != NULL && note_word(&rest, &word, &n))
		if (select_fold_is(word, n, text))
			return true;
	return false;
}

static bool
is_word_end(char c)
{
	return !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z');
}

/* "16" is 16, 16(2) and 16.2, but not 160. */
static bool
match_article(const struct note *note, const char *text)
{
	const char *rest = note_value(note, KEY_ARTICLE, 0), *word;
	size_t n, m = strlen(text), i;

	while (rest != NULL && note_word(&rest, &word, &n)) {
		for (i = 0; i < m && i < n && (word[i] == text[i] ||
		    (word[i] >= 'A' && word[i] <= 'Z' &&
		    word[i] + 32 == text[i])); i++)
			;
		if (i == m && (i == n || is_word_end(word[i])))
			return true;
	}
	return false;
}

static bool
match_due(const struct match *m)
{
	const struct steps_card *card = &m->c->memory->card;

	if (!study_is_awake(m->c->memory, m->now.day) ||
	    m->c->card->note->draft || m->c->card->note->pool == NOTE_EXAM)
		return false;
	if (card->state == STATE_REVIEW)
		return (card->due_day != STEPS_NO_DAY &&
		    card->due_day <= m->now.day) ||
		    study_is_changed(m->c->card, m->c->memory, m->now.day);
	return card->due_at != STEPS_NO_AT && card->due_at <= m->now.at;
}

static bool
match_state(const struct match *m, int which)
{
	const struct study_memory *memory = m->c->memory;
	bool draft = m->c->card->note->draft;

	switch ((enum node_state)which) {
	case IS_DUE:
		return match_due(m);
	case IS_NEW:
		return memory->card.state == STATE_NEW && !draft;
	case IS_LEARNING:
		return memory->card.state == STATE_LEARNING;
	case IS_REVIEW:
		return memory->card.state == STATE_REVIEW;
	case IS_RELEARNING:
		return memory->card.state == STATE_RELEARNING;
	case IS_SUSPENDED:
		return memory->suspended;
	case IS_BURIED:
		return memory->buried_day == m->now.day;
	case IS_FLAGGED:
		return memory->flagged;
	case IS_LEECH:
		return study_is_leech(memory);
	case IS_CHANGED:
		return study_is_changed(m->c->card, memory, m->now.day);
	case IS_DRAFT:
		return draft;
	}
	return false;
}

static double
prop_value(const struct match *m, int which)
{
	const struct steps_card *card = &m->c->memory->card;

	switch ((enum node_prop)which) {
	case PROP_S:
		return (double)card->memory.stability;
	case PROP_D:
		return (double)card->memory.difficulty;
	case PROP_R:
		return (double)steps_retrievability(m->c->model, card,
		    m->now.day);
	case PROP_LAPSES:
		return card->lapses;
	case PROP_REPS:
		return card->reps;
	}
	return 0;
}

static bool
match_prop(const struct match *m, const struct node *node)
{
	bool counts = node->which == PROP_LAPSES || node->which == PROP_REPS;
	double v, x = node->number;
	bool equal = node->compare[1] == '=' || node->compare[0] == '=';

	if (!counts && m->c->memory->card.state == STATE_NEW)
		return false;
	v = prop_value(m, node->which);
	return (node->compare[0] == '<' && v < x) ||
	    (node->compare[0] == '>' && v > x) ||
	    (equal && !(v < x) && !(v > x));
}

static bool
match_term(const struct match *m, const struct node *node)
{
	const struct card *card = m->c->card;
	const struct note *note = card->note;
	const char *s;

	switch (node->type) {
	case NODE_WORD:
		return match_word(card, node->text);
	case NODE_DECK:
		return match_deck(note->deck, node);
	case NODE_ID:
		return match_id(card, node);
	case NODE_TAG:
		return has_word(note, KEY_TAGS, node->text);
	case NODE_FACT:
		return has_word(note, KEY_FACT, node->text);
	case NODE_TOPIC:
		s = note_text(note, KEY_TOPIC);
		return select_fold_is(s, strlen(s), node->text);
	case NODE_SOURCE:
		s = note_text(note, KEY_SOURCE);
		return select_fold_holds(s, strlen(s), node->text);
	case NODE_ARTICLE:
		return match_article(note, node->text);
	case NODE_KIND:
		return note->kind == node->kind;
	case NODE_IS:
		return match_state(m, node->which);
	default:
		return match_prop(m, node);
	}
}

/* A row of terms is at most as deep as a selection is long (TEXT_MAX). */
static bool
match_node(const struct match *m, const struct node *node)
{
	switch (node->type) {
	case NODE_AND:
		return match_node(m, node->a) && match_node(m, node->b);
	case NODE_OR:
		return match_node(m, node->a) || match_node(m, node->b);
	case NODE_NOT:
		return !match_node(m, node->a);
	default:
		return match_term(m, node);
	}
}

bool
select_match(const struct select *select, const struct select_card *card,
    struct moment now)
{
	struct match m = { card, now };

	return select_is_all(select) || match_node(&m, select->root);
}

bool
select_card(const struct select *select, const struct study *study,
    uint32_t card, struct moment now)
{
	return select_match(select, &(struct select_card){
	    &study->library.cards[card], &study->memories[card],
	    &study->replay.model }, now);
}

size_t
select_cards(const struct select *select, const struct study *study,
    struct moment now, uint32_t **cards)
{
	size_t n = 0, cap = 0;
	uint32_t i;

	*cards = NULL;
	for (i = 0; i < study->library.cards_n; i++) {
		if (!select_card(select, study, i, now))
			continue;
		*cards = mem_grow(*cards, n, &cap, sizeof(**cards));
		(*cards)[n++] = i;
	}
	return n;
}
