//! Lists `packs/<form>/<first day>.json` and the catalogue into a table that `src/form/pack/library.rs`
//! includes, with the space between JSON tokens left out. Nothing is parsed here: `make packs` and the tests do.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
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
        let text = fs::read_to_string(format!("packs/{folder}/{day}.json"))?;
        writeln!(table, "({folder:?}, {day:?}, {:?}),", without_space(&text))?;
    }
    let none = String::from(r#"{"services":[]}"#);
    let services = if built_in { fs::read_to_string("packs/services.json").unwrap_or(none) } else { none };
    writeln!(table, "];\npub(super) static SERVICES: &str = {:?};", without_space(&services))?;
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

/// Leaves out white space outside of JSON strings.
fn without_space(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let keep = |character: &char| {
        let keep = inside || !character.is_ascii_whitespace();
        if *character == '"' && !escaped {
            inside = !inside;
        }
        escaped = *character == '\\' && !escaped;
        keep
    };
    text.chars().filter(keep).collect()
}
