#!/bin/sh
# manual.sh -- recital(1) has the commands and the settings of this program, and
# the decks in recital-deck(5) have no fault.
#
#   manual.sh       compare
#   manual.sh -u    write the section anew
#
# The section lies between the comments "commands begin" and "commands end".
cd "$(dirname "$0")/../.." || exit 2
page=docs/recital.1
new=$(mktemp) || exit 2
trap 'rm -f "$new"' EXIT
export XDG_DATA_HOME=/nonexistent
unset RECITAL_NOW RECITAL_SEED

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

# A setting, its standard value, and nothing that is none.
"${BUILD:-build}/recital" set --csv | sed 1d | while IFS=, read -r name _ value _
do
	sed -n "/^\.Sh SETTINGS/,/^\.Sh ENV/{/^\.It Cm $name\$/,/^\.It/p;}" "$page" |
	    tr '\n' ' ' | grep -q "$value when not set" || echo "$name"
done >"$new"
settings=$("${BUILD:-build}/recital" set --csv | sed 1d | wc -l)
told=$(sed -n '/^\.Sh SETTINGS/,/^\.Sh ENV/p' "$page" | grep -c '^\.It Cm')
if [ ! -s "$new" ] && [ "$settings" -eq "$told" ]; then
	echo "ok manual has the settings"
else
	cat "$new"
	echo "not ok manual has the settings"
	rc=1
fi

decks=$(mktemp -d) || exit 2
trap 'rm -rf "$new" "$decks"' EXIT
awk -v to="$decks" '/^\.Ed/ { deck = "" }
    deck != "" { print > deck }
    /^\.Bd -literal/ { deck = to "/" ++n ".ini" }' docs/recital-deck.5
if "${BUILD:-build}/recital" check "$decks" --store "$decks/p.db"; then
	echo "ok manual's decks have no fault"
else
	echo "not ok manual's decks have no fault"
	rc=1
fi
exit $rc
