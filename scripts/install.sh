# Sourced by the other scripts: makes sure that the named Debian packages are there.
# usage: need COMMAND_OR_FILE PACKAGE [COMMAND_OR_FILE PACKAGE ...]
need() {
  local missing=()
  while [ $# -gt 0 ]; do
    if [ "${1#/}" != "$1" ]; then
      compgen -G "$1" > /dev/null || missing+=("$2")
    else
      command -v "$1" > /dev/null 2>&1 || missing+=("$2")
    fi
    shift 2
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local list="${missing[*]}"
  local run=()
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo > /dev/null 2>&1 && sudo -n true 2> /dev/null; then
      run=(sudo -n)
    else
      echo "Thiếu gói: $list. Hãy chạy: sudo apt-get install $list" >&2
      return 3
    fi
  fi
  echo "Đang cài: $list" >&2
  local log
  log="$(mktemp)"
  if ! { "${run[@]}" apt-get -o DPkg::Lock::Timeout=500 update -qq && DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get -o DPkg::Lock::Timeout=500 install -y -qq --no-install-recommends "${missing[@]}"; } > "$log" 2>&1; then
    tail -5 "$log" >&2
    rm -f "$log"
    echo "Không cài được. Hãy chạy: sudo apt-get install $list" >&2
    return 3
  fi
  rm -f "$log"
}

# What reading a PDF, a scan or a damaged file takes.
need_reading() {
  need qpdf qpdf pdftoppm poppler-utils '/usr/lib/*/libtesseract.so.5' libtesseract5 '/usr/share/tesseract-ocr/*/tessdata/vie.traineddata' tesseract-ocr-vie
}

# The .NET SDK is not a Debian package: it is only named.
need_dotnet() {
  if ! command -v dotnet > /dev/null 2>&1; then
    echo "Thiếu .NET SDK 10 (lệnh dotnet). Cài theo hướng dẫn của nhà phát hành cho hệ điều hành này rồi chạy lại." >&2
    return 3
  fi
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off
