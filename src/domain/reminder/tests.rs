//! Tables of stages, and what must hold of every one.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use crate::domain::deadline::Deadline;
use crate::domain::reminder::{Lead, Milestone, Outlook, Stage, Told, milestones, outlook};
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

fn berlin() -> Zone {
    Zone::bundled("Europe/Berlin").unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn deadline(text: &str) -> Deadline {
    let zone = berlin();
    match text.parse() {
        Ok(date) => Deadline::day(date, &zone).unwrap(),
        Err(_) => Deadline::wall(text.parse().unwrap(), &zone).unwrap().0,
    }
}

#[test]
fn leads_in_words() {
    let table = [
        (Lead::Minutes(30), "30m"),
        (Lead::Minutes(120), "2h"),
        (Lead::Minutes(90), "1h30m"),
        (Lead::Days(1), "1 day"),
        (Lead::Days(14), "14 days"),
        (Lead::WorkingDays(1), "1 business day"),
        (Lead::WorkingMinutes(240), "4 business hours"),
        (Lead::WorkingMinutes(90), "90 business minutes"),
    ];
    for (lead, text) in table {
        assert_eq!(lead.to_string(), text);
    }
}

#[test]
fn when_each_stage_is_reached() {
    use Lead::{Days, Minutes, WorkingDays, WorkingMinutes};
    let table = [
        // A time: Tuesday 13:00 in Berlin.
        (
            "2026-11-24T13:00:00",
            Some(Minutes(30)),
            "2026-11-24T12:30:00+01:00",
        ),
        (
            "2026-11-24T13:00:00",
            Some(Days(1)),
            "2026-11-23T13:00:00+01:00",
        ),
        (
            "2026-11-23T13:00:00",
            Some(WorkingDays(1)),
            "2026-11-20T13:00:00+01:00",
        ),
        (
            "2026-11-23T10:00:00",
            Some(WorkingMinutes(120)),
            "2026-11-20T16:00:00+01:00",
        ),
        ("2026-11-24T13:00:00", None, "2026-11-24T13:00:00+01:00"),
        // A whole day.
        ("2026-11-24", Some(Minutes(30)), "2026-11-24T16:30:00+01:00"),
        ("2026-11-24", Some(Days(2)), "2026-11-22T09:00:00+01:00"),
        (
            "2026-11-23",
            Some(WorkingDays(1)),
            "2026-11-20T09:00:00+01:00",
        ),
        (
            "2026-11-24",
            Some(WorkingMinutes(240)),
            "2026-11-24T13:00:00+01:00",
        ),
        ("2026-11-24", None, "2026-11-24T09:00:00+01:00"),
        // Clocks change in the night before 29 March.
        (
            "2026-03-29T09:00:00",
            Some(Days(1)),
            "2026-03-28T09:00:00+01:00",
        ),
        (
            "2026-03-29T09:00:00",
            Some(Minutes(1440)),
            "2026-03-28T08:00:00+01:00",
        ),
        (
            "2026-03-30T02:30:00",
            Some(Days(1)),
            "2026-03-29T03:00:00+02:00",
        ),
    ];
    for (due, lead, expected) in table {
        let leads: Vec<Lead> = lead.into_iter().collect();
        let work = WorkingTime::default();
        let all = milestones(&deadline(due), &leads, &work, &berlin());
        let stage = if lead.is_some() {
            Stage::Lead
        } else {
            Stage::Due
        };
        let found: Vec<&Milestone> = all.iter().filter(|one| one.stage == stage).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].at, at(expected), "{lead:?} of {due}");
        assert_eq!(found[0].lead, lead);
        let passed = all.iter().find(|one| one.stage == Stage::Overdue).unwrap();
        assert!(deadline(due).has_passed(passed.at));
        assert!(!deadline(due).has_passed(passed.at - TimeDelta::seconds(1)));
    }
}

