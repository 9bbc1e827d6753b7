/// A short Weierstrass curve y² = x³ + ax + b over a prime field, of cofactor 1.
///
/// Numbers are big-endian, as long as the field's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Curve {
    /// As the documents call it.
    pub name: &'static str,
    /// Content octets of its object identifier.
    pub oid: &'static [u8],
    /// The prime.
    pub p: &'static [u8],
    /// Coefficient.
    pub a: &'static [u8],
    /// Coefficient.
    pub b: &'static [u8],
    /// The base point.
    pub x: &'static [u8],
    /// The base point.
    pub y: &'static [u8],
    /// The order of the base point, a prime.
    pub n: &'static [u8],
}

impl Curve {
    /// The curve of this object identifier (content octets).
    pub fn by_oid(oid: &[u8]) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.oid == oid)
    }

    /// The curve of this name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.name == name)
    }

    /// Octets of a coordinate.
    pub fn size(&self) -> usize {
        self.p.len()
    }
}

impl std::fmt::Debug for Curve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All curves that may sign: the NIST curves of FIPS 186-4 (D.1.2) and the Brainpool curves of RFC 5639 (3).
/// Closed: parameters that a key spells out must be one of these, number by number.
pub static CURVES: &[Curve] = &[
    // 1.2.840.10045.3.1.1
    Curve {
        name: "P-192",
        oid: &[42, 134, 72, 206, 61, 3, 1, 1],
        p: &hex::<24>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFF",
        ),
        a: &hex::<24>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFC",
        ),
        b: &hex::<24>(
            b"64210519E59C80E70FA7E9AB72243049FEB8DEECC146B9B1",
        ),
        x: &hex::<24>(
            b"188DA80EB03090F67CBF20EB43A18800F4FF0AFD82FF1012",
        ),
        y: &hex::<24>(
            b"07192B95FFC8DA78631011ED6B24CDD573F977A11E794811",
        ),
        n: &hex::<24>(
            b"FFFFFFFFFFFFFFFFFFFFFFFF99DEF836146BC9B1B4D22831",
        ),
    },
    // 1.3.132.0.33
    Curve {
        name: "P-224",
        oid: &[43, 129, 4, 0, 33],
        p: &hex::<28>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF000000000000000000000001",
        ),
        a: &hex::<28>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFE",
        ),
        b: &hex::<28>(
            b"B4050A850C04B3ABF54132565044B0B7D7BFD8BA270B39432355FFB4",
        ),
        x: &hex::<28>(
            b"B70E0CBD6BB4BF7F321390B94A03C1D356C21122343280D6115C1D21",
        ),
        y: &hex::<28>(
            b"BD376388B5F723FB4C22DFE6CD4375A05A07476444D5819985007E34",
        ),
        n: &hex::<28>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFF16A2E0B8F03E13DD29455C5C2A3D",
        ),
    },
    // 1.2.840.10045.3.1.7
    Curve {
        name: "P-256",
        oid: &[42, 134, 72, 206, 61, 3, 1, 7],
        p: &hex::<32>(
            b"FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        ),
        a: &hex::<32>(
            b"FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC",
        ),
        b: &hex::<32>(
            b"5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B",
        ),
        x: &hex::<32>(
            b"6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296",
        ),
        y: &hex::<32>(
            b"4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5",
        ),
        n: &hex::<32>(
            b"FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        ),
    },
    // 1.3.132.0.34
    Curve {
        name: "P-384",
        oid: &[43, 129, 4, 0, 34],
        p: &hex::<48>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
        ),
        a: &hex::<48>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFC",
        ),
        b: &hex::<48>(
            b"B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF",
        ),
        x: &hex::<48>(
            b"AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7",
        ),
        y: &hex::<48>(
            b"3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F",
        ),
        n: &hex::<48>(
            b"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973",
        ),
    },
    // 1.3.132.0.35
    Curve {
        name: "P-521",
        oid: &[43, 129, 4, 0, 35],
        p: &hex::<66>(
            b"01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ),
        a: &hex::<66>(
            b"01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC",
        ),
        b: &hex::<66>(
            b"0051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF109E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503F00",
        ),
        x: &hex::<66>(
            b"00C6858E06B70404E9CD9E3ECB662395B4429C648139053FB521F828AF606B4D3DBAA14B5E77EFE75928FE1DC127A2FFA8DE3348B3C1856A429BF97E7E31C2E5BD66",
        ),
        y: &hex::<66>(
            b"011839296A789A3BC0045C8A5FB42C7D1BD998F54449579B446817AFBD17273E662C97EE72995EF42640C550B9013FAD0761353C7086A272C24088BE94769FD16650",
        ),
        n: &hex::<66>(
            b"01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.1
    Curve {
        name: "brainpoolP160r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 1],
        p: &hex::<20>(
            b"E95E4A5F737059DC60DFC7AD95B3D8139515620F",
        ),
        a: &hex::<20>(
            b"340E7BE2A280EB74E2BE61BADA745D97E8F7C300",
        ),
        b: &hex::<20>(
            b"1E589A8595423412134FAA2DBDEC95C8D8675E58",
        ),
        x: &hex::<20>(
            b"BED5AF16EA3F6A4F62938C4631EB5AF7BDBCDBC3",
        ),
        y: &hex::<20>(
            b"1667CB477A1A8EC338F94741669C976316DA6321",
        ),
        n: &hex::<20>(
            b"E95E4A5F737059DC60DF5991D45029409E60FC09",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.2
    Curve {
        name: "brainpoolP160t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 2],
        p: &hex::<20>(
            b"E95E4A5F737059DC60DFC7AD95B3D8139515620F",
        ),
        a: &hex::<20>(
            b"E95E4A5F737059DC60DFC7AD95B3D8139515620C",
        ),
        b: &hex::<20>(
            b"7A556B6DAE535B7B51ED2C4D7DAA7A0B5C55F380",
        ),
        x: &hex::<20>(
            b"B199B13B9B34EFC1397E64BAEB05ACC265FF2378",
        ),
        y: &hex::<20>(
            b"ADD6718B7C7C1961F0991B842443772152C9E0AD",
        ),
        n: &hex::<20>(
            b"E95E4A5F737059DC60DF5991D45029409E60FC09",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.3
    Curve {
        name: "brainpoolP192r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 3],
        p: &hex::<24>(
            b"C302F41D932A36CDA7A3463093D18DB78FCE476DE1A86297",
        ),
        a: &hex::<24>(
            b"6A91174076B1E0E19C39C031FE8685C1CAE040E5C69A28EF",
        ),
        b: &hex::<24>(
            b"469A28EF7C28CCA3DC721D044F4496BCCA7EF4146FBF25C9",
        ),
        x: &hex::<24>(
            b"C0A0647EAAB6A48753B033C56CB0F0900A2F5C4853375FD6",
        ),
        y: &hex::<24>(
            b"14B690866ABD5BB88B5F4828C1490002E6773FA2FA299B8F",
        ),
        n: &hex::<24>(
            b"C302F41D932A36CDA7A3462F9E9E916B5BE8F1029AC4ACC1",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.4
    Curve {
        name: "brainpoolP192t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 4],
        p: &hex::<24>(
            b"C302F41D932A36CDA7A3463093D18DB78FCE476DE1A86297",
        ),
        a: &hex::<24>(
            b"C302F41D932A36CDA7A3463093D18DB78FCE476DE1A86294",
        ),
        b: &hex::<24>(
            b"13D56FFAEC78681E68F9DEB43B35BEC2FB68542E27897B79",
        ),
        x: &hex::<24>(
            b"3AE9E58C82F63C30282E1FE7BBF43FA72C446AF6F4618129",
        ),
        y: &hex::<24>(
            b"097E2C5667C2223A902AB5CA449D0084B7E5B3DE7CCC01C9",
        ),
        n: &hex::<24>(
            b"C302F41D932A36CDA7A3462F9E9E916B5BE8F1029AC4ACC1",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.5
    Curve {
        name: "brainpoolP224r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 5],
        p: &hex::<28>(
            b"D7C134AA264366862A18302575D1D787B09F075797DA89F57EC8C0FF",
        ),
        a: &hex::<28>(
            b"68A5E62CA9CE6C1C299803A6C1530B514E182AD8B0042A59CAD29F43",
        ),
        b: &hex::<28>(
            b"2580F63CCFE44138870713B1A92369E33E2135D266DBB372386C400B",
        ),
        x: &hex::<28>(
            b"0D9029AD2C7E5CF4340823B2A87DC68C9E4CE3174C1E6EFDEE12C07D",
        ),
        y: &hex::<28>(
            b"58AA56F772C0726F24C6B89E4ECDAC24354B9E99CAA3F6D3761402CD",
        ),
        n: &hex::<28>(
            b"D7C134AA264366862A18302575D0FB98D116BC4B6DDEBCA3A5A7939F",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.6
    Curve {
        name: "brainpoolP224t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 6],
        p: &hex::<28>(
            b"D7C134AA264366862A18302575D1D787B09F075797DA89F57EC8C0FF",
        ),
        a: &hex::<28>(
            b"D7C134AA264366862A18302575D1D787B09F075797DA89F57EC8C0FC",
        ),
        b: &hex::<28>(
            b"4B337D934104CD7BEF271BF60CED1ED20DA14C08B3BB64F18A60888D",
        ),
        x: &hex::<28>(
            b"6AB1E344CE25FF3896424E7FFE14762ECB49F8928AC0C76029B4D580",
        ),
        y: &hex::<28>(
            b"0374E9F5143E568CD23F3F4D7C0D4B1E41C8CC0D1C6ABD5F1A46DB4C",
        ),
        n: &hex::<28>(
            b"D7C134AA264366862A18302575D0FB98D116BC4B6DDEBCA3A5A7939F",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.7
    Curve {
        name: "brainpoolP256r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 7],
        p: &hex::<32>(
            b"A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
        ),
        a: &hex::<32>(
            b"7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9",
        ),
        b: &hex::<32>(
            b"26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6",
        ),
        x: &hex::<32>(
            b"8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262",
        ),
        y: &hex::<32>(
            b"547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997",
        ),
        n: &hex::<32>(
            b"A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.8
    Curve {
        name: "brainpoolP256t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 8],
        p: &hex::<32>(
            b"A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
        ),
        a: &hex::<32>(
            b"A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5374",
        ),
        b: &hex::<32>(
            b"662C61C430D84EA4FE66A7733D0B76B7BF93EBC4AF2F49256AE58101FEE92B04",
        ),
        x: &hex::<32>(
            b"A3E8EB3CC1CFE7B7732213B23A656149AFA142C47AAFBC2B79A191562E1305F4",
        ),
        y: &hex::<32>(
            b"2D996C823439C56D7F7B22E14644417E69BCB6DE39D027001DABE8F35B25C9BE",
        ),
        n: &hex::<32>(
            b"A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.9
    Curve {
        name: "brainpoolP320r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 9],
        p: &hex::<40>(
            b"D35E472036BC4FB7E13C785ED201E065F98FCFA6F6F40DEF4F92B9EC7893EC28FCD412B1F1B32E27",
        ),
        a: &hex::<40>(
            b"3EE30B568FBAB0F883CCEBD46D3F3BB8A2A73513F5EB79DA66190EB085FFA9F492F375A97D860EB4",
        ),
        b: &hex::<40>(
            b"520883949DFDBC42D3AD198640688A6FE13F41349554B49ACC31DCCD884539816F5EB4AC8FB1F1A6",
        ),
        x: &hex::<40>(
            b"43BD7E9AFB53D8B85289BCC48EE5BFE6F20137D10A087EB6E7871E2A10A599C710AF8D0D39E20611",
        ),
        y: &hex::<40>(
            b"14FDD05545EC1CC8AB4093247F77275E0743FFED117182EAA9C77877AAAC6AC7D35245D1692E8EE1",
        ),
        n: &hex::<40>(
            b"D35E472036BC4FB7E13C785ED201E065F98FCFA5B68F12A32D482EC7EE8658E98691555B44C59311",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.10
    Curve {
        name: "brainpoolP320t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 10],
        p: &hex::<40>(
            b"D35E472036BC4FB7E13C785ED201E065F98FCFA6F6F40DEF4F92B9EC7893EC28FCD412B1F1B32E27",
        ),
        a: &hex::<40>(
            b"D35E472036BC4FB7E13C785ED201E065F98FCFA6F6F40DEF4F92B9EC7893EC28FCD412B1F1B32E24",
        ),
        b: &hex::<40>(
            b"A7F561E038EB1ED560B3D147DB782013064C19F27ED27C6780AAF77FB8A547CEB5B4FEF422340353",
        ),
        x: &hex::<40>(
            b"925BE9FB01AFC6FB4D3E7D4990010F813408AB106C4F09CB7EE07868CC136FFF3357F624A21BED52",
        ),
        y: &hex::<40>(
            b"63BA3A7A27483EBF6671DBEF7ABB30EBEE084E58A0B077AD42A5A0989D1EE71B1B9BC0455FB0D2C3",
        ),
        n: &hex::<40>(
            b"D35E472036BC4FB7E13C785ED201E065F98FCFA5B68F12A32D482EC7EE8658E98691555B44C59311",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.11
    Curve {
        name: "brainpoolP384r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 11],
        p: &hex::<48>(
            b"8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC53",
        ),
        a: &hex::<48>(
            b"7BC382C63D8C150C3C72080ACE05AFA0C2BEA28E4FB22787139165EFBA91F90F8AA5814A503AD4EB04A8C7DD22CE2826",
        ),
        b: &hex::<48>(
            b"04A8C7DD22CE28268B39B55416F0447C2FB77DE107DCD2A62E880EA53EEB62D57CB4390295DBC9943AB78696FA504C11",
        ),
        x: &hex::<48>(
            b"1D1C64F068CF45FFA2A63A81B7C13F6B8847A3E77EF14FE3DB7FCAFE0CBD10E8E826E03436D646AAEF87B2E247D4AF1E",
        ),
        y: &hex::<48>(
            b"8ABE1D7520F9C2A45CB1EB8E95CFD55262B70B29FEEC5864E19C054FF99129280E4646217791811142820341263C5315",
        ),
        n: &hex::<48>(
            b"8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.12
    Curve {
        name: "brainpoolP384t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 12],
        p: &hex::<48>(
            b"8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC53",
        ),
        a: &hex::<48>(
            b"8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC50",
        ),
        b: &hex::<48>(
            b"7F519EADA7BDA81BD826DBA647910F8C4B9346ED8CCDC64E4B1ABD11756DCE1D2074AA263B88805CED70355A33B471EE",
        ),
        x: &hex::<48>(
            b"18DE98B02DB9A306F2AFCD7235F72A819B80AB12EBD653172476FECD462AABFFC4FF191B946A5F54D8D0AA2F418808CC",
        ),
        y: &hex::<48>(
            b"25AB056962D30651A114AFD2755AD336747F93475B7A1FCA3B88F2B6A208CCFE469408584DC2B2912675BF5B9E582928",
        ),
        n: &hex::<48>(
            b"8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.13
    Curve {
        name: "brainpoolP512r1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 13],
        p: &hex::<64>(
            b"AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA703308717D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3",
        ),
        a: &hex::<64>(
            b"7830A3318B603B89E2327145AC234CC594CBDD8D3DF91610A83441CAEA9863BC2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A72BF2C7B9E7C1AC4D77FC94CA",
        ),
        b: &hex::<64>(
            b"3DF91610A83441CAEA9863BC2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A72BF2C7B9E7C1AC4D77FC94CADC083E67984050B75EBAE5DD2809BD638016F723",
        ),
        x: &hex::<64>(
            b"81AEE4BDD82ED9645A21322E9C4C6A9385ED9F70B5D916C1B43B62EEF4D0098EFF3B1F78E2D0D48D50D1687B93B97D5F7C6D5047406A5E688B352209BCB9F822",
        ),
        y: &hex::<64>(
            b"7DDE385D566332ECC0EABFA9CF7822FDF209F70024A57B1AA000C55B881F8111B2DCDE494A5F485E5BCA4BD88A2763AED1CA2B2FA8F0540678CD1E0F3AD80892",
        ),
        n: &hex::<64>(
            b"AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330870553E5C414CA92619418661197FAC10471DB1D381085DDADDB58796829CA90069",
        ),
    },
    // 1.3.36.3.3.2.8.1.1.14
    Curve {
        name: "brainpoolP512t1",
        oid: &[43, 36, 3, 3, 2, 8, 1, 1, 14],
        p: &hex::<64>(
            b"AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA703308717D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3",
        ),
        a: &hex::<64>(
            b"AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA703308717D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F0",
        ),
        b: &hex::<64>(
            b"7CBBBCF9441CFAB76E1890E46884EAE321F70C0BCB4981527897504BEC3E36A62BCDFA2304976540F6450085F2DAE145C22553B465763689180EA2571867423E",
        ),
        x: &hex::<64>(
            b"640ECE5C12788717B9C1BA06CBC2A6FEBA85842458C56DDE9DB1758D39C0313D82BA51735CDB3EA499AA77A7D6943A64F7A3F25FE26F06B51BAA2696FA9035DA",
        ),
        y: &hex::<64>(
            b"5B534BD595F5AF0FA2C892376C84ACE1BB4E3019B71634C01131159CAE03CEE9D9932184BEEF216BD71DF2DADF86A627306ECFF96DBB8BACE198B61E00F8B332",
        ),
        n: &hex::<64>(
            b"AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330870553E5C414CA92619418661197FAC10471DB1D381085DDADDB58796829CA90069",
        ),
    },
];

/// Reads hexadecimal digits at compile time.
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler only: a wrong length or digit does not compile"
)]
const fn hex<const N: usize>(digits: &[u8]) -> [u8; N] {
    assert!(digits.len() == 2 * N);
    let mut bytes = [0; N];
    let mut i = 0;
    while i < N {
        bytes[i] = digit(digits[2 * i]) << 4 | digit(digits[2 * i + 1]);
        i += 1;
    }
    bytes
}

#[allow(clippy::arithmetic_side_effects, clippy::panic, reason = "runs in the compiler only")]
const fn digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'F' => digit - b'A' + 10,
        _ => panic!("not a hexadecimal digit"),
    }
}
