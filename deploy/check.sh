#!/usr/bin/env bash
# Runs every check and test, goes on after a failure so that all is seen at once, and ends with a table. Exit 1 if one failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

table=()
failed=0

step() {
  local name=$1 before=$SECONDS result=ok
  shift
  printf '\n== %s\n' "$name"
  if ! "$@"; then
    result=FAILED
    failed=1
  fi
  table+=("$(printf '%-34s %-7s %4d s' "$name" "$result" $((SECONDS - before)))")
}

bin=.venv/bin
step "lint (ruff check)" $bin/ruff check --quiet .
step "layout (ruff format)" $bin/ruff format --quiet --check .
step "types (mypy)" $bin/mypy
step "floors (import-linter)" $bin/lint-imports
step "forms (draftwell check)" $bin/draftwell check
step "tests (pytest)" $bin/pytest -n 2 --dist loadfile --cov --cov-report=html:out/coverage --cov-report= "$@"

printf '\n'
printf '%s\n' "${table[@]}"
printf 'Branch coverage %s %%, by file in out/coverage/index.html\n' "$($bin/coverage report --format=total 2>/dev/null || echo 0)"
[ $failed = 0 ] && echo "All checks are fine." || echo "At least one check FAILED; its output stands above."
exit $failed
