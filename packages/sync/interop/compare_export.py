"""Compares the CSV files of a run with its NDJSON, cell by cell, with Python's own parsers.

Prints the number of cells compared; fails at the first that differs.
"""

import csv
import json
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

run = Path(sys.argv[1])
manifest = json.loads((run / "manifest.json").read_text(encoding="utf-8"))
tickets = [json.loads(line) for line in (run / "tickets.ndjson").open(encoding="utf-8", newline="\n")]
assert tickets == json.loads((run / "tickets.json").read_text(encoding="utf-8"))


def flatten(prefix, value, cells):
    for key, item in value.items():
        if isinstance(item, dict):
            flatten(f"{prefix}{key}_", item, cells)
        elif not isinstance(item, list):
            cells[prefix + key] = item
    return cells


def moment(text):
    digits = re.search(r"\.(\d+)", text)
    time = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    if time.tzinfo is None:
        time = time.replace(tzinfo=timezone.utc)
    return time.astimezone(timezone.utc), digits.group(1) if digits else ""


def same(column, cell, value):
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell == str(value).lower()
    if isinstance(value, int):
        return cell == str(value)
    if column.endswith("_at"):
        return moment(cell) == moment(value)
    return re.sub(r"^'(?='*[=+\-@\t\r])", "", cell) == value


rows = {
    "tickets.csv": [flatten("", ticket, {}) for ticket in tickets],
    "ticket_replies.csv": [
        flatten("", reply, {"ticket_id": ticket["id"]}) for ticket in tickets for reply in ticket["ticket_replies"]
    ],
}
csv.field_size_limit(10_000_000)
compared = 0
for name, expected in rows.items():
    with (run / name).open(encoding="utf-8", newline="") as file:
        actual = list(csv.DictReader(file, strict=True))
    assert len(actual) == len(expected), f"{name}: {len(actual)} rows, expected {len(expected)}"
    assert [len(expected)] == [entry["rows"] for entry in manifest["files"] if entry["name"] == name]
    for number, (cells, values) in enumerate(zip(actual, expected)):
        unknown = values.keys() - cells.keys()
        assert not unknown, f"{name}: no column for {unknown}"
        for column, cell in cells.items():
            assert same(column, cell, values.get(column)), f"{name} row {number} {column}: {cell!r} for {values.get(column)!r}"
            compared += 1
print(compared)
