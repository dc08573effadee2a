/*
 * tells.c -- see tells.h.
 * SPDX-License-Identifier: MIT
 */
#include "format/tells.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cards/cloze.h"

#include "base/banned.h"

static bool
is_word(int32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		    (cp >= '0' && cp <= '9');
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
		return true;
	default:
		return false;
	}
}

/* The point or comma of 2.5, where a 5 alone is no word. */
static bool
is_decimal(const struct buf *out, const char *s, size_t i, size_t n)
{
	return (s[i] == '.' || s[i] == ',') && i + 1 < n &&
	    s[i + 1] >= '0' && s[i + 1] <= '9' &&
	    out->s[out->len - 1] >= '0' && out->s[out->len - 1] <= '9';
}

/* Small letters, words with one blank between and one at each end. */
static void
flatten(struct buf *out, const char *s, size_t n)
{
	size_t i, len;
	char bytes[4];
	int32_t cp;

	buf_reset(out);
	buf_addc(out, ' ');
	for (i = 0; i < n; i += len) {
		len = utf8_read(s + i, n - i, &cp);
		if (len == 0)
			return;
		if (is_word(cp) && cp < 0x80)
			buf_addc(out, (char)(cp >= 'A' && cp <= 'Z' ?
			    cp - 'A' + 'a' : cp));
		else if (is_decimal(out, s, i, n))
			buf_addc(out, s[i]);
		else if (is_word(cp))
			buf_add(out, bytes, utf8_write(utf8proc_tolower(cp),
			    bytes));
		else if (out->s[out->len - 1] != ' ')
			buf_addc(out, ' ');
	}
	if (out->s[out->len - 1] != ' ')
		buf_addc(out, ' ');
}

struct tells {
	const struct note *note;
	struct faults *faults;
	struct buf answer, text;
	bool question, hint;	/* told already */
};

static void
look(struct tells *t, const char *answer, size_t n)
{
	const struct field *f, *hint = note_find(t->note, KEY_HINT, 0);
	uint32_t at = 0;

	flatten(&t->answer, answer, n);
	if (t->answer.len < 3)
		return;
	while (!t->question &&
	    (f = note_each(t->note, KEY_QUESTION, false, &at)) != NULL) {
		flatten(&t->text, f->value, strlen(f->value));
		if (strstr(t->text.s, t->answer.s) == NULL)
			continue;
		t->question = true;
		kind_fault(t->faults, t->note, f, 0, false,
		    "question-gives-answer", "other words in the question",
		    "the question contains the answer \"%.*s\"",
		    (int)(n < 80 ? n : 80), answer);
	}
	if (hint == NULL || t->hint)
		return;
	flatten(&t->text, hint->value, strlen(hint->value));
	if (strstr(t->text.s, t->answer.s) == NULL)
		return;
	t->hint = true;
	kind_fault(t->faults, t->note, hint, 0, false, "hint-gives-answer",
	    "other words in the hint", "the hint contains the answer \"%.*s\"",
	    (int)(n < 80 ? n : 80), answer);
}

static void
look_at_gaps(struct tells *t)
{
	struct cloze_gap gap;
	const struct field *f;
	uint32_t next = 0;
	size_t at;

	while ((f = note_each(t->note, KEY_TEXT, false, &next)) != NULL) {
		at = 0;
		while (cloze_next(f->value, &at, &gap) == CLOZE_GAP)
			look(t, gap.words, gap.words_n);
	}
}

static void
look_at_list(struct tells *t)
{
	const char *rest, *part;
	const struct field *f;
	uint32_t at = 0;
	size_t n;

	while ((f = note_each(t->note, KEY_ANSWER, false, &at)) != NULL) {
		rest = f->value;
		while (note_wording(&rest, &part, &n))
			look(t, part, n);
	}
}

void
tells_check(const struct note *note, struct faults *faults)
{
	const struct kind *kind = note->kind;
	struct tells t = { .note = note, .faults = faults,
	    .answer = BUF_INIT(65536), .text = BUF_INIT(65536) };
	const char *answer = note_value(note, KEY_ANSWER, 0);

	if (kind == &kind_cloze)
		look_at_gaps(&t);
	else if (kind == &kind_list)
		look_at_list(&t);
	else if ((kind == &kind_text || kind == &kind_number ||
	    kind == &kind_date) && answer != NULL)
		look(&t, answer, strlen(answer));
	buf_clear(&t.answer);
	buf_clear(&t.text);
}
