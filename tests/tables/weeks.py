#!/usr/bin/env python3
"""Writes weeks.inc: for each year a sum over all its days as Python's isocalendar names them, for test_day.c.

A day is the text "2024-12-30 2025-W01 1\n"; the sum is FNV-1a, 64 bits.
"""
import datetime

print("/* Made by tests/tables/weeks.py. */")
for year in range(2000, 2041):
    day, total, days = datetime.date(year, 1, 1), 0xCBF29CE484222325, 0
    while day.year == year:
        for byte in (f"{day} %d-W%02d %d\n" % day.isocalendar()).encode():
            total = (total ^ byte) * 0x100000001B3 % 2**64
        day, days = day + datetime.timedelta(days=1), days + 1
    print(f"{{{year}, {days}, 0x{total:016X}}},")
