#!/usr/bin/env bash
# ./namro bench [reading|extraction|web|plans|work|targets]: figures and ratios of one run on this machine. web compares with Debian's Redmine; web, plans,
# work and targets run only when named. work and targets take --wards N (fewer than the whole) and --keep FOLDER (the data stays there, to be measured again).
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/scripts/install.sh"
cd "$root"
need_dotnet
if [ "${1:-}" = web ]; then
  exec "$root/bench/web/run.sh"
fi
bench=bench/NamRo.Benchmarks/bin/Release/net10.0/namro-bench.dll
dotnet build bench/NamRo.Benchmarks -c Release -v q -nologo
if [ "${1:-}" = work ] || [ "${1:-}" = targets ]; then
  need '/usr/lib/postgresql/*/bin/initdb' postgresql
  exec dotnet "$bench" "$@"
fi
need /usr/bin/time time chromium chromium pdftotext poppler-utils pdf2txt python3-pdfminer qpdf qpdf
dotnet build src/NamRo.CommandLine -c Release -v q -nologo
extractor=src/NamRo.CommandLine/bin/Release/net10.0/namro-extract.dll
for part in "${@:-reading extraction}"; do
  for one in $part; do
    echo "== $one"
    dotnet "$bench" "$one" tests/data "$extractor"
  done
done
