#!/usr/bin/env bash
# Keeps one comment on a pull request: the first run with a change writes it, later ones rewrite it.
#
# Environment: GH_TOKEN, GITHUB_REPOSITORY, PULL_REQUEST (its number), COMMIT (what was looked at),
# REPORT (Markdown), CHANGED (whether there is something to say when nothing was said before)
set -euo pipefail

marker='<!-- api-changes -->'
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"

# Only our own: anybody can write a comment that begins like it.
own=".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$marker\"))) | .id"
ids=$(gh api --paginate "$comments" --jq "$own")
id=${ids%%$'\n'*}
if [ -z "$id" ] && [ "$CHANGED" != true ]; then exit 0; fi

body=$(mktemp)
printf '%s\n%s\n\nAt %s.\n' "$marker" "$REPORT" "$COMMIT" >"$body"
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body"
else
  gh api --silent --method POST "$comments" -F "body=@$body"
fi
