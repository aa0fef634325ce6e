#!/usr/bin/env bash
# Builds the program of the previous issue's last commit, whose databases the upgrade tests open, in a folder outside this one, and
# prints where it is:
#   export CLAIMTRACKER_PREVIOUS_PROGRAM=$(tests/upgrade.sh)
# A second call uses what the first has built.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

previous=5f14301 # raised when an issue is closed

if ! git cat-file -e "$previous^{commit}" 2>/dev/null && [ "$(git rev-parse --is-shallow-repository)" = true ]; then
  git fetch --quiet --unshallow >&2 || echo "The rest of the history cannot be fetched." >&2
fi
if ! git cat-file -e "$previous^{commit}" 2>/dev/null; then
  echo "The upgrade tests need commit $previous of this repository, which this clone does not hold: clone the whole history, or run git fetch --unshallow." >&2
  exit 1
fi

folder=${TMPDIR:-/tmp}/claimtracker-previous-$previous-$(id -u)
program=$folder/src/ClaimTracker.Web/bin/Debug/net10.0/ClaimTracker.Web.dll
if [ ! -e "$folder/built" ]; then
  rm -rf "$folder"
  mkdir -m 700 "$folder"
  git archive "$previous" | tar -x -C "$folder"
  (cd "$folder" && dotnet build src/ClaimTracker.Web -v q --nologo -p:RunAnalyzers=false >&2)
  touch "$folder/built"
fi
echo "$program"
