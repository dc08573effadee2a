#!/bin/sh
# conform.sh -- the project's copy of the published results, as tests; and
# that the comparison itself sees a wrong digit, an odd row, a missing table.
cd "$(dirname "$0")/../.." || exit 2
vectors=${BUILD:-build}/tests/vectors/vectors
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
rc=0

# sees NAME TEXT: vectors fails on the changed folder, and says so.
sees()
{
	if "$vectors" "$folder" >"$folder/out" 2>&1; then
		echo "not ok vectors: $1: nothing was said"; rc=1
	elif grep -q -e "$2" "$folder/out"; then
		echo "ok vectors: $1"
	else
		cat "$folder/out"
		echo "not ok vectors: $1: other words"; rc=1
	fi
	rm -rf "$folder"; mkdir "$folder"
	cp tests/vectors/data/*.tsv* "$folder"
}

"$vectors" --tap tests/vectors/data || rc=1
cp tests/vectors/data/*.tsv* "$folder"

sed -i 's/^default\t1.96\t1.7\t0.95\t4.2229867/default\t1.96\t1.7\t0.95\t4.2229863/' \
    "$folder/sm2.tsv"
sees 'one unit in the last place' '399 exact .* 1 outside'
rm "$folder/migrate.tsv"
sees 'a table is missing' 'migrate.tsv is missing'
printf '600\t1\tan odd row\n' >>"$folder/ts_fuzz.tsv"
sees 'an odd row' 'line 602 cannot be read'
gzip -dc "$folder/py_cards.tsv.gz" >"$folder/py_cards.tsv"
rm "$folder/py_cards.tsv.gz"
sed -i '3s/:1:2.3065:2.118103970459016:1734976405:0/:1:2.3065:2.118103970459016:1734976406:0/' \
    "$folder/py_cards.tsv"
sees 'a due date one second off' 'due is 1734976405, wanted 1734976406'
dd if="$folder/rs_history.tsv.gz" of="$folder/half" bs=1000 count=100 \
    2>/dev/null
mv "$folder/half" "$folder/rs_history.tsv.gz"
sees 'half a file' 'gzip failed'
exit $rc
