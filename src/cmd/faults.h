/*
 * faults.h -- faults of decks, shown with their lines.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_FAULTS_H
#define CMD_FAULTS_H

#include "format/diag.h"
#include "term/paint.h"

/* Prints the faults from..to of a sorted list, reading each file once. */
void faults_print(const struct paint *paint, const struct diags *diags,
    size_t from, size_t to);

#endif
