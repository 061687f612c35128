#!/usr/bin/env bash
# Prints the directory of this checkout's private cluster: .namro/postgres, or a place the server's user can reach (as when the checkout lies
# under /root), or a short one when the socket's path would be too long for the system (107 bytes).
set -euo pipefail

place="$1/.namro/postgres"
mkdir -p "$1/.namro"
can_reach() { [ "$(id -u)" != 0 ] || runuser -u postgres -- test -x "$1/.namro"; }
if [ "${#place}" -gt 80 ] || ! can_reach "$1"; then
  place="/var/tmp/namro-$(id -u)-$(printf %s "$1" | sha256sum | cut -c1-12)"
fi
mkdir -p "$place"
printf '%s\n' "$place"
