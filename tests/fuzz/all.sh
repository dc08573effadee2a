#!/bin/sh
# all.sh -- fuzzes each target for SECONDS, from its corpus on.
#
# What is found stays in $BUILD as crash-*; what is new in a corpus does not
# get into the project by itself.
cd "$(dirname "$0")/../.." || exit 2
rc=0
for t in tests/fuzz/fuzz_*.c; do
	name=$(basename "$t" .c)
	name=${name#fuzz_}
	mkdir -p "$BUILD/corpus/$name"
	"$BUILD/tests/fuzz/fuzz_$name" -max_total_time="${SECONDS:-60}" \
	    -artifact_prefix="$BUILD/crash-$name-" -print_final_stats=1 \
	    "$BUILD/corpus/$name" "tests/fuzz/corpus/$name" >"$BUILD/$name.log" \
	    2>&1 || rc=1
	runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$BUILD/$name.log")
	found=$(ls "$BUILD"/crash-"$name"-* 2>/dev/null | wc -l)
	echo "$name: ${runs:-0} runs, $found found"
done
exit $rc
