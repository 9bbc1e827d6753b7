//! What the fields of a pack mean to each other: derived from `persons`, types and terms, and declared in `meanings`.

use crate::form::pack::{
    Bilingual, Field, Individual, Kind, LifeDay, Meanings, Office, Pair, Parent, Relation, Role, Sense, Term,
};
use crate::form::rule::Expression;
use crate::json::Value;

/// Roles that are never one person, in every form.
const ALWAYS_TWO: &[(&str, &str)] = &[
    ("father", "mother"),
    ("husband", "wife"),
    ("child", "father"),
    ("child", "mother"),
    ("child", "parent"),
    ("ward", "guardian"),
    ("applicant", "deceased"),
    ("applicant", "member"),
    ("applicant", "previous"),
];

/// The masks of a time of day.
const HOURS: &[&str] = &["##:##", "##h##", "##:##:##"];

/// What stands in the pack, with what is needed to read it.
pub(super) struct Source<'s> {
    pub(super) pack: &'s Value,
    pub(super) fields: &'s mut [Field],
    /// By group: its field, and those of its rows.
    pub(super) groups: &'s mut [crate::form::pack::Group],
    pub(super) persons: &'s [Role],
    pub(super) expression: &'s mut dyn FnMut(&Value, &str) -> Option<Expression>,
}

/// Reads the meanings, and gives the fields their senses.
pub(super) fn read(source: Source<'_>) -> Meanings {
    let mut reader = Reader { source, meanings: Meanings::default(), roles: vec![] };
    reader.persons();
    reader.fields();
    let statements = reader.source.pack.get("meanings").and_then(Value::as_array).unwrap_or_default();
    // People first: the others name them.
    for at in statements.iter().filter(|at| at.get("person").is_some()) {
        reader.person(at);
    }
    for at in statements {
        reader.statement(at);
    }
    reader.usual();
    reader.happened();
    reader.meanings
}

struct Reader<'s> {
    source: Source<'s>,
    meanings: Meanings,
    /// Names of roles, and who that is.
    roles: Vec<(String, usize)>,
}

