//! The Python and shell programs of docs/, run as they stand there.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Folder, output, probe, python_with, require};

/// The programs of a page in a language.
fn programs(page: &'static str, language: &str) -> Vec<&'static str> {
    let blocks = page.split("\n```").skip(1).step_by(2);
    blocks
        .filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'))
        .collect()
}

/// A command in the folder that finds plotreel and, by that name, Python.
fn command(folder: &Folder, program: &str, python: &str) -> Command {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).unwrap();
    let link = bin.join("python");
    if !link.exists() {
        // Not a link, which Python would take for its home.
        let script = format!("#!/bin/sh\nexec {python} \"$@\"\n");
        crate::support::write_script(&link, &script);
    }
    let plotreel = Path::new(env!("CARGO_BIN_EXE_plotreel")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{}:{path}", bin.display(), plotreel.display());
    let mut command = Command::new(program);
    command
        .current_dir(folder.path())
        .env("PATH", path)
        .env_remove("PYTHONUNBUFFERED")
        .stdin(Stdio::null());
    command
}

fn shell(folder: &Folder, program: &str, python: &str) {
    output(command(folder, "sh", python).args(["-e", "-c", program]));
}

fn frames(folder: &Folder, film: &str) -> usize {
    let said = probe(&folder.join(film));
    let count = said
        .lines()
        .find_map(|line| line.strip_prefix("nb_read_frames="));
    count.unwrap().parse().unwrap()
}

/// As much of PyTorch as the page uses, for machines without it.
const TORCH: &str = "\
import numpy as np
class Tensor:
    def __init__(self, values): self.values = values
    def detach(self): return self
    def cpu(self): return self
    def numpy(self): return self.values
def rand(*shape): return Tensor(np.random.default_rng(0).random(shape, dtype=np.float32))
";

#[test]
fn the_python_programs_write_their_films() {
    require!("ffmpeg", "ffprobe");
    let Some(python) = python_with("numpy") else {
        return;
    };
    let page = include_str!("../../../docs/pipe.md");
    let scripts = programs(page, "python");
    let [drops, simulate, whole, opencv, torch, matplotlib] = scripts[..] else {
        panic!("{} programs", scripts.len());
    };
    let folder = Folder::new();
    let run = |script: &str| output(command(&folder, python, python).args(["-c", script]));
    run(drops);
    fs::write(folder.join("simulate.py"), simulate).unwrap();
    for line in programs(page, "sh") {
        shell(&folder, line, python);
    }
    run(whole);
    run(opencv);
    let has = |module: &str| {
        let mut import = command(&folder, python, python);
        let import = import.args(["-c", &format!("import {module}")]);
        import.stderr(Stdio::null()).status().unwrap().success()
    };
    if !has("torch") {
        fs::write(folder.join("torch.py"), TORCH).unwrap();
    }
    run(torch);
    let mut films = vec![
        ("drops.mp4", 30),
        ("simulation.mp4", 20),
        ("film.gif", 12),
        ("pressure.mp4", 12),
        ("camera.mp4", 5),
        ("samples.mp4", 10),
        ("batch.mp4", 8),
    ];
    if has("matplotlib") {
        run(matplotlib);
        films.push(("contours.mp4", 5));
    } else {
        fs::write(folder.join("contours.py"), matplotlib).unwrap();
        output(command(&folder, python, python).args(["-m", "py_compile", "contours.py"]));
    }
    for (film, count) in films {
        assert_eq!(frames(&folder, film), count, "{film}");
    }
    let said = probe(&folder.join("samples.mp4"));
    assert!(said.contains("width=192\n") && said.contains("height=128\n"));
}

#[test]
fn the_annotating_command_reads_the_files_of_its_page() {
    require!("ffprobe");
    let Some(python) = python_with("numpy") else {
        return;
    };
    let page = include_str!("../../../docs/annotating.md");
    let folder = Folder::new();
    for (name, text) in ["run.csv", "detections.csv"]
        .iter()
        .zip(programs(page, "csv"))
    {
        fs::write(folder.join(name), text).unwrap();
    }
    let array = "import numpy as np; t, y, x = np.mgrid[:3, :96, :128]; np.save('run.npy', np.sin(x / 9 + t) * y)";
    output(command(&folder, python, python).args(["-c", array]));
    shell(&folder, programs(page, "sh")[0], python);
    assert_eq!(frames(&folder, "run.gif"), 3);
    let said = probe(&folder.join("run.gif"));
    assert!(!said.contains("width=256\n"), "there is room for ticks");
}

#[test]
fn the_shell_joins_parts() {
    require!("ffmpeg", "ffprobe");
    let Some(python) = python_with("numpy") else {
        return;
    };
    let folder = Folder::new();
    let film =
        "import numpy as np; np.save('run.npy', np.random.default_rng(0).random((600, 32, 32)))";
    output(command(&folder, python, python).args(["-c", film]));
    let page = include_str!("../../../docs/long_films.md");
    shell(&folder, programs(page, "sh")[0], python);
    assert_eq!(frames(&folder, "film.mp4"), 600);
}
