# The two commands a newcomer needs are `make run` and `make test`; `make help` lists the others.
.DEFAULT_GOAL := help
.PHONY: help setup run test proof bench lock

PYTHON ?=
export PYTHON
FORM ?= mo/wage_claim
# An answer file; empty for the form's own example answers.
SAMPLE ?=

help: ## List these commands
	@sed -n 's/^\([a-z]*\): ## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## Set up what is missing; quick when nothing is
	@deploy/setup.sh run
	@echo "setup: everything is in place"

run: ## Set up, write a sample packet to out/sample/, serve on http://localhost:8000
	@deploy/setup.sh run
	@deploy/sample.sh "$(FORM)" "$(SAMPLE)"
	@exec .venv/bin/draftwell serve --office office.example.yaml

test: ## Set up, then every check and test that fits a working day
	@deploy/setup.sh test
	@deploy/check.sh

proof: ## The full figures of the README's promises, written to bench/proof.md (up to 40 minutes)
	@deploy/setup.sh test
	@rm -f out/figures.jsonl out/proof.xml
	@HYPOTHESIS_PROFILE=proof deploy/check.sh -m "proof or not proof" --junit-xml=out/proof.xml
	@.venv/bin/python -m bench.proof

bench: ## Speed beside peers and a yardstick of the same run (about 15 minutes; keep the machine quiet)
	@deploy/setup.sh bench
	@.venv/bin/python -m bench

lock: ## Renew the locked versions of everything (CONTRIBUTING.md)
	@deploy/lock.sh
