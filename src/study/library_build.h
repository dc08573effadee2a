/*
 * library_build.h -- everything that a library derives from its decks.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_LIBRARY_BUILD_H
#define STUDY_LIBRARY_BUILD_H

#include "study/library.h"

/*
 * Fills notes, cards, facts, needs, renames and indexes for the n decks of
 * library->decks, in library->mem; what was there before is forgotten.
 */
void library_build(struct library *library);

#endif
