#!/bin/sh
# headers.sh -- every header compiles alone, every .c bans what banned.h bans,
# every file says what it is and under which licence.
cd "$(dirname "$0")/../.." || exit 2
rc=0
for h in $(find src -name '*.h'); do
	${CC:-cc} -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Isrc \
	    -Wall -Werror -fsyntax-only -x c "$h" || rc=1
done
for c in $(find src -name '*.[ch]'); do
	head -n 12 "$c" | grep -q 'SPDX-License-Identifier: MIT' ||
	    { echo "$c: no SPDX tag in its first lines"; rc=1; }
	case $c in *.c) grep -q '"base/banned.h"' "$c" ||
	    { echo "$c: does not include base/banned.h"; rc=1; } ;; esac
done
exit $rc
