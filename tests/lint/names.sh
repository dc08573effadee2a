#!/bin/sh
# names.sh -- a public symbol begins with the first word of its file's name, or
# with its folder's name.
cd "$(dirname "$0")/../.." || exit 2
for o in $(find "$BUILD/obj" -name '*.o'); do
	file=$(basename "$o" .o)
	file=${file%%_*}
	folder=$(basename "$(dirname "$o")")
	nm -g --defined-only "$o" | awk -v f="$file" -v d="$folder" -v o="$o" '
	{
		s = $NF
		if (s ~ /^(main|__odr_asan|_)/ || index(s, f "_") == 1 ||
		    index(s, d "_") == 1 || s == f)
			next
		print o ": " s " should begin with " f "_ or " d "_"
		bad = 1
	}
	END { exit bad }' || rc=1
done
exit ${rc:-0}
