#!/bin/sh
# check.sh -- the shipped decks have no fault, and every note what it needs.
# SPDX-License-Identifier: MIT
cd "$(dirname "$0")/../.." || exit 2
if "${BUILD:-build}/recital" check decks/convention/*.ini; then
	echo "ok the decks pass recital check"
else
	echo "not ok the decks pass recital check"
fi
awk -f tests/decks-content/notes.awk decks/convention/*.ini
