//! Web addresses: which ones lead where they seem to.

use crate::model::fault::RecordFault;
use crate::model::hidden::shown;

/// What is wrong with a web address; `None` where it can be followed.
pub(super) fn fault(address: &str) -> Option<RecordFault> {
    let host = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .and_then(|rest| rest.split(['/', '?', '#']).next());
    match host {
        Some(host) if host.contains(['@', '\\']) => {
            Some(RecordFault::LeadsElsewhere(shown(address)))
        }
        Some(host) if !host.is_empty() && !address.contains(char::is_whitespace) => None,
        _ => Some(RecordFault::NotAnAddress(shown(address))),
    }
}
