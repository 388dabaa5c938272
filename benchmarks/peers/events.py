"""Writes a shop's events as Parquet, in the order they happened: the same events for the same arguments.

Usage: python events.py EVENTS CUSTOMERS OUT.parquet
Two years until 2026-01-01. Customers differ in how much they do; every draw is a hash of the event's number.
"""

import sys

import duckdb

EVENTS = """
COPY (
  SELECT 'C' || lpad(CAST(1 + CAST(floor({customers} * pow(u1, 1.5)) AS BIGINT) AS VARCHAR), 9, '0') AS customer,
    kind,
    TIMESTAMP '2024-01-01' + to_seconds(CAST(floor((i + u2) / {events} * 731 * 86400) AS BIGINT)) AS occurred_at,
    CASE WHEN kind IN ('order', 'return') THEN CAST(5 + 195 * u3 * u3 * u3 AS DECIMAL(9, 2)) END AS amount,
    CASE WHEN kind = 'order' THEN CAST(1 + floor(4 * u4 * u4) AS INTEGER) END AS quantity,
    CASE WHEN kind = 'order' THEN 'p' || CAST(floor(12 * u5 * u5) AS INTEGER) END AS product
  FROM (
    SELECT i, u1, u2, u3, u4, u5,
      CASE WHEN u6 < 0.5 THEN 'order' WHEN u6 < 0.85 THEN 'visit' WHEN u6 < 0.93 THEN 'contact'
        WHEN u6 < 0.96 THEN 'complaint' WHEN u6 < 0.985 THEN 'complaint-resolved' ELSE 'return' END AS kind
    FROM (SELECT i, {draws} FROM range({events}) AS numbers(i))
  )
) TO '{out}' (FORMAT parquet)
"""


def main():
    events, customers, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    draws = ", ".join(f"(hash(i * 8 + {k}) >> 11) / 9007199254740992.0::DOUBLE AS u{k}" for k in range(1, 7))
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '2GB'")
    connection.execute(EVENTS.format(events=events, customers=customers, out=out, draws=draws))


if __name__ == "__main__":
    main()
