#!/bin/sh
# run.sh -- runs test programs one by one and counts.
#
#   run.sh PROGRAM ...
#
# A program prints "ok ..." or "not ok ..." for each of its tests (cmocka does,
# as TAP).  One that ends badly without a "not ok", hangs, or prints neither
# counts as one failure.  The last line is "N passed, N failed".
set -u
export CMOCKA_MESSAGE_OUTPUT=TAP LC_ALL=C.UTF-8
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
passed=0 failed=0
for t in "$@"; do
	timeout "${TEST_TIMEOUT:-120}" "$t" >"$log" 2>&1 </dev/null
	rc=$?
	p=$(grep -c '^ok' "$log")
	f=$(grep -c '^not ok' "$log")
	if [ "$f" -eq 0 ] && { [ $rc -ne 0 ] || [ "$p" -eq 0 ]; }; then
		f=1
		echo "not ok $t ended with status $rc"
	fi
	[ "$f" -eq 0 ] || { echo "--- $t"; cat "$log"; }
	grep '^# skip' "$log"
	passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
