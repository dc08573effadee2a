/*
 * proposal_part.h -- what the files of proposal.h share.
 * SPDX-License-Identifier: MIT
 */
#ifndef STUDY_PROPOSAL_PART_H
#define STUDY_PROPOSAL_PART_H

#include "study/proposal.h"

/* A time as it counts. */
int64_t proposal_counted(int64_t took_ms);

#endif
