//! Desktop notifications: <https://specifications.freedesktop.org/notification-spec/latest/>.

use notify_rust::Notification;

use crate::failure::{Failure, Kind};

/// Shows one notification.
pub fn notify(title: &str, body: &str) -> Result<(), Failure> {
    let mut notification = Notification::new();
    notification.appname("promise").summary(title).body(body);
    notification.show().map(|_| ()).map_err(|error| {
        let message = format!("the notification could not be shown: {error}");
        Failure::new(Kind::Failed, message)
            .hint("it needs a desktop session: DBUS_SESSION_BUS_ADDRESS names its bus")
    })
}
