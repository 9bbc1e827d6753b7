"""The usual script for such a list: pandas, a dozen lines a column, vietnamadminunits for addresses.

In: a workbook. Out: JSON with the values by row and column, pairs of repeated rows, and seconds for each step.
"""

import json
import re
import resource
import sys
import time
import unicodedata

import pandas
from vietnamadminunits import convert_address

seconds = {}
start = time.perf_counter()


def done(step):
    global start
    now = time.perf_counter()
    seconds[step] = now - start
    start = now


table = pandas.read_excel(sys.argv[1], dtype=object)
done("read")


def text(cell):
    if cell is None or (isinstance(cell, float) and pandas.isna(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return unicodedata.normalize("NFC", " ".join(str(cell).split()))


def pin(cell):
    shown = text(cell)
    if re.fullmatch(r"\d(\.\d+)?E\+\d+", shown):
        shown = str(int(float(shown)))
    digits = re.sub(r"\D", "", shown)
    return digits.zfill(12) if 9 < len(digits) <= 12 else digits


def birth(cell):
    if isinstance(cell, (int, float)) and not pandas.isna(cell):
        if 1900 <= cell <= 2100:
            return str(int(cell))
        return (pandas.Timestamp("1899-12-30") + pandas.Timedelta(days=int(cell))).date().isoformat()
    shown = text(cell)
    if re.fullmatch(r"00/00/\d{4}", shown):
        return shown[-4:]
    day = pandas.to_datetime(shown, dayfirst=not re.match(r"\d{4}-", shown), errors="coerce")
    return "" if pandas.isna(day) else day.date().isoformat()


def sex(cell):
    return {"nam": "male", "nữ": "female", "nu": "female"}.get(text(cell).lower(), "")


def phone(cell):
    digits = re.sub(r"\D", "", text(cell))
    if digits.startswith("84"):
        digits = "0" + digits[2:]
    return digits.zfill(10) if digits else ""


def residence(cell):
    try:
        return convert_address(text(cell)).get_address()
    except Exception:  # the package raises several kinds for what it does not know
        return ""


values = {
    "fullName": table["Họ và tên"].map(lambda cell: text(cell).title()),
    "birthDate": table["Ngày sinh"].map(birth),
    "sex": table["Giới tính"].map(sex),
    "pin": table["Số CCCD"].map(pin),
    "phone": table["Điện thoại"].map(phone),
    "email": table["Email"].map(lambda cell: text(cell).lower()),
    "healthInsurance": table["Mã thẻ BHYT"].map(lambda cell: text(cell).upper().replace(" ", "")),
}
done("clean")
if "--addresses" in sys.argv:
    values["residence"] = table["Nơi thường trú"].map(residence)
    done("addresses")
frame = pandas.DataFrame(values)
known = frame[frame["pin"].str.len() == 12]
groups = known.groupby("pin").groups.values()
done("duplicates")
json.dump(
    {
        "rows": frame.to_dict("list"),
        "groups": [sorted(int(at) for at in group) for group in groups if len(group) > 1],
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    },
    sys.stdout,
)
