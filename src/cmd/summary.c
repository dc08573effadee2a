/*
 * summary.c -- see summary.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/summary.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

#include "base/banned.h"

static void
add_missed(const struct review_deck_sum *deck, struct buf *out)
{
	for (size_t i = 0; i < deck->missed_n; i++) {
		const char *m = deck->missed[i];

		buf_printf(out, "%s%s%s", i > 0 ? "; " : "",
		    isdigit((unsigned char)m[0]) ? "Art. " : "", m);
	}
}

/* The topic stands behind the title only where a deck has several. */
static bool
has_topics(const struct review_summary *sum, size_t i)
{
	for (size_t j = 0; j < sum->decks_n; j++)
		if (j != i && strcmp(sum->decks[j].title,
		    sum->decks[i].title) == 0)
			return sum->decks[i].topic[0] != '\0';
	return false;
}

static void
add_label(const struct review_summary *sum, size_t i, struct buf *out)
{
	buf_adds(out, sum->decks[i].title);
	if (has_topics(sum, i))
		buf_printf(out, ": %s", sum->decks[i].topic);
}

/* "  Procedural powers  1 of 2   missed: Art. 16(2)" */
static void
tell_deck(const struct paint *paint, const struct review_summary *sum,
    size_t i)
{
	const struct review_deck_sum *deck = &sum->decks[i];
	struct buf line = BUF_INIT(64 * 1024);

	add_label(sum, i, &line);
	buf_printf(&line, "%s %zu of %zu", paint->accessible ? ":" : " ",
	    deck->right, deck->answered);
	if (deck->missed_n > 0) {
		buf_adds(&line, paint->accessible ? ", missed: " :
		    "   missed: ");
		add_missed(deck, &line);
	}
	paint_hang(paint, PAINT_PLAIN, 2, 4, buf_str(&line));
	buf_clear(&line);
}

static void
add_part(struct buf *out, size_t n, const char *what)
{
	if (n > 0)
		buf_printf(out, "%s%zu %s", out->len > 0 ? ", " : "", n,
		    what);
}

static void
tell_left(const struct session *s, const struct review_summary *sum)
{
	struct buf parts = BUF_INIT(512);
	const char *go_on = s->app->prompting ? " Enter goes on." : "";

	add_part(&parts, sum->left.due, "due");
	add_part(&parts, sum->left.new_cards, "new");
	add_part(&parts, sum->left.steps, "to repeat");
	if (parts.len > 0)
		paint_printf(&s->app->paint, PAINT_PLAIN, 0,
		    "Left today: %s.%s", buf_str(&parts), go_on);
	else
		paint_printf(&s->app->paint, PAINT_PLAIN, 0,
		    "Left today: nothing. Tomorrow: %s due.",
		    sum->tomorrow == 0 ? "nothing" :
		    app_count(s->app, sum->tomorrow, "card"));
	buf_clear(&parts);
}

/* Whether a new card that was selected is in the deck. */
static bool
has_selected(const struct session *s, const struct library_deck *deck,
    struct moment now)
{
	for (uint32_t i = deck->cards; i < deck->cards + deck->cards_n; i++)
		if (replay_is_new(&s->study->memories[i]) &&
		    select_card(s->select, s->study, i, now))
			return true;
	return false;
}

/* New cards that wait for another deck, and the way past it. */
static void
tell_waiting(const struct session *s, struct moment now)
{
	const struct library *library = &s->study->library;
	struct queue_deck *counts = mem_array(&s->app->scratch,
	    library->decks_n, sizeof(*counts));
	const struct deck *first = NULL;
	size_t n = 0;

	queue_decks(s->study, now, counts);
	for (size_t i = 0; i < library->decks_n; i++) {
		if (!counts[i].waiting || counts[i].new_cards == 0 ||
		    !has_selected(s, &library->decks[i], now))
			continue;
		if (n++ == 0)
			first = library->decks[i].deck;
	}
	if (n > 0)
		paint_printf(&s->app->paint, PAINT_PLAIN, 2,
		    "New cards in %s wait until every note of the decks "
		    "that they require was seen. \"learn deck:%s\" takes "
		    "them now.", n == 1 ? first->id :
		    app_count(s->app, n, "deck"), first->id);
}

/* Why there is nothing, although there are cards. */
static void
tell_reasons(const struct session *s, struct queue_left left)
{
	const struct paint *paint = &s->app->paint;

	if (left.over_limit > 0)
		paint_printf(paint, PAINT_PLAIN, 2, "%s over today's limit "
		    "(\"set new\", \"set reviews\", \"set minutes\").",
		    app_count(s->app, left.over_limit, "card"));
	if (left.siblings > 0)
		paint_printf(paint, PAINT_PLAIN, 2, "%s until tomorrow: one "
		    "of the same note or fact was asked today.",
		    app_count(s->app, left.siblings, "card"));
	if (review_mode(s->review) != REVIEW_LEARN ||
	    !select_names_deck(s->select))
		tell_waiting(s, session_now(s));
}

static void
tell_next(const struct session *s, int64_t next_at)
{
	int64_t minutes = (next_at - app_now(s->app) + CLOCK_MINUTE - 1) /
	    CLOCK_MINUTE;

	if (next_at != STORE_NONE)
		paint_printf(&s->app->paint, PAINT_PLAIN, 0,
		    "The next card comes in %" PRId64 " min.",
		    minutes > 0 ? minutes : 1);
}

/* Cards may have been asked twice: then answers are counted besides. */
static void
tell_answers(const struct paint *paint, const struct review_summary *sum,
    bool stopped)
{
	char answers[64] = "";

	if (sum->answered != sum->cards)
		snprintf(answers, sizeof(answers), " of %zu answers",
		    sum->answered);
	paint_printf(paint, PAINT_HEADING, 0,
	    "%s %zu of %zu answered and saved, %zu%s right.",
	    stopped ? "Stopped." : "Done.", sum->cards, sum->total,
	    sum->right, answers);
}

void
summary_tell(struct session *s, bool stopped, int64_t next_at)
{
	const struct paint *paint = &s->app->paint;
	enum review_mode mode = review_mode(s->review);
	struct review_summary sum;

	review_summary(s->review, session_now(s), &sum);
	paint_blank(paint);
	if (mode == REVIEW_PREVIEW)
		paint_printf(paint, PAINT_HEADING, 0,
		    "%s %zu of %zu looked at, nothing stored.",
		    stopped ? "Stopped." : "Done.", sum.cards, sum.total);
	else if (sum.answered == 0 && !stopped)
		paint_text(paint, PAINT_HEADING, 0, mode == REVIEW_STUDY ?
		    "Nothing is due." : mode == REVIEW_LEARN ?
		    "Nothing new today." : "No card can be asked.");
	else
		tell_answers(paint, &sum, stopped);
	for (size_t i = 0; mode != REVIEW_PREVIEW && i < sum.decks_n; i++)
		tell_deck(paint, &sum, i);
	if (mode == REVIEW_STUDY || mode == REVIEW_LEARN) {
		tell_left(s, &sum);
		if (sum.answered == 0 && !stopped)
			tell_reasons(s, sum.left);
		tell_next(s, next_at);
	}
}
