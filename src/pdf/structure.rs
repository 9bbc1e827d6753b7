/// What a part of the page is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    Title(String),
    Heading(String),
    Paragraph,
    Table,
    Row,
    HeadCell,
    Cell,
    /// With what it shows, in words.
    Picture(String),
}

/// A part of the page with its parts: the order in which it is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub role: Role,
    pub children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Child {
    Node(Node),
    /// The number of a mark.
    Leaf(usize),
}

impl Node {
    pub(super) fn new(role: Role) -> Self {
        Self { role, children: vec![] }
    }

    pub(super) fn of_leaves(role: Role, leaves: impl IntoIterator<Item = usize>) -> Self {
        Self { role, children: leaves.into_iter().map(Child::Leaf).collect() }
    }

    pub(super) fn push(&mut self, node: Self) {
        self.children.push(Child::Node(node));
    }
}
