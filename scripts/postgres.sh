#!/usr/bin/env bash
# A private PostgreSQL cluster: postgres.sh start|stop DIRECTORY. It listens on a socket in DIRECTORY/run only, so no other cluster is touched and no
# password exists: the operating system vouches for the user (peer), and a map lets that user act as the owner or as the application.
set -euo pipefail

command=$1
directory=$2
here_user=$(id -un)

as_server() {
  # initdb and the server refuse to run as root.
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- env -i PATH="$PATH" TZ=UTC LC_ALL=C.UTF-8 "$@")
  else
    (cd / && env TZ=UTC LC_ALL=C.UTF-8 "$@")
  fi
}

find_tools() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -x "${found:-}/initdb" ] || found=$(pg_config --bindir 2>/dev/null || true)
  if [ ! -x "${found:-}/initdb" ]; then
    echo "PostgreSQL is not installed (package postgresql)." >&2
    exit 1
  fi
  PATH="$found:$PATH"
}

create_cluster() {
  as_server initdb -D "$directory/data" -U postgres -E UTF8 --locale-provider=icu --icu-locale=und --locale=C.UTF-8 \
    --auth-local=peer --auth-host=reject --data-checksums --no-instructions >/dev/null
  {
    echo "namro $here_user namro_owner"
    echo "namro $here_user namro_app"
    echo "namro $here_user postgres"
    [ "$here_user" = postgres ] || echo "namro postgres postgres"
  } | as_server tee "$directory/data/pg_ident.conf" >/dev/null
  echo "local all all peer map=namro" | as_server tee "$directory/data/pg_hba.conf" >/dev/null
}

create_roles() {
  as_server psql -qX -h "$directory/run" -U postgres -d postgres -v ON_ERROR_STOP=1 <<'SQL'
select 'create role namro_owner login createdb' where not exists (select from pg_roles where rolname = 'namro_owner') \gexec
select 'create role namro_app login nosuperuser nobypassrls' where not exists (select from pg_roles where rolname = 'namro_app') \gexec
select 'create database namro owner namro_owner' where not exists (select from pg_database where datname = 'namro') \gexec
SQL
  as_server psql -qX -h "$directory/run" -U postgres -d template1 -c 'create extension if not exists unaccent' -c 'create extension if not exists pg_trgm'
  as_server psql -qX -h "$directory/run" -U postgres -d namro -c 'create extension if not exists unaccent' -c 'create extension if not exists pg_trgm'
}

start() {
  local settings="-c listen_addresses= -c unix_socket_directories=$directory/run -c unix_socket_permissions=0777 -c timezone=UTC ${NAMRO_POSTGRES_SETTINGS:-}"
  mkdir -p "$directory/run"
  [ "$(id -u)" != 0 ] || chown postgres "$directory" "$directory/run"
  [ -f "$directory/data/PG_VERSION" ] || create_cluster
  if ! as_server pg_ctl -D "$directory/data" status >/dev/null 2>&1; then
    as_server pg_ctl -D "$directory/data" -w -t 60 -l "$directory/log" -o "$settings" start >/dev/null || {
      tail -5 "$directory/log" >&2
      exit 1
    }
  fi
  [ -f "$directory/ready" ] || { create_roles && as_server touch "$directory/ready"; }
}

stop() {
  as_server pg_ctl -D "$directory/data" status >/dev/null 2>&1 || return 0
  as_server pg_ctl -D "$directory/data" -m fast -w stop >/dev/null
}

find_tools
case $command in
  start) start ;;
  stop) stop ;;
  *) echo "postgres.sh start|stop DIRECTORY" >&2 && exit 2 ;;
esac
