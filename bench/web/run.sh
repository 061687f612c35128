#!/usr/bin/env bash
# ./namro bench web: signed-in lists of 50 rows, a detail and an export, ours against Debian's Redmine, on one fresh PostgreSQL with Debian's settings. As
# root: Redmine runs as www-data. NAMRO_BENCH_RUNS (3) and NAMRO_BENCH_SECONDS (6) say how long; NAMRO_BENCH_APP names a folder that is published already.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
source "$root/scripts/install.sh"
[ "$(id -u)" = 0 ] || { echo "Redmine must run as www-data: start this as root." >&2; exit 2; }
need wrk wrk
need '/usr/lib/postgresql/*/bin/initdb' postgresql
need python3 python3
need psql postgresql-client
if [ ! -d /usr/share/redmine ]; then
  echo "redmine redmine/instances/default/dbconfig-install boolean false" | debconf-set-selections
fi
need '/usr/share/redmine/config.ru' redmine
need '/usr/share/doc/redmine-pgsql' redmine-pgsql
need apache2 apache2
need '/usr/lib/apache2/modules/mod_passenger.so' libapache2-mod-passenger

work=/var/tmp/namro-bench
port=8091
mkdir -p "$work"
app="${NAMRO_BENCH_APP:-$work/app}"
[ -n "${NAMRO_BENCH_APP:-}" ] || dotnet publish "$root/src/NamRo.Host" -c Release -r linux-x64 --self-contained false -o "$app" -v q -nologo -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/published.lock.json
if [ -d "$work/postgres" ]; then
  "$root/scripts/postgres.sh" stop "$work/postgres"
  rm -rf "$work/postgres"
fi
mkdir -p "$work/postgres"
"$root/scripts/postgres.sh" start "$work/postgres"
finish() {
  [ ! -f "$work/redmine/apache.conf" ] || apache2 -f "$work/redmine/apache.conf" -k stop || true
  "$root/scripts/postgres.sh" stop "$work/postgres"
}
trap finish EXIT
if ! grep -q '^local redmine' "$work/postgres/data/pg_hba.conf"; then
  # This cluster exists for the measurement only, and only on a socket.
  sed -i '1i local redmine redmine trust' "$work/postgres/data/pg_hba.conf"
  runuser -u postgres -- psql -qX -h "$work/postgres/run" -d postgres -c "create role redmine login" -c "create database redmine owner redmine" \
    -c "select pg_reload_conf()" >/dev/null
fi
"$here/redmine.sh" "$work/postgres/run" "$port" "$work/redmine"
runuser -u postgres -- psql -qX -h "$work/postgres/run" -d redmine -c "vacuum analyze"
"$here/bench_web.py" "$app" "$work/postgres/run" "$work" "$port"
