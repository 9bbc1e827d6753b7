//! A server of a test, and an HTTP client that shows what comes over the wire.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::Value;

/// A number that is right.
pub(crate) const PIN: &str = r#"{ "pin": "001090000017" }"#;

/// `cancuoc serve` at a port of its own.
pub(crate) struct Server {
    child: Child,
    /// Read all the time: a server whose log nobody reads stands still.
    log: Option<JoinHandle<Vec<Value>>>,
    address: String,
}

impl Server {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cancuoc"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(line["event"], "listening");
        let address = line["address"].as_str().unwrap().to_owned();
        let log = thread::spawn(move || {
            log.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect()
        });
        Self { child, log: Some(log), address }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Sends SIGTERM, waits for the end, and gives the log.
    pub(crate) fn stop(self) -> Vec<Value> {
        self.terminate().ended()
    }

    /// Sends SIGTERM.
    pub(crate) fn terminate(self) -> Self {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self
    }

    /// Waits for the end, and gives the log.
    pub(crate) fn ended(mut self) -> Vec<Value> {
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Client {
    pub(crate) fn connect(server: &Server) -> Self {
        Self::open(server.address())
    }

    pub(crate) fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream: BufReader::new(stream) }
    }

    /// A call with JSON.
    pub(crate) fn request(path: &str, body: &str) -> String {
        let length = body.len();
        format!(
            "POST /v1/{path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        )
    }

    pub(crate) fn post(&mut self, path: &str, body: &str) -> Answer {
        self.send(&Self::request(path, body))
    }

    pub(crate) fn post_bytes(&mut self, path: &str, body: &[u8]) -> Answer {
        let head =
            Self::request(path, "").replace("Content-Length: 0", &format!("Content-Length: {}", body.len()));
        self.write(head.as_bytes());
        self.write(body);
        self.answer()
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"))
    }

    pub(crate) fn send(&mut self, request: &str) -> Answer {
        self.write(request.as_bytes());
        self.answer()
    }

    /// A server that refuses what it has not read closes while there is still something to write.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        let _ = self.stream.get_mut().write_all(bytes);
    }

    pub(crate) fn answer(&mut self) -> Answer {
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap_or_else(|| panic!("no answer: {line:?}")).parse().unwrap();
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            headers.push((name.to_ascii_lowercase(), value.to_owned()));
        }
        let mut answer = Answer { status, headers, body: String::new() };
        let mut body = vec![0; answer.header("content-length").unwrap().parse().unwrap()];
        self.stream.read_exact(&mut body).unwrap();
        answer.body = String::from_utf8(body).unwrap();
        answer
    }

    /// Whether nothing comes back but the end.
    pub(crate) fn closes_after(mut self, text: &str) -> bool {
        self.stream.get_mut().write_all(text.as_bytes()).unwrap();
        let mut rest = Vec::new();
        self.stream.read_to_end(&mut rest).is_ok() && rest.is_empty()
    }
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}
