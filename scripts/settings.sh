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

# Publishes only when a source is newer than the last publish: a second start takes seconds.
build() {
  local stamp="$state/app.stamp"
  if [ ! -f "$stamp" ] || [ -n "$(find "$root/src" "$root"/Directory.* -newer "$stamp" -type f \
      -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/lib/*' -print -quit)" ]; then
    echo "Đang biên dịch..."
    touch "$stamp.new"
    dotnet publish "$root/src/NamRo.Host" -c Release -o "$state/app" -v q -nologo -p:PublishReadyToRun=false
    mv "$stamp.new" "$stamp"
  fi
}
