#!/usr/bin/env bash
# ./namro start [--demo] [--port N] [--database CONNECTION [--owner CONNECTION]]: database, build, migrate, then web and worker until Ctrl+C.
set -euo pipefail

source "$(dirname "$0")/settings.sh"

# Until the first page can be had, or the server has ended.
wait_until_ready() {
  until (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3 && grep -q '^HTTP/1.1 200' <&3) 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || return 0
    sleep 0.1
  done
}
read_options "$@"
if server=$(running_server); then
  echo "Năm Rõ của thư mục này đang chạy rồi (tiến trình $server). Dừng bằng: ./namro stop" >&2
  exit 1
fi
echo "# $(date -u +%FT%TZ) start $demo" >>"$state/start.log"
timed packages need_packages
timed build build
timed database open_database
timed migrate dotnet "$host" migrate $demo
export ASPNETCORE_URLS="http://localhost:$port" Logging__LogLevel__Default="${NAMRO_LOG:-Warning}" Files__Directory="$state/files"
# Fewer arenas of the C library: 20 to 60 MB less memory at the same speed.
export MALLOC_ARENA_MAX=2
code=0
dotnet "$host" web worker --contentRoot "$state/app" &
server=$!
echo "$server" >"$state/server.pid"
trap 'kill -TERM "$server" 2>/dev/null || true' INT TERM
timed serve wait_until_ready
kill -0 "$server" 2>/dev/null && echo "Năm Rõ đang chạy tại http://localhost:$port  (dừng: Ctrl+C)"
# The first wait is cut short by the signal, the second sees the server's orderly end.
wait "$server" || code=$?
wait "$server" 2>/dev/null || true
rm -f "$state/server.pid"
[ -n "${ConnectionStrings__Database##*"$place"*}" ] || "$root/scripts/postgres.sh" stop "$place"
[ "$code" = 130 ] || [ "$code" = 143 ] && code=0
exit "$code"
