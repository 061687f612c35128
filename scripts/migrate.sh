#!/usr/bin/env bash
# ./namro migrate [--demo] [--database CONNECTION --owner CONNECTION]: brings the database up to date and stops.
set -euo pipefail

source "$(dirname "$0")/settings.sh"
read_options "$@"
need_packages
build
open_database
dotnet "$host" migrate $demo
