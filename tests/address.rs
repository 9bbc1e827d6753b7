//! Addresses as cards, people and offices write them.

use cancuoc::{
    Date,
    address::{self, Era, Units},
};

fn units() -> &'static Units {
    static UNITS: std::sync::OnceLock<Units> = std::sync::OnceLock::new();
    UNITS.get_or_init(|| Units::from_bytes(include_bytes!("../data/units/units.bin")).unwrap())
}

fn today() -> Date {
    Date::from_iso("2026-11-21").unwrap()
}

#[test]
fn look() {
    for text in [
        "Số 12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh",
        "P. Bến Nghé, Q1",
        "phường 8, quận 3",
        "Đường Phú, Quận 9",
        "Côn Đảo",
        "Huyện Lý Sơn, Quảng Ngãi",
        "p ben nghe q1 tphcm",
        "12 le loi phuong ben thanh quan 1 tp ho chi minh",
        "Thôn Mẫu, Xã Cổ Bi, Huyện Gia Lâm, Hà Nội",
        "Ba Đình, Hà Nội",
        "Phường Ba Đình, Hà Nội",
        "Quận Ba Đình, Hà Nội",
        "Xã Tân Lập, Huyện Mộc Châu, Tỉnh Sơn La",
        "TP.HCM",
        "Phường Tân Định, TP.HCM",
        "Xã Tân Tiến, Bắc Giang",
        "Tỉnh Bắc Ninh, Thành phố Bắc Ninh, Phường Suối Hoa",
        "xin chào các bạn",
        "",
        "Phường Bến Nghé, Quận 3, TP HCM",
        "TP Thủ Đức",
        "Phường Sài Gòn, Quận 1, TP HCM",
        "Thị trấn Ba Chẽ, Ba Chẽ, Quảng Ninh",
        "F8 Q3 Tp Hồ Chí Minh",
        "Xã Lộc Ninh, Tỉnh Bình Phước",
        "Phường Lộc Ninh, TP Đồng Nai",
    ] {
        let parsed = address::parse(units(), text, today()).unwrap();
        let converted = address::convert(units(), text, today()).unwrap();
        println!(
            "{text}\n   {}\n   {}",
            parsed.to_json(cancuoc::Locale::Vi),
            converted.to_json(cancuoc::Locale::Vi)
        );
    }
}
