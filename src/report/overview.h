/*
 * overview.h -- how the learner stands: today, this week, retention, what
 * comes.
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_OVERVIEW_H
#define REPORT_OVERVIEW_H

#include "base/clock.h"
#include "base/err.h"
#include "report/rows.h"
#include "study/study.h"

/* The week and the forecast have so many days. */
#define OVERVIEW_DAYS 7

/*
 * In text a page with pictures; in JSON and CSV rows whose `part` is today,
 * week, day, retention or due.
 */
MUST_USE bool overview_print(const struct paint *paint,
    enum rows_format format, struct study *study, struct moment now,
    struct err *err);

#endif
