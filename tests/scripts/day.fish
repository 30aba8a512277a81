#!/usr/bin/env fish
# A day in fish: lists become lines, lines become arguments.
set -gx PROMISE_NOW 2026-11-23T16:00:00+01:00
set -gx TZ Europe/Berlin

echo "# a list of people"
for name in "Jane Ortiz" "Bob O'Neil" 'Dollar $HOME'
    promise add "Call back" --to $name --due "tomorrow 10am" --quiet
    or exit 1
end

echo "# lines by their fields"
promise list --template '{id}\t{to}' | while read --delimiter \t id to
    echo "$to: $id"
end

echo "# several numbers as arguments"
set ids (promise list --to "Jane" --template '{id}')
promise keep $ids 2 --quiet

echo "# a failure is known by its status"
promise keep 99 2> /dev/null
echo $status
promise list --to nobody --json
