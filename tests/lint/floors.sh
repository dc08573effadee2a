#!/bin/sh
# floors.sh -- fails on an include that goes up or sideways (see src/floors),
# and on a library's header included by a file that may not know the library.
cd "$(dirname "$0")/../../src" || exit 2
grep -rn --include='*.[ch]' '^#include "' . | sed 's|^\./||' | awk '
BEGIN {
	while ((getline line < "floors") > 0) {
		if (line ~ /^#/)
			continue
		depth++
		n = split(line, name, " ")
		for (i = 1; i <= n; i++)
			rank[name[i]] = depth
	}
}
function floor_of(path) {
	return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "main"
}
{
	split($0, part, ":")
	target = $0
	sub(/^[^"]*"/, "", target)
	sub(/".*$/, "", target)
	if (target ~ /\.sql\.h$/)
		next
	a = floor_of(part[1]); b = floor_of(target)
	if (!(a in rank) || !(b in rank))
		what = "unknown floor"
	else if (a != b && rank[b] <= rank[a])
		what = a " may not include " b
	else
		next
	print part[1] ":" part[2] ": " what
	bad = 1
}
END { exit bad }' || exit 1

only() {
	grep -rln --include='*.[ch]' "^#.*include <$1>" . | sed 's|^\./||' |
	    while read -r f; do
		case " $2 " in
		*" $f "*) ;;
		*) echo "$f: only $2 includes <$1>"; exit 1 ;;
		esac
	done
}
only histedit.h term/edit_part.h &&
only '\(iniparser/\)\{0,1\}iniparser.h' format/ini.c &&
only sqlite3.h store/sql.c
