use super::*;

fn fault(input: &[u8], rules: Rules) -> Fault {
    Element::only(input, rules).unwrap_err().fault
}

#[test]
fn tags_of_one_two_and_three_octets_are_read_as_they_stand() {
    for (input, tag) in [
        (&[0x30u8, 0][..], 0x30),
        (&[0x5F, 0x1F, 0], 0x5F1F),
        (&[0x7F, 0x61, 0], 0x7F61),
        (&[0xBF, 0x8A, 0x01, 0], 0xBF_8A01),
    ] {
        let element = Element::only(input, Rules::Der).unwrap();
        assert_eq!(element.tag, tag);
        assert_eq!(element.is_constructed(), tag != 0x5F1F);
    }
    assert_eq!(fault(&[0x5F, 0x80, 0x01, 0], Rules::Ber), Fault::BadTag);
    assert_eq!(fault(&[0x5F, 0x81, 0x81, 0x01, 0], Rules::Ber), Fault::BadTag);
}

#[test]
fn der_refuses_what_ber_takes() {
    let long = [0x04, 0x81, 0x01, 0xAA];
    assert_eq!(fault(&long, Rules::Der), Fault::NotDer);
    assert_eq!(Element::only(&long, Rules::Ber).unwrap().content, [0xAA]);
    let indefinite = [0x30, 0x80, 0x04, 0x01, 0xAA, 0x00, 0x00];
    assert_eq!(fault(&indefinite, Rules::Der), Fault::NotDer);
    let element = Element::only(&indefinite, Rules::Ber).unwrap();
    assert_eq!(element.content, [0x04, 0x01, 0xAA]);
    assert_eq!(element.raw, indefinite);
}

#[test]
fn pieces_of_an_octet_string_are_joined() {
    let input = [0x24, 0x80, 0x04, 0x01, 0xAA, 0x04, 0x02, 0xBB, 0xCC, 0x00, 0x00];
    let element = Element::only(&input, Rules::Ber).unwrap();
    assert_eq!(element.octets().unwrap().as_ref(), [0xAA, 0xBB, 0xCC]);
}

#[test]
fn a_length_near_two_to_the_32_is_truncated_not_an_overflow() {
    assert_eq!(fault(&[0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0], Rules::Ber), Fault::Truncated);
    let nested = [0x30, 0x80, 0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0];
    assert_eq!(fault(&nested, Rules::Ber), Fault::Truncated);
    assert_eq!(fault(&[0x04, 0x85, 1, 1, 1, 1, 1], Rules::Ber), Fault::BadLength);
}

#[test]
fn deep_nesting_ends_at_the_limit() {
    let input = [0x30, 0x80].repeat(10_000);
    assert_eq!(fault(&input, Rules::Ber), Fault::TooDeep);
    let mut element = None;
    let mut input = vec![0x05, 0x00];
    for _ in 0..50 {
        let mut outer = vec![0x30, u8::try_from(input.len()).unwrap()];
        outer.extend(&input);
        input = outer;
    }
    let mut reader = Reader::new(&input, Rules::Der).unwrap();
    for _ in 0..LIMITS.depth {
        element = Some(reader.read().unwrap());
        reader = element.unwrap().children();
    }
    assert_eq!(reader.read().unwrap_err().fault, Fault::TooDeep);
    assert!(element.is_some());
}

#[test]
fn every_truncation_is_an_error() {
    let input = [0x30, 0x0A, 0x30, 0x80, 0x5F, 0x1F, 0x01, 0x41, 0x00, 0x00, 0x05, 0x00];
    let walk = |input: &[u8]| -> Result<(), TlvError> {
        let mut inner = Element::only(input, Rules::Ber)?.children();
        inner.expect(0x30)?.children().expect(0x5F1F)?;
        inner.expect(tag::NULL)?;
        inner.finish()
    };
    walk(&input).unwrap();
    for length in 0..input.len() {
        assert!(walk(&input[..length]).is_err(), "{length}");
    }
}

#[test]
fn errors_say_at_which_byte() {
    let input = [0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x81, 0x00];
    let mut reader = Element::only(&input, Rules::Ber).unwrap().children();
    assert_eq!(reader.expect(tag::INTEGER).unwrap().small(), Ok(5));
    let error = reader.expect(tag::NULL).unwrap_err();
    assert_eq!(error.to_string(), "04 instead of 05 (byte 5)");
}

#[test]
fn integers_are_read_by_their_rules() {
    let read = |bytes: &[u8], rules| {
        Element::only(bytes, rules).unwrap().unsigned().map(<[u8]>::to_vec).map_err(|e| e.fault)
    };
    assert_eq!(read(&[2, 1, 0], Rules::Der), Ok(vec![]));
    assert_eq!(read(&[2, 2, 0, 0x80], Rules::Der), Ok(vec![0x80]));
    assert!(read(&[2, 2, 0, 0x7F], Rules::Der).is_err());
    assert_eq!(read(&[2, 2, 0, 0x7F], Rules::Ber), Ok(vec![0x7F]));
    assert!(read(&[2, 1, 0x80], Rules::Ber).is_err());
    assert!(read(&[2, 0], Rules::Ber).is_err());
}
