/*
 * verdict.c -- see verdict.h.
 * SPDX-License-Identifier: MIT
 *
 * The verdict comes first, in a word, then the right answer; a reason follows
 * for every known error, then the explanation and where it stands.
 */
#include "cmd/verdict.h"

#include <string.h>

#include "cmd/keys.h"

#include "base/banned.h"

/* A longer answer is not repeated to the learner. */
#define REPEAT_MAX 120

static void
add_key(const struct review_question *q, struct buf *out)
{
	struct buf key = BUF_INIT(64 * 1024);

	card_key(q->card, &q->layout, &key);
	session_sentence(out, buf_str(&key));
	buf_clear(&key);
}

static void
add_written(const struct session *s, struct buf *out)
{
	struct buf line = BUF_INIT(4096);

	if (s->answer.len > 0 && s->answer.len <= REPEAT_MAX) {
		buf_printf(&line, "You wrote %s", buf_str(&s->answer));
		session_sentence(out, buf_str(&line));
		buf_addc(out, ' ');
	}
	buf_clear(&line);
}

static enum paint_style
add_verdict(const struct session *s, const struct review_judged *judged,
    struct buf *out)
{
	const struct judgement *j = &judged->judgement;
	enum paint_style style = PAINT_RIGHT;

	switch (j->verdict) {
	case VERDICT_EXACT:
	case VERDICT_FOLD:
		buf_adds(out, "Right: ");
		return style;
	case VERDICT_ACCEPTED:
		buf_adds(out, judged->alias ? "Right, in your own words. "
		    "The deck says: " : "Right. The deck says: ");
		return style;
	case VERDICT_SLIP:
		buf_adds(out, judged->proposal.rating > RATING_AGAIN ?
		    "Counted: " : "Wrong. The answer is ");
		return judged->proposal.rating > RATING_AGAIN ? PAINT_RIGHT :
		    PAINT_WRONG;
	case VERDICT_PARTIAL:
		buf_printf(out, "Partly right, %d %%. ", j->score);
		add_written(s, out);
		buf_adds(out, "The answer is ");
		return PAINT_NEARLY;
	case VERDICT_SELF:
		buf_adds(out, "The answer: ");
		return PAINT_PLAIN;
	case VERDICT_BLANK:
		break;
	default:
		buf_adds(out, "Wrong. ");
		add_written(s, out);
		break;
	}
	buf_adds(out, "The answer is ");
	return PAINT_WRONG;
}

static void
tell_reasons(const struct session *s, const struct note *note,
    const char *letters)
{
	const struct paint *paint = &s->app->paint;
	const struct field *field;
	uint32_t at = 0;

	for (const char *l = letters; *l != '\0'; l++) {
		const char *why = note_value(note, KEY_WHY, *l);

		if (why != NULL)
			paint_text(paint, PAINT_PLAIN, 2, why);
	}
	while ((field = note_each(note, KEY_WHY, false, &at)) != NULL)
		paint_text(paint, PAINT_PLAIN, 2, field->value);
}

/*
 * Where it stands; what can change says as of when.  A note without a source
 * of its own has its deck's, and there its article.
 */
static void
tell_source(const struct session *s, const struct note *note)
{
	const char *source = note_text(note, KEY_SOURCE);
	const char *article = note_value(note, KEY_ARTICLE, 0);
	const char *as_of = note_value(note, KEY_AS_OF, 0);
	struct buf line = BUF_INIT(16 * 1024);

	if (*source != '\0')
		buf_printf(&line, "Source: %s", source);
	if (article != NULL && note_value(note, KEY_SOURCE, 0) == NULL)
		buf_printf(&line, "%sArt. %s", line.len > 0 ? ", " :
		    "Source: ", article);
	if (as_of != NULL)
		buf_printf(&line, "%s%s", line.len > 0 ? ", as of " :
		    "As of ", as_of);
	if (line.len > 0)
		paint_text(&s->app->paint, PAINT_QUIET, 2, buf_str(&line));
	buf_clear(&line);
}

void
verdict_tell(struct session *s)
{
	const struct review_question *q = review_question(s->review);
	const struct review_judged *judged = review_judged(s->review);
	const char *change = review_change(s->review);
	struct buf text = BUF_INIT(128 * 1024);
	enum paint_style style = add_verdict(s, judged, &text);

	add_key(q, &text);
	paint_text(&s->app->paint, style, 0, buf_str(&text));
	tell_reasons(s, q->card->note, judged->judgement.why);
	if (style != PAINT_RIGHT)
		tell_source(s, q->card->note);
	if (change != NULL)
		paint_printf(&s->app->paint, PAINT_PLAIN, 2,
		    "Changed since you learned it: %s", change);
	buf_clear(&text);
}

static bool
is_word(const struct buf *text, const char *letter, const char *word)
{
	return strcmp(buf_str(text), letter) == 0 ||
	    strcmp(buf_str(text), word) == 0;
}

enum session_step
verdict_slip(struct session *s, struct err *err)
{
	const struct review_judged *judged = review_judged(s->review);
	enum session_step step;

	s->rating = true;
	for (;;) {
		paint_printf(&s->app->paint, PAINT_NEARLY, 0,
		    "Nearly: %s. Enter counts it, n: wrong.",
		    judged->judgement.nearly);
		if (session_read(s, LINE_RATING, "> ") != LINE_TEXT)
			return SESSION_STOP;
		if (s->text.len == 0 || is_word(&s->text, "y", "yes")) {
			review_slip(s->review, true);
			return SESSION_STAY;
		}
		if (is_word(&s->text, "n", "no")) {
			review_slip(s->review, false);
			return SESSION_STAY;
		}
		if (!keys_is_key(&s->text))
			continue;
		step = keys_press(s, s->text.s[1], err);
		if (step != SESSION_STAY)
			return step;
	}
}
