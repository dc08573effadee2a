/*
 * edit_complete.c -- TAB: what all candidates share, then their list.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "term/candidates.h"
#include "term/edit_part.h"
#include "term/paint.h"
#include "term/wide.h"

#include "base/banned.h"

/* Puts the first n bytes of word in place of the last typed code points. */
static void
replace_word(EditLine *e, size_t typed, const char *word, size_t n, bool whole)
{
	struct buf text = BUF_INIT(EDIT_TEXT);
	wchar_t *wide;

	buf_add(&text, word, n);
	if (whole && (n == 0 || strchr("/=:", word[n - 1]) == NULL))
		buf_addc(&text, ' ');
	wide = wide_of(buf_str(&text));
	el_wdeletestr(e, (int)typed);
	(void)el_winsertstr(e, wide);
	free(wide);
	buf_clear(&text);
}

static unsigned char
show_list(struct edit *edit, const struct candidates *c)
{
	struct buf list = BUF_INIT(BUF_LARGE);

	candidates_list(c, paint_width(edit->options->out), &list);
	fprintf(edit->out, "\n%s", buf_str(&list));
	fflush(edit->out);
	buf_clear(&list);
	return CC_REDISPLAY;
}

unsigned char
edit_complete(EditLine *e, int key)
{
	struct edit *edit = edit_key_owner(e);
	const LineInfoW *info = el_wline(e);
	struct candidates found = { 0 };
	struct buf before = BUF_INIT(EDIT_TEXT);
	unsigned char result = CC_ERROR;
	const char *word;
	size_t common, typed;

	(void)key;
	wide_add(&before, info->buffer, (size_t)(info->cursor - info->buffer));
	word = strrchr(buf_str(&before), ' ');
	word = word != NULL ? word + 1 : buf_str(&before);
	typed = utf8_count(word, strlen(word));
	if (edit->options->complete != NULL)
		edit->options->complete(edit->options->arg, buf_str(&before),
		    before.len, candidates_add, &found);
	candidates_sort(&found);
	common = candidates_common(&found);
	if (found.n == 1 || common > strlen(word)) {
		replace_word(e, typed, found.v[0], common, found.n == 1);
		result = CC_REFRESH;
	} else if (found.n > 1) {
		result = show_list(edit, &found);
	}
	candidates_clear(&found);
	buf_clear(&before);
	return result;
}