impl Reader<'_> {
    /// Whoever has a role. Roles that fill the same fields are one person's.
    fn persons(&mut self) {
        let pack = self.source.pack;
        let labels = pack.get("persons").and_then(Value::as_array).unwrap_or_default();
        for (role, at) in self.source.persons.iter().zip(labels) {
            let map: Vec<(usize, &str)> =
                role.map.iter().map(|(index, from)| (*index, from.as_str())).collect();
            let index = self.individual(&role.role, words(at), role.group, &map);
            self.days_of(index, &map);
        }
    }

    fn person(&mut self, at: &Value) {
        let group = self.group(at);
        let mut map = Vec::new();
        for (name, from) in at.get("map").and_then(Value::as_object).unwrap_or_default() {
            if let Some(index) = self.field(group, name) {
                map.push((index, from.as_str().unwrap_or("")));
            }
        }
        let index = self.individual(str(at, "person"), words(at), group, &map);
        self.days_of(index, &map);
    }

    /// Who has this role, with what these fields say of the person.
    fn individual(
        &mut self,
        role: &str,
        label: Bilingual,
        group: Option<usize>,
        map: &[(usize, &str)],
    ) -> usize {
        let of = |name: &str| map.iter().find(|(_, from)| *from == name).map(|(index, _)| *index);
        let names = match of("fullName") {
            Some(name) => vec![name],
            None => [of("fullName.surname"), of("fullName.givenNames")].into_iter().flatten().collect(),
        };
        let number = of("pin").or(of("documentNumber"));
        let known = self.who(role).or_else(|| {
            self.meanings.people.iter().position(|other| {
                other.group == group
                    && (!names.is_empty() && other.names == names
                        || number.is_some() && other.number == number)
            })
        });
        let index = known.unwrap_or(self.meanings.people.len());
        if known.is_none() {
            self.meanings.people.push(Individual {
                role: role.to_owned(),
                label,
                group,
                names: vec![],
                birth: None,
                number: None,
                sex: None,
            });
        }
        if let Some(individual) = self.meanings.people.get_mut(index) {
            if individual.names.is_empty() {
                individual.names = names;
            }
            individual.birth = individual.birth.or(of("birthDate"));
            individual.number = individual.number.or(number);
            individual.sex = individual.sex.or(of("sex"));
        }
        self.roles.push((role.to_owned(), index));
        index
    }

    /// Papers are issued in their owner's life, and end after that.
    fn days_of(&mut self, of: usize, map: &[(usize, &str)]) {
        let group = self.meanings.people.get(of).and_then(|individual| individual.group);
        for (issue, expiry) in [("issueDate", "expiryDate"), ("licence.issueDate", "licence.expiryDate")] {
            let find = |name: &str| map.iter().find(|(_, from)| *from == name).map(|(index, _)| *index);
            let Some(issued) = find(issue) else { continue };
            self.meanings.days.push(LifeDay { of, day: issued, death: false });
            if let Some(until) = find(expiry) {
                self.meanings.terms.push(Term { group, from: issued, until });
            }
        }
    }

    /// What types and help of the fields say already.
    fn fields(&mut self) {
        let pack = self.source.pack;
        let sections = pack.get("sections").and_then(Value::as_array).unwrap_or_default();
        for at in sections
            .iter()
            .flat_map(|section| section.get("fields").and_then(Value::as_array).unwrap_or_default())
        {
            let Some(index) = self.field(None, str(at, "id")) else { continue };
            self.sense_of(None, index, at);
            if let Some(terms) = at.get("terms") {
                for name in terms.get("from").and_then(Value::as_array).unwrap_or_default() {
                    if let Some(from) = name.as_str().and_then(|name| self.field(None, name)) {
                        self.meanings.terms.push(Term { group: None, from, until: index });
                    }
                }
            }
            let Some(Kind::Group(group)) = self.source.fields.get(index).map(|field| field.kind.clone())
            else {
                continue;
            };
            for row in at.get("fields").and_then(Value::as_array).unwrap_or_default() {
                if let Some(index) = self.field(Some(group), str(row, "id")) {
                    self.sense_of(Some(group), index, row);
                }
            }
        }
    }

    fn sense_of(&mut self, group: Option<usize>, index: usize, at: &Value) {
        let is_hour = match at.get("pattern") {
            Some(Value::String(mask)) => HOURS.contains(&mask.as_str()),
            Some(Value::Array(masks)) => {
                masks.iter().all(|mask| HOURS.contains(&mask.as_str().unwrap_or("")))
            }
            _ => false,
        };
        if is_hour {
            self.give(group, index, Sense::Hour);
        }
        if let Some(office) = at.get("suggest").and_then(|suggest| suggest.get("office")?.as_str()) {
            self.give(group, index, Sense::Office(Office::named(office)));
        }
        match str(at, "list") {
            "ethnicities" => self.give(group, index, Sense::Ethnicity),
            "countries" => self.give(group, index, Sense::Nationality),
            _ => {}
        }
    }

    fn statement(&mut self, at: &Value) -> Option<()> {
        let group = self.group(at);
        let office = match str(at, "kind") {
            "police" => Some(Office::Police),
            "committee" => Some(Office::Committee),
            _ => None,
        };
        for (name, sense) in [
            ("hours", Sense::Hour),
            ("years", Sense::Year),
            ("past", Sense::Past),
            ("offices", Sense::Office(office)),
        ] {
            for field in at.get(name).and_then(Value::as_array).unwrap_or_default() {
                let index = self.field(group, field.as_str()?)?;
                self.give(group, index, sense);
            }
        }
        if at.get("until").is_some() {
            let (from, until) = (self.field(group, str(at, "from"))?, self.field(group, str(at, "until"))?);
            self.meanings.terms.push(Term { group, from, until });
        }
        if let Some(two) = at.get("same").or(at.get("different")).and_then(Value::as_array) {
            let [one, other] = two else { return None };
            let (one, other) = (self.who(one.as_str()?)?, self.who(other.as_str()?)?);
            let when = (self.source.expression)(at, "when");
            let asked = when.as_ref().map(Expression::uses).unwrap_or_default();
            self.meanings.pairs.push(Pair { one, other, same: at.get("same").is_some(), when, asked });
        }
        let of = || self.who(str(at, "of"));
        if at.get("death").is_some() {
            let (of, day) = (of()?, self.field(None, str(at, "death"))?);
            self.meanings.days.push(LifeDay { of, day, death: true });
        }
        for day in at.get("afterBirth").and_then(Value::as_array).unwrap_or_default() {
            let of = self.who(str(at, "of"))?;
            let group = self.meanings.people.get(of)?.group;
            let day = self.field(group, day.as_str()?)?;
            self.meanings.days.push(LifeDay { of, day, death: false });
        }
        if at.get("relation").is_some() {
            let of = self.who(str(at, "of"))?;
            let group = self.meanings.people.get(of)?.group;
            let field = self.field(group, str(at, "relation"))?;
            self.meanings.relations.push(Relation { of, field });
        }
        if at.get("parent").is_some() {
            let (parent, child) = (self.who(str(at, "parent"))?, self.who(str(at, "of"))?);
            let when = (self.source.expression)(at, "when");
            self.meanings.parents.push(Parent { parent, child, when });
        }
        Some(())
    }

    /// What holds in every form, where the pack says nothing else.
    fn usual(&mut self) {
        if let Some(child) = self.who("child").filter(|child| self.is_alone(*child)) {
            for role in ["father", "mother"] {
                if let Some(parent) = self.who(role) {
                    self.parent_of(parent, child);
                }
            }
        }
        for (one, other) in ALWAYS_TWO {
            if let (Some(one), Some(other)) = (self.who(one), self.who(other)) {
                self.two(one, other, None);
            }
        }
        for Parent { parent, child, when } in self.meanings.parents.clone() {
            self.two(parent.min(child), parent.max(child), when);
        }
        self.signing();
    }

    fn parent_of(&mut self, parent: usize, child: usize) {
        let known = self.meanings.parents.iter().any(|pair| pair.parent == parent && pair.child == child);
        if !known {
            self.meanings.parents.push(Parent { parent, child, when: None });
        }
    }

    /// The later one in the form is told.
    fn two(&mut self, one: usize, other: usize, when: Option<Expression>) {
        let place = |index: usize| {
            let individual = self.meanings.people.get(index);
            individual.and_then(|individual| match individual.group {
                Some(group) => self.source.groups.get(group).map(|group| group.field),
                None => individual.number.or(individual.names.first().copied()),
            })
        };
        let (one, other) = if place(one) > place(other) { (other, one) } else { (one, other) };
        let known = self
            .meanings
            .pairs
            .iter()
            .any(|pair| (pair.one, pair.other) == (one, other) || (pair.one, pair.other) == (other, one));
        if !known && one != other {
            let asked = when.as_ref().map(Expression::uses).unwrap_or_default();
            self.meanings.pairs.push(Pair { one, other, same: false, when, asked });
        }
    }

    /// A form is signed in the life of those of whom it speaks: on a day that the page offers as today's, and that cannot
    /// be a later one.
    fn signing(&mut self) {
        let pack = self.source.pack;
        let sections = pack.get("sections").and_then(Value::as_array).unwrap_or_default();
        let fields = sections
            .iter()
            .flat_map(|section| section.get("fields").and_then(Value::as_array).unwrap_or_default());
        for at in fields.filter(|at| (str(at, "suggest"), str(at, "latest")) == ("today", "on")) {
            let Some(day) = self.field(None, str(at, "id")) else { continue };
            for of in 0..self.meanings.people.len() {
                let has_birth = self.meanings.people.get(of).is_some_and(|one| one.birth.is_some());
                if has_birth && self.is_alone(of) {
                    self.meanings.days.push(LifeDay { of, day, death: false });
                }
            }
        }
    }

    /// Births, deaths and issues have come.
    fn happened(&mut self) {
        let mut days: Vec<(Option<usize>, usize)> = Vec::new();
        for individual in &self.meanings.people {
            days.extend(individual.birth.map(|birth| (individual.group, birth)));
        }
        for day in &self.meanings.days {
            let group = self.meanings.people.get(day.of).and_then(|individual| individual.group);
            days.push((group, day.day));
        }
        for (group, index) in days {
            self.give(group, index, Sense::Happened);
        }
        // A day of which there is no birth to compare with says nothing more.
        let people = &self.meanings.people;
        self.meanings.days.retain(|day| people.get(day.of).is_some_and(|one| one.birth.is_some()));
    }

    fn give(&mut self, group: Option<usize>, index: usize, sense: Sense) {
        let fields = match group {
            Some(group) => self.source.groups.get_mut(group).map(|group| group.fields.as_mut_slice()),
            None => Some(&mut *self.source.fields),
        };
        if let Some(field) = fields.and_then(|fields| fields.get_mut(index)) {
            // What is declared of an office goes before what is suggested.
            if matches!(field.sense, None | Some(Sense::Office(_))) {
                field.sense = Some(sense);
            }
        }
    }

    fn is_alone(&self, index: usize) -> bool {
        self.meanings.people.get(index).is_some_and(|individual| individual.group.is_none())
    }

    fn who(&self, role: &str) -> Option<usize> {
        self.roles.iter().find(|(name, _)| name == role).map(|(_, index)| *index)
    }

    fn group(&self, at: &Value) -> Option<usize> {
        let name = at.get("group").and_then(Value::as_str)?;
        let fields = &self.source.fields;
        self.source
            .groups
            .iter()
            .position(|group| fields.get(group.field).is_some_and(|field| field.id == name))
    }

    fn field(&self, group: Option<usize>, name: &str) -> Option<usize> {
        let position = |fields: &[Field]| fields.iter().position(|field| field.id == name);
        match group {
            Some(group) => position(&self.source.groups.get(group)?.fields),
            None => position(self.source.fields),
        }
    }
}

fn str<'v>(at: &'v Value, name: &str) -> &'v str {
    at.get(name).and_then(Value::as_str).unwrap_or("")
}

fn words(at: &Value) -> Bilingual {
    let label = at.get("label");
    let text = |locale: &str| label.and_then(|label| label.get(locale)).and_then(Value::as_str).unwrap_or("");
    Bilingual { vi: text("vi").to_owned(), en: text("en").to_owned() }
}
