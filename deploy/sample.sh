#!/usr/bin/env bash
# Writes one packet of an invented client to out/sample/, so that there is something to look at before anything is typed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

form=$1 answers=$2
rm -rf out/sample
.venv/bin/draftwell assemble "$form" "$answers" --out out/sample --office office.example.yaml
echo "A sample packet of an invented client ($answers) is in out/sample/ for you to open."
