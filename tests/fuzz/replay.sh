#!/bin/sh
# replay.sh -- plays every corpus to its fuzz target, built by BUILD.
cd "$(dirname "$0")/../.." || exit 2
rc=0
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	corpus=tests/fuzz/corpus/${name#fuzz_}
	if "${BUILD:-build}/tests/fuzz/$name" "$corpus" 2>&1; then
		:
	else
		echo "not ok $name: status $?"
		rc=1
	fi
done
exit $rc
