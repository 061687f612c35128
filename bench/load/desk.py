#!/usr/bin/env python3
"""Asks a running host for one page at a steady rate, as one signed-in person, and prints how long the answers took.

usage: desk.py http://127.0.0.1:5000 USER PASSWORD /path [requests_per_second] [seconds]
Closed-loop clients hide waiting: requests start on the clock, whether or not the ones before have ended.
"""
import http.cookiejar
import re
import sys
import threading
import time
import urllib.parse
import urllib.request


def sign_in(base, user, password):
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(base + "/dang-nhap").read().decode()
    token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', page).group(1)
    fields = {"Input.UserName": user, "Input.Password": password, "__RequestVerificationToken": token}
    answer = opener.open(base + "/dang-nhap", urllib.parse.urlencode(fields).encode())
    if "/dang-nhap" in answer.geturl():
        sys.exit("could not sign in")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def ask(address, cookies, took, failed):
    start = time.perf_counter()
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Cookie": cookies})) as answer:
            answer.read()
            (took if answer.status == 200 else failed).append(time.perf_counter() - start)
    except OSError:
        failed.append(time.perf_counter() - start)


def main():
    base, user, password, path = sys.argv[1:5]
    rate, seconds = (float(sys.argv[5]) if len(sys.argv) > 5 else 20), (float(sys.argv[6]) if len(sys.argv) > 6 else 30)
    cookies = sign_in(base, user, password)
    for _ in range(5):
        ask(base + path, cookies, [], [])
    took, failed, threads = [], [], []
    begin = time.perf_counter()
    for number in range(int(rate * seconds)):
        time.sleep(max(0, begin + number / rate - time.perf_counter()))
        threads.append(threading.Thread(target=ask, args=(base + path, cookies, took, failed)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    took.sort()
    at = lambda share: 1000 * took[min(len(took) - 1, int(share * len(took)))]
    print(f"{path}: {len(took)} answers, {len(failed)} failures at {rate:g}/s; ms p50 {at(.5):.0f} p95 {at(.95):.0f} p99 {at(.99):.0f} max {1000 * took[-1]:.0f}")


main()
