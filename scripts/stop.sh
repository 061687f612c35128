#!/usr/bin/env bash
# ./namro stop: ends this checkout's server and its private PostgreSQL, if they run.
set -euo pipefail

source "$(dirname "$0")/settings.sh"
if server=$(running_server); then
  kill -TERM "$server"
  tail --pid="$server" -f /dev/null
fi
"$root/scripts/postgres.sh" stop "$place"
