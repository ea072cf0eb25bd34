#!/usr/bin/env bash
# Says what the working tree changes in the API, in the job's summary and as the step's output `report`.
# The output `changed` is true when the spec is another than the base's.
#
# usage: report-api-changes.sh BASE
set -euo pipefail
base=$1

report=$(mktemp)
status=0
npx -y pnpm@12.21.0 --silent spec:diff "$base" --format markdown >"$report" || status=$?
# 1: something breaks, which is worth a report as well.
if [ "$status" -gt 1 ]; then exit "$status"; fi
cat "$report" >>"$GITHUB_STEP_SUMMARY"

changed=false
git diff --quiet "$base" -- openapi/tickets.yaml || changed=true
# No line of the report can end the output before its time.
end="end-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
{
  echo "changed=$changed"
  echo "report<<$end"
  # GitHub takes 65,536 characters as a comment.
  head -c 60000 "$report" | iconv -c -f utf-8 -t utf-8
  if [ "$(wc -c <"$report")" -gt 60000 ]; then
    printf '\n\nCut off here: the whole report stands in the summary of the check.\n'
  fi
  echo "$end"
} >>"$GITHUB_OUTPUT"
