#!/usr/bin/env bash
# ./namro check: what must hold besides the tests: format, locked packages, licences of the resolved packages.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/scripts/install.sh"
cd "$root"
need_dotnet
need python3 python3
dotnet restore --locked-mode -v q -nologo
echo "gói: khớp tệp khóa"
python3 scripts/licences.py
# The analysers are asked by every build; here only what a build does not ask.
dotnet format whitespace --verify-no-changes --no-restore
dotnet format style --verify-no-changes --no-restore
echo "định dạng: đúng"
