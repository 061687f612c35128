#!/usr/bin/env python3
"""Checks the licence of every resolved NuGet package (project.assets.json), so that nothing AGPL or GPL slips in by a version range.

Prints the number of packages a licence; exits 1 and names the package when a licence is not on the list of those allowed.
"""
import glob, json, os, re, sys
import xml.etree.ElementTree as ET

ALLOWED = {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL", "0BSD", "MPL-2.0"}
# Packages that name a licence by file or address only; each was read once.
READ = {
    "fscheck": "BSD-3-Clause", "exceldatareader": "MIT", "system.io.packaging": "MIT", "documentformat.openxml": "MIT", "fsharp.core": "MIT",
}

def licence(folder, name, version):
    path = os.path.join(folder, name.lower(), version.lower(), name.lower() + ".nuspec")
    if not os.path.exists(path):
        return "?"
    text = re.sub(r'xmlns="[^"]+"', "", open(path, encoding="utf-8-sig").read(), count=1)
    meta = ET.fromstring(text).find("metadata")
    node = meta.find("license")
    if node is not None and node.get("type") == "expression":
        return node.text
    if name.lower() in READ:
        return READ[name.lower()]
    url = (meta.findtext("licenseUrl") or "").lower()
    if "dotnet" in url or "329770" in url or "mit" in url.split("/")[-1]:
        return "MIT"
    if "apache" in url:
        return "Apache-2.0"
    if node is not None and node.get("type") == "file":
        full = os.path.join(os.path.dirname(path), node.text.replace("\\", "/"))
        head = open(full, encoding="utf-8", errors="replace").read(3000) if os.path.exists(full) else ""
        for word, found in (("GNU ", "GPL"), ("Apache License", "Apache-2.0"), ("MIT License", "MIT"), ("Permission is hereby granted, free of charge", "MIT"), ("Redistribution and use", "BSD-3-Clause")):
            if word in head:
                return found
    return "?"

found, bad = {}, []
for assets in glob.glob("src/**/obj/project.assets.json", recursive=True) + glob.glob("tests/**/obj/project.assets.json", recursive=True):
    data = json.load(open(assets, encoding="utf-8"))
    folders = list(data.get("packageFolders", {}))
    for key, value in data.get("libraries", {}).items():
        if value.get("type") != "package" or key in found:
            continue
        name, version = key.split("/")
        found[key] = next((l for l in (licence(f, name, version) for f in folders) if l != "?"), "?")
for key, value in sorted(found.items()):
    parts = re.split(r"\s+(?:OR|AND)\s+|[()]", value)
    if not any(p.strip() in ALLOWED for p in parts):
        bad.append(f"{key}: {value}")
counts = {}
for value in found.values():
    counts[value] = counts.get(value, 0) + 1
print("giấy phép: " + ", ".join(f"{k} {v}" for k, v in sorted(counts.items())))
if bad:
    print("giấy phép không được phép hoặc không rõ:\n  " + "\n  ".join(bad))
    sys.exit(1)
