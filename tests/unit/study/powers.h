/*
 * powers.h -- a small deck with five kinds of cards, and its log, for tests.
 * SPDX-License-Identifier: MIT
 */
#ifndef UNIT_STUDY_POWERS_H
#define UNIT_STUDY_POWERS_H

#include "unit/study/world.h"

static const char powers[] =
    "[deck]\nformat = 1\nid = powers\ntitle = \"Powers\"\nlanguage = en\n"
    "topic = procedure\n"
    "[days]\nkind = number\nquestion = \"How many days?\"\nanswer = 90\n"
    "unit = days\nhint = \"More than sixty.\"\narticle = 16(2)\n"
    "[name]\nkind = text\nquestion = \"Which order keeps data?\"\n"
    "answer = \"expedited preservation\"\narticle = 16\n"
    "[say]\nkind = basic\nquestion = \"Why?\"\nanswer = \"Volatile.\"\n"
    "[three]\nkind = list\nquestion = \"Name three.\"\n"
    "answer.1 = \"search\"\nanswer.2 = \"seizure\"\n"
    "answer.3 = \"production\"\n"
    "[pick]\nkind = choice\nquestion = \"Who?\"\noption.a = \"one\"\n"
    "option.b = \"two\"\noption.c = \"three\"\noption.d = \"four\"\n"
    "answer = b\n";

static inline void
begin(struct world *w)
{
	world_init(w);
	world_deck(w, "powers", powers);
	world_open(w);
}

/* A session over the cards that a search finds. */
static inline struct review *
only(struct world *w, enum review_mode mode, const char *search,
    struct select **select)
{
	size_t column;

	must(select_parse(search, &w->study->library, select, &column, &err));
	return world_review(w, mode, *select);
}

struct counted {
	int n;
	struct store_review last;
	char verdict[16], mode[16], id[ID_SIZE];
};

static inline bool
count_review(void *arg, const struct store_review *row)
{
	struct counted *c = arg;

	c->n++;
	c->last = *row;
	snprintf(c->verdict, sizeof(c->verdict), "%s", row->verdict);
	snprintf(c->mode, sizeof(c->mode), "%s", row->mode);
	snprintf(c->id, sizeof(c->id), "%s", row->id);
	return true;
}

static inline struct counted
reviews(struct world *w)
{
	struct counted c = { 0 };

	must(store_reviews(w->study->store, &store_review_all, count_review,
	    &c, &err));
	return c;
}

#endif
