#!/bin/sh
# suite.sh -- lists the programs that live through many sessions, one a line.
# A script beside them that ends in .sh is run too.
cd "$(dirname "$0")" || exit 2
for t in soak_*.c; do
	[ -e "$t" ] && echo "$BUILD/tests/soak/${t%.c}"
done
for t in soak_*.sh; do
	[ -e "$t" ] && echo "tests/soak/$t"
done
exit 0
