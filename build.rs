//! Lists `packs/<form>/<first day>.json` and the catalogue into a table that `src/form/pack/library.rs`
//! includes. Nothing is parsed here: `make packs` and the tests do.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut files = Vec::new();
    let built_in = env::var_os("CARGO_FEATURE_PACKS").is_some();
    for folder in if built_in { entries("packs")? } else { Vec::new() } {
        if !Path::new("packs").join(&folder).is_dir() {
            continue;
        }
        for file in entries(format!("packs/{folder}"))? {
            let day = file
                .strip_suffix(".json")
                .filter(|day| day.len() == 10 && day.starts_with(|c: char| c.is_ascii_digit()));
            if let Some(day) = day {
                files.push((folder.clone(), day.to_owned()));
            }
        }
    }
    let mut table = String::from("pub(super) static PACKS: &[(&str, &str, &str)] = &[\n");
    for (folder, day) in files {
        let text = format!("{root}/packs/{folder}/{day}.json");
        writeln!(table, "({folder:?}, {day:?}, include_str!({text:?})),")?;
    }
    let services = if built_in && Path::new("packs/services.json").exists() {
        format!("include_str!({:?})", format!("{root}/packs/services.json"))
    } else {
        format!("{:?}", r#"{"services":[]}"#)
    };
    writeln!(table, "];\npub(super) static SERVICES: &str = {services};")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("packs.rs"), table)?;
    Ok(())
}

fn entries(folder: impl AsRef<Path>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
