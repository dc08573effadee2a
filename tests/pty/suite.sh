#!/bin/sh
# suite.sh -- lists the test programs that drive a terminal, one a line.
cd "$(dirname "$0")" || exit 2
for t in test_*.c; do
	echo "$BUILD/tests/pty/${t%.c}"
done
