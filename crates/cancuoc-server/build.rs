//! Compiles the packs into a table that `src/forms.rs` includes, so that no host needs a file.

use std::error::Error;

#[cfg(feature = "compiled")]
fn main() -> Result<(), Box<dyn Error>> {
    compiled::write()
}

/// The library has them.
#[cfg(not(feature = "compiled"))]
fn main() -> Result<(), Box<dyn Error>> {
    Ok(())
}

#[cfg(feature = "compiled")]
mod compiled {
    use std::{env, error::Error, fmt::Write, fs, path::Path};

    use cancuoc::{Date, form::compile};

    pub(super) fn write() -> Result<(), Box<dyn Error>> {
        let packs = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../packs");
        let out = env::var("OUT_DIR")?;
        println!("cargo::rerun-if-changed={}", packs.display());
        let mut table = String::from("static PACKS: &[(&str, &str, &[u8])] = &[\n");
        for form in entries(&packs)?.into_iter().filter(|form| packs.join(form).is_dir()) {
            for file in entries(&packs.join(&form))? {
                let Some(day) = file.strip_suffix(".json").filter(|day| Date::from_iso(day).is_some()) else {
                    continue;
                };
                let compiled = compile(&fs::read_to_string(packs.join(&form).join(&file))?);
                let compiled = compiled.map_err(|mistakes| format!("{form}/{file}: {mistakes:?}"))?;
                let place = Path::new(&out).join(format!("{form}-{day}.pack"));
                fs::write(&place, compiled)?;
                writeln!(table, "({form:?}, {day:?}, include_bytes!({place:?})),")?;
            }
        }
        let services = packs.join("services.json");
        writeln!(table, "];\nstatic SERVICES: &str = include_str!({services:?});")?;
        fs::write(Path::new(&out).join("packs.rs"), table)?;
        Ok(())
    }

    fn entries(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }
}
