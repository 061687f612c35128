#!/usr/bin/env bash
# ./namro extract: builds what reading and extraction need (no web, no database) when the sources changed, then runs it.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/scripts/install.sh"
need_dotnet
need_reading
out="$root/.namro/extract"
stamp="$out/.built"
if [ ! -f "$stamp" ] || [ -n "$(find "$root/src/NamRo.Language" "$root/src/NamRo.Reading" "$root/src/NamRo.Extraction" "$root/src/NamRo.CommandLine" "$root/Directory.Build.props" "$root/Directory.Packages.props" -newer "$stamp" -type f -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; then
  log="$(mktemp)"
  if ! dotnet publish "$root/src/NamRo.CommandLine" -c Release -o "$out" -v q -nologo > "$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 3
  fi
  rm -f "$log"
  touch "$stamp"
fi
exec dotnet "$out/namro-extract.dll" "$@"
