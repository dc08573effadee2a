# suite.sh -- the transcripts, and whether the manual is fresh.
echo tests/golden/run.sh
echo tests/golden/manual.sh
