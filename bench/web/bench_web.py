#!/usr/bin/env python3
"""bench_web.py APP_FOLDER SOCKET_FOLDER WORK_FOLDER [REDMINE_PORT]: signed-in pages of ours against Redmine's, on one PostgreSQL in one run.

Requests per second move with whatever else the machine does; processor time per request of application and database does not. Runs alternate, the
medians are printed, and which goals are reached.
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
import uuid
from pathlib import Path

PASSWORD = "Mat-khau-thu-1234"
PORT = 8092
RUNS = int(os.environ.get("NAMRO_BENCH_RUNS", "3"))
SECONDS = int(os.environ.get("NAMRO_BENCH_SECONDS", "6"))
RATE = 20
RATE_SECONDS = 30
GOAL_TIMES = 40
GOAL_SHARE = 20
GOAL_STEADY_MS = 30
GOAL_MEMORY_MB = 250
TASK = hashlib.md5(f"{uuid.UUID(hashlib.md5(b'ward0').hexdigest())}task1".encode()).hexdigest()
OURS = {"people": "/quan-tri/can-bo", "tasks": "/nhiem-vu", "detail": f"/nhiem-vu/{uuid.UUID(TASK)}", "csv": "/nhiem-vu/xuat/all?dang=csv"}
# Both of our lists of 50 are held against Redmine's one.
THEIRS = {"people": "/projects/phuong-0/issues?per_page=50", "tasks": "/projects/phuong-0/issues?per_page=50", "detail": "/issues/1",
          "csv": "/projects/phuong-0/issues.csv?set_filter=1&status_id=*"}
TITLES = {"people": "list of 50 people", "tasks": "list of 50 tasks / issues", "detail": "one task / issue with 3 reports", "csv": "CSV of 500"}
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
HERE = Path(__file__).resolve().parent


class Site:
    """A running system: where it listens, which processes are its own, who is signed in."""

    def __init__(self, name, port, command_mark, pages, pause):
        self.name, self.port, self.mark, self.pages, self.pause = name, port, command_mark, pages, pause
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
    # Redmine still works off what wrk has abandoned.
    time.sleep(site.pause)
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
                   "Logging__LogLevel__Default": "Warning", "Files__Directory": f"{work}/files", "MALLOC_ARENA_MAX": "2"}
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
    results, known = {}, {}
    for site in sites:
        for path in dict.fromkeys(site.pages.values()):
            subprocess.run(["wrk", "-t2", "-c8", "-d5s", "--timeout", "60s", "-H", f"Cookie: {site.cookie}", f"http://127.0.0.1:{site.port}{path}"],
                           stdout=subprocess.DEVNULL, check=True)
    for run in range(RUNS):
        for connections in (1, 32):
            for site in sites:
                for page, path in site.pages.items():
                    key = (run, connections, site.name, path)
                    known[key] = known.get(key) or wrk(site, path, connections, socket)
                    results.setdefault((page, site.name, connections), []).append(known[key])
    return {key: {name: statistics.median(run[name] for run in runs) for name in runs[0]} for key, runs in results.items()}


def report(results, sites):
    print("\n| page | system | connections | req/s | p50 ms | p99 ms | CPU ms/request, app + database |\n| --- | --- | --- | --- | --- | --- | --- |")
    for page in OURS:
        for connections in (1, 32):
            for site in sites:
                figures = results[(page, site.name, connections)]
                print(f"| {TITLES[page]} | {site.name} | {connections} | {figures['rate']:.1f} | {figures['p50']:.1f} | {figures['p99']:.1f} | {figures['cpu']:.2f} |")
    print(f"\nConstant rate, {RATE} requests a second for {RATE_SECONDS} s, new connection each, from the scheduled time:\n")
    print("| page | system | p50 ms | p99 ms | max ms | failures | memory after it, MB |\n| --- | --- | --- | --- | --- | --- | --- |")
    rates = {}
    for site in sites:
        rates[site.name] = figures = steady(site, site.pages["tasks"])
        figures["memory"] = site.memory()
        print(f"| {TITLES['tasks']} | {site.name} | {figures['p50']:.1f} | {figures['p99']:.1f} | {figures['max']:.1f} | {figures['failures']} | {figures['memory']:.0f} |")
    return rates


def goals(results, rates, ours, theirs):
    """Whether each page reaches its goals."""
    lines = []
    for page in OURS:
        mine, other = ({connections: results[(page, name, connections)] for connections in (1, 32)} for name in (ours, theirs))
        times, quicker = mine[32]["rate"] / other[32]["rate"], other[32]["p99"] / mine[32]["p99"]
        lines.append((page, f"requests per second at 32: {times:.0f} times (goal {GOAL_TIMES})", times >= GOAL_TIMES))
        for connections in (1, 32):
            share = other[connections]["cpu"] / max(mine[connections]["cpu"], 0.001)
            lines.append((page, f"processor time at {connections}: 1/{share:.0f} (goal 1/{GOAL_SHARE})", share >= GOAL_SHARE))
        lines.append((page, f"p99 at 32: 1/{quicker:.0f} (goal 1/{GOAL_SHARE})", quicker >= GOAL_SHARE))
    steady_ms, memory = rates[ours]["p99"], rates[ours]["memory"]
    lines.append(("tasks", f"p99 at {RATE}/s: {steady_ms:.0f} ms (goal below {GOAL_STEADY_MS})", steady_ms < GOAL_STEADY_MS))
    print("\n| page | goal | reached |\n| --- | --- | --- |")
    for page, words, reached in [*lines, ("all", f"memory after it: {memory:.0f} MB (goal below {GOAL_MEMORY_MB})", memory < GOAL_MEMORY_MB)]:
        print(f"| {TITLES.get(page, 'all of them')} | {words} | {'yes' if reached else 'no'} |")


def main():
    app, socket, work = sys.argv[1:4]
    began = time.monotonic()
    ours = Site("Năm Rõ", PORT, "namro-host.dll web", OURS, 0.5)
    sites = [ours]
    process = start_ours(app, socket, work)
    try:
        ours.sign_in("/dang-nhap", "Input.UserName", "Input.Password", "__RequestVerificationToken", "thu")
        if len(sys.argv) > 4:
            redmine = Site("Redmine 5.0.4", int(sys.argv[4]), "assenger", THEIRS, 3)
            redmine.sign_in("/login", "username", "password", "authenticity_token", "thu")
            sites.append(redmine)
        for site in sites:
            for page, path in site.pages.items():
                answer, text = site.request(path, cookies=site.cookie)
                print(f"{site.name}, {TITLES[page]}: {answer.status}, {len(text.encode())} bytes, {text.count('<tr')} rows, {text.count(chr(10))} lines")
        results = measure(sites, socket)
        rates = report(results, sites)
        if len(sites) > 1:
            goals(results, rates, sites[0].name, sites[1].name)
        print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f} (1 minute); {RUNS} rounds of {SECONDS} s; {time.monotonic() - began:.0f} s in all")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


if __name__ == "__main__":
    main()
