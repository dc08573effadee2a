/*
 * reviews.c -- see reviews.h.
 * SPDX-License-Identifier: MIT
 */
#include "report/reviews.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "fsrs/rating.h"
#include "report/cards.h"

#include "base/banned.h"

static const struct rows_column columns[] = {
	{ "id", NULL, ROWS_STRING, 0 },
	{ NULL, "when", ROWS_STRING, 0 },
	{ "card", "card", ROWS_STRING, 0 },
	{ "at", NULL, ROWS_INSTANT, 0 },
	{ "day", NULL, ROWS_DAY, 0 },
	{ "mode", NULL, ROWS_STRING, 0 },
	{ "verdict", "verdict", ROWS_STRING, 0 },
	{ NULL, "rating", ROWS_STRING, 0 },
	{ "score", NULL, ROWS_REAL, 2 },
	{ "hints", NULL, ROWS_COUNT, 0 },
	{ "tries", NULL, ROWS_COUNT, 0 },
	{ "took_ms", NULL, ROWS_COUNT, 0 },
	{ NULL, "seconds", ROWS_REAL, 0 },
	{ "proposed", NULL, ROWS_COUNT, 0 },
	{ "rating", NULL, ROWS_COUNT, 0 },
	{ "retrievability", NULL, ROWS_REAL, 3 },
	{ "typed", "typed", ROWS_STRING, 0 }
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct printer {
	struct study *study;
	const struct reviews_wanted *wanted;
	struct moment now;
	struct mem mem;			/* of the rows kept */
	struct store_review *kept;
	size_t kept_n, kept_cap;
	struct rows *rows;
	struct buf typed, rating;
	int64_t n;
	struct err *err;
	bool failed;
};

static bool
is_wanted(const struct printer *p, const struct store_review *row)
{
	const struct study *study = p->study;
	char today[RENAME_ID];
	const char *id = rename_card(&study->replay.renames, row->card, today);
	uint32_t card;

	if (p->wanted->card != NULL)
		return strcmp(id, p->wanted->card) == 0;
	if (p->wanted->select == NULL || select_is_all(p->wanted->select))
		return true;
	card = library_card(&study->library, id);
	return card != INDEX_NONE &&
	    select_card(p->wanted->select, study, card, p->now);
}

/* "good", or "good (hard)" when another rating was proposed. */
static const char *
rating_text(struct printer *p, const struct store_review *row)
{
	if (row->rating == 0)
		return NULL;
	buf_reset(&p->rating);
	buf_adds(&p->rating, rating_name((enum rating)row->rating));
	if (row->proposed != 0 && row->proposed != row->rating)
		buf_printf(&p->rating, " (proposed %s)",
		    rating_name((enum rating)row->proposed));
	return buf_str(&p->rating);
}

static int64_t
count_or_absent(int rating)
{
	return rating != 0 ? rating : ROWS_ABSENT;
}

static bool
print_row(struct printer *p, const struct store_review *row)
{
	char when[CARDS_WHEN];

	buf_reset(&p->typed);
	if (!store_typed_find(p->study->store, row->id, &p->typed, p->err)) {
		p->failed = true;
		return false;
	}
	cards_when(row->at, when);
	rows_add(p->rows, (union rows_value[COLUMNS]){
		{ .s = row->id }, { .s = when }, { .s = row->card },
		{ .n = row->at }, { .n = row->day }, { .s = row->mode },
		{ .s = row->verdict }, { .s = rating_text(p, row) },
		{ .x = row->score }, { .n = row->hints }, { .n = row->tries },
		{ .n = row->took_ms },
		{ .x = (double)row->took_ms / 1000.0 },
		{ .n = count_or_absent(row->proposed) },
		{ .n = count_or_absent(row->rating) },
		{ .x = row->retrievability },
		{ .s = p->typed.len > 0 ? p->typed.s : NULL }
	});
	p->n++;
	return true;
}

/* Without a limit every row is printed as it comes, oldest first. */
static bool
take_any(void *arg, const struct store_review *row)
{
	struct printer *p = arg;

	return !is_wanted(p, row) || print_row(p, row);
}

/* With one the newest come first and are kept to be turned round. */
static bool
take_newest(void *arg, const struct store_review *row)
{
	struct printer *p = arg;
	struct store_review *kept;

	if (!is_wanted(p, row))
		return true;
	p->kept = mem_grow(p->kept, p->kept_n, &p->kept_cap,
	    sizeof(*p->kept));
	kept = &p->kept[p->kept_n++];
	*kept = *row;
	kept->id = mem_string(&p->mem, row->id);
	kept->card = mem_string(&p->mem, row->card);
	kept->mode = mem_string(&p->mem, row->mode);
	kept->verdict = mem_string(&p->mem, row->verdict);
	return (int64_t)p->kept_n < p->wanted->limit;
}

static bool
print_all(struct printer *p, struct err *err)
{
	struct store_review_filter filter = store_review_all;
	bool limited = p->wanted->limit > 0;
	size_t i;

	filter.learner = p->study->learner.id;
	filter.newest_first = limited;
	if (!store_reviews(p->study->store, &filter,
	    limited ? take_newest : take_any, p, err))
		return false;
	for (i = p->kept_n; i > 0 && !p->failed; i--)
		(void)print_row(p, &p->kept[i - 1]);
	return !p->failed;
}

bool
reviews_print(const struct paint *paint, enum rows_format format,
    struct study *study, const struct reviews_wanted *wanted,
    struct moment now, int64_t *n, struct err *err)
{
	struct printer p = { .study = study, .wanted = wanted, .now = now,
	    .typed = BUF_INIT(BUF_LARGE), .rating = BUF_INIT(64),
	    .err = err };
	bool ok = true;

	p.rows = rows_new(paint, format, columns, COLUMNS);
	if (study->store != NULL && study->has_learner)
		ok = print_all(&p, err);
	rows_end(p.rows);
	*n = p.n;
	free(p.kept);
	mem_clear(&p.mem);
	buf_clear(&p.typed);
	buf_clear(&p.rating);
	return ok;
}
