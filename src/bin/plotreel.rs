//! The command line program `plotreel`: signals, and the rest by [`plotreel::cli`].

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

use plotreel::AbortHandle;

fn main() -> ExitCode {
    let abort = AbortHandle::new();
    if let Err(error) = abort_on_signals(abort.clone()) {
        let _ = writeln!(io::stderr(), "plotreel: signals can't be handled: {error}");
        return ExitCode::FAILURE;
    }
    plotreel::cli::run(std::env::args_os(), &abort).into()
}

/// Ctrl-C and SIGTERM give the film up; a second one waits for nothing.
fn abort_on_signals(abort: AbortHandle) -> Result<(), ctrlc::Error> {
    // A file that outgrows its limit (ulimit -f) is then an error of the write, not our end.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(
        signal_hook::consts::SIGXFSZ,
        Arc::new(AtomicBool::new(false)),
    );
    let again = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        let abort = abort.clone();
        let hurry = again.swap(true, Ordering::SeqCst);
        // On a thread of its own, so that the second signal is heard, and ends us whatever becomes of the first.
        let (ended, end) = channel();
        std::thread::spawn(move || {
            if hurry {
                abort.kill()
            } else {
                abort.abort()
            }
            let _ = ended.send(());
            // The main thread says why it ends, unless it waits for input that does not come.
            std::thread::sleep(Duration::from_millis(300));
            let _ = writeln!(io::stderr(), "plotreel: interrupted");
            std::process::exit(1);
        });
        if hurry && end.recv_timeout(Duration::from_secs(2)).is_err() {
            std::process::exit(1);
        }
    })
}
