#!/bin/sh
# suite.sh -- the tables of judged answers, one test a row.
echo tests/judge/tables.sh
