//! The closed list of states and organisations that a zone may name.

/// Whether a zone may hold this code, without its fillers, as issuer or nationality.
pub(super) fn is_known(code: &str) -> bool {
    code.len() <= 3 && (in_list(ISO_3166, code) || in_list(ICAO, code))
}

fn in_list(list: &str, code: &str) -> bool {
    list.split(' ').any(|other| other == code)
}

/// ISO 3166-1 alpha-3, which ICAO Doc 9303-3 section 5 part A takes over.
const ISO_3166: &str = "\
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH \
    BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB \
    CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO \
    GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN \
    IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA \
    MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER \
    NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU \
    RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA \
    TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT \
    WLF WSM YEM ZAF ZMB ZWE";

/// ICAO Doc 9303-3 (8th edition) section 5: Germany, British nationals and Kosovo (part A); EU (B); UN (C); organisations (D);
/// persons without a nationality (E); withdrawn by ISO, but on documents from before (F: ANT, NTZ); specimens of Utopia (G).
/// IAO (part H) signs master lists and stands on no document.
const ICAO: &str = "D GBD GBN GBO GBP GBS RKS EUE UNA UNK UNO XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO XXA XXB XXC XXX ANT NTZ UTO";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_the_standard_and_nothing_else() {
        assert_eq!(ISO_3166.split(' ').count() + ICAO.split(' ').count(), 249 + 29);
        assert!(ICAO.split(' ').all(|code| !in_list(ISO_3166, code)));
        for code in ["XPO", "XES", "XMP", "XDC", "XXA", "ANT", "NTZ", "UTO"] {
            assert!(is_known(code), "{code}");
        }
        // Signs lists; is defined nowhere.
        for code in ["IAO", "XAA", "XSP", "GBR<", "YUG"] {
            assert!(!is_known(code), "{code}");
        }
    }

    #[test]
    fn no_single_slip_makes_another_state_of_vietnam() {
        assert_eq!(ISO_3166.split(' ').count(), 249);
        assert!(
            is_known("VNM") && is_known("D") && !is_known("VHM") && !is_known("") && !is_known("VNM USA")
        );
        for at in 0..3 {
            for letter in '<'..='Z' {
                let other: String =
                    (0..3).zip("VNM".chars()).map(|(i, c)| if i == at { letter } else { c }).collect();
                assert!(other == "VNM" || !is_known(&other), "{other}");
            }
        }
    }
}
