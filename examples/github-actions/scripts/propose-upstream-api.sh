#!/usr/bin/env bash
# Commits what was adopted to a branch, and opens a pull request for it or brings the open one up to
# date. A branch that somebody else has committed to is left as it is.
#
# usage: propose-upstream-api.sh TEXT, with GH_TOKEN, GITHUB_REPOSITORY and BASE_BRANCH in the environment
set -euo pipefail
text=$1

branch=upstream-api
name='github-actions[bot]'
email='41898282+github-actions[bot]@users.noreply.github.com'

git add --all -- openapi packages/contract/src/generated
if git diff --cached --quiet; then
  echo '::error::The service differs, and nothing of it can be adopted by itself: see the summary.'
  exit 1
fi

proposed=$(git rev-parse --verify --quiet "origin/$branch" || true)
others=''
if [ -n "$proposed" ]; then others=$(git log --format=%ae "HEAD..$proposed" | grep -vxF "$email" || true); fi
if [ -n "$others" ]; then
  echo "::notice::The branch $branch holds the work of somebody else and was left as it is."
else
  git switch --quiet --force-create "$branch"
  git -c "user.name=$name" -c "user.email=$email" commit --quiet --message "Adopt the service's API"
  if [ -z "$proposed" ] || ! git diff --quiet "$proposed" HEAD; then
    git -c credential.helper= -c 'credential.helper=!gh auth git-credential' \
      push --quiet "--force-with-lease=$branch:$proposed" origin "$branch"
  fi
fi

body=$(mktemp)
# GitHub takes 65,536 characters as a text.
head -c 60000 "$text" | iconv -c -f utf-8 -t utf-8 >"$body"
if [ "$(wc -c <"$text")" -gt 60000 ]; then
  printf '\n\nCut off here: the whole text stands in the summary of the workflow run.\n' >>"$body"
fi
pulls="repos/$GITHUB_REPOSITORY/pulls"
open="$pulls?state=open&base=$BASE_BRANCH&head=${GITHUB_REPOSITORY%%/*}:$branch"
number=$(gh api "$open" --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh api --silent --method PATCH "$pulls/$number" -F "body=@$body"
else
  gh api --silent --method POST "$pulls" \
    -f "title=Adopt the service's API" -f "head=$branch" -f "base=$BASE_BRANCH" -F "body=@$body"
fi
