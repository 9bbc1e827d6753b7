"""One fixture for each trap: what must be refused, what is accepted and named, what is judged apart."""


def mint(book, card):
    pass
