/*
 * reference.h -- references to articles, paragraphs and letters.
 * SPDX-License-Identifier: MIT
 *
 * "Article 16(2)", "Art. 16 para. 2", "16.2" are one reference; so are
 * "Articles 16 and 17", "17, 16" and "16-17".  Digits never slip.
 */
#ifndef CARDS_REFERENCE_H
#define CARDS_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

enum reference_label { REFERENCE_BARE, REFERENCE_ARTICLE, REFERENCE_CHAPTER,
	REFERENCE_SECTION, REFERENCE_PARAGRAPH, REFERENCE_SIGN,
	REFERENCE_ANNEX, REFERENCE_PART, REFERENCE_TITLE, REFERENCE_RECITAL,
	REFERENCE_CLAUSE, REFERENCE_RULE };

#define REFERENCE_DEPTH 4
#define REFERENCE_STEP 8
#define REFERENCE_MAX 128

struct reference {
	unsigned number;
	size_t depth;
	/* Paragraph, letter, ...: "2", "b"; depth of them. */
	char path[REFERENCE_DEPTH][REFERENCE_STEP];
};

struct references {
	enum reference_label label;
	bool marked;	/* a label or a paragraph shows that it is one */
	size_t n;
	struct reference at[REFERENCE_MAX];
};

/* Reads n bytes of clean text whole; false when they are no reference. */
bool reference_read(struct mem *mem, const char *lang, const char *s, size_t n,
    struct references *out);

enum reference_match {
	REFERENCE_SAME,
	REFERENCE_MORE,		/* a paragraph more than was asked */
	REFERENCE_OTHER
};
enum reference_match reference_compare(const struct references *deck,
    const struct references *typed);

#endif
