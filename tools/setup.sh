#!/usr/bin/env bash
# Installs what is missing on this machine, and nothing else. A second call looks and leaves.
#   tools/setup.sh build         what building and running need: the Debian packages of tools/packages-build.txt, and npm's
#   tools/setup.sh build test    and what the tests need; likewise bench, clang
set -euo pipefail
cd "$(dirname "$0")/.."

packages() {
  for purpose in "$@"; do grep -Ev '^[[:space:]]*(#|$)' "tools/packages-$purpose.txt"; done
}

missing() {
  packages "$@" | sort -u | while read -r package _ _ command; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] && continue
    [ -n "$command" ] && command -v "$command" >/dev/null || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  local wanted
  wanted=$(missing "$@" | tr '\n' ' ')
  [ -n "$wanted" ] || return 0
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Goldenthread is built on Debian 12. On another system install what these packages hold: $wanted" >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "These packages are missing. Ask an administrator to run: apt-get install --no-install-recommends $wanted" >&2
    exit 1
  fi
  echo "Installing: $wanted"
  local apt=(apt-get -q -y -o DPkg::Lock::Timeout=600)
  as_root "${apt[@]}" update >/dev/null
  # shellcheck disable=SC2086  # a list of names
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" -o Dpkg::Use-Pty=0 install --no-install-recommends $wanted \
    >"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
}

# The stamp names the lock that the npm packages came from.
install_npm_packages() {
  local stamp=node_modules/.goldenthread lock
  lock=$(sha256sum package-lock.json | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null)" != "$lock" ] || return 0
  echo "Fetching npm packages"
  npm ci --no-audit --no-fund --loglevel=error >"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
  echo "$lock" >"$stamp"
}

# The analysis engine: its library comes with npm's packages, its header from a package of the same makers that is looked into but
# not installed. With DUCKDB_ROOT set, both are taken from there.
put_duckdb_in_place() {
  local place=node_modules/.duckdb version=1.4.4 sum=cbe6a827284375c5a646b8f27dbd3a00808ce8738b5bbb49c190cb1e08540281 found
  [ -z "${DUCKDB_ROOT:-}" ] || return 0
  mkdir -p "$place/include" "$place/lib"
  for found in node_modules/@duckdb/node-bindings-linux-*/libduckdb.so; do
    [ -f "$found" ] || { echo "There is no DuckDB for this machine among the npm packages. Install it and set DUCKDB_ROOT." >&2; exit 1; }
    ln -sf "../../../$found" "$place/lib/libduckdb.so"
  done
  echo "$sum  $place/include/duckdb.h" | sha256sum --check --status 2>/dev/null && return 0
  echo "Fetching the header of DuckDB"
  (cd "$place" && npm pack "duckdb@$version" --silent >/dev/null && tar xzf "duckdb-$version.tgz" --strip-components=5 -C include package/src/duckdb/src/include/duckdb.h)
  rm -f "$place/duckdb-$version.tgz"
  echo "$sum  $place/include/duckdb.h" | sha256sum --check --quiet || { echo "The header of DuckDB is not the one we know." >&2; exit 1; }
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ $# -gt 0 ] || set -- build
install_packages "$@"
install_npm_packages
put_duckdb_in_place
