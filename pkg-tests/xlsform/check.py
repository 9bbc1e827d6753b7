"""Every form's XLSForm through pyxform, the reference converter (BSD-2-Clause, development only).

    pip install -r pkg-tests/xlsform/requirements.txt
    python pkg-tests/xlsform/check.py            # after `make build`

Fails if a form does not convert, or converts with a warning.
"""

import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as xml

from pyxform.xls2xform import convert

HERE = pathlib.Path(__file__).parent


def main() -> int:
    forms = json.loads(subprocess.run(["node", HERE / "forms.mjs"], check=True, capture_output=True, text=True).stdout)
    wrong = 0
    for name, sheets in forms.items():
        texts = {sheet: [{column: str(cell) for column, cell in row.items()} for row in rows] for sheet, rows in sheets.items()}
        try:
            result = convert(texts, form_name="data")
        except Exception as error:  # pyxform's own errors, and its slips
            print(f"✗ {name}: {error}")
            wrong += 1
            continue
        binds = len(xml.fromstring(result.xform).findall(".//{http://www.w3.org/2002/xforms}bind"))
        for warning in result.warnings:
            print(f"✗ {name}: {warning}")
        wrong += bool(result.warnings)
        print(f"· {name}: {len(sheets['survey'])} rows, {binds} binds")
    print(f"{len(forms)} forms, {wrong} wrong")
    return 1 if wrong or not forms else 0


if __name__ == "__main__":
    sys.exit(main())
