#!/usr/bin/env bash
# Records the calls of a day from a list, works through them, and may be run again: a key is
# recorded once. What can fail says so by its status, and nothing else ends the script.
set -euo pipefail
export PROMISE_NOW=2026-11-23T16:00:00+01:00 TZ=Europe/Berlin

record() {
    local key to due what
    while IFS=';' read -r key to due what; do
        promise add "$what" --to "$to" --due "$due" --key "$key" --via call --tag today --quiet
    done <<'CALLS'
crm-1;Jane Ortiz;tomorrow 1pm;Send the revised quote
crm-2;Bob O'Neil;friday;Call back about "order 1185"; twice
crm-3;Ünal Öz;in 2 hours;Ring at six
CALLS
}

echo "# recorded, and once more"
record
record

echo "# a line each, by tabs"
while IFS=$'\t' read -r id to due; do
    printf '%s is waiting for %s until %s\n' "$to" "$id" "$due"
done < <(promise list --tag today --template '{id}\t{to}\t{due:%F %H:%M}')

echo "# many at once, by their numbers"
promise list --search quote --template '{id}' | promise keep - --note "sent" --quiet

echo "# a reader that goes away is no failure"
promise list --all --format plain | head -n 1 | cut -f 1,4

echo "# something is overdue two days later"
export PROMISE_NOW=2026-11-25T09:00:00+01:00
status=0
promise due --exit-code --quiet > due.txt || status=$?
echo "$status"
case $status in
10) promise overdue --format plain ;;
*) exit 1 ;;
esac

echo "# the result is on stdout alone"
json=$(promise show 2 --json 2> /dev/null)
[[ $json == '['* ]] && [[ $json == *'"to": "Bob O'\''Neil"'* ]]
