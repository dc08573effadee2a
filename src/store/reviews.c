/*
 * reviews.c -- the log of answers.
 * SPDX-License-Identifier: MIT
 *
 * A million rows are read for a replay.  They lie in the order in which they
 * were added, which is that of (at, id) but where a merge or another clock
 * brought older ones: so one quick look tells whether sorting is needed at
 * all.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "store/own.h"

#include "base/banned.h"

const struct store_review_filter store_review_all = {
	.day_from = INT32_MIN, .day_to = INT32_MAX
};

#define COLUMNS "id, learner, session, card, content, at, day, mode, " \
	"verdict, score, hints, tries, took_ms, proposed, rating, " \
	"retrievability"
#define SELECT "SELECT " COLUMNS " FROM reviews "

static int
small_or_none(struct sql_query *query, int column)
{
	return sql_is_null(query, column) ? 0 :
	    (int)sql_integer(query, column);
}

static void
read_row(struct sql_query *query, struct store_review *r)
{
	r->id = sql_text(query, 0);
	r->learner = sql_text(query, 1);
	r->session = sql_text(query, 2);
	r->card = sql_text(query, 3);
	r->content = sql_integer(query, 4);
	r->at = sql_integer(query, 5);
	r->day = (int32_t)sql_integer(query, 6);
	r->mode = sql_text(query, 7);
	r->verdict = sql_text(query, 8);
	r->score = sql_real(query, 9);
	r->hints = (int)sql_integer(query, 10);
	r->tries = (int)sql_integer(query, 11);
	r->took_ms = sql_integer(query, 12);
	r->proposed = small_or_none(query, 13);
	r->rating = small_or_none(query, 14);
	r->retrievability = sql_real(query, 15);
}

/* --- adding -------------------------------------------------------------- */

static bool
same_real(double a, double b)
{
	return (isnan(a) && isnan(b)) || a == b;
}

static bool
same(const struct store_review *a, const struct store_review *b)
{
	return strcmp(a->learner, b->learner) == 0 &&
	    strcmp(a->session, b->session) == 0 &&
	    strcmp(a->card, b->card) == 0 && a->content == b->content &&
	    a->at == b->at && a->day == b->day &&
	    strcmp(a->mode, b->mode) == 0 &&
	    strcmp(a->verdict, b->verdict) == 0 &&
	    same_real(a->score, b->score) && a->hints == b->hints &&
	    a->tries == b->tries && a->took_ms == b->took_ms &&
	    a->proposed == b->proposed && a->rating == b->rating &&
	    same_real(a->retrievability, b->retrievability);
}

static bool
find_same(struct store *store, const struct store_review *review, bool *found,
    struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    SELECT "WHERE id = $1", err);
	struct store_review old;
	bool ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, review->id);
	ok = sql_step(query, found, err);
	if (ok && *found) {
		read_row(query, &old);
		if (!same(&old, review))
			ok = err_set(err, ERR_STORE, "review %s is there "
			    "already with another content", review->id);
	}
	sql_done(query);
	return ok;
}

bool
store_review_add(struct store *store, const struct store_review *r,
    struct err *err)
{
	struct sql_query *query;
	bool found;

	if (!find_same(store, r, &found, err))
		return false;
	if (found)
		return true;
	query = sql_query(store->sql, "INSERT INTO reviews (" COLUMNS
	    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
	    "$13, $14, $15, $16)", err);
	if (query == NULL)
		return false;
	sql_bind_text(query, 1, r->id);
	sql_bind_text(query, 2, r->learner);
	sql_bind_text(query, 3, r->session);
	sql_bind_text(query, 4, r->card);
	sql_bind_number(query, 5, r->content);
	sql_bind_number(query, 6, r->at);
	sql_bind_number(query, 7, r->day);
	sql_bind_text(query, 8, r->mode);
	sql_bind_text(query, 9, r->verdict);
	sql_bind_real(query, 10, r->score);
	sql_bind_number(query, 11, r->hints);
	sql_bind_number(query, 12, r->tries);
	sql_bind_number(query, 13, r->took_ms);
	sql_bind_maybe(query, 14, r->proposed == 0, r->proposed);
	sql_bind_maybe(query, 15, r->rating == 0, r->rating);
	sql_bind_real(query, 16, r->retrievability);
	return sql_once(query, err);
}

