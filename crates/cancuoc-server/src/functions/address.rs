use cancuoc::Error;
use cancuoc::address::{self, ConvertedList};
use cancuoc::json::{LIMITS, Value};

use super::{Function, Kind, OPTIONS, Parameter};
use crate::answer::result;
use crate::units::units;

pub(super) const ALL: &[Function] = &[
    Function {
        name: "parseAddress",
        about: "Takes free text into the parts of an address.",
        parameters: &[Parameter::needed("text", Kind::Text), OPTIONS],
        run: |given| {
            let (text, (options, _)) = (given.text(0, "an address")?, given.options(1)?);
            result(&address::parse(units()?, &text, options.on)?, options.locale)
        },
    },
    Function {
        name: "convertAddress",
        about: "Finds today's unit of an old address, or the old one of today's.",
        parameters: &[Parameter::needed("address", Kind::TextOrObject), OPTIONS],
        run: |given| {
            let (address, (options, all)) = (given.value(0, "address", LIMITS)?, given.options(1)?);
            let direction = address::direction_given(&all)?;
            let converted = address::convert_value(units()?, &address, options.on, direction)?;
            result(&converted, options.locale)
        },
    },
    Function {
        name: "convertAddresses",
        about: "Does the same for a list, shorter: findings are their codes.",
        parameters: &[Parameter::needed("addresses", Kind::List), OPTIONS],
        run: |given| {
            let Value::Array(list) = given.value(0, "addresses", LIMITS)? else {
                return Err(Error::new("input.type", "addresses are a list"));
            };
            let (options, all) = given.options(1)?;
            let direction = address::direction_given(&all)?;
            result(&ConvertedList::of(units()?, &list, options.on, direction), options.locale)
        },
    },
    Function {
        name: "searchUnits",
        about: "Searches the present communes for what somebody types.",
        parameters: &[Parameter::needed("text", Kind::Text), OPTIONS],
        run: |given| {
            let (text, (options, all)) = (given.text(0, "what is searched for")?, given.options(1)?);
            result(&address::search_given(units()?, &text, options.on, all)?, options.locale)
        },
    },
];
