#!/bin/sh
# all.sh -- every test; with SOAK=1 the long ones instead.
#
#   BUILD=build all.sh UNIT-TEST ...
#
# Each tests/*/suite.sh lists, one a line, the programs of its folder that
# run.sh runs.  Those of tests/soak do more when SOAK is set.
set -u
cd "$(dirname "$0")/.." || exit 2
export BUILD="${BUILD:-build}" SOAK="${SOAK:-}"
[ -z "$SOAK" ] || export TEST_TIMEOUT=3600
suites=tests/*/suite.sh
[ -z "$SOAK" ] || suites=tests/soak/suite.sh
set -- "$@" $(for s in $suites; do [ -e "$s" ] && sh "$s"; done)
exec tests/run.sh "$@"
