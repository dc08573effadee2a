/*
 * span.c -- see span.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/span.h"

#include <inttypes.h>

#include "base/clock.h"

#include "base/banned.h"

/* From here on days are told as months, as years. */
#define MONTHS_FROM 60
#define YEARS_FROM 730

/* A length in the unit that fits: tenths only of years. */
struct length {
	int64_t tenths;
	const char *one, *many, *brief;
};

struct span
span_of(const struct steps_card *card)
{
	struct span span = { 0 };

	if (card->due_at != STEPS_NO_AT)
		span.minutes = (card->due_at - card->last_at +
		    CLOCK_MINUTE / 2) / CLOCK_MINUTE;
	else if (card->due_day != STEPS_NO_DAY)
		span.days = (int64_t)card->due_day - card->last_day;
	return span;
}

static struct length
fit(struct span span)
{
	int64_t days = span.days;

	if (days == 0 && span.minutes >= 60)
		return (struct length){ (span.minutes + 30) / 60 * 10,
		    "hour", "hours", "h" };
	if (days == 0)
		return (struct length){ span.minutes * 10, "minute",
		    "minutes", "m" };
	if (days >= YEARS_FROM)
		return (struct length){ (days * 4000 + 73050) / 146100,
		    "year", "years", "y" };
	if (days >= MONTHS_FROM)
		return (struct length){ (days * 1000 + 15218) / 30437 * 10,
		    "month", "months", "mo" };
	return (struct length){ days * 10, "day", "days", "d" };
}

static void
add_number(int64_t tenths, struct buf *out)
{
	buf_printf(out, "%" PRId64, tenths / 10);
	if (tenths % 10 != 0)
		buf_printf(out, ".%" PRId64, tenths % 10);
}

void
span_brief(struct span span, struct buf *out)
{
	struct length length = fit(span);

	add_number(length.tenths, out);
	buf_adds(out, length.brief);
}

void
span_spoken(struct span span, struct buf *out)
{
	struct length length = fit(span);

	add_number(length.tenths, out);
	buf_printf(out, " %s", length.tenths == 10 ? length.one : length.many);
}

void
span_words(struct span span, struct buf *out)
{
	if (span.days == 1) {
		buf_adds(out, "tomorrow");
	} else if (span.days == 0 && span.minutes > 1 && span.minutes < 60) {
		buf_printf(out, "in %" PRId64 " min", span.minutes);
	} else {
		buf_adds(out, "in ");
		span_spoken(span, out);
	}
}
