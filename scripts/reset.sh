#!/usr/bin/env bash
# ./namro reset: stops and deletes the private database and files of this checkout, after asking. --yes does not ask.
set -euo pipefail

source "$(dirname "$0")/settings.sh"
if [ "${1:-}" != --yes ]; then
  read -r -p "Xóa toàn bộ cơ sở dữ liệu và tệp của bản cài này? Gõ XOA để xác nhận: " answer
  [ "$answer" = XOA ] || exit 1
fi
"$root/scripts/stop.sh"
rm -rf "$place" "$state/files"
echo "Đã xóa. Chạy ./namro start để tạo lại."
