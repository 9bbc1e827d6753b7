//! The worked examples of Doc 9303 part 11, 8th edition (2021): the commands and answers octet by octet, and the
//! session keys.

#![allow(clippy::arithmetic_side_effects, reason = "numbers of a test")]

use super::super::link::{Link, Request};
use super::super::random::RANDOM_OCTETS;
use super::*;
use crate::chip::crypto::hex;
use std::future::Future;
use std::task::{Context, Poll, Waker};

fn octets(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// A pool whose first draws give these scalars: (x − 1) mod (n − 1) + 1 is x.
fn pool(scalars: &[&str], length: usize) -> Random {
    let mut pool = Vec::new();
    for scalar in scalars {
        let mut scalar = octets(scalar);
        let last = scalar.iter().rposition(|octet| *octet != 0).unwrap();
        scalar[last] -= 1;
        scalar[last + 1..].fill(0xFF);
        pool.resize(pool.len() + length + 8 - scalar.len(), 0);
        pool.extend(scalar);
    }
    pool.resize(RANDOM_OCTETS, 0x55);
    Random::new(&pool, None).unwrap()
}

/// Runs a protocol against a recorded card: each command must be the one of the record.
fn replay(
    card_access: &str,
    key: &Key,
    mut random: Random,
    record: &[(String, String)],
) -> Result<(Established, Channel), Refusal> {
    let file = octets(card_access);
    let infos = SecurityInfos::card_access(&file).unwrap();
    let Offer::Protocol(protocol) = Protocol::choose(&infos, 261) else { panic!("a protocol") };
    let link = Link::default();
    let mut channel = Channel::new(link.clone(), 261, 258);
    let mut record = record.iter();
    let established = {
        let mut work = Box::pin(protocol.run(&mut channel, &mut random, key));
        loop {
            match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(ended) => break ended,
                Poll::Pending => {
                    let Request { command, .. } = link.mailbox().request.take().unwrap();
                    let (expected, answer) = record.next().unwrap();
                    assert_eq!(command, octets(expected));
                    link.mailbox().answer = Some(Ok(octets(answer)));
                }
            }
        }
    };
    assert!(record.next().is_none());
    established.map(|established| (established, channel))
}

fn record(record: &[(&str, &str)]) -> Vec<(String, String)> {
    record.iter().map(|(command, answer)| (command.to_string(), answer.to_string())).collect()
}

/// The session's keys, seen through what they make.
fn has_keys(session: &Session, encryption: &[u8; 16], mac: &[u8; 16]) -> bool {
    let expected = SessionKeys { encryption, mac };
    expected.are_of(session)
}

struct SessionKeys<'a> {
    encryption: &'a [u8],
    mac: &'a [u8],
}

impl SessionKeys<'_> {
    fn are_of(&self, session: &Session) -> bool {
        use cmac::{Cmac, KeyInit, Mac};
        let mut mac = <Cmac<aes::Aes128> as KeyInit>::new_from_slice(self.mac).unwrap();
        mac.update(b"message");
        let padded = crypt::pad(Cipher::Aes128, b"data");
        let zeros = crypt::zeros(Cipher::Aes128);
        let initial = crypt::encrypt(Cipher::Aes128, self.encryption, &zeros, &[0xFF; 16]).unwrap();
        let data = crypt::encrypt(Cipher::Aes128, self.encryption, &initial, &padded).unwrap();
        session.token(b"message").unwrap() == mac.finalize().into_bytes()[..8]
            && session.decrypt_mapping_data(&data).unwrap().as_slice() == b"data"
    }
}

fn key_of_appendix_g() -> Key {
    Key::mrz("T22000129", "1964-08-12", "2010-10-31").unwrap()
}

fn ecdh_record() -> Vec<(String, String)> {
    record(&[
        ("0022C1A40F800A04007F00070202040202830101", "9000"),
        ("10860000027C0000", "7C12801095A3A016522EE98D01E76CB6B98B42C39000"),
        (
            "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E\
             544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00",
            "7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57\
             30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000",
        ),
        (
            "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C\
             3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200",
            "7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB\
             7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000",
        ),
        ("008600000C7C0A8508C2B0BD78D94BA86600", "7C0A86083ABB9674BCE93C089000"),
    ])
}

