//! What becomes of the program and its film when a signal, or a lack of threads, ends it.

use std::fs;
use std::io::Write;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::command_line::{record, stderr};
use crate::support::{Folder, output, probe, require, write_script};

/// The program with all signals as they are by default, whatever these tests were started with.
fn plotreel(folder: &Folder) -> Command {
    let mut command = Command::new("env");
    command
        .arg("--default-signal")
        .arg(env!("CARGO_BIN_EXE_plotreel"));
    command
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts a film that waits for more frames than come, and returns when it is being written.
fn waiting(folder: &Folder, words: &[&str], patience: Duration) -> Child {
    let mut command = plotreel(folder);
    command
        .args(["render", "-", "--raw", "64x64x3:u8"])
        .args(words);
    let mut child = command.spawn().unwrap();
    // Standard input stays open, so that it waits.
    let frames = vec![99; 64 * 64 * 3 * 20];
    child.stdin.as_mut().unwrap().write_all(&frames).unwrap();
    let is_hidden = |name: &String| name.starts_with(".plotreel");
    while !folder.files().iter().any(is_hidden) {
        sleep(Duration::from_millis(5));
    }
    sleep(patience);
    child
}

fn send(child: &Child, signal: &str) {
    output(Command::new("kill").args([signal, &child.id().to_string()]));
}

/// Waits for its end, with its standard input open.
fn end(mut child: Child) -> Output {
    let stdin = child.stdin.take();
    let output = child.wait_with_output().unwrap();
    drop(stdin);
    output
}

/// Whether a process has an argument with this folder's name in it.
fn runs_in(folder: &Path) -> bool {
    let folder = folder.to_str().unwrap();
    let Ok(processes) = fs::read_dir("/proc") else {
        return false;
    };
    let lines = processes.filter_map(|p| fs::read(p.ok()?.path().join("cmdline")).ok());
    lines
        .into_iter()
        .any(|line| String::from_utf8_lossy(&line).contains(folder))
}

#[test]
fn signals_leave_no_partial_film_and_no_child() {
    require!("ffmpeg");
    for writer in ["ffmpeg", "openh264"] {
        if writer == "openh264" && cfg!(not(feature = "openh264")) {
            continue;
        }
        for (signal, number) in [("-INT", 2), ("-TERM", 15)] {
            let folder = Folder::new();
            fs::write(folder.join("film.mp4"), "the old film").unwrap();
            let words = ["-o", "film.mp4", "--writer", writer];
            let child = waiting(&folder, &words, Duration::from_millis(1500));
            send(&child, signal);
            let ended = end(child);
            let said = stderr(&ended);
            assert_eq!(
                ended.status.signal(),
                Some(number),
                "{writer} {signal}: {said}"
            );
            assert_eq!(folder.files(), ["film.mp4"], "{writer} {signal}");
            assert_eq!(fs::read(folder.join("film.mp4")).unwrap(), b"the old film");
            assert!(!runs_in(folder.path()), "{writer} {signal}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_killed_film_leaves_is_removed_by_the_next_and_a_living_one_keeps_its_own() {
    require!("ffmpeg");
    let mut kinds: Vec<(&str, &[&str])> = vec![
        ("film.gif", &[]),
        ("film.mkv", &["--writer", "ffmpeg"]),
        ("film.webm", &["--writer", "ffmpeg_file"]),
        ("film.html", &["--embed-frames=false"]),
    ];
    if cfg!(feature = "openh264") {
        kinds.push(("film.mp4", &["--writer", "openh264"]));
    }
    for (name, more) in kinds {
        let folder = Folder::new();
        let words = [&["-o", name], more].concat();
        let hidden = || {
            let names = folder.files().into_iter();
            names.filter(|name| name.starts_with(".plotreel")).collect()
        };
        let patience = Duration::from_millis(300);
        let killed = waiting(&folder, &words, patience);
        send(&killed, "-KILL");
        assert_eq!(end(killed).status.signal(), Some(9), "{name}");
        let left: Vec<String> = hidden();
        assert!(!left.is_empty(), "{name}");
        // Another film in the folder, which goes on.
        let living = waiting(&folder, &["-o", "other.gif"], patience);
        let of_living: Vec<String> = hidden();
        assert!(!of_living.is_empty(), "{name}");
        let is_left = |name: &String| left.contains(name) && !name.ends_with(".lock");
        assert!(!of_living.iter().any(is_left), "{name}: {of_living:?}");
        let mut next = plotreel(&folder);
        next.args(["render", "-", "--raw", "64x64x3:u8", "-o", name]);
        let next = next.stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = next.stdin.as_ref().unwrap();
        stdin.write_all(&[99; 64 * 64 * 3]).unwrap();
        let next = next.wait_with_output().unwrap();
        assert!(next.status.success(), "{name}: {}", stderr(&next));
        let still: Vec<String> = hidden();
        assert!(of_living.iter().all(|of| still.contains(of)), "{still:?}");
        let mut living = living;
        drop(living.stdin.take());
        assert!(living.wait().unwrap().success(), "{name}");
        let still: Vec<String> = hidden();
        assert!(
            still.iter().all(|name| name.ends_with(".lock")),
            "{still:?}"
        );
        assert!(folder.join("other.gif").exists(), "{name}");
    }
}

#[test]
fn all_signals_that_can_be_caught_leave_nothing() {
    let mut signals = vec![
        ("HUP", 1),
        ("INT", 2),
        ("QUIT", 3),
        ("USR1", 10),
        ("USR2", 12),
        ("ALRM", 14),
        ("TERM", 15),
        ("XCPU", 24),
        ("VTALRM", 26),
        ("PROF", 27),
    ];
    if cfg!(target_os = "linux") {
        signals.extend([("16", 16), ("29", 29), ("30", 30), ("34", 34), ("64", 64)]);
    } else {
        // Numbers are Linux's.
        signals.retain(|(_, number)| [1, 2, 3, 14, 15].contains(number));
    }
    for (n, (signal, number)) in signals.into_iter().enumerate() {
        let (name, more): (_, &[&str]) = match n % 3 {
            0 => ("film.gif", &[]),
            1 => ("film.html", &["--embed-frames=false"]),
            _ => ("frame%02d.png", &[]),
        };
        let folder = Folder::new();
        let words = [&["-o", name], more].concat();
        let child = waiting(&folder, &words, Duration::from_millis(50));
        send(&child, &format!("-{signal}"));
        let ended = end(child);
        let told = ended
            .status
            .signal()
            .or(ended.status.code().map(|code| code - 128));
        assert_eq!(told, Some(number), "{signal}: {}", stderr(&ended));
        let left = folder.files();
        // Whole frames stay.
        assert!(
            left.iter().all(|file| file.starts_with("frame")),
            "{signal}: {left:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_loop_of_the_shell_ends_with_its_film() {
    require!("bash");
    let folder = Folder::new();
    let program = env!("CARGO_BIN_EXE_plotreel");
    // SIGINT goes to both, as from a terminal; SIGTERM to the film alone.
    for (signal, whole_group, expected) in [("INT", true, ""), ("TERM", false, "143 ")] {
        let script = format!(
            "for i in 1 2; do '{program}' render - --raw 64x64x3:u8 -o film.gif < fifo; printf '%s ' $?; done"
        );
        let _ = fs::remove_file(folder.join("fifo"));
        output(Command::new("mkfifo").arg(folder.join("fifo")));
        let mut bash = Command::new("env");
        bash.args(["--default-signal", "bash", "-c", &script])
            .current_dir(folder.path());
        bash.stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0);
        let bash = bash.spawn().unwrap();
        let mut fifo = fs::OpenOptions::new()
            .write(true)
            .open(folder.join("fifo"))
            .unwrap();
        fifo.write_all(&[99; 64 * 64 * 3]).unwrap();
        while !folder
            .files()
            .iter()
            .any(|name| name.starts_with(".plotreel"))
        {
            sleep(Duration::from_millis(5));
        }
        let group = format!("-{}", bash.id());
        let mut kill = Command::new("kill");
        kill.args(["-s", signal, "--"]);
        if whole_group {
            output(kill.arg(&group));
        } else {
            let children = format!("/proc/{0}/task/{0}/children", bash.id());
            let child = fs::read_to_string(&children).unwrap();
            output(kill.arg(child.trim()));
            // The next film of the loop; the first takes a moment to end, and a signal meets it, not the loop.
            let is_next = |next: String| !next.is_empty() && next != child;
            while !fs::read_to_string(&children).is_ok_and(is_next) {
                sleep(Duration::from_millis(5));
            }
            sleep(Duration::from_millis(1000));
            output(Command::new("kill").args(["-s", "INT", "--", &group]));
        }
        let ended = bash.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stdout), expected, "{signal}");
        assert_eq!(ended.status.signal(), Some(2), "{signal}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_ignored_from_the_start_is_ignored() {
    let folder = Folder::new();
    let mut command = Command::new("sh");
    let program = env!("CARGO_BIN_EXE_plotreel");
    let line = format!("trap '' HUP; exec '{program}' render - --raw 64x64x3:u8 -o film.gif");
    command.args(["-c", &line]).current_dir(folder.path());
    let mut child = command
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .as_mut()
        .unwrap()
        .write_all(&[99; 64 * 64 * 3])
        .unwrap();
    while folder.files().is_empty() {
        sleep(Duration::from_millis(5));
    }
    send(&child, "-HUP");
    sleep(Duration::from_millis(500));
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", stderr(&ended));
    assert_eq!(folder.files(), ["film.gif"]);
}

#[test]
fn an_interrupted_film_is_kept_if_it_is_wanted() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let words = ["-o", "film.mp4", "--writer=ffmpeg", "--keep-partial"];
    let child = waiting(&folder, &words, Duration::from_millis(1500));
    send(&child, "-INT");
    let ended = end(child);
    assert_eq!(ended.status.signal(), Some(2));
    assert_eq!(folder.files(), ["film.partial.mp4"], "{}", stderr(&ended));
    assert!(probe(&folder.join("film.partial.mp4")).contains("nb_read_frames=20\n"));
}

#[test]
fn one_signal_is_enough_while_a_film_is_begun() {
    let (folder, tools) = (Folder::new(), Folder::new());
    let film = record("|u1", false, &[1, 64, 64, 3], &[99; 64 * 64 * 3]);
    fs::write(folder.join("film.npy"), film).unwrap();
    output(Command::new("mkfifo").arg(folder.join("pipe")));
    let hang = format!(
        "sleep 1000 & echo $! > {}/pid; wait\n",
        tools.path().display()
    );
    write_script(&tools.join("hangs"), &format!("#!/bin/sh\n{hang}"));
    let encoders = "for last; do :; done\n[ $last = -encoders ] && echo ' V..... libx264 (codec h264)' && exit\n";
    write_script(
        &tools.join("answers"),
        &format!("#!/bin/sh\n{encoders}{hang}"),
    );
    let (hangs, answers) = (tools.join("hangs"), tools.join("answers"));
    let (hangs, answers) = (hangs.to_str().unwrap(), answers.to_str().unwrap());
    let before = folder.files();
    let cases: [&[&str]; 7] = [
        &["render", "film.npy", "-o", "pipe", "--format", "gif"],
        &["render", "pipe", "-o", "film.gif"],
        &["render", "film.npy", "pipe", "-o", "film.gif"],
        &["render", "film.npy", "-o", "film.mp4", "--ffmpeg", hangs],
        &[
            "render",
            "film.npy",
            "-o",
            "film.mp4",
            "--ffmpeg",
            hangs,
            "--writer=ffmpeg_file",
        ],
        &[
            "render",
            "film.npy",
            "-o",
            "film.mp4",
            "--ffmpeg",
            answers,
            "--writer=ffmpeg_file",
        ],
        &["writers", "--ffmpeg", hangs],
    ];
    for words in cases {
        for signal in ["-INT", "-TERM"] {
            let _ = fs::remove_file(tools.join("pid"));
            let child = plotreel(&folder)
                .args(words)
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            sleep(Duration::from_millis(1000));
            send(&child, signal);
            let begun = Instant::now();
            let ended = end(child);
            assert!(begun.elapsed() < Duration::from_secs(3), "{words:?}");
            let number = if signal == "-INT" { 2 } else { 15 };
            assert_eq!(
                ended.status.signal(),
                Some(number),
                "{words:?}: {}",
                stderr(&ended)
            );
            assert_eq!(folder.files(), before, "{words:?}");
            sleep(Duration::from_millis(50));
            if let Ok(pid) = fs::read_to_string(tools.join("pid")) {
                let stat = fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
                let runs = stat.is_ok_and(|stat| !stat.contains(") Z "));
                assert!(!runs, "{words:?}");
            }
        }
    }
}

#[test]
fn several_signals_in_a_row_leave_nothing() {
    for n in 0..6u64 {
        let folder = Folder::new();
        let child = waiting(
            &folder,
            &["-o", "film.gif", "--keep-partial"],
            Duration::ZERO,
        );
        for _ in 0..3 {
            let pid = child.id().to_string();
            let _ = Command::new("kill")
                .args(["-INT", &pid])
                .stderr(Stdio::null())
                .status();
            sleep(Duration::from_millis(3 * n));
        }
        assert_eq!(end(child).status.signal(), Some(2));
        let left = folder.files();
        assert!(left.is_empty() || left == ["film.partial.gif"], "{left:?}");
    }
}

#[test]
fn without_threads_there_is_an_error_and_no_panic() {
    require!("setpriv", "prlimit", "ffmpeg");
    if String::from_utf8(output(Command::new("id").arg("-u")))
        .unwrap()
        .trim()
        != "0"
    {
        return;
    }
    let folder = Folder::new();
    let film = record("|u1", false, &[3, 64, 64, 3], &[99; 3 * 64 * 64 * 3]);
    fs::write(folder.join("film.npy"), film).unwrap();
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o777);
    fs::set_permissions(folder.path(), everybody).unwrap();
    let mut failed = 0;
    for (name, writer) in [
        ("film.mp4", "ffmpeg"),
        ("film.mp4", "ffmpeg_file"),
        ("film.mp4", "auto"),
        ("film.gif", "gif"),
        ("film.apng", "apng"),
        ("film.html", "html"),
        ("frame%02d.png", "png"),
    ] {
        // So many threads and processes a user of these may have who has no others.
        for most in 1..9 {
            let mut command = Command::new("setpriv");
            command.args([
                "--reuid=54321",
                "--regid=54321",
                "--clear-groups",
                "prlimit",
            ]);
            command
                .arg(format!("--nproc={most}"))
                .arg(env!("CARGO_BIN_EXE_plotreel"));
            command.args(["render", "film.npy", "-o", name, "--writer", writer]);
            let ended = command
                .current_dir(folder.path())
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let said = stderr(&ended);
            if said.contains("failed to execute") {
                return;
            }
            let code = ended.status.code();
            assert!(
                code == Some(0) || code == Some(1),
                "{writer} {most}: {code:?} {said}"
            );
            assert!(!said.contains("panicked"), "{writer} {most}: {said}");
            failed += i32::from(code == Some(1));
            let left = folder.files();
            assert!(
                !left.iter().any(|file| file.starts_with('.')),
                "{writer} {most}: {left:?}"
            );
        }
    }
    assert!(failed > 7, "{failed}");
}

#[test]
fn four_films_of_one_name_at_a_time_end_whole() {
    let folder = Folder::new();
    for shade in 0..4u8 {
        let pixels = vec![60 * shade; 8 * 64 * 64 * 3];
        let film = record("|u1", false, &[8, 64, 64, 3], &pixels);
        fs::write(folder.join(&format!("{shade}.npy")), film).unwrap();
    }
    let before = folder.files();
    for (name, more, least) in [
        ("film.gif", "", 4),
        ("film.html", "--embed-frames=false", 4),
        ("film/frame%02d.png", "-q", 1),
    ] {
        for _ in 0..6 {
            let run = |shade: u8| {
                let mut command = plotreel(&folder);
                command.args(["render", &format!("{shade}.npy"), "-o", name]);
                command
                    .args((!more.is_empty()).then_some(more))
                    .spawn()
                    .unwrap()
            };
            let ended = [0, 1, 2, 3].map(run).map(end);
            let done = ended.iter().filter(|ended| ended.status.success()).count();
            for ended in &ended {
                let said = stderr(ended);
                assert!(
                    ended.status.success() || said.contains("another film"),
                    "{said}"
                );
            }
            assert!(done >= least, "{name}: {done}");
            let left = folder.files();
            assert!(!left.iter().any(|file| file.starts_with('.')), "{left:?}");
            for frames in ["film", "film_frames"].map(|name| folder.join(name)) {
                let Ok(files) = fs::read_dir(&frames) else {
                    continue;
                };
                let files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
                let pictures = || {
                    files
                        .iter()
                        .filter(|file| file.extension().unwrap() == "png")
                };
                assert_eq!(pictures().count(), 8, "{files:?}");
                let bytes: Vec<_> = pictures().map(|file| fs::read(file).unwrap()).collect();
                let of_one_film = bytes.iter().all(|frame| *frame == bytes[0]);
                assert!(of_one_film, "{name}");
                fs::remove_dir_all(frames).unwrap();
            }
            for file in left.iter().filter(|file| file.contains("film.")) {
                fs::remove_file(folder.join(file)).unwrap();
            }
            assert_eq!(folder.files(), before);
        }
    }
}
