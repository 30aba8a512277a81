//! What a command that failed has saved: nothing, or all of it, and never a guess.

use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::store::Store;
use crate::store::error::{Fault, Standing, StoreError};

/// Adds to what the database reports whether anything was saved, where the command writes.
pub fn said(context: &Context, mut error: anyhow::Error) -> anyhow::Error {
    let Some(fault) = error.downcast_mut::<StoreError>() else {
        return error;
    };
    if context.output.is_saved() {
        let message = format!("saved, but what follows failed: {fault}");
        return Failure::new(Kind::Unprinted, message)
            .hint("do not do it again")
            .into();
    }
    if context.output.is_writing() && fault.standing == Standing::Unsaid {
        fault.standing = standing(fault);
    }
    error
}

fn standing(error: &StoreError) -> Standing {
    match (&error.fault, error.unconfirmed) {
        // Refused before anything began; and what says it itself.
        (
            Fault::Foreign
            | Fault::Newer { .. }
            | Fault::Emptied { .. }
            | Fault::Conflict(_)
            | Fault::Unerased(_),
            _,
        ) => Standing::Unsaid,
        (_, None) => Standing::Nothing,
        (_, Some(step)) => match Store::holds_step(&error.path, step) {
            Ok(true) => Standing::Unconfirmed,
            Ok(false) => Standing::Nothing,
            Err(_) => Standing::Unknown,
        },
    }
}
