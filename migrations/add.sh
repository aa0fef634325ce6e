#!/usr/bin/env bash
# Adds a migration to both sets, or to none: migrations/add.sh AddClaimPlace
set -eu
name=${1:?'usage: migrations/add.sh NameOfTheChange'}
cd "$(dirname "$0")"

before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
for set in ClaimTracker.Migrations.*; do mkdir "$before/$set" && cp -r "$set/Migrations" "$before/$set"; done

dotnet tool restore >/dev/null
for project in ClaimTracker.Migrations.Sqlite ClaimTracker.Migrations.Postgres; do
  if ! dotnet ef migrations add "$name" --project "$project"; then
    rm -rf ClaimTracker.Migrations.*/Migrations
    cp -r "$before"/. .
    echo 'Not added: both sets are as they were.' >&2
    exit 1
  fi
done