#[test]
fn what_is_said() {
    let leads = [Lead::WorkingDays(1), Lead::Minutes(30)];
    let work = WorkingTime::default();
    let timed = milestones(&deadline("2026-11-24T13:00:00"), &leads, &work, &berlin());
    let day = milestones(&deadline("2026-11-24"), &leads, &work, &berlin());
    let table = [
        // since, said until, now, said
        (&timed, "20T09:00", None, "23T12:59", None, "23T13:00"),
        (
            &timed,
            "20T09:00",
            None,
            "23T13:00",
            Some(Stage::Lead),
            "24T12:30",
        ),
        (
            &timed,
            "20T09:00",
            Some("23T13:00"),
            "23T13:01",
            None,
            "24T12:30",
        ),
        (
            &timed,
            "20T09:00",
            None,
            "24T13:00",
            Some(Stage::Due),
            "24T13:00:01",
        ),
        (
            &timed,
            "20T09:00",
            None,
            "25T13:00",
            Some(Stage::Overdue),
            "",
        ),
        (
            &timed,
            "20T09:00",
            Some("24T13:00"),
            "25T13:00",
            Some(Stage::Overdue),
            "",
        ),
        (&timed, "20T09:00", Some("25T13:00"), "26T13:00", None, ""),
        // Leads that had begun when the deadline was set are skipped, and nothing else is.
        (&timed, "23T16:00", None, "23T16:00", None, "24T12:30"),
        (&timed, "24T12:30", None, "24T12:45", None, "24T13:00"),
        (
            &timed,
            "24T14:00",
            None,
            "24T14:00",
            Some(Stage::Overdue),
            "",
        ),
        // Of a whole day, the last half hour of work comes after it is due.
        (
            &day,
            "20T08:00",
            Some("23T09:00"),
            "24T09:00",
            Some(Stage::Due),
            "24T16:30",
        ),
        (
            &day,
            "20T08:00",
            Some("24T09:00"),
            "24T16:30",
            Some(Stage::Lead),
            "25T00:00",
        ),
        (
            &day,
            "20T08:00",
            None,
            "24T16:45",
            Some(Stage::Due),
            "25T00:00",
        ),
    ];
    let moment = |text: &str| {
        let seconds = if text.len() > 8 { "" } else { ":00" };
        at(&format!("2026-11-{text}{seconds}+01:00"))
    };
    for (milestones, since, until, now, stage, next) in table {
        let told = Told {
            since: moment(since),
            until: until.map(moment),
        };
        let found = outlook(milestones, told, moment(now));
        let next = (!next.is_empty()).then(|| moment(next));
        assert_eq!(found.say.map(|said| said.stage), stage, "{told:?} at {now}");
        assert_eq!(found.next, next, "{told:?} at {now}");
    }
}

fn lead() -> impl Strategy<Value = Lead> {
    prop_oneof![
        (1_u32..5000).prop_map(Lead::Minutes),
        (1_u32..5000).prop_map(Lead::WorkingMinutes),
        (1_u32..40).prop_map(Lead::Days),
        (1_u32..40).prop_map(Lead::WorkingDays),
    ]
}

proptest! {
    /// However often and whenever it is asked: each stage is said at most once, the said one is
    /// the most urgent reached, and none is left out.
    #[test]
    fn each_stage_once(
        leads in proptest::collection::vec(lead(), 0..4),
        whole in any::<bool>(),
        hour in 0_u32..24,
        since in 0_i64..60,
        steps in proptest::collection::vec(1_i64..200_000, 1..60),
    ) {
        let due = if whole {
            deadline("2026-11-24")
        } else {
            deadline(&format!("2026-11-24T{hour:02}:00:00"))
        };
        let all = milestones(&due, &leads, &WorkingTime::default(), &berlin());
        let since = due.at() - TimeDelta::days(since);
        let mut told = Told { since, until: None };
        let mut now = since;
        let mut look_at = Some(since);
        let mut said: Vec<Milestone> = Vec::new();
        for step in steps {
            now += TimeDelta::seconds(step);
            let Outlook { say, next } = outlook(&all, told, now);
            prop_assert!(next.is_none_or(|next| next > now));
            // What the cache of the next moment relies on.
            if look_at.is_none_or(|look_at| look_at > now) {
                prop_assert_eq!(say, None);
            }
            if let Some(say) = say {
                let before = told.until.unwrap_or(since);
                let reached = all.iter().filter(|one| one.at <= now && one.at > before);
                prop_assert!(reached.into_iter().all(|one| one.stage <= say.stage));
                prop_assert!(!said.contains(&say));
                prop_assert!(say.stage != Stage::Lead || say.at > since);
                said.push(say);
                told.until = Some(now);
                prop_assert_eq!(outlook(&all, told, now).say, None);
                prop_assert_eq!(outlook(&all, told, now).next, next);
            }
            look_at = next;
        }
        let passed = due.has_passed(now);
        prop_assert_eq!(passed, said.iter().any(|one| one.stage == Stage::Overdue));
    }
}
