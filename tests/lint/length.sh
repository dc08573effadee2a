#!/bin/sh
# length.sh -- fails on a function over 60 lines, a file over 600, a line of
# src over 80 columns, a blank at a line's end.
cd "$(dirname "$0")/../.." || exit 2
find src tests -name '*.[ch]' -exec awk '
FNR == 1	{ start = 0 }
/^{$/		{ start = FNR }
/^}$/ && start	{
	if (FNR - start > 60) {
		print FILENAME ":" start ": function of " FNR - start " lines"
		bad = 1
	}
	start = 0
}
FNR == 601	{ print FILENAME ": more than 600 lines"; bad = 1 }
/[ \t]$/	{ print FILENAME ":" FNR ": blank at the end"; bad = 1 }
FILENAME ~ /^src/ {
	w = 0
	# Bytes that continue a code point have no width.
	line = $0
	gsub(/[\200-\277]/, "", line)
	for (i = 1; i <= length(line); i++)
		w = substr(line, i, 1) == "\t" ? w + 8 - w % 8 : w + 1
	if (w > 80) {
		print FILENAME ":" FNR ": " w " columns"; bad = 1
	}
}
END		{ exit bad }' {} +
