# Two commands do everything: `make run` and `make test`. The others are here too.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.developed

.PHONY: setup run chat ask test lint exam noise bench torture load pictures lock clean

setup: $(INSTALLED)                     ## virtual environment with the locked dependencies

$(INSTALLED): requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(DEVELOPED): requirements/dev.lock $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

run: setup                              ## serve: every configured channel, the web page, the reminders
	$(BIN)/python bot.py serve

chat: setup                             ## talk to it in this terminal
	$(BIN)/python bot.py chat

ask: setup                              ## make ask Q=全区知名品牌多少个？
	$(BIN)/python bot.py ask "$(Q)"

test: $(DEVELOPED)                      ## every test; HYPOTHESIS_PROFILE=deep tries other, and more, examples
	$(BIN)/python -m pytest -n 2

lint: $(DEVELOPED)                      ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

exam: $(DEVELOPED)                      ## quality: both halves of the question sets
	$(BIN)/python -m tests.conversations.exam

noise: $(DEVELOPED)                     ## quality: right questions, mistyped
	$(BIN)/python -m tests.conversations.noise

bench: $(DEVELOPED)                     ## speed and recall beside peers, in one run
	$(BIN)/python -m tests.bench.bench

torture: $(DEVELOPED)                   ## reliability: 10,000 reminders, 200 kills
	$(BIN)/python -m tests.torture

load: $(DEVELOPED)                      ## 50 questions a second for two minutes through the HTTP interface
	$(BIN)/python -m tests.bench.load

pictures: $(DEVELOPED)                  ## the pictures of the page in docs/pictures
	$(BIN)/python -m tests.conversations.browser.pictures

lock:                                   ## renew the hashed locks (needs uv; hashes, no addresses)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet requirements.txt -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet requirements/dev.txt -o requirements/dev.lock

clean:
	rm -rf $(VENV) var
