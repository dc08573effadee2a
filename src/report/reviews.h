/*
 * reviews.h -- the log of reviews, as it is read.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_REVIEWS_H
#define REPORT_REVIEWS_H

#include "report/rows.h"
#include "store/store.h"

struct rows *reviews_begin(const struct paint *paint,
    enum rows_format format);
/* typed: what was typed, or "". */
void reviews_add(struct rows *rows, const struct store_review *review,
    const char *typed);

#endif
