/*
 * study_part.h -- what the files of struct study share among themselves.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_STUDY_PART_H
#define STUDY_STUDY_PART_H

#include "study/study.h"

/* Reads settings, renames, parameters and memories of the learner again; in
 * an open change (`begun`) stale memories are rebuilt in it. */
MUST_USE bool study_load(struct study *study, bool begun, struct err *err);
/* Reads settings, renames and parameters again, and no memory. */
MUST_USE bool study_reread(struct study *study, struct err *err);
/* Sets a memory here only, by any id of the card. */
void study_set(struct study *study, const char *card,
    const struct study_memory *memory);
/* The same for a card of today that has none yet: costs no search. */
void study_set_once(struct study *study, const char *card,
    const struct study_memory *memory);
/* All memories from a replay. */
void study_set_all(struct study *study, const struct replay_table *table);
/* Joins what `was` in the decks names, without writing it. */
MUST_USE bool study_follow_was(struct study *study, struct err *err);

#endif
