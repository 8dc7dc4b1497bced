# shellcheck shell=bash
# Sets up a bare Debian 12 or Ubuntu 24.04 machine; read by the other scripts, which then work in the
# repository's folder. It changes nothing where everything is there.

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." >/dev/null || exit 1

# What Qt needs for its offscreen and X11 windows, and the kiosk for its sound.
PACKAGES="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4
  libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 alsa-utils"

say() { printf '%s\n' "$*"; }
give_up() { printf '%s\n' "$*" >&2; exit 1; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Says which Python to build with: 3.11 or newer, able to make virtual environments.
find_python() {
  local python
  for python in python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3; do
    "$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    command -v "$python" && return
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  elif [ -t 0 ]; then sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

install_packages() {  # the log's name, then the packages
  local log=$1; shift
  as_root apt-get update >"$log" 2>&1 || return 1
  # Ubuntu 24.04 and Debian 13 gave one of them a new name.
  if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then set -- "${@/#%libglib2.0-0/libglib2.0-0t64}"; fi
  as_root apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1
}

# Installs what is missing of the system packages; more of them may be named.
need_packages() {
  local package missing=() log
  command -v dpkg-query >/dev/null || { say "No Debian packages here: Qt's libraries must already be there."; return; }
  for package in $PACKAGES "$@"; do
    is_installed "$package" || is_installed "${package}t64" || missing+=("$package")
  done
  find_python >/dev/null || missing+=(python3 python3-venv)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing system packages: ${missing[*]}"
  log=$(mktemp)
  install_packages "$log" "${missing[@]}" || {
    tail -n 5 "$log" >&2
    give_up "These packages could not be installed; please run as root: apt-get install ${missing[*]}"
  }
  rm -f "$log"
}

# Makes .venv and installs what a lock file pins, again only when that file has changed.
need_venv() {
  local lock=$1 stamp=.venv/.$1.sha256 python
  if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$(find_python) || give_up "Python 3.11 or newer is needed, with its venv module, and none was found."
    say "Making a virtual environment in .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
  fi
  sha256sum --status -c "$stamp" 2>/dev/null && return
  say "Installing Python packages from $lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock" ||
    give_up "The Python packages in $lock could not be installed; what pip said stands above."
  sha256sum "$lock" >"$stamp"
}
