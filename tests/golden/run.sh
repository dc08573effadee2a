#!/bin/sh
# run.sh -- plays transcripts: what each command prints must stand below it.
#
#   run.sh FILE.md ...       compare; "ok FILE" or "not ok FILE" and a diff
#   run.sh -u FILE.md ...    write into the files what was printed
#
# In Markdown, a line of four blanks and "$ " is a command for sh; what is
# indented below it is its output, stdout and stderr as they come, and "    [3]"
# is an exit status other than 0.  Everything else is prose and stays.  A file
# is played in an empty folder that holds ./decks and what is in ./data here,
# with the clock, the seed, the locale and the time zone fixed.
cd "$(dirname "$0")/../.." || exit 2
root=$(pwd)
build=${BUILD:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
[ -x "$build/recital" ] || { echo "not ok $build/recital is not there"; exit 1; }
update=
[ "${1:-}" = -u ] && { update=1; shift; }
[ $# -gt 0 ] || set -- README.md tests/golden/*.md

unset RECITAL_DECKS RECITAL_PAGER PAGER NO_COLOR ACCESSIBLE XDG_DATA_HOME \
    XDG_STATE_HOME VISUAL EDITOR COLUMNS MAKEFLAGS
export PATH="$build:/usr/bin:/bin" LC_ALL=C.UTF-8 TZ=UTC TERM=dumb \
    HOME=/home/learner LOGNAME=learner \
    RECITAL_NOW=2026-11-25T09:00:00Z RECITAL_SEED=1

# Reads a transcript, runs its commands in this folder, prints it anew.
play() {
	awk '
	function output(rc,   line, blank) {
		while ((getline line < ".out") > 0) {
			if (line == "") {
				blank++
				continue
			}
			for (; blank > 0; blank--)
				print ""
			print "    " line
		}
		close(".out")
		if (rc != 0)
			print "    [" rc "]"
	}
	/^    \$ / {
		if (below && gap)
			print ""
		print
		print substr($0, 7) > ".command"
		close(".command")
		output(system("sh .command >.out 2>&1 </dev/null"))
		below = 1
		gap = 0
		next
	}
	below && /^    / { next }
	below && $0 == "" { gap = 1; next }
	{
		if (below)
			print ""
		below = 0
		print
	}' "$1"
}

failed=0
for t in "$@"; do
	case $t in /*) file=$t ;; *) file=$root/$t ;; esac
	dir=$(mktemp -d) || exit 2
	cp -R "$root/tests/golden/data/." "$dir" && ln -s "$root/decks" "$dir"
	(cd "$dir" && play "$file") >"$dir/.new"
	if [ -n "$update" ]; then
		cat "$dir/.new" >"$file"
	elif diff -u "$file" "$dir/.new"; then
		echo "ok $t"
	else
		echo "not ok $t"
		failed=1
	fi
	rm -rf "$dir"
done
exit $failed
