//! What holds of a report whatever was promised.

use promise::domain::promise::State;
use promise::domain::report::{Figures, Group, Rate, Reason, Report};
use proptest::prelude::*;

use crate::stories::{DAY, HOUR, START, Story, report, report_of, stories};

fn rates(figures: &Figures) -> [Rate; 8] {
    [
        figures.first,
        figures.negotiated,
        figures.told_before,
        figures.heard_more,
        figures.asked,
        figures.satisfied,
        figures.confirmed,
        figures.behind_theirs,
    ]
}

/// Every figure that adds up.
fn counts(figures: &Figures) -> Vec<u64> {
    let mut counts = vec![
        figures.made,
        figures.kept_early,
        figures.kept_on_time,
        figures.kept_late,
        figures.broken,
        figures.released,
        figures.open,
        figures.overdue,
        figures.voided_late,
        figures.corrected_late,
        figures.to_check,
        figures.lateness.of,
        figures.head_start.of,
        figures.time_to_keep.of,
        figures.handoffs.sum,
        figures.handoffs.of,
        figures.ratings.sum,
        figures.ratings.of,
        figures.slips(),
    ];
    counts.extend(figures.rating_counts);
    counts.extend(rates(figures).iter().flat_map(|rate| [rate.count, rate.of]));
    counts
}

fn parts_sum_to_the_whole(report: &Report) -> Result<(), TestCaseError> {
    let figures = &report.figures;
    let points = || report.flow.points.iter().map(|point| point.day);
    prop_assert_eq!(points().map(|day| day.made).sum::<u64>(), figures.made);
    prop_assert_eq!(
        points().map(|day| day.settled).sum::<u64>(),
        figures.settled()
    );
    for pick in [|day: &Rate| day.count, |day: &Rate| day.of] {
        let days = report.days.values();
        prop_assert_eq!(
            days.map(|day| pick(&day.first)).sum::<u64>(),
            pick(&figures.first)
        );
        let days = report.days.values();
        let negotiated = pick(&figures.negotiated);
        prop_assert_eq!(
            days.map(|day| pick(&day.negotiated)).sum::<u64>(),
            negotiated
        );
        let weekdays = report.weekdays.iter();
        prop_assert_eq!(
            weekdays.map(|(_, rate)| pick(rate)).sum::<u64>(),
            negotiated
        );
    }
    let missed = figures.negotiated.of - figures.negotiated.count;
    let let_down = report.let_down.iter().map(|(_, missed)| missed.count);
    prop_assert_eq!(let_down.sum::<u64>(), missed);
    prop_assert_eq!(figures.behind_theirs.of, missed);
    let causes = figures.causes.iter().map(Reason::count).sum::<u64>();
    prop_assert_eq!(causes, figures.slips());
    let late = figures.causes.iter().map(|cause| cause.late).sum::<u64>();
    prop_assert_eq!(late, figures.kept_late);
    let broken = figures.causes.iter().map(|cause| cause.broken).sum::<u64>();
    prop_assert_eq!(broken, figures.broken);
    prop_assert!(figures.roots.iter().map(Reason::count).sum::<u64>() <= causes);
    prop_assert_eq!(figures.lateness.of, figures.kept_late);
    prop_assert_eq!(figures.head_start.of, figures.kept_early);
    prop_assert_eq!(figures.time_to_keep.of, figures.kept());
    prop_assert_eq!(figures.asked.of, figures.kept());
    prop_assert_eq!(figures.asked.count, figures.satisfied.of);
    prop_assert_eq!(figures.confirmed.count, figures.satisfied.count);
    prop_assert_eq!(
        figures.rating_counts.iter().sum::<u64>(),
        figures.ratings.of
    );
    prop_assert!(figures.overdue <= figures.open);
    // What is open at the end is what was left of what came in.
    prop_assert_eq!(u64::try_from(report.flow.backlog()), Ok(figures.open));
    let theirs = report.theirs.as_ref().unwrap();
    let whole = counts(&theirs.0.figures());
    let mut people = vec![0; whole.len()];
    for (_, tally) in &theirs.1 {
        add(&mut people, &counts(&tally.figures()));
    }
    prop_assert_eq!(people, whole);
    Ok(())
}

fn add(sums: &mut [u64], more: &[u64]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}

/// The moments from which reports are seen.
fn now() -> impl Strategy<Value = i64> {
    (0_i64..(100 * 24)).prop_map(|hours| START + hours * HOUR + 1)
}