/* --- reading ------------------------------------------------------------- */

/* Days that the newest-first reading looks at before the rest. */
#define NEAR_DAYS 3

enum order { BY_CARD, BY_DAYS, BY_ID, STORED, SORTED, NEAR, FAR };

static const char *const texts[] = {
	[BY_CARD] = SELECT "WHERE card = $1 AND learner = $2 ORDER BY at, id",
	[BY_DAYS] = SELECT "WHERE learner = $1 AND day >= $2 AND day <= $3 "
	    "ORDER BY at, id",
	[BY_ID] = SELECT "ORDER BY id DESC",
	[STORED] = SELECT "ORDER BY rowid",
	[SORTED] = SELECT "ORDER BY at, id",
	/*
	 * Both go backwards along an index.  Near the end a changed clock or
	 * time zone may have mixed up the days: there the instant decides.
	 */
	[NEAR] = SELECT "WHERE learner = $1 AND day >= $2 AND day <= $3 "
	    "ORDER BY at DESC, id DESC",
	[FAR] = SELECT "WHERE learner = $1 AND day >= $2 AND day <= $3 "
	    "ORDER BY day DESC, at DESC, id DESC"
};

struct reading {
	struct store *store;
	const struct store_review_filter *filter;
	struct retracted retracted;
	store_review_fn *each;
	void *arg;
	int64_t n;
	bool stopped;
	char session[64];	/* the last one looked up, and what it said */
	bool on_device;
};

static bool
fits(const char *wanted, const char *is)
{
	return wanted == NULL || strcmp(wanted, is) == 0;
}

/* Whether a review's session was held on the device asked for. */
static bool
was_here(struct reading *reading, const char *session, struct err *err)
{
	struct sql_query *query;
	bool row, ok;

	if (strcmp(reading->session, session) == 0)
		return true;
	query = sql_query(reading->store->sql,
	    "SELECT device FROM sessions WHERE id = $1", err);
	if (query == NULL)
		return false;
	sql_bind_text(query, 1, session);
	ok = sql_step(query, &row, err);
	if (ok) {
		reading->on_device = row && strcmp(sql_text(query, 0),
		    reading->filter->device) == 0;
		(void)snprintf(reading->session, sizeof(reading->session),
		    "%s", session);
	}
	sql_done(query);
	return ok;
}

static bool
is_wanted(const struct reading *reading, const struct store_review *r)
{
	const struct store_review_filter *f = reading->filter;

	return fits(f->learner, r->learner) && fits(f->card, r->card) &&
	    fits(f->session, r->session) && fits(f->mode, r->mode) &&
	    r->day >= f->day_from && r->day <= f->day_to &&
	    (f->retracted || !retracted_has(&reading->retracted, r->id));
}

static bool
read_rows(struct reading *reading, struct sql_query *query, struct err *err)
{
	const struct store_review_filter *f = reading->filter;
	struct store_review review;
	bool row, ok;

	while ((ok = sql_step(query, &row, err)) && row) {
		read_row(query, &review);
		if (!is_wanted(reading, &review))
			continue;
		if (f->device != NULL &&
		    !(ok = was_here(reading, review.session, err)))
			break;
		if (f->device != NULL && !reading->on_device)
			continue;
		reading->n++;
		if (!reading->each(reading->arg, &review) ||
		    (f->limit > 0 && reading->n == f->limit)) {
			reading->stopped = true;
			break;
		}
	}
	sql_done(query);
	return ok;
}

