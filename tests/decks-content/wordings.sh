#!/bin/sh
# wordings.sh -- what learners type, played against the Convention decks.
# SPDX-License-Identifier: MIT
cd "$(dirname "$0")/../.." || exit 2
exec "${BUILD:-build}/tests/decks-content/wordings" \
    tests/decks-content/wordings.tsv decks/convention/*.ini
