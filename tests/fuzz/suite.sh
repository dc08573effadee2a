#!/bin/sh
# suite.sh -- the fuzz targets, each played its corpus.
echo tests/fuzz/replay.sh
