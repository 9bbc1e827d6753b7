//! Zones in pictures of `tools/mrz/generate.py` (seed 2, invented people, cut out), and pictures without one.

use std::{fs, io::BufReader};

use cancuoc::scan::mrz::{Format, MrzScan, scan_mrz};
use cancuoc::scan::{Effort, Image};

#[test]
fn the_zone_of_a_coarse_picture_is_sure_and_so_is_that_of_a_dazzled_one() {
    let coarse = read(&picture("coarse"));
    let zone = &coarse.zones[0];
    let lines =
        "IDVNM3464795781010346479578<<4\n0806121M3206010VNM<<<<<<<<<<<2\nDO<<GIA<HA<<<<<<<<<<<<<<<<<<<<";
    assert_eq!((zone.text.as_deref(), zone.format), (Some(lines), Format::Td1));
    assert!(zone.unsure.is_empty() && coarse.findings.is_empty());
    let lines =
        "IDVNM2727809782007272780978<<9\n0809269F3708204VNM<<<<<<<<<<<8\nHO<<VE<<<<<<<<<<<<<<<<<<<<<<<<";
    assert_eq!(read(&picture("glare")).zones[0].text.as_deref(), Some(lines));
}

#[test]
fn a_passport_is_read_on_its_head_and_upright() {
    let turned = picture("turned");
    let mut upright = turned.clone();
    upright.levels.reverse();
    for picture in [turned, upright] {
        let scan = read(&picture);
        let zone = &scan.zones[0];
        assert_eq!(zone.format, Format::Td3);
        let first = zone.text.as_deref().and_then(|text| text.lines().next());
        assert_eq!(first, Some("P<D<<UJ<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"));
    }
}

#[test]
fn a_covered_name_is_asked_for_and_not_guessed() {
    let mut covered = picture("coarse");
    // The first six places of the third line.
    for y in 85..106 {
        covered.levels[y * covered.width + 28..y * covered.width + 106].fill(128);
    }
    let scan = read(&covered);
    let zone = &scan.zones[0];
    assert_eq!(zone.text, None);
    assert!(zone.unsure.iter().any(|place| (place.line, place.column) == (3, 2)));
    assert_eq!(zone.lines[0], "IDVNM3464795781010346479578<<4");
    assert!(scan.findings.iter().any(|f| f.code == "scan.mrz_unsure"));
}

#[test]
fn no_zone_is_found_where_there_is_none() {
    for (width, height) in [(320_usize, 240_usize), (33, 5), (1, 1)] {
        let levels = (0..width * height).map(|i| (i * i / 7 + i * 31) as u8).collect();
        let scan = read(&Picture { width, height, levels });
        assert!(scan.zones.is_empty());
        let codes: Vec<&str> = scan.findings.iter().map(|f| f.code.as_ref()).collect();
        assert_eq!(codes, ["scan.mrz_not_found"]);
    }
}

#[derive(Clone)]
struct Picture {
    width: usize,
    height: usize,
    levels: Vec<u8>,
}

fn read(picture: &Picture) -> MrzScan {
    scan_mrz(&Image::new(&picture.levels, picture.width, picture.height).unwrap(), Effort::Photo)
}

/// A grey PNG of `tests/scan/zones/`.
fn picture(name: &str) -> Picture {
    let file = fs::File::open(format!("tests/scan/zones/{name}.png")).unwrap();
    let mut reader = png::Decoder::new(BufReader::new(file)).read_info().unwrap();
    let mut levels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut levels).unwrap();
    levels.truncate(info.buffer_size());
    Picture { width: info.width as usize, height: info.height as usize, levels }
}
