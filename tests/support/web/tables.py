#!/usr/bin/env python3
"""Checks the tables of the written sites against their pages: every fact that a table expects can be
read on the site it belongs to. Called by tests/batch/sites.sh; prints what is wrong, a line each."""
import html
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for line in lines[1:]:
        if len(line) != len(lines[0]):
            print(f"{name}: {line[0]}: {len(line)} columns")
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def page(path):
    with open(path, "rb") as file:
        data = file.read()
    charset = re.search(rb"charset=[\"']?([\w-]+)", data, re.I)
    return data.decode(charset.group(1).decode() if charset else "utf-8")


def site(host):
    """The words of all pages of a site, and its source."""
    source = ""
    for folder, _, files in sorted(os.walk(os.path.join(HERE, "sites", host))):
        for name in sorted(files):
            if name.endswith(".html"):
                source += page(os.path.join(folder, name)) + "\n"
    words = html.unescape(re.sub(r"<[^>]+>", " ", source))
    return re.sub(r"\s+", " ", words), source


def digits(text):
    return re.sub(r"\D", "", text)


def check(host, facts, words, source):
    for fact in ("name", "city", "postal_code", "founded"):
        if facts[fact] != "-" and facts[fact] not in words + html.unescape(source):
            print(f"{host}: {fact} {facts[fact]} is not on its pages")
    if facts["phone"] != "-" and digits(facts["phone"])[-6:] not in digits(words + source):
        print(f"{host}: phone {facts['phone']} is not on its pages")
    if facts["linkedin"] != "-" and facts["linkedin"] not in source:
        print(f"{host}: {facts['linkedin']} is not on its pages")


def main():
    sites = {row["host"]: row for row in rows("sites.tsv")}
    folders = set(os.listdir(os.path.join(HERE, "sites")))
    for host in sorted(folders ^ set(sites)):
        print(f"{host}: in one of sites.tsv and the folder only")
    text = {host: site(host) for host in sites}
    for host, facts in sites.items():
        check(host, facts, *text[host])
    for row in rows("people.tsv"):
        name = row["name"]
        for part in [name] if name in text[row["host"]][0] else name.split():
            if part not in text[row["host"]][0]:
                print(f"{row['host']}: {name} is not on its pages")
        if row["profile"] != "-" and row["profile"] not in text[row["host"]][1]:
            print(f"{row['host']}: {row['profile']} is not on its pages")
    for row in rows("signals.tsv") + rows("serve.tsv"):
        if row["host"] not in sites:
            print(f"{row['host']}: has no site")
    with open(os.path.join(HERE, "../../../sql/seed/sites.csv"), encoding="utf-8") as file:
        seed = {line.rstrip("\n").split(",")[-1] for line in file} - {"Website"}
    for host in sorted(seed ^ set(sites)):
        print(f"{host}: in one of sites.tsv and sql/seed/sites.csv only")
    companies = [row for row in sites.values() if row["kind"] == "company"]
    languages = {row["lang"] for row in companies}
    if len(companies) < 40 or len(languages) < 6 or len(sites) - len(companies) < 5:
        print(f"{len(companies)} companies in {len(languages)} languages, {len(sites)} sites")


if __name__ == "__main__":
    sys.exit(main())
