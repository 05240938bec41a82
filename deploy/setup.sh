#!/usr/bin/env bash
# Sets up what is missing for `make run` (argument: run), `make test` (test) or `make bench` (bench: all of test's too).
# Safe to repeat and to interrupt: a step counts as done only when its stamp is written after it.
# Exit 0: everything is in place; 2: one sentence says what to do.
set -euo pipefail

mode=${1:-run}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
log=out/setup.log
stamp=.venv/.draftwell
modules_stamp=node_modules/.draftwell
needed_version="3.11"

say() { printf 'setup: %s\n' "$*"; }

stop() {
  printf 'setup: %s\n' "$*" >&2
  exit 2
}

# Runs a command quietly; when it fails, shows the end of what it said and the given sentence.
quietly() {
  local sentence=$1
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    stop "$sentence"
  fi
}

# --- what is there -------------------------------------------------------------------------------------------------

recent() { "$1" -c "import sys; sys.exit(sys.version_info < tuple(map(int, '$needed_version'.split('.'))))" 2>/dev/null; }

find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if recent "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
}

present() {
  case $1 in
    command) command -v "$2" >/dev/null ;;
    library) [[ $libraries == *"$2 "* ]] ;;
    python) [ -n "$python" ] && "$python" -c "import $2" 2>/dev/null ;;
    file) compgen -G "$2" >/dev/null ;;
  esac
}

missing_packages() {
  local when package how what libraries
  libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || libraries=
  while read -r when package how what; do
    if [[ " $* " == *" $when "* ]] && ! present "$how" "$what"; then
      printf '%s ' "$package"
    fi
  done < <(grep -v '^#' deploy/system-packages.txt)
}

venv_works() {
  # Killed in the middle, pip may leave a package that looks installed and is not.
  [ ! -e .venv/.unfinished ] || return 1
  [ -x .venv/bin/python ] && recent .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null || return 1
  # A virtual environment does not survive being moved; Python notes where it made it.
  ! grep -q '^command = ' .venv/pyvenv.cfg || grep -qE "^command = .* ${root//./\\.}/\.venv$" .venv/pyvenv.cfg
}

sum() { sha256sum "$1" | cut -d ' ' -f 1; }

stamped() { grep -qxF "$2" "$1" 2>/dev/null; }

assets_ready() {
  [ -n "$python" ] && "$python" deploy/assets.py --check 2>/dev/null || return 1
  [ "$mode" = run ] || stamped "$modules_stamp" "$(sum package-lock.json)"
}

# --- system packages -----------------------------------------------------------------------------------------------

apt_install() {
  local privilege=$1
  shift
  $privilege dpkg --configure -a
  $privilege apt-get -o DPkg::Lock::Timeout=300 update || echo "the package lists could not be renewed; trying with the old ones"
  $privilege env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"
}

install_system_packages() {
  local packages=("$@") privilege
  command -v apt-get >/dev/null ||
    stop "these Debian packages, or this system's own names for them, must be installed first: ${packages[*]}"
  if [ "$(id -u)" = 0 ]; then
    privilege=
  elif sudo -n true 2>/dev/null; then
    privilege="sudo -n"
  else
    stop "system packages are missing; run this line, then the same make command again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
  fi
  say "installing system packages (${packages[*]}); $log shows how far it is"
  quietly "apt-get could not install them; the lines above say why." apt_install "$privilege" "${packages[@]}"
}

choose_python() {
  python=$(find_python)
  if [ -z "$python" ] && command -v python3 >/dev/null; then
    stop "Draftwell needs Python $needed_version or newer and this machine's python3 is $(python3 -V); install a newer one and name it: make PYTHON=/path/to/python3 …"
  fi
}

set_up_system() {
  local needs=(run) missing
  [ "$mode" = run ] || needs+=(test)
  [ "$mode" != bench ] || needs+=(bench)
  assets_ready || needs+=(assets)
  missing=$(missing_packages "${needs[@]}")
  if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # a list of package names
    install_system_packages $missing
    choose_python
    missing=$(missing_packages "${needs[@]}")
    [ -z "$missing" ] || stop "apt-get reported success, yet these are not usable: $missing"
  fi
}

# --- Python packages -----------------------------------------------------------------------------------------------

pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input install --quiet --progress-bar off "$@"; }

set_up_venv() {
  venv_works && return
  say "making .venv with $("$python" -V)"
  quietly "the virtual environment could not be made; the lines above say why." "$python" -m venv --clear .venv
}

install_locked() {
  local lock=$1
  stamped "$stamp" "$lock $(sum "$lock")" && return
  say "installing the Python packages of $lock"
  rm -f "$stamp"
  touch .venv/.unfinished
  quietly "the Python packages could not be installed; is the network there? Then run the same command again." \
    pip --require-hashes --no-deps -r "$lock"
}

install_project() {
  stamped "$stamp" "pyproject.toml $(sum pyproject.toml)" && return
  quietly "Draftwell itself could not be installed into .venv." pip --no-build-isolation --no-deps --editable .
  quietly "the PDF library does not load; the lines above say what it misses." .venv/bin/python -c 'import weasyprint'
}

write_stamp() {
  local file
  for file in requirements.lock pyproject.toml "$@"; do
    echo "$file $(sum "$file")"
  done >"$stamp.new"
  mv "$stamp.new" "$stamp"
  rm -f .venv/.unfinished
}

set_up_python() {
  local lock=requirements.lock also=()
  [ "$mode" = run ] || lock=requirements-dev.lock
  set_up_venv
  install_locked "$lock"
  # The larger lock holds the smaller one whole; what is installed of it stays known.
  if [ "$mode" != run ] || stamped "$stamp" "requirements-dev.lock $(sum requirements-dev.lock)"; then
    also=(requirements-dev.lock)
  fi
  install_project
  write_stamp "${also[@]}"
}

# --- browser files -------------------------------------------------------------------------------------------------

set_up_assets() {
  assets_ready && return
  say "fetching the browser files"
  local omit=()
  [ "$mode" = test ] || omit=(--omit=dev)
  quietly "the browser files could not be fetched; is the network there? Then run the same command again." \
    npm ci --ignore-scripts --no-audit --no-fund "${omit[@]}"
  quietly "the browser files are not the ones this version was made with." .venv/bin/python deploy/assets.py
  [ "$mode" = run ] || sum package-lock.json >"$modules_stamp"
}

[[ " run test bench " == *" $mode "* ]] || stop "say run, test or bench, not $mode."
mkdir -p out
if command -v flock >/dev/null; then
  exec 9>out/.setup.lock
  flock 9
fi
choose_python
set_up_system
set_up_python
set_up_assets
