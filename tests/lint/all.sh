#!/bin/sh
# all.sh -- every lint; each prints what is wrong and fails.
cd "$(dirname "$0")/../.." || exit 2
export BUILD="${BUILD:-build}"
rc=0
for l in tests/lint/*.sh; do
	[ "$l" = tests/lint/all.sh ] || sh "$l" || { echo "lint: $l"; rc=1; }
done
exit $rc
