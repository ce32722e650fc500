//! The command line program `plotreel`: handles signals and calls [`plotreel::cli`].

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use plotreel::writers::AbortHandle;

fn main() -> ExitCode {
    let ending = Ending::default();
    if let Err(error) = system::listen(ending.clone()) {
        let _ = writeln!(io::stderr(), "plotreel: signals can't be handled: {error}");
        return ExitCode::FAILURE;
    }
    let code = plotreel::cli::run(std::env::args_os(), &ending.abort);
    ending.end_if_told();
    code.into()
}

/// Ends the program on a signal: no file is left behind, and the parent process sees the signal.
#[derive(Debug, Clone, Default)]
struct Ending {
    abort: AbortHandle,
    /// The first signal received, or 0.
    signal: Arc<AtomicI32>,
}

impl Ending {
    /// Aborts the film at the first signal. A second or an urgent signal does not wait.
    fn hear(&self, signal: i32, is_hurried: bool) {
        let first = self
            .signal
            .compare_exchange(0, signal, Ordering::SeqCst, Ordering::SeqCst);
        let hurry = is_hurried || first.is_err();
        let (ended, end) = channel();
        let give_up = {
            let ending = self.clone();
            move || {
                match hurry {
                    true => ending.abort.kill(),
                    false => ending.abort.abort(),
                }
                let _ = ended.send(());
                // The main thread reports the end, unless it waits for input that does not come.
                thread::sleep(Duration::from_millis(300));
                let _ = writeln!(io::stderr(), "plotreel: interrupted");
                ending.end_if_told();
            }
        };
        // On a separate thread, so that a second signal ends the program whatever happens to the first.
        let thread = thread::Builder::new().name("plotreel-ending".into());
        let has_thread = thread.spawn(give_up).is_ok();
        if !has_thread {
            self.abort.kill();
        }
        if !has_thread || hurry && end.recv_timeout(Duration::from_secs(6)).is_err() {
            self.end_if_told();
        }
    }

    /// Terminates by the received signal, if any, so that shells and their loops stop, too.
    fn end_if_told(&self) {
        match self.signal.load(Ordering::SeqCst) {
            0 => (),
            signal => system::end_by(signal),
        }
    }
}

#[cfg(unix)]
mod system {
    use std::io;
    use std::process::exit;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::thread;

    use signal_hook::consts::signal as signals;
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::Ending;

    /// Terminating signals that can be caught, except those raised by a fault and SIGPIPE, which is an
    /// error of the write.
    const ENDING: [i32; 10] = [
        signals::SIGHUP,
        signals::SIGINT,
        signals::SIGQUIT,
        signals::SIGTERM,
        signals::SIGUSR1,
        signals::SIGUSR2,
        signals::SIGALRM,
        signals::SIGVTALRM,
        signals::SIGPROF,
        signals::SIGXCPU,
    ];

    /// Handles signals on a separate thread.
    pub(super) fn listen(ending: Ending) -> io::Result<()> {
        // A file beyond the size limit (ulimit -f) is then an error of the write and does not end the program.
        let _ = flag::register(signals::SIGXFSZ, Arc::new(AtomicBool::new(false)));
        let mut heard = Signals::new([0; 0])?;
        let ignored = ignored();
        for signal in ENDING.into_iter().chain(more()) {
            // Signals ignored at the start, as by nohup, stay ignored. Not every system has every signal.
            if ignored >> (signal - 1) & 1 == 0 {
                let _ = heard.add_signal(signal);
            }
        }
        let listen = move || {
            for signal in heard.forever() {
                ending.hear(signal, signal == signals::SIGQUIT);
            }
        };
        thread::Builder::new()
            .name("plotreel-signals".into())
            .spawn(listen)
            .map(drop)
    }

    /// Terminates by this signal, or exits with the code that a shell uses for it.
    pub(super) fn end_by(signal: i32) -> ! {
        let _ = emulate_default_handler(signal);
        exit(128 + signal)
    }

    /// Linux has more of them: SIGSTKFLT, SIGIO, SIGPWR, and those of real time.
    #[cfg(target_os = "linux")]
    fn more() -> impl Iterator<Item = i32> {
        use rustix::process::Signal;
        let rare = [Signal::STKFLT, Signal::IO, Signal::POWER];
        rare.map(Signal::as_raw).into_iter().chain(34..=64)
    }

    #[cfg(not(target_os = "linux"))]
    fn more() -> impl Iterator<Item = i32> {
        std::iter::empty()
    }

    /// The ignored signals, as bits starting with signal 1, if the system reports them.
    fn ignored() -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
            .unwrap_or(0)
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;
    use std::process::exit;

    use super::Ending;

    /// Ctrl-C's number.
    const INTERRUPT: i32 = 2;

    /// Handles Ctrl-C on a separate thread.
    pub(super) fn listen(ending: Ending) -> io::Result<()> {
        ctrlc::set_handler(move || ending.hear(INTERRUPT, false)).map_err(io::Error::other)
    }

    /// Exits with the code that a shell uses for this signal.
    pub(super) fn end_by(signal: i32) -> ! {
        exit(128 + signal)
    }
}
