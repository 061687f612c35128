#!/usr/bin/env bash
# ./namro test: installs what the tests need, builds once, runs every test project, prints "N passed, N failed".
set -uo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/scripts/install.sh"
cd "$root"
need_dotnet || exit 3
need_reading || exit 3
need \
  /usr/lib/postgresql/15/bin/initdb postgresql-15 /usr/bin/identify imagemagick python3 python3 npm npm '/usr/share/fonts/truetype/liberation2/*' fonts-liberation2 \
  soffice libreoffice-writer-nogui /usr/lib/libreoffice/program/libsclo.so libreoffice-calc-nogui /usr/bin/glewlwyd glewlwyd || exit 3
# The build without windows takes half the time; without it the other serves as well.
need chromium-headless-shell chromium-headless-shell || need chromium chromium || exit 3
results="$root/out/test"
rm -rf "$results"
mkdir -p "$results"
dotnet restore --locked-mode -v q -nologo || { echo "0 passed, 1 failed"; exit 1; }
dotnet build --no-restore -v q -nologo || { echo "0 passed, 1 failed"; exit 1; }
status=0
for project in tests/*/*Tests.csproj; do
  name="$(basename "$project" .csproj)"
  echo "== $name"
  # A project in which no test ends for five minutes hangs: it is stopped and fails, and the report names the tests that ran.
  dotnet test "$project" --no-build -v q -nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none || status=1
done
python3 - "$results" <<'PY' || status=1
import glob, html, re, sys
passed = failed = 0
for path in glob.glob(sys.argv[1] + "/*.trx"):
    text = open(path, encoding="utf-8").read()
    for result in re.findall(r'<UnitTestResult [^>]*outcome="Failed".*?</UnitTestResult>', text, re.S):
        message = re.search(r"<Message>(.*?)</Message>", result, re.S)
        print("failed:", html.unescape(re.search(r'testName="([^"]*)"', result).group(1)), "|", html.unescape(message.group(1))[:800] if message else "")
    counters = re.search(r"<Counters ([^>]*)/>", text)
    values = dict(re.findall(r'(\w+)="(\d+)"', counters.group(1))) if counters else {"failed": "1"}
    passed += int(values.get("passed", 0))
    failed += int(values.get("failed", 0)) + int(values.get("error", 0)) + int(values.get("timeout", 0)) + int(values.get("aborted", 0))
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
PY
exit $status