const ECDH_CARD_ACCESS: &str = "31143012060A04007F0007020204020202010202010D";

fn ecdh_pool() -> Random {
    pool(
        &[
            "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99",
            "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595",
        ],
        32,
    )
}

/// Appendix G.1.
#[test]
fn the_ecdh_example_of_appendix_g_comes_out_octet_by_octet() {
    let (established, _) =
        replay(ECDH_CARD_ACCESS, &key_of_appendix_g(), ecdh_pool(), &ecdh_record()).unwrap();
    assert!(has_keys(
        &established.session,
        &hex(b"F5F0E35C0D7161EE6724EE513A0D9A7F"),
        &hex(b"FE251C7858B356B24514B3BD5F4297D1"),
    ));
    assert!(established.mapping.is_none());
}

/// Appendix G.2. The group's identifier is 0.
#[test]
fn the_dh_example_of_appendix_g_comes_out_octet_by_octet() {
    let record = record(&[
        ("0022C1A40F800A04007F00070202040102830101", "9000"),
        ("10860000027C0000", "7C128010854D8DF5827FA6852D1A4FA701CDDDCA9000"),
        (
            "10860000867C8183818180\
             23FB3749EA030D2A25B278D2A562047ADE3F01B74F17A15402CB7352CA7D2B3EB71C343DB13D1DEB\
             CE9A3666DBCFC920B49174A602CB47965CAA73DC702489A44D41DB914DE9613DC5E98C94160551C0\
             DF86274B9359BC0490D01B03AD54022DCB4F57FAD6322497D7A1E28D46710F461AFE710FBBBC5F8B\
             A166F4311975EC6C00",
            "7C8183828180\
             78879F57225AA8080D52ED0FC890A4B25336F699AA89A2D3A189654AF70729E623EA5738B26381E4\
             DA19E004706FACE7B235C2DBF2F38748312F3C98C2DD4882A41947B324AA1259AC22579DB93F7085\
             655AF30889DBB845D9E6783FE42C9F2449400306254C8AE8EE9DD812A804C0B66E8CAFC14F84D825\
             8950A91B44126EE69000",
        ),
        (
            "10860000867C8183838180\
             907D89E2D425A178AA81AF4A7774EC8E388C115CAE67031E85EECE520BD911551B9AE4D04369F29A\
             02626C86FBC6747CC7BC352645B6161A2A42D44EDA80A08FA8D61B76D3A154AD8A5A51786B0BC071\
             47057871A922212C5F67F43173172236B7747D1671E6D692A3C7D40A0C3C5CE397545D015C175EB5\
             130551EDBC2EE5D400",
            "7C8183848180\
             075693D9AE941877573E634B6E644F8E60AF17A0076B8B123D9201074D36152BD8B3A213F53820C4\
             2ADC79AB5D0AEEC3AEFB91394DA476BD97B9B14D0A65C1FC71A0E019CB08AF55E1F729005FBA7E3F\
             A5DC41899238A250767A6D46DB974064386CD456743585F8E5D90CC8B4004B1F6D866C79CE0584E4\
             9687FF61BC29AEA19000",
        ),
        ("008600000C7C0A8508B46DD9BD4D98381F00", "7C0A8608917F37B5C0E6D8D19000"),
    ]);
    let random =
        pool(&["5265030F751F4AD18B08AC565FC7AC952E41618D", "89CCD99B0E8D3B1F11E1296DCA68EC53411CF2CA"], 20);
    let card_access = "31143012060A04007F00070202040102020102020100";
    let (established, _) = replay(card_access, &key_of_appendix_g(), random, &record).unwrap();
    assert!(has_keys(
        &established.session,
        &hex(b"2F7F46ADCC9E7E521B45D192FAFA9126"),
        &hex(b"805A1D27D45A5116F73C54469462B7D8"),
    ));
}

