/*
 * chart.h -- amounts as bars of text.
 * SPDX-License-Identifier: MIT
 *
 * The number stands beside every bar: nothing is told by the picture alone.
 * Off a terminal, and for a screen reader, there is only the number.
 */
#ifndef TERM_CHART_H
#define TERM_CHART_H

#include <stddef.h>

#include "term/paint.h"

struct chart_bar {
	const char *label;
	double value;	/* not negative */
};

/*
 * One line a bar: the label, the value, the bar; the largest value fills what
 * is left of the width.  A value above zero always shows something.
 */
void chart_bars(const struct paint *paint, const struct chart_bar *bars,
    size_t n);

#endif
