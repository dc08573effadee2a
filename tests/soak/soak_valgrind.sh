#!/bin/sh
# soak_valgrind.sh -- a whole session through a pipe: valgrind finds nothing,
# no leak either.
cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
if ! command -v valgrind >/dev/null; then
	echo "# skip valgrind is not here"
	echo "ok valgrind (skipped)"
	exit 0
fi
if nm "$build/recital" | grep -q __asan_init; then
	echo "# skip valgrind cannot run a program with ASan"
	echo "ok valgrind (skipped)"
	exit 0
fi
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cat >"$dir/in" <<'END'
review
convention on cybercrime

united nations
/w

/h
/?
committee of ministers
4
/u

/f a remark
/i
90 days

/s
/b
b

/q
learn deck:budapest-preserve
90

60

/q
cram tag:myth
t
f

/q
preview deck:budapest-cases
a
b

/q
stats
find tag:myth is:new
find prop:s>1 or (is:learning -tag:myth)
log
card budapest-overview/official-name
decks
due --list
suspend tag:myth
undo
reset budapest-overview/official-name
set new 20
undo
check
rebuild
backup
help review
nonsense
find (
quit
END
"$build/recital" --help >/dev/null || exit 2
export RECITAL_NOW=2026-11-25T09:00:00Z RECITAL_SEED=1
if valgrind -q --leak-check=full --error-exitcode=99 "$build/recital" \
    --decks decks --store "$dir/p.db" <"$dir/in" >"$dir/out" 2>"$dir/err" ||
    [ $? -ne 99 ]; then
	echo "ok valgrind finds nothing in a whole session"
	exit 0
fi
grep '^==' "$dir/err" | head -n 40
echo "not ok valgrind finds nothing in a whole session"
exit 1
