#!/bin/sh
# manual.sh -- recital(1) has the commands of this program.
#
#   manual.sh       compare
#   manual.sh -u    write the section anew
#
# The section lies between the comments "commands begin" and "commands end".
cd "$(dirname "$0")/../.." || exit 2
page=docs/recital.1
new=$(mktemp) || exit 2
trap 'rm -f "$new"' EXIT

sed '/^\.\\" commands begin/q' "$page" >"$new"
"${BUILD:-build}/recital" help --mdoc >>"$new"
sed -n '/^\.\\" commands end/,$p' "$page" >>"$new"
[ "${1:-}" = -u ] && cat "$new" >"$page"

rc=0
if diff -u "$page" "$new"; then
	echo "ok manual is fresh"
else
	echo "not ok manual is fresh (tests/golden/manual.sh -u)"
	rc=1
fi
exit $rc
