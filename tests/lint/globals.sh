#!/bin/sh
# globals.sh -- fails on a variable that outlives a function and can change.
cd "$(dirname "$0")/../.." || exit 2
# term/tty.c must have flags that a signal handler sets; nothing else may.
for o in $(find "$BUILD/obj" -name '*.o'); do
	case $o in */term/tty.o) continue ;; esac
	objdump -t "$o" | awk -v o="$o" '
	/ O / && $(NF - 2) ~ /^(\.data|\.bss|\*COM\*)$/ && $NF !~ /^(__|\.L)/ {
		print o ": " $NF " is a mutable global"; bad = 1 }
	END { exit bad }' || rc=1
done
exit ${rc:-0}
