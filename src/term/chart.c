/*
 * chart.c -- see chart.h.
 * SPDX-License-Identifier: MIT
 */
#include "term/chart.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "base/banned.h"

#define INDENT 2
#define GAP 2
/* A bar longer than that says no more. */
#define BAR_MOST 50
#define BAR_LEAST 4
#define VALUE_SIZE 48

/* Eighths of a cell, for terminals that have them. */
static const char *const eighths[8] = {
	"", "\xe2\x96\x8f", "\xe2\x96\x8e", "\xe2\x96\x8d", "\xe2\x96\x8c",
	"\xe2\x96\x8b", "\xe2\x96\x8a", "\xe2\x96\x89"
};

static void
print_value(double value, char out[VALUE_SIZE])
{
	if (value >= 1e15)
		(void)snprintf(out, VALUE_SIZE, "%.3g", value);
	else if (value == floor(value))
		(void)snprintf(out, VALUE_SIZE, "%.0f", value);
	else
		(void)snprintf(out, VALUE_SIZE, "%.1f", value);
}

static void
add_bar(struct buf *out, double share, int cells, bool unicode)
{
	int parts = unicode ? 8 : 1;
	int n = (int)lround(share * cells * parts);

	if (n == 0 && share > 0)
		n = 1;
	for (; n >= parts; n -= parts)
		buf_adds(out, unicode ? "\xe2\x96\x88" : "#");
	buf_adds(out, eighths[unicode ? n : 0]);
}

static void
add_padded(struct buf *out, const char *s, size_t width, bool right)
{
	size_t cells = utf8_width(s, strlen(s));

	if (!right)
		buf_adds(out, s);
	for (; cells < width; cells++)
		buf_addc(out, ' ');
	if (right)
		buf_adds(out, s);
}

struct widths {
	size_t label, value;
	int bar;
	double most;
};

static struct widths
measure(const struct paint *paint, const struct chart_bar *bars, size_t n)
{
	struct widths w = { 0 };
	char value[VALUE_SIZE];
	size_t i, cells, used;

	for (i = 0; i < n; i++) {
		cells = utf8_width(bars[i].label, strlen(bars[i].label));
		w.label = cells > w.label ? cells : w.label;
		print_value(bars[i].value, value);
		cells = strlen(value);
		w.value = cells > w.value ? cells : w.value;
		w.most = bars[i].value > w.most ? bars[i].value : w.most;
	}
	used = INDENT + w.label + GAP + w.value + GAP;
	w.bar = used < (size_t)paint->width ? paint->width - (int)used : 0;
	w.bar = w.bar > BAR_MOST ? BAR_MOST : w.bar;
	if (w.bar < BAR_LEAST || paint->accessible)
		w.bar = 0;
	return w;
}

static void
print_bar(const struct paint *paint, const struct chart_bar *bar,
    const struct widths *w)
{
	struct buf line = BUF_INIT(4096), label = BUF_INIT(1024);
	char value[VALUE_SIZE];

	utf8_print(&label, bar->label, strlen(bar->label));
	print_value(bar->value, value);
	if (paint->width == 0) {
		buf_printf(&line, "%s\t%s", buf_str(&label), value);
	} else if (paint->accessible) {
		buf_printf(&line, "%s: %s", buf_str(&label), value);
	} else {
		buf_printf(&line, "%*s", INDENT, "");
		add_padded(&line, buf_str(&label), w->label, false);
		buf_printf(&line, "%*s", GAP, "");
		add_padded(&line, value, w->value, true);
		if (w->bar > 0 && bar->value > 0) {
			buf_printf(&line, "%*s", GAP, "");
			add_bar(&line, bar->value / w->most, w->bar,
			    paint->unicode);
		}
	}
	fprintf(paint->out, "%s\n", buf_str(&line));
	buf_clear(&line);
	buf_clear(&label);
}

void
chart_bars(const struct paint *paint, const struct chart_bar *bars, size_t n)
{
	struct widths w = measure(paint, bars, n);
	size_t i;

	for (i = 0; i < n; i++)
		print_bar(paint, &bars[i], &w);
}
