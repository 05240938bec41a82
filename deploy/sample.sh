#!/usr/bin/env bash
# Writes one packet of an invented client to out/sample/, so that there is something to look at before anything is typed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

form=$1 answers=$2
rm -rf out/sample.new
.venv/bin/draftwell assemble "$form" "$answers" --out out/sample.new --office office.example.yaml
rm -rf out/sample
mv out/sample.new out/sample
echo "A sample packet of an invented client ($answers) is in out/sample/ for you to open."