/// Appendix I: Chip Authentication Mapping.
#[test]
fn the_example_of_appendix_i_comes_out_octet_by_octet_with_its_chip_authentication_data() {
    let record = record(&[
        ("0022C1A40F800A04007F00070202040602830101", "9000"),
        ("10860000027C0000", "7C128010CB60E8E0D85B76A9BD304747C2AD42E29000"),
        (
            "10860000457C438141047F1D410ADB7DDB3B84BF1030800981A9105D7457B4A3ADE002384F3086C67EDE\
             1AB889104A27DB6D842B019020FBF3CEACB0DC627F7BDCAC29969E19D0E553C100",
            "7C43824104A234236AA9B9621E8EFB73B5245C0E09D2576E5277183C1208BDD55280CAE8B3\
             04F365713A356E65A451E165ECC9AC0AC46E3771342C8FE5AEDD092685338E239000",
        ),
        (
            "10860000457C43834104446C934084D9DAB863944F219520076C29EE3F7AE6722B11FF319EC1C7728F95\
             5483400BFF60BF0C5929270009277DC2A515E12575010AD9BA916CF1BF86FEFC00",
            "7C4384410402AD566F3C6EC7F9324509AD50A51FA52030782A4968FCFEDF737DAEA9933331\
             11C3B9B4C2287789BD137E7F8AA882E2A3C633CCD6ECC2C63C57AD401A09C2E19000",
        ),
        (
            "008600000C7C0A8508E86BD06018A1CD3B00",
            "7C3C86088596CF055C67C1A38A301EEA964DAAE372AC990E3EFDE6333353BFC89A6704D93DA8798CF77F\
             5B7A54BD10CBA372B42BE0B9B5F28AA8DE2F4F929000",
        ),
    ]);
    let random = pool(
        &[
            "5D8BB87BD74D985A4B7D4325B9F7B976FE835122773400798914AA22738135CC",
            "76ECFDAA9841C323A3F5FC5E88B88DB3EFF7E35EBF57A7E6946CB630006C2120",
        ],
        32,
    );
    let key = Key::mrz("C11T002JM", "1996-08-12", "2023-10-31").unwrap();
    let card_access = "31143012060A04007F0007020204060202010202010D";
    let (established, _) = replay(card_access, &key, random, &record).unwrap();
    assert!(has_keys(
        &established.session,
        &hex(b"0A9DA4DB03BDDE39FC5202BC44B2E89E"),
        &hex(b"4B1C06491ED5140CA2B537D344C6C0B1"),
    ));
    let (mapping_key, data) = established.mapping.unwrap();
    assert_eq!(mapping_key[..5], hex::<5>(b"04A234236A"));
    assert_eq!(
        data.as_slice(),
        hex::<32>(b"85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3")
    );
}

#[test]
fn trap_40_all_steps_but_the_last_are_marked_as_parts_of_a_chain() {
    let classes: Vec<String> =
        ecdh_record()[1..].iter().map(|(command, _)| command[..4].to_owned()).collect();
    assert_eq!(classes, ["1086", "1086", "1086", "0086"]);
}

#[test]
fn trap_11_a_token_or_a_public_key_that_is_our_own_is_refused() {
    for (step, tag) in [(2, "82"), (3, "84")] {
        let mut record = ecdh_record();
        let command = &record[step].0;
        let ours = &command[18..command.len() - 2];
        record[step].1 = format!("7C43{tag}41{ours}9000");
        record.truncate(step + 1);
        let refused = replay(ECDH_CARD_ACCESS, &key_of_appendix_g(), ecdh_pool(), &record).err();
        let expected = Reason::Protocol("our own public key came back");
        assert!(matches!(refused, Some(Refusal::Ended(reason)) if reason == expected), "{step}");
    }
    let mut record = ecdh_record();
    record[4].1 = "7C0A8608C2B0BD78D94BA8669000".to_owned();
    let refused = replay(ECDH_CARD_ACCESS, &key_of_appendix_g(), ecdh_pool(), &record).err();
    assert!(matches!(refused, Some(Refusal::Ended(Reason::Protocol(_)))));
}

