#!/usr/bin/env python3
"""Compares what a tenant's database says after a run over the written sites with their tables: facts,
people, signals, tier, and which site is no company. Reads the database of LEADGEN_OWNER_DSN.
usage: compare.py SLUG. Prints "figure NAME PERCENT right of n", and a line with "#" for each miss."""
import json
import os
import re
import subprocess
import sys
import unicodedata

from tables import rows

FIELDS = {"legal_form": "legal_form", "country": "country", "city": "city", "postal_code": "postal_code",
          "phone": "phone", "email": "email", "founded": "founded_year", "linkedin": "linkedin_url"}


def query(slug, sql):
    """The rows of a statement as objects; "tenant" in it is the tenant's id."""
    sql = sql.replace(":tenant", f"(SELECT tenant_id FROM tenant WHERE slug = '{slug}')")
    out = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", os.environ["LEADGEN_OWNER_DSN"], "-c",
                          f"SELECT row_to_json(r) FROM ({sql}) r"], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def fold(text):
    text = unicodedata.normalize("NFKD", text or "")
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in text if not unicodedata.combining(c)).lower().replace("ł", "l")).strip()


def same(field, want, got):
    if field == "linkedin":
        return want.rstrip("/").lower().split("//")[-1].removeprefix("www.") in (got or "").lower()
    if field == "legal_form":
        return fold(want).replace(" ", "") == fold(got).replace(" ", "")
    return fold(want) == fold(got)


class Figure:
    def __init__(self, name):
        self.name, self.right, self.of = name, 0, 0

    def count(self, right, miss):
        self.of += 1
        self.right += bool(right)
        if not right:
            print(f"# {self.name}: {miss}")

    def report(self):
        percent = 100 * self.right // self.of if self.of else 100
        print(f"figure {self.name} {percent} {self.right} of {self.of}")


def facts(slug, sites):
    found, right = Figure("facts_found"), Figure("facts_right")
    industry = Figure("industry")
    companies = {row["domain"]: row for row in query(slug, "SELECT *, codes[1] AS code FROM company WHERE tenant_id = :tenant AND deleted_at IS NULL")}
    names = {row["code"]: row["name"] for row in INDUSTRIES}
    for site in sites:
        got = companies.get(site["host"], {})
        for field, column in FIELDS.items():
            value = got.get(column)
            if site[field] != "-":
                found.count(value and same(field, site[field], value), f"{site['host']}: {field} {site[field]}, not {value}")
            if value:
                right.count(same(field, site[field], value), f"{site['host']}: {field} {value}, not {site[field]}")
        if site["industry"] != "-":
            value = names.get(got.get("code"))
            industry.count(value == site["industry"], f"{site['host']}: {site['industry']}, not {value}")
    for figure in (found, right, industry):
        figure.report()


def same_person(a, b):
    """Each word of the shorter name is in the longer one: titles and second names may be left out."""
    a, b = set(fold(a).split()), set(fold(b).split())
    return len(a & b) >= 2 and (a <= b or b <= a)


def people(slug, hosts):
    found, right, left_out = Figure("people_found"), Figure("people_right"), Figure("people_left_out")
    titles, seniority, department, profile = (Figure(f) for f in ("title", "seniority", "department", "profile"))
    seniorities = {row["code"]: row["name"] for row in SENIORITIES}
    departments = {row["code"]: row["name"] for row in DEPARTMENTS}
    got = query(slug, """SELECT c.*, y.domain, concat_ws(' ', c.name_prefix, c.first_name, c.last_name) AS who
        FROM contact c JOIN company y USING (tenant_id, company_id) WHERE c.tenant_id = :tenant AND c.deleted_at IS NULL""")
    table = rows("people.tsv")
    for row in table:
        matches = [p for p in got if p["domain"] == row["host"] and same_person(p["who"], row["name"])]
        if row["is"] != "staff":
            left_out.count(not matches, f"{row['host']}: {row['name']} ({row['note']})")
            continue
        found.count(len(matches) == 1, f"{row['host']}: {row['name']} {len(matches)} times")
        for match in matches[:1]:
            who = f"{row['host']}: {row['name']}"
            titles.count(fold(row["title"]) == fold(match["job_title"]), f"{who}: {row['title']}, not {match['job_title']}")
            if row["seniority"] != "-":
                value = seniorities.get(match["codes"][0])
                seniority.count(value == row["seniority"], f"{who}, {row['title']}: {row['seniority']}, not {value}")
            if row["department"] != "-":
                value = departments.get(match["codes"][1])
                department.count(value == row["department"], f"{who}, {row['title']}: {row['department']}, not {value}")
            if row["profile"] != "-":
                profile.count(same("linkedin", row["profile"], match["linkedin_url"]), f"{who}: {row['profile']}, not {match['linkedin_url']}")
    staff = [row for row in table if row["is"] == "staff"]
    for person in got:
        if person["domain"] in hosts:
            right.count(any(row["host"] == person["domain"] and same_person(person["who"], row["name"]) for row in staff),
                        f"{person['domain']}: {person['who']}, {person['job_title']}")
    for figure in (found, right, left_out, titles, seniority, department, profile):
        figure.report()


def scores(slug, sites, others):
    fires, silent, tiers, no_company = (Figure(f) for f in ("signals_found", "signals_silent", "tiers", "no_company"))
    got = {row["domain"]: row for row in query(slug, """SELECT y.domain, s.total, s.tier, s.signals, s.maturity
        FROM score s JOIN company y USING (tenant_id, company_id) WHERE s.tenant_id = :tenant""")}
    for row in rows("signals.tsv"):
        score = got.get(row["host"])
        here = score and row["signal"] in score["signals"]
        if row["fires"] == "yes":
            fires.count(here, f"{row['host']}: {row['signal']}")
        else:
            silent.count(score and not here, f"{row['host']}: {row['signal']} ({row['why']})")
    for site in sites:
        score = got.get(site["host"])
        tier = score["tier"] if score else None
        right = tier in ("low", "disqualified") if site["tier"] == "unfit" else tier == site["tier"]
        tiers.count(right, f"{site['host']}: {site['tier']}, not {tier} {score['total'] if score else ''}")
    for site in others:
        no_company.count(site["host"] not in got, f"{site['host']} ({site['kind']}) is scored")
    for figure in (fires, silent, tiers, no_company):
        figure.report()


def codes(name):
    """A list of record_code.c: its codes and names."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../src/domain/record/record_code.c")
    with open(path, encoding="utf-8") as file:
        block = re.search(rf"record_choice {name}\[\] = {{(.*?)^}};", file.read(), re.S | re.M).group(1)
    return [{"code": int(code), "name": value} for code, value in re.findall(r'{(\d+), "(\w+)"', block)]


INDUSTRIES, SENIORITIES, DEPARTMENTS = codes("industries"), codes("seniorities"), codes("departments")


def main():
    slug = sys.argv[1]
    table = rows("sites.tsv")
    sites = [row for row in table if row["kind"] == "company"]
    facts(slug, sites)
    people(slug, {row["host"] for row in table})
    scores(slug, sites, [row for row in table if row["kind"] != "company"])


if __name__ == "__main__":
    main()