/// A first and a last day.
fn days() -> impl Strategy<Value = (u64, u64)> {
    (0_u64..80, 0_u64..40).prop_map(|(since, length)| (since, since + length))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_parts_sum_to_the_whole(stories in stories(), days in days(), now in now()) {
        // A period that has begun: of one to come the flow says nothing yet.
        prop_assume!(START + days.0 as i64 * DAY + 2 * HOUR < now);
        parts_sum_to_the_whole(&report(&stories, days, now, None))?;
    }

    #[test]
    fn grouping_changes_no_total(stories in stories(), days in days(), now in now()) {
        let whole = report(&stories, days, now, None);
        for group in Group::ALL {
            let grouped = report(&stories, days, now, Some(*group));
            let groups = grouped.groups.as_ref().unwrap();
            let mut sums = vec![0; counts(&whole.figures).len()];
            for (_, tally) in groups {
                add(&mut sums, &counts(&tally.figures()));
            }
            prop_assert_eq!(sums, counts(&whole.figures), "{:?}", group);
            let rest = Report { groups: None, ..grouped };
            prop_assert_eq!(&rest, &whole);
        }
    }

    #[test]
    fn people_of_one_name_are_one(stories in stories(), days in days(), now in now()) {
        let report = report_of(&stories, days, now, Some(Group::Person), ["Ann"; 3]);
        let (all, people) = report.theirs.as_ref().unwrap();
        let groups = report.groups.as_ref().unwrap();
        prop_assert!(people.len() <= 1 && groups.len() <= 1 && report.let_down.len() <= 1);
        for (_, ann) in people {
            prop_assert_eq!(ann.figures(), all.figures());
        }
        for (_, ann) in groups {
            prop_assert_eq!(ann.figures(), report.figures.clone());
        }
        for (_, missed) in &report.let_down {
            let kept = report.figures.negotiated;
            prop_assert_eq!((missed.count, missed.of), (kept.of - kept.count, kept.of));
        }
    }

    #[test]
    fn a_later_end_never_lowers_what_was_made(
        stories in stories(), (since, until) in days(), more in 0_u64..30, now in now()
    ) {
        let sooner = report(&stories, (since, until), now, None).figures;
        let later = report(&stories, (since, until + more), now, None).figures;
        prop_assert!(sooner.made <= later.made);
        prop_assert!(sooner.settled() <= later.settled());
        prop_assert!(sooner.first.of <= later.first.of);
        prop_assert!(sooner.negotiated.of <= later.negotiated.of);
    }

    #[test]
    fn rates_lie_between_none_and_all(stories in stories(), days in days(), now in now()) {
        let report = report(&stories, days, now, Some(Group::Person));
        let groups = report.groups.iter().flatten().map(|(_, tally)| tally.figures());
        let theirs = report.theirs.as_ref().unwrap();
        let people = theirs.1.iter().map(|(_, tally)| tally.figures());
        for figures in [report.figures.clone(), report.figures_before.clone(), theirs.0.figures()]
            .into_iter()
            .chain(groups)
            .chain(people)
        {
            for rate in rates(&figures) {
                prop_assert!(rate.count <= rate.of);
                match rate.share() {
                    None => prop_assert_eq!(rate.of, 0),
                    Some(share) => prop_assert!((0.0..=1.0).contains(&share)),
                }
            }
            for spread in [figures.lateness, figures.head_start, figures.time_to_keep] {
                prop_assert_eq!(spread.median.is_some(), spread.of > 0);
                prop_assert!(spread.median <= spread.p90);
                prop_assert!(spread.median.is_none_or(|median| median >= 0));
            }
        }
    }

    #[test]
    fn order_does_not_matter(
        (stories, shuffled) in stories().prop_flat_map(|stories| {
            let numbered: Vec<(usize, Story)> = stories.iter().cloned().enumerate().collect();
            (Just(stories), Just(numbered).prop_shuffle())
        }),
        days in days(),
        now in now(),
    ) {
        let shuffled: Vec<Story> = shuffled.into_iter().map(|(_, story)| story).collect();
        for group in [None, Some(Group::Person), Some(Group::Week), Some(Group::Cause)] {
            let sorted = report(&stories, days, now, group);
            prop_assert_eq!(report(&shuffled, days, now, group), sorted);
        }
    }

    #[test]
    fn what_is_over_stays_as_it_was(
        stories in stories(), days in days(), wait in 1_i64..1_000, later in 1_i64..1_000
    ) {
        let stories: Vec<Story> = stories
            .into_iter()
            .filter(|story| story.settled.is_none_or(|(state, _)| state != State::Void))
            .collect();
        let end = START + (days.1 as i64 + 1) * DAY + HOUR;
        let then = report(&stories, days, end + wait * HOUR, None);
        let now = report(&stories, days, end + (wait + later) * HOUR, None);
        prop_assert_eq!(&now.flow, &then.flow);
        prop_assert_eq!(&now.days, &then.days);
        prop_assert_eq!(&now.weekdays, &then.weekdays);
        prop_assert_eq!(&now.let_down, &then.let_down);
        // How often a promise was handed on, and what its person heard, goes on.
        let dated = |figures: &Figures| Figures {
            handoffs: promise::domain::report::Mean::default(),
            heard_more: Rate::default(),
            ..figures.clone()
        };
        prop_assert_eq!(dated(&now.figures), dated(&then.figures));
        prop_assert_eq!(dated(&now.figures_before), dated(&then.figures_before));
    }
}
