/*
 * select_node.h -- a parsed selection, shared by its parser and its matcher.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_SELECT_NODE_H
#define STUDY_SELECT_NODE_H

#include "cards/kind.h"
#include "study/select.h"

enum node_type { NODE_AND, NODE_OR, NODE_NOT, NODE_WORD, NODE_DECK, NODE_ID,
	NODE_TAG, NODE_TOPIC, NODE_ARTICLE, NODE_KIND, NODE_FACT, NODE_SOURCE,
	NODE_IS, NODE_PROP };

/* The order of select_states. */
enum node_state { IS_DUE, IS_NEW, IS_LEARNING, IS_REVIEW, IS_RELEARNING,
	IS_SUSPENDED, IS_BURIED, IS_FLAGGED, IS_LEECH, IS_CHANGED, IS_DRAFT };

enum node_prop { PROP_S, PROP_D, PROP_R, PROP_LAPSES, PROP_REPS };

struct node {
	enum node_type type;
	struct node *a, *b;	/* AND, OR: both; NOT: a */
	const char *text;	/* folded, but for ids */
	bool whole;		/* DECK, ID: the very one, else its beginning */
	const struct kind *kind;
	int which;		/* IS, PROP */
	char compare[3];	/* PROP: ">=" */
	double number;
};

struct select {
	struct mem mem;
	struct node *root;	/* NULL: every card */
	bool names_deck;
};


/* One term key:value into node; false with a sentence. */
MUST_USE bool select_key(struct select *select, const char *key, size_t key_n,
    const char *value, size_t n, const struct library *library,
    struct node *node, struct err *err);
/* A bare word: a deck, a card, a note, or text to look for. */
void select_word(struct select *select, const char *s, size_t n,
    const struct library *library, struct node *node);

#endif
