//! Files of people who were forgotten.

use crate::commands::sync::outcome::{Did, Done, Job};
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::domain::promise::State;
use crate::exchange::history;
use crate::exchange::ical::{Calendar, Component, Reading, Todo, Writing as Into};

/// Leaves nothing in a file of a promise whose person was forgotten, so that other machines that
/// share it hear of that.
pub fn task(run: &mut Run<'_>, task: &Task) -> anyhow::Result<()> {
    let now = run.context.now;
    let mut todo = Todo::new(task.uid());
    "Forgotten".clone_into(&mut todo.what);
    todo.state = State::Released;
    todo.settled_at = Some(now);
    todo.events = vec![history::ERASED.to_owned()];
    let mut calendar = Calendar::new();
    let settings = run.context.settings()?;
    let find = |name: &str| run.context.find_zone_named(name);
    let reading = Reading::of(&calendar, run.context.zone()?, &find);
    let into = Into {
        reading: &reading,
        now,
        modified: now,
        created: now,
        work: &settings.work,
        usual: &[],
        uids: &run.uids,
        person_line: false,
    };
    let mut component = Component::new("VTODO");
    todo.write_into(&mut component, &into);
    calendar.add(component);
    run.outcome.done.push(Done {
        file: Some(task.item.name.clone()),
        reason: Some("its person was forgotten".to_owned()),
        ..Done::new(Did::Written)
    });
    run.outcome.jobs.push(Job::Erase {
        name: task.item.name.clone(),
        before: task.item.hash,
        text: calendar.write(),
    });
    Ok(())
}
