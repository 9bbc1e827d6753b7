//! The private keys of the mint's cards: functions of their labels in `tools/mint/sign.py`.

use std::path::Path;

use num_bigint::BigUint;

use super::curve::Group;
use super::primitives::Kind;

/// Of Active Authentication.
#[derive(Clone)]
pub(crate) enum AaKey {
    /// ECDSA with SHA-256, r‖s.
    Ec(Group, BigUint),
    /// ISO/IEC 9796-2 with SHA-1 and trailer BC: modulus and exponent.
    Rsa(BigUint, BigUint),
}

/// Of Chip Authentication.
#[derive(Clone)]
pub(crate) enum CaKey {
    Ec { group: Group, d: BigUint, kind: Kind, id: Option<u32> },
    Dh { p: BigUint, x: BigUint, kind: Kind },
}

impl CaKey {
    /// `Ec("ca", curve)` of the mint.
    pub(crate) fn of(curve: &str, kind: Kind, id: Option<u32>) -> Self {
        let digits = match (curve, id) {
            ("P-256", _) => "a23d75e607cd7172e972a9f86086abbe3530e57376c43bc0afcff51e32febf57",
            ("brainpoolP256r1", _) => "8296b5803228c558a5c9471345b297b42e2012a4e98617e43515e34df33b2214",
            ("P-384", _) => {
                "269fbf7b7303f14f8a349b885a9c35e2d8b7227cad9c2b481682d7bf88479a2e8d11306491e42436544f05f87fc86785"
            }
            ("brainpoolP512r1", _) => {
                "38477b2a9f7891c414fbed6785b1e48954e3b46342c8936dc94f2c570012d934\
                 85353ba8b6f1a07bb8c077e6a9b38927aeaf52f8ce9288ad44ccf3ad2d7e542e"
            }
            ("P-224", _) => "daf398d9ea59f262570798a47200cfe110f5e53e90bf5a54ebdb73a5",
            ("brainpoolP384r1", Some(2)) => {
                "5c50d8fdd884a2a21d55a8354a9baae4b5bc141ee36ad8b7928738602d7e17bc04fdba96e34577835fe56c66a3737c92"
            }
            other => panic!("{other:?}"),
        };
        Self::Ec { group: Group::named(curve), d: number(digits), kind, id }
    }

    /// The key over the field of RFC 3526 §3.
    pub(crate) fn modp(kind: Kind) -> Self {
        let p = "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD\
                 EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
                 EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F\
                 83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
                 E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510\
                 15728E5A8AACAA68FFFFFFFFFFFFFFFF";
        let x = "e36bfcf3757c656949ed43e41219dd928067ac47996d24382d49b02ac6b37a41";
        Self::Dh { p: number(p), x: number(x), kind }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Ec { kind, .. } | Self::Dh { kind, .. } => *kind,
        }
    }
}

impl AaKey {
    /// `Ec("aa", "P-256")` of the mint.
    pub(crate) fn p256() -> Self {
        let d = "59e08179bb89b43d255358e0a35b49536453f7480468b735ab6271efc0dd580b";
        Self::Ec(Group::named("P-256"), number(d))
    }

    /// A key of `tools/mint/keys.json`: two primes.
    pub(crate) fn rsa(label: &str) -> Self {
        let keys = std::fs::read_to_string(repository().join("tools/mint/keys.json")).unwrap();
        let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
        let primes: Vec<BigUint> = keys[label]
            .as_array()
            .unwrap()
            .iter()
            .take(2)
            .filter_map(|prime| prime.as_str())
            .map(|prime| number(prime.trim_start_matches("0x")))
            .collect();
        let (p, q) = (&primes[0], &primes[1]);
        let one = BigUint::from(1u8);
        let d = BigUint::from(65_537u32).modinv(&((p - &one) * (q - &one))).unwrap();
        Self::Rsa(p * q, d)
    }
}

pub(crate) fn number(digits: &str) -> BigUint {
    BigUint::parse_bytes(digits.as_bytes(), 16).unwrap()
}

/// The folder of fixtures and mint, from whichever crate of the repository this is compiled in.
pub(crate) fn repository() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("tools/mint").is_dir()).unwrap()
}
