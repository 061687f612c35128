# Sourced by the scripts: where things are, and how to reach the database.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state="$root/.namro"
# shellcheck source=scripts/install.sh
source "$root/scripts/install.sh"
place=$("$root/scripts/place.sh" "$root")
host="$state/app/namro-host.dll"
port=8080
demo=
database=
owner=

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --demo) demo=--demo ;;
      --port) port=$2 && shift ;;
      --database) database=$2 && shift ;;
      --owner) owner=$2 && shift ;;
      *) echo "namro: không hiểu tham số $1" >&2 && exit 2 ;;
    esac
    shift
  done
}

# Without a server elsewhere, ours is needed too.
need_packages() {
  need_dotnet
  need npm npm
  need_reading
  [ -n "$database" ] || need '/usr/lib/postgresql/*/bin/initdb' postgresql
}

# With --database an existing server is used; else the private cluster is started.
open_database() {
  if [ -z "$database" ]; then
    "$root/scripts/postgres.sh" start "$place"
    database="Host=$place/run;Username=namro_app;Database=namro"
    owner="Host=$place/run;Username=namro_owner;Database=namro"
  fi
  export ConnectionStrings__Database="$database"
  export ConnectionStrings__Owner="${owner:-$database}"
}

# The process that serves this checkout, if it runs.
running_server() {
  local server
  server=$(cat "$state/server.pid" 2>/dev/null) && grep -q namro-host "/proc/$server/cmdline" 2>/dev/null && echo "$server"
}

# One hash of everything the published program is made of.
hash_sources() {
  (cd "$root" && find src Directory.* global.json .editorconfig BannedSymbols.txt -type f -not -path '*/bin/*' -not -path '*/obj/*' \
    -not -path '*/node_modules/*' -not -path '*/wwwroot/lib/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
}

# Publishes the host alone, compiled ahead (a page answers at once after a start), and only when a source has changed since.
build() {
  local stamp="$state/app.hash" sources
  sources=$(hash_sources)
  if [ ! -f "$host" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$sources" ]; then
    echo "Đang biên dịch..."
    rm -f "$stamp"
    # Compiling ahead asks for packages of this system; their list stays out of the locked ones.
    dotnet publish "$root/src/NamRo.Host" -c Release -r linux-x64 --self-contained false -o "$state/app" -v q -nologo \
      -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:NuGetLockFilePath=obj/published.lock.json
    echo "$sources" >"$stamp"
  fi
}

# timed NAME COMMAND...: runs it and notes its seconds in .namro/start.log.
timed() {
  local name=$1 began=$EPOCHREALTIME
  shift
  "$@"
  LC_ALL=C awk -v began="$began" -v ended="$EPOCHREALTIME" -v name="$name" 'BEGIN { printf "%-10s %6.1f s\n", name, ended - began }' \
    >>"$state/start.log"
}
