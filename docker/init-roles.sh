#!/bin/bash
# Runs once, when the database is made: the owner migrates, the application role only does what migrations granted.
set -euo pipefail

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres --dbname=sluiswachter \
  --set=owner_password="$(cat /run/secrets/owner_password)" \
  --set=app_password="$(cat /run/secrets/app_password)" <<'SQL'
create role sluiswachter_owner login nosuperuser nocreatedb nocreaterole noinherit noreplication password :'owner_password';
create role sluiswachter_app login nosuperuser nocreatedb nocreaterole noinherit noreplication password :'app_password';
alter database sluiswachter owner to sluiswachter_owner;
revoke all on database sluiswachter from public;
grant connect on database sluiswachter to sluiswachter_app;
SQL
