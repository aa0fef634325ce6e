#!/usr/bin/env bash
# Runs every test: `tests/run.sh`, or with arguments for `dotnet test`, such as `--filter Seed`. Installs what is missing where
# it may (tests/setup.sh), shows what was skipped and why, and ends with "N passed, N failed, N skipped" over all projects.
# A restore, build or test program that breaks counts as one failure. With CI=true nothing may be skipped.
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tests end before it pays that the runtime watches how code runs: a fifth of their processor time.
export DOTNET_TieredPGO=0

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
broken=${CLAIMTRACKER_FAILED_CHECKS:-0} # .ci/run's own checks

outcomes() { # how many tests ended so
  cat "$results"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*' | grep -c " outcome=\"$1\""
}

skipped_tests() { # name and reason of each
  cat "$results"/*.trx 2>/dev/null | tr -d '\r' | awk '
    /<UnitTestResult / { name = ""; if (/ outcome="NotExecuted"/ && match($0, / testName="[^"]*"/)) name = substr($0, RSTART + 11, RLENGTH - 12) }
    name != "" && match($0, /<(Message|StdOut)>[^<]*/) { print name ": " substr($0, RSTART + index(substr($0, RSTART), ">"), RLENGTH - index(substr($0, RSTART), ">")); name = "" }' |
    sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

slowest_tests() { # seconds and name of the ten that took longest
  cat "$results"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*' |
    sed -n 's/.* testName="\([^"]*\)".* duration="\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\2 \3 \4 \1/p' |
    awk '{ seconds = $1 * 3600 + $2 * 60 + $3; $1 = $2 = $3 = ""; printf "%6.1f s%s\n", seconds, $0 }' | sort -rn | head -10
}

finish() {
  local passed failed skipped
  passed=$(outcomes Passed)
  failed=$(($(outcomes Failed) + broken))
  skipped=$(outcomes NotExecuted)
  if [ "$skipped" -gt 0 ]; then
    echo 'Skipped:'
    skipped_tests | sort | sed 's/^/  /'
  fi
  echo 'Slowest:'
  slowest_tests
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && { [ "$skipped" -eq 0 ] || [ "${CI:-}" != true ]; }
  exit
}

tests/setup.sh

# .ci/run has restored and built already, and counted what broke.
if [ -z "${CLAIMTRACKER_FAILED_CHECKS+set}" ] && { ! dotnet restore --locked-mode || ! dotnet build --no-restore --nologo -v q; }; then
  broken=$((broken + 1))
  finish
fi

# One project after the other: each starts its own PostgreSQL or browser.
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" </dev/null
  code=$?
  if [ "$code" -ne 0 ] && ! grep -qs '<UnitTestResult [^>]* outcome="Failed"' "$results/$name.trx"; then
    echo "$name broke off."
    broken=$((broken + 1))
  fi
done
finish
