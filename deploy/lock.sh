#!/usr/bin/env bash
# Renews requirements.lock, requirements-dev.lock and package-lock.json to the newest versions the ranges allow.
# No lock file holds an address: pip and npm ask whatever index their own settings name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check uv

compile=("$tools/bin/uv" pip compile --universal --generate-hashes --no-header --quiet --upgrade)
"${compile[@]}" --group install pyproject.toml -o requirements.lock
"${compile[@]}" --group install --group dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock
npm update --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

if grep -nE '://|^-' requirements.lock requirements-dev.lock || grep -n '"resolved"' package-lock.json; then
  echo "The lines above hold an address; take them out before committing." >&2
  exit 1
fi
echo "Locked. If package-lock.json changed: npm ci --ignore-scripts && .venv/bin/python deploy/assets.py --record"
