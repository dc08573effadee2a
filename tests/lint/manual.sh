#!/bin/sh
# manual.sh -- mandoc finds nothing in the manual, not even in its style; every
# code that the sources tell stands in recital-deck.5, and no other.
cd "$(dirname "$0")/../.." || exit 2
rc=0
for page in docs/*.[0-9]; do
	# Our own pages need not be installed where they are checked.
	found=$(mandoc -T lint -W style "$page" 2>&1 |
	    grep -v 'referenced manual not found: Xr recital')
	[ -z "$found" ] || { echo "$found"; rc=1; }
done
told=$(mktemp) || exit 2
trap 'rm -f "$told" "$told.man"' EXIT
sed -n 's/^\.It Sy \([a-z0-9-]*\)$/\1/p' docs/recital-deck.5 | sort -u \
    >"$told.man"
# A code is a literal of small letters with a hyphen, or a word of its own.
grep -ho '"[a-z]*[0-9]*\(-[a-z0-9]*\)*"' src/format/*.c src/cards/kind_*.c \
    src/cards/options.c | tr -d '"' | sort -u >"$told"
missing=$(comm -23 "$told.man" "$told")
[ -z "$missing" ] || { echo "no source tells: $missing"; rc=1; }
unknown=$(comm -13 "$told.man" "$told" | grep -- - |
    grep -vx -e 'a-name')
[ -z "$unknown" ] || { echo "not in the manual: $unknown"; rc=1; }
exit $rc
