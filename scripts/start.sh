#!/usr/bin/env bash
# ./namro start [--demo] [--port N] [--database CONNECTION [--owner CONNECTION]]: database, build, migrate, then web and worker until Ctrl+C.
set -euo pipefail

source "$(dirname "$0")/settings.sh"
read_options "$@"
if server=$(running_server); then
  echo "Năm Rõ của thư mục này đang chạy rồi (tiến trình $server). Dừng bằng: ./namro stop" >&2
  exit 1
fi
need_packages
build
open_database
dotnet "$host" migrate $demo
echo "Năm Rõ đang chạy tại http://localhost:$port  (dừng: Ctrl+C)"
export ASPNETCORE_URLS="http://localhost:$port" Logging__LogLevel__Default="${NAMRO_LOG:-Warning}" Files__Directory="$state/files"
code=0
dotnet "$host" web worker --contentRoot "$state/app" &
server=$!
echo "$server" >"$state/server.pid"
trap 'kill -TERM "$server" 2>/dev/null || true' INT TERM
# The first wait is cut short by the signal, the second sees the server's orderly end.
wait "$server" || code=$?
wait "$server" 2>/dev/null || true
rm -f "$state/server.pid"
[ -n "${ConnectionStrings__Database##*"$place"*}" ] || "$root/scripts/postgres.sh" stop "$place"
[ "$code" = 130 ] || [ "$code" = 143 ] && code=0
exit "$code"
