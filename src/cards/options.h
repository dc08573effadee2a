/*
 * options.h -- the things of a note that a question shows with letters.
 * SPDX-License-Identifier: MIT
 *
 * Options in the order of their letters, items and lefts in the order of their
 * numbers, rights with a number before the spare ones.
 */
#ifndef CARDS_OPTIONS_H
#define CARDS_OPTIONS_H

#include "base/buf.h"
#include "cards/card.h"
#include "cards/kind.h"

/* Fills v and returns how many, CARD_SHOWN_MAX at most. */
size_t options_of(const struct note *note, enum key key,
    const struct field *v[CARD_SHOWN_MAX]);
size_t options_rights(const struct note *note,
    const struct field *v[CARD_SHOWN_MAX]);
/* The place of a letter among the options, or -1. */
int options_place(const struct note *note, char letter);
/* Whether `answer` names the option. */
bool options_is_key(const struct note *note, char letter);
/* The letter that the screen shows for a place, 'a'…, or '?'. */
char options_letter(const struct card_layout *layout, size_t place);
/* Adds texts with the letters of the layout to what is shown. */
void options_show(const struct field *const *v,
    const struct card_layout *layout, struct card_shown *out);
/* "a-d" for four. */
void options_range(size_t n, char *out, size_t size);

/* "option.b", "item.2", "answer": the key as it stands in the file. */
void options_name(const struct field *f, char *out, size_t size);

/* Checks that several kinds share; see decks' faults in the manual. */
void options_check_same(const struct note *note, struct faults *faults,
    const struct field *const *v, size_t n, const char *code);
void options_check_numbers(const struct note *note, struct faults *faults,
    enum key key);
void options_check_many(const struct note *note, struct faults *faults,
    enum key key);
void options_check_answer(const struct note *note, struct faults *faults);
void options_check_reasons(const struct note *note, struct faults *faults,
    enum key key);
/* A missing answer, a wording that is both right and rejected. */
void options_check_typed(const struct note *note, struct faults *faults);
/*
 * The answer of a number or a date, and each wording of its rejects, by a check
 * of one value; then all that options_check_typed looks at.
 */
typedef bool options_check_value(const struct note *note,
    struct faults *faults, const struct field *field, const char *s,
    size_t n);
void options_check_values(const struct note *note, struct faults *faults,
    const char *fix, options_check_value check);
bool options_missing(const struct note *note, struct faults *faults,
    enum key key, const char *code, const char *fix);

#endif
