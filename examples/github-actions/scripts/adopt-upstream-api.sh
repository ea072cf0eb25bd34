#!/usr/bin/env bash
# Compares openapi/tickets.yaml with the service's own document. Where they differ, adopts what can be
# adopted, generates, and writes the text of a pull request. The step's output `drift` says whether
# they differ.
#
# usage: adopt-upstream-api.sh TEXT, with UPSTREAM_OPENAPI_URL in the environment
set -euo pipefail
text=$1
: "${UPSTREAM_OPENAPI_URL:?is empty. Set the repository variable to the address of the OpenAPI document}"

pnpm() { npx -y pnpm@12.21.0 --silent "$@"; }

# Runs a command of pnpm's; what it says goes into the text below a heading when it fails.
note_failure() {
  local heading=$1 said
  shift
  if ! said=$(pnpm "$@" 2>&1); then printf '\n#### %s\n\n~~~~\n%s\n~~~~\n' "$heading" "$said" >>"$text"; fi
}

status=0
pnpm spec:upstream "$UPSTREAM_OPENAPI_URL" --format markdown >"$text" || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
if [ "$status" -eq 1 ]; then
  # 1: some of it has to be decided by hand, which the text says.
  pnpm spec:upstream "$UPSTREAM_OPENAPI_URL" --adopt all >/dev/null || [ $? -eq 1 ]
  note_failure 'No code can be generated yet' generate
  note_failure 'Still to be written by hand' spec:lint
  printf '\nBefore this is merged, pnpm check has to pass and pnpm spec:diff --changeset to be run.\n' >>"$text"
fi

cat "$text" >>"$GITHUB_STEP_SUMMARY"
if [ "$status" -eq 1 ]; then echo 'drift=true'; else echo 'drift=false'; fi >>"$GITHUB_OUTPUT"
