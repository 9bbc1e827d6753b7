//! Codes of births registered abroad.

/// The country of a code 101–295: annex 2 of Thông tư 07/2016/TT-BCA, in the alphabetical order of the
/// Vietnamese names as they were then, from a secondary copy whose count and both ends agree with the annex.
/// Two countries stand there twice. The names are today's short ones.
pub(super) fn country_of(code: u16) -> Option<&'static str> {
    COUNTRIES.split('|').nth(usize::from(code.checked_sub(FIRST)?))
}

const FIRST: u16 = 101;

/// In the order of the codes.
const COUNTRIES: &str = "\
    Afghanistan|Ai Cập|Albania|Algérie|Andorra|Angola|Vương quốc Liên hiệp Anh và Bắc Ireland|Antigua và Barbuda|Áo|Ả Rập Xê Út|\
    Argentina|Armenia|Azerbaijan|Azerbaijan|Ấn Độ|Bahamas|Bahrain|Ba Lan|Bangladesh|Barbados|\
    Belarus|Belize|Benin|Bhutan|Bỉ|Bolivia|Bosnia và Herzegovina|Botswana|Bồ Đào Nha|Bờ Biển Ngà|\
    Brasil|Brunei|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Các Tiểu vương quốc Ả Rập Thống nhất|Cameroon|Campuchia|Canada|\
    Chile|Colombia|Comoros|Cộng hòa Congo|Cộng hòa Dân chủ Congo|Costa Rica|Croatia|Croatia|Cuba|Djibouti|\
    Dominica|Cộng hòa Dominica|Đan Mạch|Đông Timor|Đức|Ecuador|El Salvador|Eritrea|Estonia|Ethiopia|\
    Fiji|Gabon|Gambia|Ghana|Grenada|Gruzia|Guatemala|Guinea-Bissau|Guinea Xích Đạo|Guinea|\
    Guyana|Haiti|Hà Lan|Hàn Quốc|Hoa Kỳ|Honduras|Hungary|Hy Lạp|Iceland|Indonesia|\
    Iran|Iraq|Ireland|Israel|Jamaica|Jordan|Kazakhstan|Kenya|Kiribati|Kuwait|\
    Síp|Kyrgyzstan|Lào|Latvia|Lesotho|Liban|Liberia|Libya|Liechtenstein|Litva|\
    Luxembourg|Bắc Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Maroc|Quần đảo Marshall|\
    Mauritanie|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mông Cổ|Montenegro|Mozambique|Myanmar|\
    Namibia|Nam Sudan|Nam Phi|Nauru|Na Uy|Nepal|New Zealand|Nicaragua|Niger|Nigeria|\
    Nga|Nhật Bản|Oman|Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru|Pháp|\
    Phần Lan|Philippines|Qatar|Romania|Rwanda|Saint Kitts và Nevis|Saint Lucia|Saint Vincent và Grenadines|Samoa|San Marino|\
    São Tomé và Príncipe|Séc|Sénégal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Quần đảo Solomon|\
    Somalia|Sri Lanka|Sudan|Suriname|Eswatini|Syria|Tajikistan|Tanzania|Tây Ban Nha|Tchad|\
    Thái Lan|Thổ Nhĩ Kỳ|Thụy Điển|Thụy Sĩ|Togo|Tonga|Triều Tiên|Trinidad và Tobago|Trung Quốc|Trung Phi|\
    Tunisia|Turkmenistan|Tuvalu|Úc|Uganda|Ukraina|Uruguay|Uzbekistan|Vanuatu|Vatican|\
    Venezuela|Ý|Yemen|Zambia|Zimbabwe";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_run_from_101_to_295() {
        for (code, name) in [(101, "Afghanistan"), (175, "Hoa Kỳ"), (232, "Nhật Bản"), (295, "Zimbabwe")]
        {
            assert_eq!(country_of(code), Some(name));
        }
        assert_eq!((country_of(100), country_of(296), country_of(0)), (None, None, None));
    }
}
