//! Sums of points on our curves against those of the RustCrypto curve crates.

use cancuoc::chip::crypto::{Curve, EcPoint};
use proptest::prelude::*;

macro_rules! differential {
    ($name:ident, $krate:ident, $curve:literal, $size:literal, $point:ty, $scalar:ty) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(24))]
            #[test]
            fn $name(u in proptest::collection::vec(any::<u8>(), $size), v in proptest::collection::vec(any::<u8>(), $size)) {
                use $krate::elliptic_curve::group::Group as _;

                use $krate::elliptic_curve::sec1::ToSec1Point as _;
                let curve = Curve::by_name($curve).unwrap();
                let scalar = |bytes: &[u8]| <$scalar as $krate::elliptic_curve::ops::Reduce<$krate::FieldBytes>>::reduce(&bytes.try_into().unwrap());
                let (a, b) = (scalar(&u), scalar(&v));
                let generator = <$point>::generator();
                let q = generator * b;
                let theirs = (generator * a + q * a).to_affine().to_sec1_point(false);
                let q = EcPoint::from_octets(curve, q.to_affine().to_sec1_point(false).as_bytes()).unwrap();
                let a = a.to_bytes();
                let ours = EcPoint::combine(&a, None, &a, &q).unwrap();
                prop_assert_eq!(ours.to_octets(), theirs.as_bytes().to_vec());
            }
        }
    };
}

differential!(sums_on_p_256, p256, "P-256", 32, p256::ProjectivePoint, p256::Scalar);
differential!(sums_on_p_384, p384, "P-384", 48, p384::ProjectivePoint, p384::Scalar);
differential!(
    sums_on_brainpool_p256r1,
    bp256,
    "brainpoolP256r1",
    32,
    bp256::r1::ProjectivePoint,
    bp256::r1::Scalar
);
