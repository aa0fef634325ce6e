#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK (Chromium, PostgreSQL's server programs, Node.js, Java, ICU) where it is missing and may
# be installed: on Debian and its relatives, as root or with a sudo that asks nothing. Otherwise it says what is missing, and
# the tests that need it show as skipped. It never fails.
set -u

missing=()
reasons=()
need() { missing+=("$1"); reasons+=("$1 ($2)"); }

command -v chromium chromium-browser google-chrome >/dev/null || need chromium 'browser tests'
command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || need postgresql 'every data test, a second time'
{ command -v node && command -v npm; } >/dev/null || need 'nodejs npm' "Lighthouse's scores of readers' pages, and clients of the API that others wrote"
command -v java >/dev/null || need default-jre-headless 'the checker of HTML'
[ "$(uname)" != Linux ] || ldconfig -p 2>/dev/null | grep -q libicuuc || /sbin/ldconfig -p 2>/dev/null | grep -q libicuuc || need libicu-dev 'Arabic and English dates and sorting'

[ ${#missing[@]} -gt 0 ] || exit 0
printf 'Missing: %s\n' "${reasons[@]}"

if [ "$(id -u)" = 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null </dev/null; then
  as_root=(sudo -n)
else
  echo 'Not installed: needs root.'
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo 'Not installed: no apt-get here.'
  exit 0
fi

"${as_root[@]}" apt-get update -q </dev/null >/dev/null 2>&1
for package in "${missing[@]}"; do
  if "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $package </dev/null >/dev/null 2>&1; then
    echo "Installed: $package"
  else
    echo "Not installed: $package (apt-get failed)"
  fi
done
exit 0
