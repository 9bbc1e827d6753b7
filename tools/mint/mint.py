"""Mints the chip fixtures of tests/chip/fixtures and the demo of www/demo/chip. See README.md beside this file."""

import os
import sys

import algorithms
import attacks
import clones
import demo
import lds
import traps
from book import Book
from sign import Ec, Rsa, stream

HERE = os.path.dirname(os.path.abspath(__file__))


class Card:
    """The data groups that most fixtures share: DG3 exists and cannot be read, as on a real card."""

    aa_key = Ec("aa", "P-256")
    aa_rsa = Rsa("rsa2048-aa")
    ca_key = Ec("ca", "P-256")
    groups = {1: lds.dg1(), 2: lds.dg2(), 13: lds.dg13(), 14: lds.dg14(*lds.ca_infos(ca_key), lds.aa_info("sha256")), 15: lds.dg15(aa_key)}
    dg3 = b"\x63\x14" + stream("dg3", 20)
    signed = {**groups, 3: dg3}
    com = lds.com(sorted(signed))
    challenge = stream("challenge", 8)


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../../tests/chip/fixtures")
    os.makedirs(root, exist_ok=True)
    book = Book(root)
    algorithms.mint(book, Card)
    traps.mint(book, Card)
    clones.mint(book, Card)
    attacks.mint(book, Card)
    book.finish()
    demo.mint(sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "../../www/demo/chip"), book, Card)


if __name__ == "__main__":
    main()
