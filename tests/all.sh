#!/bin/sh
# all.sh -- every test; with SOAK=1 the long ones instead.
#
#   BUILD=build all.sh UNIT-TEST ...
#
# Each tests/*/suite.sh lists, one a line, the programs of its folder that
# run.sh runs; SOAK decides what they do.
set -u
cd "$(dirname "$0")/.." || exit 2
export BUILD="${BUILD:-build}" SOAK="${SOAK:-}"
[ -z "$SOAK" ] || export TEST_TIMEOUT=3600
set -- "$@" $(for s in tests/*/suite.sh; do [ -e "$s" ] && sh "$s"; done)
exec tests/run.sh "$@"
