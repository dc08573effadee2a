/*
 * judge_choice.c -- one option of several.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "cards/judge.h"
#include "cards/pick.h"

#include "base/banned.h"

void
judge_choice(const struct card *card, const struct card_layout *layout,
    const char *typed, struct judgement *out)
{
	struct mem mem = { 0 };
	struct pick pick;
	int place;

	pick_init(&pick, card, layout, &mem);
	place = pick_one(&pick, typed, strlen(typed), out);
	if (place >= 0 && pick_is_key(&pick, place)) {
		judge_set(out, typed[1] == '\0' &&
		    pick_letter(&pick, typed[0]) == place ?
		    VERDICT_EXACT : VERDICT_FOLD);
	} else if (place >= 0) {
		judge_set(out, VERDICT_WRONG);
		judge_why(out, pick.options[place]->index);
	}
	mem_clear(&mem);
}
