/*
 * judge_multi.c -- every right one of several options.
 * SPDX-License-Identifier: MIT
 *
 * A wrong tick takes back what a right one earns, so that ticking everything,
 * or one right and one wrong where there are as many of both, earns nothing.
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/pick.h"
#include "cards/signs.h"

#include "base/banned.h"

struct ticks {
	bool on[CARD_SHOWN_MAX];	/* by place in the deck */
};

static void
tick_all(const struct pick *p, bool on, struct ticks *ticked)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		ticked->on[i] = on;
}

static size_t
letters_in(const char *s)
{
	size_t n = 0;

	while (s[n] >= 'a' && s[n] <= 'z')
		n++;
	return n;
}

/* Ticks the letters of a run; none of them when one is no option ("and"). */
static bool
tick_run(const struct pick *p, const char *s, size_t n, struct ticks *ticked)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (pick_letter(p, s[i]) == PICK_NONE)
			return false;
	for (i = 0; i < n; i++)
		ticked->on[pick_letter(p, s[i])] = true;
	return true;
}

/* Letters with separators or together; false when it is anything else. */
static bool
tick_letters(const struct pick *p, const char *plain, struct ticks *ticked)
{
	const char *and = words_row(WORDS_AND, p->lang.s);
	size_t n;

	while (*plain != '\0') {
		n = letters_in(plain);
		if (n == 0) {
			/* "a...c" may be a span. */
			if (strchr(" ,;/+|()[].", *plain) == NULL ||
			    strncmp(plain, "..", 2) == 0)
				return false;
			plain++;
			continue;
		}
		if (!tick_run(p, plain, n, ticked) &&
		    !words_has("and option options", plain, n) &&
		    !(n > 1 && and != NULL && words_has(and, plain, n)))
			return false;
		plain += n;
	}
	return true;
}

/* Full texts with ; between. */
static bool
tick_texts(const struct pick *p, const char *typed, struct ticks *ticked,
    struct judgement *out)
{
	size_t n = strlen(typed);
	int place = pick_text(p, typed, n);

	if (place >= 0) {
		ticked->on[place] = true;
		return true;
	}
	for (; *typed != '\0'; typed += n) {
		typed += strspn(typed, "; ");
		n = strcspn(typed, ";");
		if (n == 0)
			continue;
		place = pick_one(p, typed, n, out);
		if (place < 0)
			return false;
		ticked->on[place] = true;
	}
	return true;
}

/* Fills ticked; false with VERDICT_UNREADABLE in out. */
static bool
tick(const struct pick *p, const char *typed, struct ticks *ticked,
    struct judgement *out)
{
	char *plain = signs_plain(p->mem, p->lang.s, typed, strlen(typed));
	size_t n = strlen(plain);

	while (n > 0 && strchr(".!? ", plain[n - 1]) != NULL)
		plain[--n] = '\0';
	if (strcmp(plain, "all") == 0 || strcmp(plain, "none") == 0) {
		tick_all(p, plain[0] == 'a', ticked);
		return true;
	}
	if ((n == 1 || pick_text(p, typed, strlen(typed)) < 0) &&
	    tick_letters(p, plain, ticked))
		return true;
	tick_all(p, false, ticked);
	return tick_texts(p, typed, ticked, out);
}

/* Whether it is written as the deck would: "a, c" in the screen's order. */
static bool
is_canonical(const struct pick *p, const char *typed)
{
	char text[CARD_SHOWN_MAX * 3 + 1];
	size_t i, n = 0;

	for (i = 0; i < p->layout.n; i++) {
		if (!pick_is_key(p, p->layout.shown[i]))
			continue;
		if (n > 0) {
			text[n++] = ',';
			text[n++] = ' ';
		}
		text[n++] = (char)('a' + i);
	}
	text[n] = '\0';
	return strcmp(text, typed) == 0;
}

static void
judge_ticks(const struct pick *p, const struct ticks *ticked, const char *typed,
    struct judgement *out)
{
	int right = 0, hits = 0, faults = 0, wrong, less;
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (pick_is_key(p, (int)i)) {
			right++;
			hits += ticked->on[i];
		} else if (ticked->on[i]) {
			faults++;
			judge_why(out, p->options[i]->index);
		}
	}
	wrong = (int)p->n - right;
	less = wrong == 0 ? right : right < wrong ? right : wrong;
	if (right == 0) {
		judge_set(out, faults == 0 ? VERDICT_FOLD : VERDICT_WRONG);
		return;
	}
	judge_share(out, hits * less - faults * right, right * less,
	    faults == 0 && hits == right && is_canonical(p, typed) ?
	    VERDICT_EXACT : VERDICT_FOLD);
}

void
judge_multi(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct ticks ticked = { { false } };
	struct mem mem = { 0 };
	struct pick pick;

	pick_init(&pick, card, layout, &mem);
	if (tick(&pick, typed, &ticked, out))
		judge_ticks(&pick, &ticked, typed, out);
	mem_clear(&mem);
}
