"""The Python peers on the rows of messy.tsv, one thread: how they answer, and microseconds a row: the best of the
rounds that fit into five seconds, one at least.

    python peers.py messy.tsv > peers.json
"""
import json
import sys
import time
import unicodedata


def folded(text):
    text = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in text if c.isascii() and c.isalnum())


def unit(ward, province):
    for kind in ("thanhpho", "tinh", "tp"):
        key = folded(province or "")
        if key.startswith(kind):
            province = key[len(kind):]
            break
    return folded(ward or ""), folded(province or "")


def vietnamadminunits():
    from vietnamadminunits import convert_address
    from vietnamadminunits.converter import converter_2025
    # It asks a map service about divided wards. Without a network that fails; here the service "finds nothing",
    # and the package takes its own default.
    converter_2025.get_geo_location = lambda address: None

    def answer(text):
        found = convert_address(text)
        return [unit(found.ward, found.province)] if found.ward else []
    return answer


def vn_address_converter():
    from vn_address_converter import convert_to_new_address
    from vn_address_converter.models import MappingMissingError

    def answer(text):
        try:
            found = convert_to_new_address(text)
        except (ValueError, MappingMissingError):
            return []  # its way of saying that it found nothing
        return [unit(found.ward, found.province)] if found.ward and not found.district else []
    return answer


def vietnam_address_converter():
    from vietnam_address_converter import create_converter
    converter = create_converter()

    def answer(text):
        found = converter.auto_convert_address(text)
        new = found.get("converted_new")
        if new and new.get("ward"):
            return [unit(new["ward"]["name_with_type"], new["province"]["name"])]
        choices = (found.get("conversion") or {}).get("candidates") or []
        units = [unit(c["new_ward"]["name_with_type"], c["new_province"]["name"]) for c in choices if c.get("new_ward")]
        return units + ["?"] if units else []
    return answer


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
    results = {}
    for make in (vietnamadminunits, vn_address_converter, vietnam_address_converter):
        answer = make()
        counts = dict(right=0, asked=0, guessed=0, wrong=0, none=0, crashed=0)
        for _, text, _, expected in rows:
            wanted = [unit(*name.rsplit(", ", 1)) for name in expected.split("; ")] if expected else []
            try:
                given = answer(text)
            except Exception:
                counts["crashed"] += 1
                continue
            if "?" in given:
                counts["asked" if wanted and all(w in given for w in wanted) else "wrong" if wanted else "asked"] += 1
            elif not given:
                counts["right" if not wanted else "none"] += 1
            elif given == wanted:
                counts["right"] += 1
            else:
                # One part of a divided commune, without a question.
                counts["guessed" if given[0] in wanted else "wrong"] += 1
        best = float("inf")
        began = time.perf_counter()
        while best == float("inf") or time.perf_counter() - began < 5:
            start = time.perf_counter()
            for _, text, _, _ in rows:
                try:
                    answer(text)
                except Exception:
                    pass
            best = min(best, time.perf_counter() - start)
        results[make.__name__] = dict(counts, microseconds=best / len(rows) * 1e6)
        print(make.__name__, results[make.__name__], file=sys.stderr)
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
