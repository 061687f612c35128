#!/usr/bin/env bash
# ./namro bench [reading|extraction|web|targets|plans]: figures and ratios of one run on this machine. web compares with Debian's Redmine; web, targets and
# plans run only when named.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/scripts/install.sh"
cd "$root"
need_dotnet
if [ "${1:-}" = web ]; then
  exec "$root/bench/web/run.sh"
fi
need /usr/bin/time time chromium chromium pdftotext poppler-utils pdf2txt python3-pdfminer qpdf qpdf
dotnet build bench/NamRo.Benchmarks -c Release -v q -nologo
dotnet build src/NamRo.CommandLine -c Release -v q -nologo
bench=bench/NamRo.Benchmarks/bin/Release/net10.0/namro-bench.dll
extractor=src/NamRo.CommandLine/bin/Release/net10.0/namro-extract.dll
for part in "${@:-reading extraction}"; do
  for one in $part; do
    echo "== $one"
    dotnet "$bench" "$one" tests/data "$extractor"
  done
done
