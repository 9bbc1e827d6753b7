//! Compiles packs for the package: `cargo run --bin compile-packs -- <folder of packs> <folder of the compiled>`.
//!
//! `<from>/<form>/<first day>.json` becomes `<to>/<form>/<first day>.pack` (`docs/packs.md`, Compiled packs).

use std::{env, fs, path::Path, process::ExitCode};

use cancuoc::Date;
use cancuoc::form::compile;
use cancuoc::json::{LIMITS, parse};

fn main() -> ExitCode {
    let folders: Vec<String> = env::args().skip(1).collect();
    let [from, to] = folders.as_slice() else {
        eprintln!("compile-packs <folder of packs> <folder of the compiled>");
        return ExitCode::FAILURE;
    };
    match compile_all(Path::new(from), Path::new(to)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("✗ {words}");
            ExitCode::FAILURE
        }
    }
}

fn compile_all(from: &Path, to: &Path) -> Result<(), String> {
    for form in names(from)?.into_iter().filter(|form| from.join(form).is_dir()) {
        for file in names(&from.join(&form))? {
            let Some(day) = file.strip_suffix(".json").filter(|day| Date::from_iso(day).is_some()) else {
                continue;
            };
            let compiled = compile(&read(&from.join(&form).join(&file))?).map_err(|mistakes| {
                let all = mistakes.iter().map(|mistake| format!("{form}/{file}: {mistake}"));
                all.collect::<Vec<_>>().join("\n✗ ")
            })?;
            write(&to.join(&form).join(format!("{day}.pack")), &compiled)?;
        }
    }
    let services = from.join("services.json");
    if services.exists() {
        // Without the space between its tokens.
        let services = parse(&read(&services)?, LIMITS).map_err(|error| format!("services.json: {error}"))?;
        write(&to.join("services.json"), services.to_string().as_bytes())?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    made.map_err(|error| format!("{}: {error}", path.display()))
}
