#!/bin/sh
# suite.sh -- results of the published libraries, one test a file.
echo tests/vectors/conform.sh
