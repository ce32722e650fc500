//! Pages in a browser.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::support::chromium;

/// Serves pages by their paths; `/wait` is answered after `/verdict` was asked for, or late. `/browser.js` is what pages
/// that operate others have in common.
pub(crate) struct Server {
    pub(crate) address: String,
    pub(crate) requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start(pages: HashMap<String, Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (pages, seen) = (Arc::new(pages), requests.clone());
        let verdict = Arc::new((Mutex::new(false), Condvar::new()));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (pages, seen, verdict) = (pages.clone(), seen.clone(), verdict.clone());
                std::thread::spawn(move || answer(stream, &pages, &seen, &verdict));
            }
        });
        Self { address, requests }
    }
}

fn answer(
    stream: TcpStream,
    pages: &HashMap<String, Vec<u8>>,
    seen: &Mutex<Vec<String>>,
    verdict: &(Mutex<bool>, Condvar),
) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let request = lines.next()?.ok()?;
    // All of the request is read before it is answered, or the browser sees a reset connection.
    while lines.next()?.is_ok_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1)?.to_owned();
    let (given, told) = (&verdict.0, &verdict.1);
    match path.as_str() {
        "/verdict" => {
            *given.lock().unwrap() = true;
            told.notify_all();
        }
        "/wait" => {
            let late = Duration::from_secs(100);
            let waiting = told.wait_timeout_while(given.lock().unwrap(), late, |given| !*given);
            drop(waiting);
        }
        "/browser.js" => {}
        _ => seen.lock().unwrap().push(path.clone()),
    }
    let (status, body) = match (pages.get(&path), path.as_str()) {
        (Some(page), _) => ("200 OK", page.as_slice()),
        (None, "/browser.js") => ("200 OK", &include_bytes!("browser.js")[..]),
        (None, "/verdict" | "/wait") => ("200 OK", &b""[..]),
        (None, _) => ("404 Not Found", &b""[..]),
    };
    let kind = match path.rsplit('.').next() {
        Some("png") => "image/png",
        Some("mp4") => "video/mp4",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        _ => "text/html",
    };
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .ok()?;
    stream.write_all(body).ok()
}

/// What a page has become when it is loaded, and what it said to the console.
pub(crate) fn browse(profile: &Path, url: &str, more: &[&str]) -> (String, Vec<String>) {
    let mut chromium = chromium(profile);
    chromium.args(["--enable-logging=stderr", "--v=0"]);
    let output = chromium.args(more).arg(url).output().unwrap();
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    let console = log.lines().filter(|line| line.contains("CONSOLE"));
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        console.map(str::to_owned).collect(),
    )
}

/// What the browser makes of the tests of a page, at PORT of the server.
pub(crate) fn verdict(profile: &Path, server: &Server, page: &str, more: &[&str]) -> String {
    let (_, port) = server.address.split_once(':').unwrap();
    let url = page.replace("PORT", port);
    let (dom, console) = browse(profile, &url, more);
    let (_, verdict) = dom.split_once("<pre id=\"verdict\">").unwrap();
    let (verdict, _) = verdict.split_once("</pre>").unwrap();
    assert_eq!(console, [""; 0], "{verdict}");
    verdict.to_owned()
}

/// The verdict on tests that have found nothing wrong.
pub(crate) fn all_right(names: &[&str]) -> String {
    let lines = names.iter().map(|name| format!("{name}: right\n"));
    lines.collect::<String>() + "done"
}
