"""The demo set of the page: one export per case, as a reader would write it, and the anchor that knows the issuer."""

import base64
import io
import json
import os
import zipfile

import cms
import lds
from book import Pki, named
from sign import Ec


def mint(root, book, card):
    os.makedirs(root, exist_ok=True)
    stranger = Pki("stranger", Ec("stranger csca", "P-384"), Ec("stranger ds", "P-256"), csca_scheme="sha384")
    vietnam = book.vietnam
    answer = card.aa_key.sign_plain("sha256", card.challenge)
    sod = cms.sod(card.signed, vietnam.ds, "sha512", "sha512")

    def write(name, groups, sod, response=None):
        files = {**named(groups, sod), "EF.COM": card.com}
        text = lambda data: base64.b64encode(data).decode()
        out = {"about": "Minted by tools/mint: an invented person, a test issuer.", "files": {k: text(v) for k, v in files.items()}}
        if response:
            out["activeAuthentication"] = {"challenge": text(card.challenge), "response": text(response)}
        with open(os.path.join(root, name + ".json"), "w") as f:
            json.dump(out, f, indent=1)
            f.write("\n")
        return files

    files = write("authentic", card.groups, sod, answer)
    write("altered", {**card.groups, 13: lds.dg13(residence="Số 2, phố Khác, phường Khác, thành phố Khác")}, sod, answer)
    write("unknown-issuer", card.groups, cms.sod(card.signed, stranger.ds), answer)
    write("copied", card.groups, sod, Ec("attacker", "P-256").sign_plain("sha256", card.challenge))
    jp2 = {**card.groups, 2: lds.dg2(lds.picture("portrait.jp2"), 1)}
    write("jpeg2000", jp2, cms.sod({**jp2, 3: card.dg3}, vietnam.ds, "sha512", "sha512"), answer)
    with open(os.path.join(root, "anchor.cer"), "wb") as f:
        f.write(vietnam.csca.der)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files.items():
            z.writestr(zipfile.ZipInfo(name.replace(".", "_") + ".bin"), data, zipfile.ZIP_DEFLATED)
    with open(os.path.join(root, "authentic.zip"), "wb") as f:
        f.write(archive.getvalue())
