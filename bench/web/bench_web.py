#!/usr/bin/env python3
"""bench_web.py APP_FOLDER SOCKET_FOLDER WORK_FOLDER [REDMINE_PORT]: a logged-in list of 50 rows, ours against Redmine's, on one PostgreSQL in one run.

Requests per second move with whatever else the machine does; processor time per request of application and database does not. Runs alternate, the
medians are printed.
"""
import base64
import hashlib
import http.client
import http.cookies
import os
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

PASSWORD = "Mat-khau-thu-1234"
PORT = 8092
RUNS = int(os.environ.get("NAMRO_BENCH_RUNS", "3"))
SECONDS = int(os.environ.get("NAMRO_BENCH_SECONDS", "10"))
RATE = 20
RATE_SECONDS = 30
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
HERE = Path(__file__).resolve().parent


class Site:
    """A running system: where it listens, which processes are its own, who is signed in."""

    def __init__(self, name, port, command_mark, pages):
        self.name, self.port, self.mark, self.pages = name, port, command_mark, pages
        self.cookie = ""

    def request(self, path, method="GET", body=None, cookies=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": cookies} if cookies else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(body)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer, text

    def sign_in(self, path, user_field, password_field, token_field, user):
        """Posts the rendered form, as a browser does, and keeps the cookies."""
        answer, text = self.request(path)
        jar = read_cookies(answer, {})
        token = re.search(r'name="%s"[^>]*value="([^"]+)"' % re.escape(token_field), text).group(1)
        fields = {user_field: user, password_field: PASSWORD, token_field: token}
        answer, _ = self.request(path, "POST", fields, write_cookies(jar))
        jar = read_cookies(answer, jar)
        if answer.status != 302:
            raise SystemExit(f"{self.name}: sign-in answered {answer.status}")
        self.cookie = write_cookies(jar)

    def processes(self):
        """Processes of the application."""
        return [pid for pid, line in command_lines() if self.mark in line]

    def memory(self):
        return sum(int(re.search(r"VmRSS:\s+(\d+)", read(f"/proc/{pid}/status") or "VmRSS: 0").group(1)) for pid in self.processes()) / 1024


def read(path):
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def command_lines():
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            yield int(entry.name), read(entry / "cmdline").replace("\0", " ")


def read_cookies(answer, jar):
    for value in answer.headers.get_all("Set-Cookie") or []:
        for name, morsel in http.cookies.SimpleCookie(value).items():
            jar[name] = morsel.value
    return jar


def write_cookies(jar):
    return "; ".join(f"{name}={value}" for name, value in jar.items())


def ticks(pids):
    """Processor time used so far, with that of children already gone (PostgreSQL's backends come and go)."""
    total = 0
    for pid in pids:
        parts = read(f"/proc/{pid}/stat").rpartition(")")[2].split()
        total += sum(int(part) for part in parts[11:15]) if parts else 0
    return total / TICKS_PER_SECOND


def database_processes(socket):
    postmaster = int(read(Path(socket).parent / "data" / "postmaster.pid").splitlines()[0])
    return [postmaster] + [pid for pid, _ in command_lines() if f" {postmaster} " in " ".join(read(f"/proc/{pid}/stat").rpartition(")")[2].split()[:3]) + " "]


def wrk(site, path, connections, socket):
    before = ticks(site.processes() + database_processes(socket))
    out = subprocess.run(["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{SECONDS}s", "--timeout", "60s", "--latency", "-H", f"Cookie: {site.cookie}",
                          f"http://127.0.0.1:{site.port}{path}"], capture_output=True, text=True, check=True).stdout
    used = ticks(site.processes() + database_processes(socket)) - before
    count = int(re.search(r"(\d+) requests in", out).group(1))
    if "Non-2xx" in out:
        raise SystemExit(f"{site.name} {path}: answers other than 200\n{out}")
    time.sleep(3)
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), "p50": milliseconds(out, "50%"), "p99": milliseconds(out, "99%"),
            "cpu": 1000 * used / max(count, 1)}


