/*
 * chosen.c -- see chosen.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/reviews.h"

#include "base/banned.h"

struct printer {
	struct study *study;
	const struct chosen *chosen;
	struct moment now;
	struct mem mem;			/* of the rows kept */
	struct store_review *kept;
	size_t kept_n, kept_cap;
	struct rows *rows;
	struct buf typed;
	int64_t n;
	struct err *err;
	bool failed;
};

static bool
is_chosen(const struct printer *p, const struct store_review *row)
{
	const struct study *study = p->study;
	char today[RENAME_ID];
	const char *id = rename_card(&study->replay.renames, row->card, today);
	uint32_t card;

	if (p->chosen->card != NULL)
		return strcmp(id, p->chosen->card) == 0;
	if (p->chosen->select == NULL || select_is_all(p->chosen->select))
		return true;
	card = library_card(&study->library, id);
	return card != INDEX_NONE &&
	    select_card(p->chosen->select, study, card, p->now);
}

static bool
print_row(struct printer *p, const struct store_review *row)
{
	buf_reset(&p->typed);
	if (!store_typed_find(p->study->store, row->id, &p->typed, p->err)) {
		p->failed = true;
		return false;
	}
	reviews_add(p->rows, row, buf_str(&p->typed));
	p->n++;
	return true;
}

/* Without a limit every row is printed as it comes, oldest first. */
static bool
take_any(void *arg, const struct store_review *row)
{
	struct printer *p = arg;

	return !is_chosen(p, row) || print_row(p, row);
}

/* With one the newest come first and are kept to be turned round. */
static bool
take_newest(void *arg, const struct store_review *row)
{
	struct printer *p = arg;
	struct store_review *kept;

	if (!is_chosen(p, row))
		return true;
	p->kept = mem_grow(p->kept, p->kept_n, &p->kept_cap,
	    sizeof(*p->kept));
	kept = &p->kept[p->kept_n++];
	*kept = *row;
	kept->id = mem_string(&p->mem, row->id);
	kept->card = mem_string(&p->mem, row->card);
	kept->mode = mem_string(&p->mem, row->mode);
	kept->verdict = mem_string(&p->mem, row->verdict);
	return (int64_t)p->kept_n < p->chosen->limit;
}

static bool
print_all(struct printer *p, struct err *err)
{
	struct store_review_filter filter = store_review_all;
	bool limited = p->chosen->limit > 0;
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
chosen_print(const struct paint *paint, enum rows_format format,
    struct study *study, const struct chosen *chosen, struct moment now,
    int64_t *n, struct err *err)
{
	struct printer p = { .study = study, .chosen = chosen, .now = now,
	    .typed = BUF_INIT(BUF_LARGE), .err = err };
	bool ok = true;

	p.rows = reviews_begin(paint, format);
	if (study->store != NULL && study->has_learner)
		ok = print_all(&p, err);
	rows_end(p.rows);
	*n = p.n;
	free(p.kept);
	mem_clear(&p.mem);
	buf_clear(&p.typed);
	return ok;
}
