/*
 * fuzz_select.c -- any text as a selection: read or refused with its place.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "format/ini.h"
#include "study/library_build.h"
#include "study/select.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char deck[] =
    "[deck]\nformat = 1\nid = powers\ntitle = \"Powers\"\nlanguage = en\n"
    "[days]\nkind = number\nquestion = \"How many days?\"\nanswer = 90\n"
    "article = 16(2)\ntags = time, core\nfact = f1\n"
    "[name]\nkind = cloze\ntext = \"{{c1::Stra\u00dfe}} of the "
    "{{c2::caf\u00e9}}\"\nwhy = \"Because.\"\nsource = \"ETS 185\"\n";

static void
build(struct library *library)
{
	struct diags diags = { .n = 0 };

	*library = (struct library){ .decks = NULL };
	library->decks = mem_new_array(1, sizeof(*library->decks));
	library->kept = mem_new_array(1, sizeof(*library->kept));
	if (ini_read_bytes("powers.ini", deck, sizeof(deck) - 1,
	    library->kept, &diags) != INI_DECK)
		abort();
	library->decks[0].deck = library->kept[0];
	library->decks_n = library->kept_n = 1;
	library_build(library);
	diag_clear(&diags);
}

static void
match_all(const struct select *select, const struct library *library,
    const struct model *model)
{
	struct study_memory old = replay_new;
	struct moment now = { 20000 * CLOCK_DAY, 20000 };
	size_t i;

	old.card.state = STATE_REVIEW;
	old.card.memory = (struct memory){ 10, 5 };
	old.card.due_day = old.card.last_day = 19990;
	for (i = 0; i < library->cards_n; i++) {
		(void)select_match(select, &(struct select_card){
		    &library->cards[i], &replay_new, model }, now);
		(void)select_match(select, &(struct select_card){
		    &library->cards[i], &old, model }, now);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct library library;
	struct model model;
	struct select *select;
	struct err err = { .kind = ERR_NONE };
	char *text = malloc(n + 1);
	size_t column;

	if (text == NULL)
		abort();
	memcpy(text, data, n);
	text[n] = '\0';
	if (library.decks == NULL)
		build(&library);
	memory_model(&model, &params_default);
	if (select_parse(text, &library, &select, &column, &err)) {
		match_all(select, &library, &model);
		select_free(select);
	} else {
		assert(err.kind == ERR_USAGE && err.text[0] != '\0');
		assert(column >= 1 &&
		    column <= utf8_count(text, strlen(text)) + 1);
	}
	free(text);
	return 0;
}
