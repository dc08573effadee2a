/*
 * select_key.c -- what one term of a selection means.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "study/select_fold.h"
#include "study/select_node.h"

#include "base/banned.h"

const char *const select_keys[] = { "deck", "tag", "topic", "article", "kind",
	"fact", "source", "is", "prop", NULL };
static const enum node_type types[] = { NODE_DECK, NODE_TAG, NODE_TOPIC,
	NODE_ARTICLE, NODE_KIND, NODE_FACT, NODE_SOURCE, NODE_IS, NODE_PROP };
const char *const select_states[] = { "due", "new", "learning", "review",
	"relearning", "suspended", "buried", "flagged", "leech", "changed",
	"draft", NULL };
static const char *const props[] = { "s", "d", "r", "lapses", "reps", NULL };

static int
find(const char *const *list, const char *s, size_t n)
{
	int i;

	for (i = 0; list[i] != NULL; i++)
		if (strlen(list[i]) == n && memcmp(list[i], s, n) == 0)
			return i;
	return -1;
}

static bool
read_decimal(const char *s, size_t n, double *number)
{
	double value = 0, unit = 1;
	bool point = false;
	size_t i;

	for (i = 0; i < n; i++) {
		if (s[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (s[i] < '0' || s[i] > '9')
			return false;
		value = value * 10 + (s[i] - '0');
		unit *= point ? 10 : 1;
	}
	*number = value / unit;
	return n > 0 && n < 16 && !(n == 1 && point);
}

static bool
read_prop(const char *s, size_t n, struct node *node, struct err *err)
{
	size_t name = 0, sign;

	while (name < n && strchr("<>=", s[name]) == NULL)
		name++;
	sign = name;
	while (sign < n && sign - name < 2 && strchr("<>=", s[sign]) != NULL)
		node->compare[sign - name] = s[sign], sign++;
	node->which = find(props, s, name);
	if (node->which < 0 || sign == name ||
	    (node->compare[1] != '\0' && node->compare[1] != '=') ||
	    !read_decimal(s + sign, n - sign, &node->number))
		return err_set(err, ERR_USAGE, "prop: takes s, d, r, lapses or "
		    "reps, then < > or =, then a number, as in prop:s>10");
	return true;
}

static bool
read_kind(const char *text, struct node *node, struct err *err)
{
	node->kind = kind_find(text);
	if (node->kind == NULL)
		return err_set(err, ERR_USAGE,
		    "there is no kind of card \"%s\"", text);
	return true;
}

static bool
read_state(const char *s, size_t n, struct node *node, struct err *err)
{
	node->which = find(select_states, s, n);
	if (node->which < 0)
		return err_set(err, ERR_USAGE, "is: takes due, new, learning, "
		    "review, relearning, suspended, buried, flagged, leech, "
		    "changed or draft");
	return true;
}

bool
select_key(struct select *select, const char *key, size_t key_n,
    const char *value, size_t n, const struct library *library,
    struct node *node, struct err *err)
{
	int which = find(select_keys, key, key_n);

	if (which < 0)
		return err_set(err, ERR_USAGE, "there is no key \"%.*s:\"; put "
		    "quotes around text with a colon", (int)(key_n > 40 ? 40 :
		    key_n), key);
	if (n == 0)
		return err_set(err, ERR_USAGE, "a value is missing behind "
		    "\"%s:\"", select_keys[which]);
	node->type = types[which];
	node->text = select_fold(&select->mem, value, n);
	switch (node->type) {
	case NODE_DECK:
		select->names_deck = true;
		node->whole = library != NULL &&
		    library_deck(library, node->text) != INDEX_NONE;
		return true;
	case NODE_KIND:
		return read_kind(node->text, node, err);
	case NODE_IS:
		return read_state(node->text, strlen(node->text), node, err);
	case NODE_PROP:
		return read_prop(node->text, strlen(node->text), node, err);
	default:
		return true;
	}
}

/* Ids have a hyphen or a digit far more often than words of a text have. */
static bool
looks_like_id(const char *s)
{
	return strpbrk(s, "-0123456789") != NULL;
}

void
select_word(struct select *select, const char *s, size_t n,
    const struct library *library, struct node *node)
{
	char *id = mem_copy(&select->mem, s, n);
	uint32_t deck;
	bool many;

	node->type = NODE_WORD;
	node->text = select_fold(&select->mem, s, n);
	if (library == NULL)
		return;
	if (strchr(id, '/') != NULL) {
		node->whole = library_card(library, id) != INDEX_NONE ||
		    library_note(library, id) != INDEX_NONE;
		(void)library_card_prefix(library, id, &many);
		if (!node->whole && !many &&
		    library_card_prefix(library, id, &many) == INDEX_NONE)
			return;
		node->type = NODE_ID;
		node->text = id;
		select->names_deck = true;
		return;
	}
	deck = looks_like_id(id) ? library_deck_prefix(library, id, &many) :
	    library_deck(library, id);
	if (deck == INDEX_NONE)
		return;
	node->type = NODE_DECK;
	node->text = library->decks[deck].deck->id;
	node->whole = true;
	select->names_deck = true;
}
