# make run opens the app, make test checks everything; both first set up what is missing (packaging/setup.sh).
PYTHON := .venv/bin/python
export PYTHONUTF8 = 1
# Every process of the tests would else compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test format shots bench torture package lock audit clean

run:
	@packaging/setup.sh run
	@packaging/run.sh

test: export QT_QPA_PLATFORM = offscreen
test:
	@packaging/setup.sh test
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -n auto --dist worksteal

# Puts the code into our shape and mends what can be mended without thinking.
format:
	@packaging/setup.sh test
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

# Draws a picture of every page, view and paper into out/shots.
shots: export QT_QPA_PLATFORM = offscreen
shots: export ELEPHANTS_SHOTS = $(CURDIR)/out/shots
shots:
	@packaging/setup.sh test
	@mkdir -p out/shots
	$(PYTHON) -m pytest -m shots
	@echo "The pictures are in out/shots."

# Measures what we promise about speed and memory, side by side with the floors.
bench: export QT_QPA_PLATFORM = offscreen
bench:
	@packaging/setup.sh test
	@for program in benchmarks/[!_]*.py; do $(PYTHON) -m "benchmarks.$$(basename "$$program" .py)" || broken=1; done; exit $${broken:-0}

# The long and random tests.
torture: export QT_QPA_PLATFORM = offscreen
torture:
	@packaging/setup.sh test
	$(PYTHON) -m pytest -m torture -n auto --dist worksteal

# Builds the program as a folder, and as a .deb on Debian and Ubuntu, in dist (docs/packaging.md).
package:
	@packaging/setup.sh test
	@packaging/package.sh

# Remakes the locked packages from pyproject.toml (needs the network; commit what it changes).
lock:
	@packaging/setup.sh run
	packaging/lock.sh

# Asks whether a hole is known in any locked package (needs the network, and tells it their names; not part of make test).
audit:
	@packaging/setup.sh run
	@packaging/audit.sh

clean:
	rm -rf .venv out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find elephants tests -name __pycache__ -type d -prune -exec rm -rf {} +