#[test]
fn every_way_in_which_the_last_step_refuses_a_key_is_told_apart() {
    for (status, expected) in [
        ("6300", "Key { tries_left: None }"),
        ("6988", "Key { tries_left: None }"),
        ("6A80", "Key { tries_left: None }"),
        ("63C2", "Key { tries_left: Some(2) }"),
        ("63CF", "Key { tries_left: Some(15) }"),
        ("63C0", "Blocked"),
        ("6983", "Blocked"),
        ("6D00", "Method(27904)"),
    ] {
        let mut record = ecdh_record();
        record[4].1 = status.to_owned();
        let refused = replay(ECDH_CARD_ACCESS, &key_of_appendix_g(), ecdh_pool(), &record).err();
        assert_eq!(format!("{:?}", refused.unwrap()), expected);
    }
}

#[test]
fn trap_07_order_unknown_infos_and_domain_parameters_of_a_card_do_not_matter() {
    let info = |digits: &str| octets(digits);
    let (gm, cam) =
        (info("3012060A04007F0007020204020202010202010D"), info("3012060A04007F0007020204060202010202010D"));
    // id-PACE-ECDH-GM (domain parameters), id-CI, an info of nobody's.
    let others = [
        info("301C060904007F000702020402300C060704007F0007010202010D02010D"),
        info("300D060804007F0007020206020102"),
        info("3007060355040A0C00"),
    ];
    let chosen = |infos: &[&[u8]]| {
        let set = object(0x31, &infos.concat()).unwrap();
        match Protocol::choose(&SecurityInfos::card_access(&set).unwrap(), 261) {
            Offer::Protocol(protocol) => Some((protocol.is_chip_mapping, protocol.parameter)),
            _ => None,
        }
    };
    let [a, b, c] = &others;
    assert_eq!(chosen(&[a, &gm, b, &cam, c]), Some((true, 13)));
    assert_eq!(chosen(&[&cam, c, &gm, b, a]), Some((true, 13)));
    assert_eq!(chosen(&[c, &gm]), Some((false, 13)));
    assert_eq!(chosen(&[a, b, c]), None);
}

#[test]
fn trap_08_a_card_that_offers_the_integrated_mapping_alone_is_named() {
    let set = octets("31143012060A04007F0007020204040202010202010D");
    let Offer::Unknown(names) = Protocol::choose(&SecurityInfos::card_access(&set).unwrap(), 261) else {
        panic!("no protocol is known");
    };
    assert_eq!(names, "0.4.0.127.0.7.2.2.4.4.2 integrated mapping");
}

#[test]
fn a_group_whose_keys_do_not_fit_into_a_command_is_not_chosen() {
    // DH-2048/256 beside P-256.
    let set = octets("31283012060A04007F000702020401040201020201023012060A04007F0007020204020202010202010C");
    let infos = SecurityInfos::card_access(&set).unwrap();
    let chosen = |longest| match Protocol::choose(&infos, longest) {
        Offer::Protocol(protocol) => protocol.domain.name(),
        _ => "",
    };
    assert_eq!(chosen(261), "P-256");
}

#[test]
fn trap_05_parameters_are_named_when_there_is_a_choice_or_the_card_asks_for_them() {
    // The same protocol on brainpoolP256r1 and on brainpoolP384r1.
    let two = "31283012060A04007F0007020204020202010202010D3012060A04007F00070202040202020102020110";
    let ends = |record: &[(&str, &str)], card_access: &str| {
        replay(card_access, &key_of_appendix_g(), ecdh_pool(), &self::record(record)).err().unwrap()
    };
    let refused = ends(&[("0022C1A412800A04007F00070202040202830101840110", "6D00")], two);
    assert!(matches!(refused, Refusal::Method(0x6D00)));
    for status in ["6A87", "6A88", "6A80"] {
        let refused = ends(
            &[
                ("0022C1A40F800A04007F00070202040202830101", status),
                ("0022C1A412800A04007F0007020204020283010184010D", "6983"),
            ],
            ECDH_CARD_ACCESS,
        );
        assert!(matches!(refused, Refusal::Blocked), "{status}");
    }
}
