//! Any bytes as points, numbers and signatures: sums stay on the curve, whatever the order.
#![no_main]
use cancuoc::chip::crypto::{DhKey, EcPoint, Ecdsa, CURVES};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((which, data)) = data.split_first() else { return };
    let curve = &CURVES[usize::from(*which) % CURVES.len()];
    let (point, rest) = data.split_at(data.len().min(2 * curve.size() + 1));
    if let Ok(key) = EcPoint::from_octets(curve, point) {
        if let Ok(signature) = Ecdsa::from_plain(rest, curve) {
            let _ = key.verifies(&rest[..20], signature);
        }
    }
    let base = EcPoint::from_octets(curve, &[&[4], curve.x, curve.y].concat()).unwrap();
    let (u, v) = rest.split_at(rest.len().min(curve.n.len()));
    let v = &v[..v.len().min(curve.n.len())];
    // u·G + v·G is on the curve again, or infinity.
    if let Some(sum) = EcPoint::combine(u, None, v, &base) {
        assert_eq!(EcPoint::from_octets(curve, &sum.to_octets()).as_ref(), Ok(&sum));
        assert_eq!(EcPoint::combine(v, None, u, &base).as_ref(), Some(&sum));
    }
    if let Some(key) = DhKey::new(data, rest) {
        let _ = key.agree(&rest[..rest.len().min(4)]);
    }
});
