use cancuoc::Error;
use cancuoc_server::{Function, Request, run};
use hyper::StatusCode;
use serde::Deserialize;

use crate::body::Held;
use crate::options::Options;
use crate::reply::{JSON, Reply};
use crate::{clock, named};

/// A call with all that it needs.
pub(crate) struct Job {
    pub(crate) asked: Asked,
    pub(crate) body: Held,
}

/// What is done with the body.
pub(crate) enum Asked {
    /// It names a function and its arguments.
    Call,
    /// It holds the arguments of this one.
    Function(&'static Function),
    /// It is an application.
    CheckSealed(Options),
}

impl Job {
    pub(crate) fn answer(&self) -> Reply {
        let reply = match &self.asked {
            Asked::Call => self.call(),
            Asked::Function(function) => self.function(function).map(wrapped),
            Asked::CheckSealed(options) => self.check_sealed(options),
        };
        reply.unwrap_or_else(|error| Reply::of_error(&error)).taking(self.body.bytes.len())
    }

    fn text(&self) -> Result<&str, Error> {
        std::str::from_utf8(&self.body.bytes).map_err(|_| Error::new("call.utf8", "the request is not UTF-8"))
    }

    fn call(&self) -> Result<Reply, Error> {
        let request = Request::read(self.text()?)?;
        let result = request.run(clock::today());
        let reply = result.map_or_else(|error| Reply::of_error(&error), wrapped);
        Ok(reply.naming(request.function.name))
    }

    fn function(&self, function: &Function) -> Result<String, Error> {
        run(function, &named::arguments(function, self.text()?)?, clock::today())
    }

    /// The result itself: beside a status of 200 its `ok` is true, so that nobody takes "answered" for "right".
    fn check_sealed(&self, options: &Options) -> Result<Reply, Error> {
        #[derive(Deserialize)]
        struct Checked {
            ok: bool,
        }
        let result = options.check(self.text()?)?;
        let is_right = serde_json::from_str::<Checked>(&result).is_ok_and(|checked| checked.ok);
        let status = if is_right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok(Reply::text(status, JSON, result))
    }
}

fn wrapped(result: String) -> Reply {
    Reply::text(StatusCode::OK, JSON, ["{\"ok\":", &result, "}"].concat())
}
