# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_promise_global_optspecs
    string join \n db= config= color= format= json q/quiet no-input no-hooks h/help V/version
end

function __fish_promise_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_promise_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_promise_using_subcommand
    set -l cmd (__fish_promise_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c promise -n "__fish_promise_needs_command" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_needs_command" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_needs_command" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_needs_command" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_needs_command" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_needs_command" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_needs_command" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_needs_command" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_needs_command" -s V -l version -d 'Print version'
complete -c promise -n "__fish_promise_needs_command" -f -a "add" -d 'Record a promise'
complete -c promise -n "__fish_promise_needs_command" -f -a "due" -d 'Show what is overdue, due today, and coming'
complete -c promise -n "__fish_promise_needs_command" -f -a "overdue" -d 'Show what is overdue: the same as promise due --overdue'
complete -c promise -n "__fish_promise_needs_command" -f -a "list" -d 'List promises: the open ones, or those that the filters name'
complete -c promise -n "__fish_promise_needs_command" -f -a "ls" -d 'List promises: the open ones, or those that the filters name'
complete -c promise -n "__fish_promise_needs_command" -f -a "show" -d 'Show everything about promises, with their history'
complete -c promise -n "__fish_promise_needs_command" -f -a "keep" -d 'Mark promises as kept'
complete -c promise -n "__fish_promise_needs_command" -f -a "done" -d 'Mark promises as kept'
complete -c promise -n "__fish_promise_needs_command" -f -a "complete" -d 'Mark promises as kept'
complete -c promise -n "__fish_promise_needs_command" -f -a "break" -d 'Mark promises as broken, with what broke them'
complete -c promise -n "__fish_promise_needs_command" -f -a "reschedule" -d 'Set a new deadline for promises'
complete -c promise -n "__fish_promise_needs_command" -f -a "move" -d 'Set a new deadline for promises'
complete -c promise -n "__fish_promise_needs_command" -f -a "handoff" -d 'Hand promises on to a colleague, or take them back with --owner me'
complete -c promise -n "__fish_promise_needs_command" -f -a "release" -d 'Mark promises as released: the person let me off'
complete -c promise -n "__fish_promise_needs_command" -f -a "reopen" -d 'Open promises again that were kept, broken or released'
complete -c promise -n "__fish_promise_needs_command" -f -a "check" -d 'Record whether the person was satisfied with what was kept'
complete -c promise -n "__fish_promise_needs_command" -f -a "edit" -d 'Correct a mistake in typing'
complete -c promise -n "__fish_promise_needs_command" -f -a "note" -d 'Note something down with promises'
complete -c promise -n "__fish_promise_needs_command" -f -a "void" -d 'Mark promises as mistaken entries, counted nowhere'
complete -c promise -n "__fish_promise_needs_command" -f -a "undo" -d 'Take back the newest step, whichever command or script made it'
complete -c promise -n "__fish_promise_needs_command" -f -a "redo" -d 'Put back the step that undo took back last, or an older one by its number'
complete -c promise -n "__fish_promise_needs_command" -f -a "log" -d 'List the steps, newest first: what each command did'
complete -c promise -n "__fish_promise_needs_command" -f -a "stop" -d 'Stop repeating promises: the open occurrence stays, and none follows it'
complete -c promise -n "__fish_promise_needs_command" -f -a "free" -d 'Show the next days on which something can be promised'
complete -c promise -n "__fish_promise_needs_command" -f -a "report" -d 'Show how well the word was kept, and what breaks it'
complete -c promise -n "__fish_promise_needs_command" -f -a "stats" -d 'Show how well the word was kept, and what breaks it'
complete -c promise -n "__fish_promise_needs_command" -f -a "review" -d 'Go through what is overdue, due today, at risk or to be checked, one key each'
complete -c promise -n "__fish_promise_needs_command" -f -a "calendar" -d 'Show a month: what is due on each day, against what the day can hold'
complete -c promise -n "__fish_promise_needs_command" -f -a "cal" -d 'Show a month: what is due on each day, against what the day can hold'
complete -c promise -n "__fish_promise_needs_command" -f -a "standards" -d 'List the standards of the config: promises that are made the same way every time'
complete -c promise -n "__fish_promise_needs_command" -f -a "status" -d 'Say in a short line what is late and what is due today'
complete -c promise -n "__fish_promise_needs_command" -f -a "remind" -d 'Say what has come up since this was last run: for cron'
complete -c promise -n "__fish_promise_needs_command" -f -a "date" -d 'Show how a deadline phrase is understood, and record nothing'
complete -c promise -n "__fish_promise_needs_command" -f -a "people" -d 'List people, with how many promises are open between us'
complete -c promise -n "__fish_promise_needs_command" -f -a "export" -d 'Write everything to standard output as JSON Lines, history included, or for another program'
complete -c promise -n "__fish_promise_needs_command" -f -a "import" -d 'Read what promise export wrote, or the files of another program'
complete -c promise -n "__fish_promise_needs_command" -f -a "sync" -d 'Keep promises in step with the task list of a phone'
complete -c promise -n "__fish_promise_needs_command" -f -a "doctor" -d 'Check the database and everything around it, and mend what can be mended'
complete -c promise -n "__fish_promise_needs_command" -f -a "backup" -d 'Write a checked copy of the database, whole or not at all, while others go on writing'
complete -c promise -n "__fish_promise_needs_command" -f -a "restore" -d 'Put a backup in the place of the database, which is kept in the folder backups'
complete -c promise -n "__fish_promise_needs_command" -f -a "config" -d 'Show the settings in effect, and where each comes from'
complete -c promise -n "__fish_promise_needs_command" -f -a "schema" -d 'Print the JSON Schema of a record, or of all of them'
complete -c promise -n "__fish_promise_needs_command" -f -a "completions" -d 'Print a script that completes commands and flags in a shell'
complete -c promise -n "__fish_promise_needs_command" -f -a "man" -d 'Print the manual page, or write those of every command into a folder'
complete -c promise -n "__fish_promise_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand add" -l to -d 'The person it is promised to' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l from -d 'The person who promised it to me' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l due -l by -d 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l owner -d 'The colleague who answers for it, where that is not me' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l via -d 'The channel it was made through: call, email, chat, meeting, or a word of your own' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l tag -d 'A tag; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l effort -d 'The work it takes: 45m, 2h, 1h30m' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l remind -d 'How long before the deadline to remind of it, in place of what the config says: 2h, "1 business day"; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l made -d 'When it was made, if not now: "yesterday 3pm"; then the deadline may have passed' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l needs -d 'The number of a promise that this one depends on; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l key -d 'A key of your own: adding again with the same key changes nothing' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l standard -d 'The standard that it is made under: its deadline, effort, tags and reminders, unless others are given' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l every -d 'Promise it again each time: "friday 16:00", "2 weeks", "month on the 1st", "weekday 9:00"; settling one opens the next' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l until -d 'The last day that it may be promised for' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l batch -d 'Read what is promised from a file of JSON Lines, all of it or nothing; "-" reads standard input. A line is an object whose keys are the names of the flags, and "what"' -r -F
complete -c promise -n "__fish_promise_using_subcommand add" -l times -d 'How often it is promised in all' -r
complete -c promise -n "__fish_promise_using_subcommand add" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand add" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand add" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand add" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand add" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand add" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand add" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand add" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand due" -l within -d 'Look ahead to the end of this: "friday", "2 weeks"' -r
complete -c promise -n "__fish_promise_using_subcommand due" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand due" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand due" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand due" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand due" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand due" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand due" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand due" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand due" -l overdue -d 'Only what is overdue'
complete -c promise -n "__fish_promise_using_subcommand due" -l exit-code -d 'End with status 10 where something of mine is overdue'
complete -c promise -n "__fish_promise_using_subcommand due" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand due" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand due" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand due" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand due" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand overdue" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand overdue" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand overdue" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand overdue" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand overdue" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand overdue" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand overdue" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand overdue" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand overdue" -l exit-code -d 'End with status 10 where something of mine is overdue'
complete -c promise -n "__fish_promise_using_subcommand overdue" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand overdue" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand overdue" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand overdue" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand overdue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand list" -l state -d 'Only promises in this state; several with commas between them' -r -f -a "open\t''
kept\t''
broken\t''
released\t''
void\t''"
complete -c promise -n "__fish_promise_using_subcommand list" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l via -d 'Only promises made through this channel' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l due-before -d 'Only promises due by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l due-after -d 'Only promises due from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l made-before -d 'Only promises made by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l made-after -d 'Only promises made from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l search -d 'Only promises with these words in the description, the notes or the name' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l sort -d 'The order' -r -f -a "due\t''
id\t''
made\t''
settled\t''
what\t''
person\t''
state\t''"
complete -c promise -n "__fish_promise_using_subcommand list" -s n -l limit -d 'At most so many' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l fields -d 'The fields to show, with commas between them' -r -f -a "id\t''
uuid\t''
what\t''
direction\t''
to\t''
from\t''
owner\t''
state\t''
due\t''
due_whole_day\t''
zone\t''
first_due\t''
first_due_whole_day\t''
made_at\t''
settled_at\t''
first_outcome\t''
outcome\t''
overdue\t''
seconds_late\t''
at_risk\t''
risk_reasons\t''
via\t''
tags\t''
effort_minutes\t''
standard\t''
key\t''
corrections\t''
reschedules\t''
handoffs\t''
needs\t''
check_due\t''
satisfied\t''
rating\t''
every\t''
series\t''
occurrence\t''
every_until\t''
every_times\t''
remind\t''
notes\t''"
complete -c promise -n "__fish_promise_using_subcommand list" -l template -d 'A line for each promise, its fields in braces: \'{id}\\t{to}\\t{due:%F %H:%M}\'. After a colon stands the format of a time; {{ and }} are braces, \\t, \\n and \\\\ as usual' -r
complete -c promise -n "__fish_promise_using_subcommand list" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand list" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand list" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand list" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand list" -s a -l all -d 'Promises in every state'
complete -c promise -n "__fish_promise_using_subcommand list" -s r -l reverse -d 'The order turned round'
complete -c promise -n "__fish_promise_using_subcommand list" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand list" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand list" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand list" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand ls" -l state -d 'Only promises in this state; several with commas between them' -r -f -a "open\t''
kept\t''
broken\t''
released\t''
void\t''"
complete -c promise -n "__fish_promise_using_subcommand ls" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l via -d 'Only promises made through this channel' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l due-before -d 'Only promises due by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l due-after -d 'Only promises due from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l made-before -d 'Only promises made by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l made-after -d 'Only promises made from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l search -d 'Only promises with these words in the description, the notes or the name' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l sort -d 'The order' -r -f -a "due\t''
id\t''
made\t''
settled\t''
what\t''
person\t''
state\t''"
complete -c promise -n "__fish_promise_using_subcommand ls" -s n -l limit -d 'At most so many' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l fields -d 'The fields to show, with commas between them' -r -f -a "id\t''
uuid\t''
what\t''
direction\t''
to\t''
from\t''
owner\t''
state\t''
due\t''
due_whole_day\t''
zone\t''
first_due\t''
first_due_whole_day\t''
made_at\t''
settled_at\t''
first_outcome\t''
outcome\t''
overdue\t''
seconds_late\t''
at_risk\t''
risk_reasons\t''
via\t''
tags\t''
effort_minutes\t''
standard\t''
key\t''
corrections\t''
reschedules\t''
handoffs\t''
needs\t''
check_due\t''
satisfied\t''
rating\t''
every\t''
series\t''
occurrence\t''
every_until\t''
every_times\t''
remind\t''
notes\t''"
complete -c promise -n "__fish_promise_using_subcommand ls" -l template -d 'A line for each promise, its fields in braces: \'{id}\\t{to}\\t{due:%F %H:%M}\'. After a colon stands the format of a time; {{ and }} are braces, \\t, \\n and \\\\ as usual' -r
complete -c promise -n "__fish_promise_using_subcommand ls" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand ls" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand ls" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand ls" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand ls" -s a -l all -d 'Promises in every state'
complete -c promise -n "__fish_promise_using_subcommand ls" -s r -l reverse -d 'The order turned round'
complete -c promise -n "__fish_promise_using_subcommand ls" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand ls" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand ls" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand ls" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand show" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand show" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand show" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand show" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand show" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand show" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand show" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand show" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand keep" -l at -d 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"' -r
complete -c promise -n "__fish_promise_using_subcommand keep" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand keep" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand keep" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand keep" -l check -d 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all' -r
complete -c promise -n "__fish_promise_using_subcommand keep" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand keep" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand keep" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand keep" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand keep" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand keep" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand keep" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand keep" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand keep" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand done" -l at -d 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"' -r
complete -c promise -n "__fish_promise_using_subcommand done" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand done" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand done" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand done" -l check -d 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all' -r
complete -c promise -n "__fish_promise_using_subcommand done" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand done" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand done" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand done" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand done" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand done" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand done" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand done" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand done" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand complete" -l at -d 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"' -r
complete -c promise -n "__fish_promise_using_subcommand complete" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand complete" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand complete" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand complete" -l check -d 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all' -r
complete -c promise -n "__fish_promise_using_subcommand complete" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand complete" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand complete" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand complete" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand complete" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand complete" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand complete" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand complete" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand break" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand break" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand break" -l at -d 'When it was given up on, if not now' -r
complete -c promise -n "__fish_promise_using_subcommand break" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand break" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand break" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand break" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand break" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand break" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand break" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand break" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand break" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand break" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l due -l by -d 'The new deadline' -r
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l told -d 'The person was told of it'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand reschedule" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand move" -l due -l by -d 'The new deadline' -r
complete -c promise -n "__fish_promise_using_subcommand move" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand move" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand move" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand move" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand move" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand move" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand move" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand move" -l told -d 'The person was told of it'
complete -c promise -n "__fish_promise_using_subcommand move" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand move" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand move" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand move" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand handoff" -l owner -d 'The colleague who answers for it now' -r
complete -c promise -n "__fish_promise_using_subcommand handoff" -l because -d 'Why; may be repeated, each answering "why?" of the one before, the last being the root' -r
complete -c promise -n "__fish_promise_using_subcommand handoff" -l cause -d 'The cause in one word, from the list in the config' -r
complete -c promise -n "__fish_promise_using_subcommand handoff" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand handoff" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand handoff" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand handoff" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand handoff" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand handoff" -l told -d 'The person was told of it'
complete -c promise -n "__fish_promise_using_subcommand handoff" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand handoff" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand handoff" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand handoff" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand handoff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand release" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand release" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand release" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand release" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand release" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand release" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand release" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand release" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand release" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand reopen" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand reopen" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand reopen" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand reopen" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand reopen" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand reopen" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand reopen" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand reopen" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand reopen" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand reopen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand check" -l rating -d 'How well, from 1 to 5' -r
complete -c promise -n "__fish_promise_using_subcommand check" -l note -d 'What they said' -r
complete -c promise -n "__fish_promise_using_subcommand check" -l due -l by -d 'The deadline of the repair' -r
complete -c promise -n "__fish_promise_using_subcommand check" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand check" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand check" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand check" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand check" -l reopen -d 'Open the promise again for a repair'
complete -c promise -n "__fish_promise_using_subcommand check" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand check" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand check" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand check" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand edit" -l to -d 'The person it is promised to' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l from -d 'The person who promised it to me' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l due -l by -d 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l owner -d 'The colleague who answers for it, where that is not me' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l via -d 'The channel it was made through: call, email, chat, meeting, or a word of your own' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l tag -d 'A tag; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l effort -d 'The work it takes: 45m, 2h, 1h30m' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l remind -d 'How long before the deadline to remind of it, in place of what the config says: 2h, "1 business day"; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l note -d 'Something to remember with it' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l made -d 'When it was made, if not now: "yesterday 3pm"; then the deadline may have passed' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l needs -d 'The number of a promise that this one depends on; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l key -d 'A key of your own: adding again with the same key changes nothing' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l remove-tag -d 'A tag to take away; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l remove-need -d 'The number of a promise that this one does not depend on any more; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand edit" -l clear -d 'What to leave empty; several with commas between them' -r -f -a "owner\t'Mine again'
via\t'No channel'
tags\t'No tags'
effort\t'No effort'
key\t'No key'
remind\t'Reminders as the config says'"
complete -c promise -n "__fish_promise_using_subcommand edit" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand edit" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand edit" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand edit" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand edit" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand edit" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand edit" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand edit" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand note" -l owner -d 'The colleague who told them, where that was not me' -r
complete -c promise -n "__fish_promise_using_subcommand note" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand note" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand note" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand note" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand note" -l told -d 'The person was told this'
complete -c promise -n "__fish_promise_using_subcommand note" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand note" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand note" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand note" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand note" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand void" -l note -d 'Why' -r
complete -c promise -n "__fish_promise_using_subcommand void" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand void" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand void" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand void" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand void" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand void" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand void" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand void" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand void" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand undo" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand undo" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand undo" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand undo" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand undo" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand undo" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand undo" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand undo" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand undo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand redo" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand redo" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand redo" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand redo" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand redo" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand redo" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand redo" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand redo" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand redo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand log" -s n -l limit -d 'At most so many' -r
complete -c promise -n "__fish_promise_using_subcommand log" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand log" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand log" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand log" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand log" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand log" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand log" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand log" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand stop" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand stop" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand stop" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand stop" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand stop" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand stop" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand stop" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand stop" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand free" -l effort -d 'The work that is to fit: 45m, 2h' -r
complete -c promise -n "__fish_promise_using_subcommand free" -l within -d 'Look ahead to the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand free" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand free" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand free" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand free" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand free" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand free" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand free" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand free" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand free" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand report" -l since -d 'From the start of this; without it, from the first of the month' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l until -d 'To the end of this; without it, to today' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l period -d 'The week, month, quarter or year so far, or up to --until' -r -f -a "week\t''
month\t''
quarter\t''
year\t''"
complete -c promise -n "__fish_promise_using_subcommand report" -l group -d 'Break the figures down' -r -f -a "person\t''
organisation\t''
owner\t''
cause\t''
standard\t''
via\t''
tag\t''
weekday\t''
week\t''
month\t''"
complete -c promise -n "__fish_promise_using_subcommand report" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l via -d 'Only promises made through this channel' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l standard -d 'Only promises made under this standard' -r
complete -c promise -n "__fish_promise_using_subcommand report" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand report" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand report" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand report" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand report" -l mine -d 'Only my side: what others promised to me is left out'
complete -c promise -n "__fish_promise_using_subcommand report" -l theirs -d 'The figures of what others promised to me'
complete -c promise -n "__fish_promise_using_subcommand report" -l explain -d 'Say what each figure counts, and out of what'
complete -c promise -n "__fish_promise_using_subcommand report" -l open -d 'Show it as a page in the browser'
complete -c promise -n "__fish_promise_using_subcommand report" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand report" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand report" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand report" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand stats" -l since -d 'From the start of this; without it, from the first of the month' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l until -d 'To the end of this; without it, to today' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l period -d 'The week, month, quarter or year so far, or up to --until' -r -f -a "week\t''
month\t''
quarter\t''
year\t''"
complete -c promise -n "__fish_promise_using_subcommand stats" -l group -d 'Break the figures down' -r -f -a "person\t''
organisation\t''
owner\t''
cause\t''
standard\t''
via\t''
tag\t''
weekday\t''
week\t''
month\t''"
complete -c promise -n "__fish_promise_using_subcommand stats" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l via -d 'Only promises made through this channel' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l standard -d 'Only promises made under this standard' -r
complete -c promise -n "__fish_promise_using_subcommand stats" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand stats" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand stats" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand stats" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand stats" -l mine -d 'Only my side: what others promised to me is left out'
complete -c promise -n "__fish_promise_using_subcommand stats" -l theirs -d 'The figures of what others promised to me'
complete -c promise -n "__fish_promise_using_subcommand stats" -l explain -d 'Say what each figure counts, and out of what'
complete -c promise -n "__fish_promise_using_subcommand stats" -l open -d 'Show it as a page in the browser'
complete -c promise -n "__fish_promise_using_subcommand stats" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand stats" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand stats" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand stats" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand review" -l since -d 'Print the columns from the start of this on: "monday", "1 nov", "2 weeks ago"' -r
complete -c promise -n "__fish_promise_using_subcommand review" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand review" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand review" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand review" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand review" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand review" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand review" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand review" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand review" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand review" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand review" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand review" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand calendar" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand calendar" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand calendar" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand calendar" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand calendar" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand calendar" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand calendar" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand calendar" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand calendar" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand calendar" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand calendar" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand calendar" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand calendar" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand cal" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand cal" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand cal" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand cal" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand cal" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand cal" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand cal" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand cal" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand cal" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand cal" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand cal" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand cal" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand cal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand standards" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand standards" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand standards" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand standards" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand standards" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand standards" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand standards" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand standards" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand standards" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand status" -l template -d 'The line, with placeholders for the counts; nothing is printed where all of them are 0' -r
complete -c promise -n "__fish_promise_using_subcommand status" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand status" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand status" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand status" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand status" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand status" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand status" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand status" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand remind" -l exec -d 'Run this program for each reminder, with the record as JSON on its standard input; all that follows are its arguments' -r
complete -c promise -n "__fish_promise_using_subcommand remind" -l time-limit -d 'Seconds after which such a program is ended; then it is run again next time' -r
complete -c promise -n "__fish_promise_using_subcommand remind" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand remind" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand remind" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand remind" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand remind" -l dry-run -d 'Show what would be said, and count nothing as said'
complete -c promise -n "__fish_promise_using_subcommand remind" -l again -d 'Say again what was said before and still holds'
complete -c promise -n "__fish_promise_using_subcommand remind" -l notify -d 'Show it on the desktop; where that fails, print it'
complete -c promise -n "__fish_promise_using_subcommand remind" -l print-cron -d 'Print a line for crontab that runs this every minute'
complete -c promise -n "__fish_promise_using_subcommand remind" -l print-systemd -d 'Print a service and a timer for systemd that run this every minute'
complete -c promise -n "__fish_promise_using_subcommand remind" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand remind" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand remind" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand remind" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand remind" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand date" -l to -d 'The person whose clock "their time" means' -r
complete -c promise -n "__fish_promise_using_subcommand date" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand date" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand date" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand date" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand date" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand date" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand date" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand date" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand date" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "add" -d 'Record a person, or what is missing of a known one; add does so by itself, with the name alone'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "show" -d 'Show what is known of a person, how we keep our word to each other, and every promise between us'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "edit" -d 'Correct or complete what is known of a person'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "rename" -d 'Give a person another name; the one before stays an alias'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "merge" -d 'Make two people one: the second\'s promises and names go to the first'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "forget" -d 'Erase what is known of a person, for good'
complete -c promise -n "__fish_promise_using_subcommand people; and not __fish_seen_subcommand_from add show edit rename merge forget help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l zone -d 'The time zone they live in, as Europe/London: what "their time" means' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l organisation -d 'The firm or body they speak for' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l email -d 'An address for mail' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l phone -d 'A number to call' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l alias -d 'Another name they go by; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l zone -d 'The time zone they live in, as Europe/London: what "their time" means' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l organisation -d 'The firm or body they speak for' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l email -d 'An address for mail' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l phone -d 'A number to call' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l alias -d 'Another name they go by; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l note -d 'Something to remember of them' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l remove-alias -d 'A name they do not go by; may be repeated' -r
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l clear -d 'What to leave empty; several with commas between them' -r -f -a "zone\t''
organisation\t''
email\t''
phone\t''
note\t''
aliases\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l yes -d 'Do not ask for confirmation'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from forget" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "add" -d 'Record a person, or what is missing of a known one; add does so by itself, with the name alone'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is known of a person, how we keep our word to each other, and every promise between us'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Correct or complete what is known of a person'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a person another name; the one before stays an alias'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Make two people one: the second\'s promises and names go to the first'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "forget" -d 'Erase what is known of a person, for good'
complete -c promise -n "__fish_promise_using_subcommand people; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand export" -l format -d 'The format' -r -f -a "jsonl\t''
json\t''
csv\t''
ics\t''
todotxt\t''
taskwarrior\t''
markdown\t''"
complete -c promise -n "__fish_promise_using_subcommand export" -l state -d 'Only promises in this state; several with commas between them' -r -f -a "open\t''
kept\t''
broken\t''
released\t''
void\t''"
complete -c promise -n "__fish_promise_using_subcommand export" -l to -d 'Only promises made to this person; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l from -d 'Only promises that this person made to me; a part of the name will do' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l owner -d 'Only promises of this owner; "me" for those that no colleague answers for' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l tag -d 'Only promises with this tag; may be repeated, and then all are needed' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l via -d 'Only promises made through this channel' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l due-before -d 'Only promises due by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l due-after -d 'Only promises due from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l made-before -d 'Only promises made by the end of this' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l made-after -d 'Only promises made from the start of this' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l search -d 'Only promises with these words in the description, the notes or the name' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l sort -d 'The order' -r -f -a "due\t''
id\t''
made\t''
settled\t''
what\t''
person\t''
state\t''"
complete -c promise -n "__fish_promise_using_subcommand export" -s n -l limit -d 'At most so many' -r
complete -c promise -n "__fish_promise_using_subcommand export" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand export" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand export" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand export" -s a -l all -d 'Promises in every state'
complete -c promise -n "__fish_promise_using_subcommand export" -s r -l reverse -d 'The order turned round'
complete -c promise -n "__fish_promise_using_subcommand export" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand export" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand export" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand export" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand import" -l format -d 'The format of the file; without it, it is told from the content' -r -f -a "taskwarrior\t''
todotxt\t''
csv\t''
ics\t''
jsonl\t''"
complete -c promise -n "__fish_promise_using_subcommand import" -l to -d 'The person of a promise that names nobody' -r
complete -c promise -n "__fish_promise_using_subcommand import" -l due -l by -d 'The deadline of a promise without one, as of the day it was made' -r
complete -c promise -n "__fish_promise_using_subcommand import" -l map -d 'What the columns of a CSV file are, by their names: Customer=to,Deadline=due; a column that is nothing ("Internal=") is left out' -r
complete -c promise -n "__fish_promise_using_subcommand import" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand import" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand import" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand import" -l dry-run -d 'Save nothing, and tell what would come; with --json, the promises'
complete -c promise -n "__fish_promise_using_subcommand import" -l skip-bad -d 'Leave out the records that cannot be taken in, and save the others'
complete -c promise -n "__fish_promise_using_subcommand import" -l deleted -d 'Take in deleted tasks of Taskwarrior too, as void'
complete -c promise -n "__fish_promise_using_subcommand import" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand import" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand import" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand import" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand sync" -l deleted -d 'What becomes of open promises whose tasks were deleted there; without it, they are asked about on a terminal and kept elsewhere' -r -f -a "void\t'It is void, and counted nowhere'
keep\t'It stays, and its file is written again'"
complete -c promise -n "__fish_promise_using_subcommand sync" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand sync" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand sync" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand sync" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand sync" -l force-empty -d 'Believe a folder from which everything was taken away'
complete -c promise -n "__fish_promise_using_subcommand sync" -l dry-run -d 'Show what would be done, and do nothing'
complete -c promise -n "__fish_promise_using_subcommand sync" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand sync" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand sync" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand sync" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand sync" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand doctor" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand doctor" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand doctor" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand doctor" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand doctor" -l repair -d 'Make again what the events determine, after a copy of the file as it is'
complete -c promise -n "__fish_promise_using_subcommand doctor" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand doctor" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand doctor" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand doctor" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand backup" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand backup" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand backup" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand backup" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand backup" -l force -d 'Replace FILE where it exists'
complete -c promise -n "__fish_promise_using_subcommand backup" -l auto -d 'Make a backup only when it is time for one, and remove the oldest'
complete -c promise -n "__fish_promise_using_subcommand backup" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand backup" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand backup" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand backup" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand restore" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand restore" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand restore" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand restore" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand restore" -l yes -d 'Restore though the database holds what the backup does not'
complete -c promise -n "__fish_promise_using_subcommand restore" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand restore" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand restore" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand restore" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -f -a "path" -d 'Print the path of the config file, whether it exists or not'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -f -a "init" -d 'Write a config file with every setting explained; never over an existing one'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -f -a "edit" -d 'Open the config file in the editor that VISUAL or EDITOR names, and check it after'
complete -c promise -n "__fish_promise_using_subcommand config; and not __fish_seen_subcommand_from path init edit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print the path of the config file, whether it exists or not'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "init" -d 'Write a config file with every setting explained; never over an existing one'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Open the config file in the editor that VISUAL or EDITOR names, and check it after'
complete -c promise -n "__fish_promise_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand schema" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand schema" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand schema" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand schema" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand schema" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand schema" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand schema" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand schema" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand completions" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand completions" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand completions" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand completions" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand completions" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand completions" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand completions" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand completions" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand man" -l db -d 'The database file' -r -F
complete -c promise -n "__fish_promise_using_subcommand man" -l config -d 'The config file' -r -F
complete -c promise -n "__fish_promise_using_subcommand man" -l color -d 'When to use colour; auto means on a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c promise -n "__fish_promise_using_subcommand man" -l format -d 'The format of the results; plain is one record a line with tabs between its fields' -r -f -a "table\t''
plain\t''
json\t''
jsonl\t''
csv\t''
markdown\t''
html\t'Of promise report alone'"
complete -c promise -n "__fish_promise_using_subcommand man" -l json -d 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint'
complete -c promise -n "__fish_promise_using_subcommand man" -s q -l quiet -d 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay'
complete -c promise -n "__fish_promise_using_subcommand man" -l no-input -d 'Ask nothing, on a terminal too'
complete -c promise -n "__fish_promise_using_subcommand man" -l no-hooks -d 'Run no hooks of the config'
complete -c promise -n "__fish_promise_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "add" -d 'Record a promise'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "due" -d 'Show what is overdue, due today, and coming'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "overdue" -d 'Show what is overdue: the same as promise due --overdue'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "list" -d 'List promises: the open ones, or those that the filters name'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "show" -d 'Show everything about promises, with their history'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "keep" -d 'Mark promises as kept'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "break" -d 'Mark promises as broken, with what broke them'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "reschedule" -d 'Set a new deadline for promises'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "handoff" -d 'Hand promises on to a colleague, or take them back with --owner me'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "release" -d 'Mark promises as released: the person let me off'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "reopen" -d 'Open promises again that were kept, broken or released'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "check" -d 'Record whether the person was satisfied with what was kept'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "edit" -d 'Correct a mistake in typing'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "note" -d 'Note something down with promises'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "void" -d 'Mark promises as mistaken entries, counted nowhere'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "undo" -d 'Take back the newest step, whichever command or script made it'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "redo" -d 'Put back the step that undo took back last, or an older one by its number'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "log" -d 'List the steps, newest first: what each command did'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "stop" -d 'Stop repeating promises: the open occurrence stays, and none follows it'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "free" -d 'Show the next days on which something can be promised'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "report" -d 'Show how well the word was kept, and what breaks it'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "review" -d 'Go through what is overdue, due today, at risk or to be checked, one key each'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "calendar" -d 'Show a month: what is due on each day, against what the day can hold'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "standards" -d 'List the standards of the config: promises that are made the same way every time'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "status" -d 'Say in a short line what is late and what is due today'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "remind" -d 'Say what has come up since this was last run: for cron'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "date" -d 'Show how a deadline phrase is understood, and record nothing'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "people" -d 'List people, with how many promises are open between us'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "export" -d 'Write everything to standard output as JSON Lines, history included, or for another program'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "import" -d 'Read what promise export wrote, or the files of another program'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "sync" -d 'Keep promises in step with the task list of a phone'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "doctor" -d 'Check the database and everything around it, and mend what can be mended'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "backup" -d 'Write a checked copy of the database, whole or not at all, while others go on writing'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "restore" -d 'Put a backup in the place of the database, which is kept in the folder backups'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "config" -d 'Show the settings in effect, and where each comes from'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "schema" -d 'Print the JSON Schema of a record, or of all of them'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "completions" -d 'Print a script that completes commands and flags in a shell'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "man" -d 'Print the manual page, or write those of every command into a folder'
complete -c promise -n "__fish_promise_using_subcommand help; and not __fish_seen_subcommand_from add due overdue list show keep break reschedule handoff release reopen check edit note void undo redo log stop free report review calendar standards status remind date people export import sync doctor backup restore config schema completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "add" -d 'Record a person, or what is missing of a known one; add does so by itself, with the name alone'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "show" -d 'Show what is known of a person, how we keep our word to each other, and every promise between us'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "edit" -d 'Correct or complete what is known of a person'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "rename" -d 'Give a person another name; the one before stays an alias'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "merge" -d 'Make two people one: the second\'s promises and names go to the first'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from people" -f -a "forget" -d 'Erase what is known of a person, for good'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Print the path of the config file, whether it exists or not'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "init" -d 'Write a config file with every setting explained; never over an existing one'
complete -c promise -n "__fish_promise_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "edit" -d 'Open the config file in the editor that VISUAL or EDITOR names, and check it after'