static bool
read_days(struct reading *reading, enum order order, int64_t from, int64_t to,
    struct err *err)
{
	struct sql_query *query = sql_query(reading->store->sql,
	    texts[order], err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, reading->filter->learner);
	sql_bind_number(query, 2, from);
	sql_bind_number(query, 3, to);
	return read_rows(reading, query, err);
}

static bool
last_day(struct reading *reading, int64_t *day, struct err *err)
{
	struct sql_query *query = sql_query(reading->store->sql,
	    "SELECT max(day) FROM reviews WHERE learner = $1", err);
	bool row, ok;

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, reading->filter->learner);
	ok = sql_step(query, &row, err);
	*day = ok && row ? sql_integer(query, 0) : 0;
	sql_done(query);
	return ok;
}

static bool
read_newest(struct reading *reading, struct err *err)
{
	const struct store_review_filter *f = reading->filter;
	int64_t day;

	if (!last_day(reading, &day, err))
		return false;
	day -= NEAR_DAYS - 1;
	if (!read_days(reading, NEAR, day > f->day_from ? day : f->day_from,
	    f->day_to, err))
		return false;
	return reading->stopped || read_days(reading, FAR, f->day_from,
	    day - 1 < f->day_to ? day - 1 : f->day_to, err);
}

/* Whether the rows lie in the order of (at, id). */
static bool
is_stored_in_order(struct store *store, bool *in_order, struct err *err)
{
	struct sql_query *query = sql_query(store->sql,
	    "SELECT at, id FROM reviews ORDER BY rowid", err);
	char id[ID_SIZE] = "";
	int64_t last = INT64_MIN, at;
	bool row, ok;

	if (query == NULL)
		return false;
	*in_order = true;
	while ((ok = sql_step(query, &row, err)) && row && *in_order) {
		at = sql_integer(query, 0);
		*in_order = at > last ||
		    (at == last && strcmp(sql_text(query, 1), id) > 0);
		last = at;
		(void)snprintf(id, sizeof(id), "%s", sql_text(query, 1));
	}
	sql_done(query);
	return ok;
}

static bool
read_all(struct reading *reading, struct err *err)
{
	struct sql_query *query;
	bool in_order;

	if (!is_stored_in_order(reading->store, &in_order, err))
		return false;
	query = sql_query(reading->store->sql,
	    texts[in_order ? STORED : SORTED], err);
	return query != NULL && read_rows(reading, query, err);
}

static bool
read_by_id(struct reading *reading, struct err *err)
{
	struct sql_query *query = sql_query(reading->store->sql,
	    texts[BY_ID], err);

	return query != NULL && read_rows(reading, query, err);
}

static bool
read_card(struct reading *reading, struct err *err)
{
	struct sql_query *query = sql_query(reading->store->sql,
	    texts[BY_CARD], err);

	if (query == NULL)
		return false;
	sql_bind_text(query, 1, reading->filter->card);
	sql_bind_text(query, 2, reading->filter->learner);
	return read_rows(reading, query, err);
}

bool
store_reviews(struct store *store, const struct store_review_filter *f,
    store_review_fn *each, void *arg, struct err *err)
{
	struct reading reading = { .store = store, .filter = f, .each = each,
	    .arg = arg };
	bool ok;

	if (!f->retracted &&
	    !retracted_read(store, f->learner, &reading.retracted, err))
		return false;
	if (f->by_id)
		ok = read_by_id(&reading, err);
	else if (f->newest_first && f->learner != NULL)
		ok = read_newest(&reading, err);
	else if (f->card != NULL && f->learner != NULL)
		ok = read_card(&reading, err);
	else if (f->day_from != INT32_MIN && f->learner != NULL)
		ok = read_days(&reading, BY_DAYS, f->day_from, f->day_to, err);
	else
		ok = read_all(&reading, err);
	retracted_clear(&reading.retracted);
	return ok;
}
