#!/bin/sh
# tables.sh -- every row of the tables of judged answers is a test.
cd "$(dirname "$0")/../.." || exit 2
exec "${BUILD:-build}/tests/judge/judge" --tap tests/judge/judging.tsv \
    tests/judge/more.tsv