def milliseconds(out, line):
    value, unit = re.search(line + r"\s+([\d.]+)(us|ms|s)", out).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def steady(site, path):
    """Open loop: each request leaves at its own time on a new connection, however slow the others are."""
    times, failures, threads = [], [], []

    def one(due):
        try:
            answer, _ = site.request(path, cookies=site.cookie)
            (times if answer.status == 200 else failures).append(1000 * (time.monotonic() - due))
        except OSError as failure:
            failures.append(failure)

    start = time.monotonic() + 0.2
    for number in range(RATE * RATE_SECONDS):
        due = start + number / RATE
        time.sleep(max(0, due - time.monotonic()))
        thread = threading.Thread(target=one, args=(due,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    times.sort()
    return {"p50": times[len(times) // 2], "p99": times[int(len(times) * 0.99)], "max": times[-1], "failures": len(failures)}


def hash_password():
    """ASP.NET Core Identity, version 3: PBKDF2 with HMAC-SHA512."""
    salt, rounds = b"0123456789abcdef", 100_000
    key = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, rounds, 32)
    return base64.b64encode(b"\x01" + b"".join(number.to_bytes(4, "big") for number in (2, rounds, len(salt))) + salt + key).decode()


def start_ours(app, socket, work):
    environment = {**os.environ, "ConnectionStrings__Database": f"Host={socket};Username=namro_app;Database=namro",
                   "ConnectionStrings__Owner": f"Host={socket};Username=namro_owner;Database=namro", "ASPNETCORE_URLS": f"http://127.0.0.1:{PORT}",
                   "Logging__LogLevel__Default": "Warning", "Files__Directory": f"{work}/files"}
    host = ["dotnet", f"{app}/namro-host.dll"]
    subprocess.run([*host, "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "namro_owner", "-d", "namro", "-v", f"hash={hash_password()}",
                    "-f", str(HERE / "namro_data.sql")], check=True)
    process = subprocess.Popen([*host, "web", "worker", "--contentRoot", app], env=environment)
    started = time.monotonic()
    while time.monotonic() - started < 60:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=2)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                print(f"Năm Rõ ready after {time.monotonic() - started:.1f} s")
                return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("Năm Rõ did not start.")


def measure(sites, socket):
    results = {}
    for site in sites:
        for path in site.pages.values():
            subprocess.run(["wrk", "-t2", "-c8", "-d8s", "--timeout", "60s", "-H", f"Cookie: {site.cookie}", f"http://127.0.0.1:{site.port}{path}"],
                           stdout=subprocess.DEVNULL, check=True)
    for _ in range(RUNS):
        for connections in (1, 32):
            for site in sites:
                for page, path in site.pages.items():
                    results.setdefault((page, site.name, connections), []).append(wrk(site, path, connections, socket))
    return {key: {name: statistics.median(run[name] for run in runs) for name in runs[0]} for key, runs in results.items()}


def report(results, sites):
    print("\n| page | system | connections | req/s | p50 ms | p99 ms | CPU ms/request, app + database |\n| --- | --- | --- | --- | --- | --- | --- |")
    for (page, name, connections), figures in sorted(results.items()):
        print(f"| {page} | {name} | {connections} | {figures['rate']:.1f} | {figures['p50']:.1f} | {figures['p99']:.1f} | {figures['cpu']:.2f} |")
    print(f"\nConstant rate, {RATE} requests a second for {RATE_SECONDS} s, new connection each, from the scheduled time:\n")
    print("| system | p50 ms | p99 ms | max ms | failures | memory after it, MB |\n| --- | --- | --- | --- | --- | --- |")
    for site in sites:
        figures = steady(site, site.pages["list of 50"])
        print(f"| {site.name} | {figures['p50']:.1f} | {figures['p99']:.1f} | {figures['max']:.1f} | {figures['failures']} | {site.memory():.0f} |")


def main():
    app, socket, work = sys.argv[1:4]
    ours = Site("Năm Rõ", PORT, "namro-host.dll web", {"list of 50": "/quan-tri/can-bo"})
    sites = [ours]
    process = start_ours(app, socket, work)
    try:
        ours.sign_in("/dang-nhap", "Input.UserName", "Input.Password", "__RequestVerificationToken", "thu")
        if len(sys.argv) > 4:
            redmine = Site("Redmine 5.0.4", int(sys.argv[4]), "assenger", {"list of 50": "/projects/phuong-0/issues?per_page=50"})
            redmine.sign_in("/login", "username", "password", "authenticity_token", "thu")
            sites.append(redmine)
        for site in sites:
            answer, text = site.request(site.pages["list of 50"], cookies=site.cookie)
            print(f"{site.name}: {answer.status}, {len(text.encode())} bytes, {text.count('<tr')} rows")
        report(measure(sites, socket), sites)
        print(f"Load of the machine: {os.getloadavg()[0]:.1f} (1 minute)")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


if __name__ == "__main__":
    main()
