/*
 * judge_text.c -- a typed word or phrase.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/kind.h"
#include "cards/ladder.h"

#include "base/banned.h"

/* The other way: the question is what is typed; nothing else is accepted. */
static void
add_question(struct ladder *ladder, const struct note *note)
{
	struct buf question = BUF_INIT(BUF_LARGE);

	kind_paragraphs(note, KEY_QUESTION, &question);
	ladder_add(ladder, buf_str(&question), question.len, LADDER_ANSWER, 0);
	buf_clear(&question);
}

static void
add_answers(struct ladder *ladder, const struct note *note)
{
	const char *answer = note_value(note, KEY_ANSWER, 0);
	const char *accept = note_value(note, KEY_ACCEPT, 0);

	if (answer != NULL)
		ladder_add(ladder, answer, strlen(answer), LADDER_ANSWER, 0);
	if (accept != NULL)
		ladder_add_all(ladder, accept, LADDER_ACCEPT, 0);
	ladder_add_rejects(ladder);
}

void
judge_text(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct mem mem = { 0 };
	struct ladder ladder = ladder_of(&mem, card);
	struct ladder_typed t;
	const char *reason;

	(void)layout;
	if (card->part == CARD_BACK)
		add_question(&ladder, card->note);
	else
		add_answers(&ladder, card->note);
	reason = ladder_refuses(&ladder, typed);
	if (reason != NULL) {
		judge_unreadable(out, "%s", reason);
	} else {
		t = ladder_typed_of(&ladder, typed, strlen(typed));
		ladder_judge(&ladder, &t, out);
	}
	mem_clear(&mem);
}
