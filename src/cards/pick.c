/*
 * pick.c -- see pick.h.
 * SPDX-License-Identifier: MIT
 */
#include "cards/pick.h"

#include <string.h>

#include "base/utf8.h"
#include "cards/judge.h"
#include "cards/options.h"
#include "cards/signs.h"

#include "base/banned.h"

void
pick_init(struct pick *p, const struct card *card,
    const struct card_layout *layout, struct mem *mem)
{
	size_t i;

	p->mem = mem;
	p->lang = judge_lang(card);
	p->card = card;
	p->n = options_of(card->note, KEY_OPTION, p->options);
	p->layout = layout != NULL && layout->n == p->n ? *layout :
	    card_layout_plain(card);
	for (i = 0; i < p->n; i++) {
		p->ladders[i] = ladder_of(mem, card);
		p->ladders[i].options = true;
		ladder_add(&p->ladders[i], p->options[i]->value,
		    strlen(p->options[i]->value), LADDER_ANSWER, 0);
	}
}

bool
pick_is_key(const struct pick *p, int place)
{
	return options_is_key(p->card->note,
	    (char)p->options[place]->index);
}

int
pick_letter(const struct pick *p, int letter)
{
	int i = letter - 'a';

	return i >= 0 && i < p->layout.n ? p->layout.shown[i] : PICK_NONE;
}

int
pick_text(const struct pick *p, const char *s, size_t n)
{
	enum verdict best = VERDICT_PARTIAL;
	struct judgement one;
	struct ladder_typed t;
	int place = PICK_NONE;
	size_t i;

	if (p->n == 0)
		return PICK_NONE;
	t = ladder_typed_of(&p->ladders[0], s, n);
	if (t.n == 0)
		return PICK_NONE;
	for (i = 0; i < p->n; i++) {
		memset(&one, 0, sizeof(one));
		ladder_judge(&p->ladders[i], &t, &one);
		if (one.verdict < best) {
			best = one.verdict;
			place = (int)i;
		} else if (one.verdict == best && place >= 0) {
			place = PICK_TWO;
		}
	}
	return place;
}

/* A small Latin letter, full-width and capital ones too, or 0. */
static int
read_letter(const char *s, size_t n, size_t *len)
{
	int32_t cp;

	*len = n > 0 ? utf8_read(s, n, &cp) : 0;
	if (*len == 0)
		return 0;
	if (cp >= 0xFF21 && cp <= 0xFF5A)
		cp -= 0xFEE0;
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	return cp >= 'a' && cp <= 'z' ? (int)cp : 0;
}

/* "option" before a letter, brackets and blanks: their bytes. */
static size_t
opening(const char *s, size_t n)
{
	static const char word[] = "option";
	size_t at = 0, len, i;

	while (at < n && strchr(" ([{\"'", s[at]) != NULL)
		at++;
	for (i = 0, len = 0; word[i] != '\0'; i++)
		if (at + i >= n || read_letter(s + at + i, n - at - i, &len) !=
		    word[i] || len != 1)
			return at;
	if (at + i >= n || s[at + i] != ' ')
		return at;
	at += i;
	while (at < n && strchr(" ([{\"'", s[at]) != NULL)
		at++;
	return at;
}

/* The letter when nothing but that letter is typed, even twice; else 0. */
static int
only_letter(const char *s, size_t n)
{
	size_t len, at = opening(s, n);
	int letter = 0, next;

	for (; at < n; at += len) {
		next = read_letter(s + at, n - at, &len);
		if (next == 0) {
			len = signs_skip(s + at, n - at);
			if (len == 0)
				return 0;
			continue;
		}
		if ( letter != 0 && next != letter)
			return 0;
		letter = next;
	}
	return letter;
}

/*
 * A letter with a text behind it: *rest is the text, *blank whether only a
 * blank stands between.  0 when it is none.
 */
static int
label_of(const char *s, size_t n, const char **rest, bool *blank)
{
	size_t len, at = opening(s, n), from;
	int letter = read_letter(s + at, n - at, &len);

	if (letter == 0)
		return 0;
	from = at += len;
	*blank = true;
	for (; (len = signs_skip(s + at, n - at)) > 0; at += len)
		*blank &= s[at] == ' ';
	if (at == from || at == n)
		return 0;
	*rest = s + at;
	return letter;
}

/* Whether the option's text begins with that letter as a word ("a party"). */
static bool
begins_with(const struct pick *p, int place, int letter)
{
	const struct ladder_wording *w = &p->ladders[place].at[0];

	return w->fold.n > 1 && w->fold.at[0].base == letter &&
	    w->fold.at[1].gap == FOLD_BLANK;
}

static int
refuse(struct judgement *out, const char *reason)
{
	judge_unreadable(out, "%s", reason);
	return PICK_NONE;
}

static int
refuse_unknown(const struct pick *p, const char *s, size_t n,
    struct judgement *out)
{
	char range[16];
	size_t i, digits = 0;

	for (i = 0; i < n; i++)
		digits += signs_is_digit((unsigned char)s[i]);
	options_range(p->n, range, sizeof(range));
	if (digits > 0 && digits == n)
		judge_unreadable(out, "the options have letters, not numbers: "
		    "%s", range);
	else
		judge_unreadable(out, "it is neither one letter of %s nor the "
		    "text of one option", range);
	return PICK_NONE;
}

/* "b) text": the text must be the letter's own. */
static int
pick_labelled(const struct pick *p, int letter, const char *rest, size_t n,
    struct judgement *out)
{
	int place = pick_letter(p, letter), text = pick_text(p, rest, n);

	if (place != PICK_NONE && text == place)
		return place;
	return refuse(out, "the letter and the text are not those of one "
	    "option");
}

int
pick_one(const struct pick *p, const char *s, size_t n, struct judgement *out)
{
	const char *rest = NULL;
	bool blank = false;
	int letter = only_letter(s, n), place, text = PICK_NONE;

	if (letter != 0 && (place = pick_letter(p, letter)) != PICK_NONE)
		return place;
	letter = label_of(s, n, &rest, &blank);
	if (letter != 0 && pick_letter(p, letter) == PICK_NONE)
		letter = 0;
	place = pick_text(p, s, n);
	if (letter != 0)
		text = pick_text(p, rest, n - (size_t)(rest - s));
	if (letter != 0 && text >= 0 && !(place >= 0 &&
	    begins_with(p, place, letter)))
		return pick_labelled(p, letter, rest, n - (size_t)(rest - s),
		    out);
	if (place == PICK_TWO)
		return refuse(out, "it fits more than one option");
	if (place >= 0 && (letter == 0 || blank || begins_with(p, place,
	    letter)))
		return place;
	return refuse_unknown(p, s, n, out);
}
