#!/usr/bin/env bash
# Writes one packet of an invented client to out/sample/, so that there is something to look at before anything is typed.
# Arguments: a form, and an answer file; without one, the form's own example answers are used and left beside the packet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

form=$1 answers=${2:-}
if [ -z "$answers" ]; then
  answers=out/sample-answers.yaml
  .venv/bin/draftwell answers "$form" >"$answers"
fi
rm -rf out/sample
.venv/bin/draftwell assemble "$form" "$answers" --out out/sample --office office.example.yaml
echo "A sample packet of an invented client is in out/sample/ for you to open; its answers are in $answers."
