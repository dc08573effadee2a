#!/bin/sh
# conform.sh -- the project's copy of the published results, as tests.
cd "$(dirname "$0")/../.." || exit 2
exec "${BUILD:-build}/tests/vectors/vectors" --tap tests/vectors/data
