//! Countries: certificates write two letters, machine-readable zones three (Doc 9303 part 3 §5, part 12
//! §7.1.1).

/// Whether a certificate's country is the state that issued the document. A state that the table does not
/// know is nobody's.
pub(super) fn is_same(certificate: &str, state: &str) -> bool {
    let [a, b, c] = match *state.as_bytes() {
        [one] => [one, b'<', b'<'],
        [one, two, three] => [one, two, three],
        _ => return false,
    };
    let &[d, e] = certificate.as_bytes() else { return false };
    // Rows of one length: to search for their ends took a tenth of the time of a signature.
    let row = [a, b, c, b'=', d.to_ascii_uppercase(), e.to_ascii_uppercase(), b' '];
    TABLE.as_bytes().as_chunks().0.contains(&row)
}

/// ISO 3166-1, and of Doc 9303 part 3 §5: Germany's single letter, British passports of six kinds, the
/// European Union, the United Nations, Kosovo, and Utopia for specimens.
const TABLE: &str = "\
AFG=AF ALA=AX ALB=AL DZA=DZ ASM=AS AND=AD AGO=AO AIA=AI ATA=AQ ATG=AG ARG=AR ARM=AM ABW=AW AUS=AU AUT=AT \
AZE=AZ BHS=BS BHR=BH BGD=BD BRB=BB BLR=BY BEL=BE BLZ=BZ BEN=BJ BMU=BM BTN=BT BOL=BO BES=BQ BIH=BA BWA=BW \
BVT=BV BRA=BR IOT=IO BRN=BN BGR=BG BFA=BF BDI=BI KHM=KH CMR=CM CAN=CA CPV=CV CYM=KY CAF=CF TCD=TD CHL=CL \
CHN=CN CXR=CX CCK=CC COL=CO COM=KM COG=CG COD=CD COK=CK CRI=CR CIV=CI HRV=HR CUB=CU CUW=CW CYP=CY CZE=CZ \
DNK=DK DJI=DJ DMA=DM DOM=DO ECU=EC EGY=EG SLV=SV GNQ=GQ ERI=ER EST=EE SWZ=SZ ETH=ET FLK=FK FRO=FO FJI=FJ \
FIN=FI FRA=FR GUF=GF PYF=PF ATF=TF GAB=GA GMB=GM GEO=GE DEU=DE GHA=GH GIB=GI GRC=GR GRL=GL GRD=GD GLP=GP \
GUM=GU GTM=GT GGY=GG GIN=GN GNB=GW GUY=GY HTI=HT HMD=HM VAT=VA HND=HN HKG=HK HUN=HU ISL=IS IND=IN IDN=ID \
IRN=IR IRQ=IQ IRL=IE IMN=IM ISR=IL ITA=IT JAM=JM JPN=JP JEY=JE JOR=JO KAZ=KZ KEN=KE KIR=KI PRK=KP KOR=KR \
KWT=KW KGZ=KG LAO=LA LVA=LV LBN=LB LSO=LS LBR=LR LBY=LY LIE=LI LTU=LT LUX=LU MAC=MO MDG=MG MWI=MW MYS=MY \
MDV=MV MLI=ML MLT=MT MHL=MH MTQ=MQ MRT=MR MUS=MU MYT=YT MEX=MX FSM=FM MDA=MD MCO=MC MNG=MN MNE=ME MSR=MS \
MAR=MA MOZ=MZ MMR=MM NAM=NA NRU=NR NPL=NP NLD=NL NCL=NC NZL=NZ NIC=NI NER=NE NGA=NG NIU=NU NFK=NF MKD=MK \
MNP=MP NOR=NO OMN=OM PAK=PK PLW=PW PSE=PS PAN=PA PNG=PG PRY=PY PER=PE PHL=PH PCN=PN POL=PL PRT=PT PRI=PR \
QAT=QA REU=RE ROU=RO RUS=RU RWA=RW BLM=BL SHN=SH KNA=KN LCA=LC MAF=MF SPM=PM VCT=VC WSM=WS SMR=SM STP=ST \
SAU=SA SEN=SN SRB=RS SYC=SC SLE=SL SGP=SG SXM=SX SVK=SK SVN=SI SLB=SB SOM=SO ZAF=ZA SGS=GS SSD=SS ESP=ES \
LKA=LK SDN=SD SUR=SR SJM=SJ SWE=SE CHE=CH SYR=SY TWN=TW TJK=TJ TZA=TZ THA=TH TLS=TL TGO=TG TKL=TK TON=TO \
TTO=TT TUN=TN TUR=TR TKM=TM TCA=TC TUV=TV UGA=UG UKR=UA ARE=AE GBR=GB UMI=UM USA=US URY=UY UZB=UZ VUT=VU \
VEN=VE VNM=VN VGB=VG VIR=VI WLF=WF ESH=EH YEM=YE ZMB=ZM ZWE=ZW \
D<<=DE GBD=GB GBN=GB GBO=GB GBP=GB GBS=GB EUE=EU UNO=UN UNA=UN RKS=KS RKS=XK XKX=XK UTO=UT ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_and_three_of_one_country_are_the_same() {
        assert!(is_same("VN", "VNM"));
        assert!(is_same("vn", "VNM"));
        assert!(is_same("DE", "D"));
        assert!(!is_same("VN", "LAO"));
        assert!(!is_same("VN", "VN"));
        assert!(!is_same("", ""));
        assert!(!is_same("XX", "XXX"));
        assert!(!is_same("VN", "V") && !is_same("VN", "<<") && !is_same("V", "VNM"));
        let rows: Vec<_> = TABLE.split_ascii_whitespace().collect();
        assert_eq!(rows.len(), 249 + 13);
        for row in rows {
            let (three, two) = row.split_once('=').unwrap();
            assert!(is_same(two, three.trim_end_matches('<')), "{row}");
        }
    }
}
