/*
 * select.c -- see select.h: reading a selection.
 * SPDX-License-Identifier: MIT
 */
#include "study/select.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "study/select_node.h"

#include "base/banned.h"

/* Deeper brackets than anybody means; the parser calls itself. */
#define DEPTH_MAX 50
#define TEXT_MAX 4000

struct parser {
	const char *text, *at;
	const struct library *library;
	struct select *select;
	const char *fault;	/* where */
	int depth;
	struct err *err;
};

static struct node *parse_any(struct parser *p);

static struct node *
fault(struct parser *p, const char *at, const char *what)
{
	p->fault = at;
	(void)err_set(p->err, ERR_USAGE, "%s", what);
	return NULL;
}

static struct node *
new_node(struct parser *p, enum node_type type, struct node *a, struct node *b)
{
	struct node *node = mem_alloc(&p->select->mem, sizeof(*node));

	node->type = type;
	node->a = a;
	node->b = b;
	return node;
}

static void
skip_blanks(struct parser *p)
{
	p->at += strspn(p->at, " \t\r\n");
}

static size_t
word_length(const char *s)
{
	return strcspn(s, " \t\r\n()\"");
}

static bool
at_or(const struct parser *p)
{
	return word_length(p->at) == 2 && (p->at[0] | 32) == 'o' &&
	    (p->at[1] | 32) == 'r' && p->at[2] != '"';
}

/* Behind an opening quote: the text up to the closing one. */
static const char *
quoted(struct parser *p, size_t *n)
{
	const char *begin = p->at + 1, *end = strchr(begin, '"');

	if (end == NULL) {
		(void)fault(p, p->at, "the closing quote is missing");
		return NULL;
	}
	*n = (size_t)(end - begin);
	p->at = end + 1;
	return begin;
}

static struct node *
parse_phrase(struct parser *p)
{
	struct node *node = new_node(p, NODE_WORD, NULL, NULL);
	const char *at = p->at, *s;
	size_t n;

	s = quoted(p, &n);
	if (s == NULL)
		return NULL;
	if (n == 0)
		return fault(p, at, "there is nothing between these quotes");
	select_word(p->select, s, n, NULL, node);
	return node;
}

/* A key is small letters and a colon behind. */
static size_t
key_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && ((s[i] >= 'a' && s[i] <= 'z') || s[i] == '_'))
		i++;
	return i > 0 && i < n && s[i] == ':' ? i : 0;
}

/* A value may hold brackets, as in article:16(2); one more ends it. */
static size_t
value_length(const char *s)
{
	size_t n, open = 0;

	for (n = 0; s[n] != '\0' && strchr(" \t\r\n\"", s[n]) == NULL; n++) {
		if (s[n] == ')' && open == 0)
			break;
		open += s[n] == '(';
		open -= s[n] == ')';
	}
	return n;
}

static struct node *
parse_word(struct parser *p)
{
	const char *at = p->at, *value;
	size_t n = word_length(at), key = key_length(at, n), value_n;
	struct node *node = new_node(p, NODE_WORD, NULL, NULL);

	if (key == 0) {
		select_word(p->select, at, n, p->library, node);
		p->at += n;
		return node;
	}
	value = at + key + 1;
	value_n = value_length(value);
	p->at = value + value_n;
	if (value_n == 0 && *p->at == '"') {
		value = quoted(p, &value_n);
		if (value == NULL)
			return NULL;
	}
	if (!select_key(p->select, at, key, value, value_n, p->library, node,
	    p->err)) {
		p->fault = at;
		return NULL;
	}
	return node;
}

static struct node *
parse_bracket(struct parser *p)
{
	const char *at = p->at;
	struct node *node;

	if (++p->depth > DEPTH_MAX)
		return fault(p, at, "too many brackets in brackets");
	p->at++;
	node = parse_any(p);
	if (node == NULL)
		return NULL;
	if (*p->at != ')')
		return fault(p, at, "the closing bracket is missing");
	p->at++;
	p->depth--;
	return node;
}

static struct node *
parse_term(struct parser *p)
{
	struct node *node;
	bool not = false;

	while (p->at[0] == '-' && p->at[1] != '\0' &&
	    strchr(" \t\r\n)", p->at[1]) == NULL) {
		not = !not;
		p->at++;
	}
	if (*p->at == '(')
		node = parse_bracket(p);
	else if (*p->at == '"')
		node = parse_phrase(p);
	else
		node = parse_word(p);
	return node == NULL || !not ? node :
	    new_node(p, NODE_NOT, node, NULL);
}

static struct node *
parse_all(struct parser *p)
{
	struct node *all = NULL, *node;

	for (;;) {
		skip_blanks(p);
		if (*p->at == '\0' || *p->at == ')' || at_or(p))
			break;
		node = parse_term(p);
		if (node == NULL)
			return NULL;
		all = all == NULL ? node : new_node(p, NODE_AND, all, node);
	}
	return all != NULL ? all :
	    fault(p, p->at, "something to look for is missing here");
}

static struct node *
parse_any(struct parser *p)
{
	struct node *any = parse_all(p), *node;

	while (any != NULL && at_or(p)) {
		p->at += 2;
		node = parse_all(p);
		any = node == NULL ? NULL : new_node(p, NODE_OR, any, node);
	}
	return any;
}

bool
select_parse(const char *text, const struct library *library,
    struct select **out, size_t *column, struct err *err)
{
	struct select *select = mem_new_array(1, sizeof(*select));
	struct parser p = { .text = text, .at = text, .library = library,
	    .select = select, .fault = text, .err = err };

	*column = 1;
	skip_blanks(&p);
	if (*p.at == '\0') {
		*out = select;
		return true;
	}
	if (strlen(text) > TEXT_MAX)
		(void)fault(&p, text, "this selection is too long");
	else if ((select->root = parse_any(&p)) != NULL && *p.at == ')')
		select->root = fault(&p, p.at,
		    "this bracket was never opened");
	if (select->root != NULL) {
		*out = select;
		return true;
	}
	*column = utf8_count(text, (size_t)(p.fault - text)) + 1;
	select_free(select);
	return false;
}

void
select_free(struct select *select)
{
	if (select == NULL)
		return;
	mem_clear(&select->mem);
	free(select);
}

bool
select_is_all(const struct select *select)
{
	return select == NULL || select->root == NULL;
}

bool
select_names_deck(const struct select *select)
{
	return select != NULL && select->names_deck;
}
