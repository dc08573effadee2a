/*
 * judge_match.c -- which right side belongs to which left one.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/options.h"
#include "cards/signs.h"

#include "base/banned.h"

#define TOKENS_MAX (CARD_SHOWN_MAX * 2)

struct tokens {
	int at[TOKENS_MAX];	/* numbers from 1, letters as -1 - place */
	size_t n;
	size_t numbers;
};

struct pairs {
	const struct card_layout *layout;
	int lefts, rights;
	int right_of[CARD_SHOWN_MAX];	/* place of the right, or -1 */
	bool used[CARD_SHOWN_MAX];
	bool in_order;			/* lefts ascend, numbers first */
};

/* Too few letters are shown for "and" to be three of them. */
static bool
is_and(const char *s, int rights)
{
	return rights < 'n' - 'a' + 1 && strncmp(s, "and", 3) == 0 &&
	    !signs_is_letter((unsigned char)s[3]);
}

static bool
read_tokens(const char *s, int rights, struct tokens *t)
{
	size_t n;
	int value;

	for (; *s != '\0'; s += n) {
		n = is_and(s, rights) ? 3 : signs_skip(s, strlen(s));
		if (n > 0)
			continue;
		n = 1;
		if (t->n == TOKENS_MAX)
			return false;
		if (*s >= 'a' && *s <= 'z') {
			t->at[t->n++] = -1 - (*s - 'a');
		} else if (signs_is_digit(*s)) {
			value = *s - '0';
			while (signs_is_digit(s[n]) && value < 100)
				value = value * 10 + s[n++] - '0';
			t->at[t->n++] = value;
			t->numbers++;
		} else {
			return false;
		}
	}
	return t->n > 0;
}

static const char *
add_pair(struct pairs *p, int number, int letter)
{
	int right;

	if (number < 1 || number > p->lefts)
		return "there is no such number";
	if (letter < 0 || letter >= p->rights)
		return "there is no such letter";
	right = p->layout->shown[letter];
	if (p->right_of[number - 1] >= 0)
		return "one number is there twice";
	if (p->used[right])
		return "one letter is there twice";
	p->right_of[number - 1] = right;
	p->used[right] = true;
	return NULL;
}

/* "1b 2a", "b1 a2". */
static const char *
read_pairs(struct pairs *p, const struct tokens *t)
{
	const char *reason = NULL;
	int a, b, before = 0;
	size_t i;

	if (t->n % 2 != 0 || t->numbers != t->n / 2)
		return "it is not pairs of a number and a letter";
	for (i = 0; i < t->n && reason == NULL; i += 2) {
		a = t->at[i];
		b = t->at[i + 1];
		if ((a < 0) == (b < 0))
			return "it is not pairs of a number and a letter";
		p->in_order &= a > before;
		before = a;
		reason = a < 0 ? add_pair(p, b, -1 - a) :
		    add_pair(p, a, -1 - b);
	}
	return reason;
}

/* "b a c": the letters in the order of the numbers. */
static const char *
read_letters(struct pairs *p, const struct tokens *t)
{
	const char *reason = NULL;
	size_t i;

	p->in_order = false;
	if (t->n != (size_t)p->lefts)
		return "it has not one letter for each number";
	for (i = 0; i < t->n && reason == NULL; i++)
		reason = add_pair(p, (int)i + 1, -1 - t->at[i]);
	return reason;
}

/* "1b 2a", nothing else between. */
static bool
is_canonical(const struct pairs *p, const char *typed)
{
	const char *s;

	if (!p->in_order)
		return false;
	for (s = typed; *s != '\0'; s++) {
		if (*s == ' ' && (s == typed || signs_is_digit(s[-1]) ||
		    !signs_is_digit(s[1])))
			return false;
		if (*s != ' ' && !signs_is_digit(*s) &&
		    (*s < 'a' || *s > 'z' || s == typed ||
		    !signs_is_digit(s[-1]) || (s[1] != ' ' && s[1] != '\0')))
			return false;
	}
	return true;
}

static void
judge_pairs(const struct pairs *p, const struct field *const *rights,
    const char *typed, struct judgement *out)
{
	int i, right = 0;

	for (i = 0; i < p->lefts; i++)
		right += p->right_of[i] >= 0 && (p->right_of[i] == i ||
		    strcmp(rights[p->right_of[i]]->value,
		    rights[i]->value) == 0);
	judge_share(out, right, p->lefts, right == p->lefts &&
	    is_canonical(p, typed) ? VERDICT_EXACT : VERDICT_FOLD);
}

void
judge_match(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	const struct field *lefts[CARD_SHOWN_MAX], *rights[CARD_SHOWN_MAX];
	struct words_lang lang = judge_lang(card);
	struct card_layout plain = card_layout_plain(card);
	struct pairs p = { .in_order = true };
	struct tokens tokens = { .n = 0 };
	struct mem mem = { 0 };
	const char *reason;
	size_t i;

	p.lefts = (int)options_of(card->note, KEY_LEFT, lefts);
	p.rights = (int)options_rights(card->note, rights);
	p.layout = layout != NULL && layout->n == p.rights ? layout : &plain;
	for (i = 0; i < CARD_SHOWN_MAX; i++)
		p.right_of[i] = -1;
	if (!read_tokens(signs_plain(&mem, lang.s, typed, strlen(typed)),
	    p.rights, &tokens))
		reason = "it is not pairs of a number and a letter";
	else
		reason = tokens.numbers == 0 ? read_letters(&p, &tokens) :
		    read_pairs(&p, &tokens);
	if (reason != NULL)
		judge_unreadable(out, "%s", reason);
	else
		judge_pairs(&p, rights, typed, out);
	mem_clear(&mem);
}
