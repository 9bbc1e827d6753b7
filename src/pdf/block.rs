/// What stands on the page, before it is known where.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    /// The form's number and who prescribes it, at the upper right.
    pub prescribed: Vec<String>,
    /// Whether the national heading stands above.
    pub heading: bool,
    /// Words in the box for a photograph.
    pub photo: Option<String>,
    pub title: String,
    pub subtitle: Option<String>,
    pub blocks: Vec<Block>,
    pub signatures: Vec<Signature>,
    pub notes: Vec<String>,
    /// What was answered and has no item on the printed form.
    pub extra: Vec<Block>,
    /// `CT01-3CE0-10F0`
    pub number: String,
    /// 64 hexadecimal digits.
    pub digest: String,
    /// That the form is a trial one.
    pub notice: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// The head of a part, in bold letters.
    Head(String),
    /// Words of the form.
    Words(String),
    /// Items side by side, if there is room.
    Line(Vec<Entry>),
    /// An item in the middle: to whom the form goes.
    Middle(Entry),
    /// A personal number, a box for each digit.
    Boxes(Entry),
    Table(Table),
    /// The items of several people, a column for each.
    Beside(Table),
}

/// An item of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// With its number: `4. Số định danh cá nhân`.
    pub label: String,
    /// Empty when it was not answered: dots stand there.
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Above it; nothing where it needs no words.
    pub caption: Option<String>,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Where somebody signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    /// Place and day.
    pub day: Option<String>,
    pub title: String,
    pub note: Option<String>,
    /// What was answered here.
    pub lines: Vec<String>,
    /// Under the signature.
    pub name: Option<String>,
}
