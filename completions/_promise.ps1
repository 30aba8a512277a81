
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'promise' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'promise'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'promise' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Record a promise')
            [CompletionResult]::new('due', 'due', [CompletionResultType]::ParameterValue, 'Show what is overdue, due today, and coming')
            [CompletionResult]::new('overdue', 'overdue', [CompletionResultType]::ParameterValue, 'Show what is overdue: the same as promise due --overdue')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List promises: the open ones, or those that the filters name')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List promises: the open ones, or those that the filters name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about promises, with their history')
            [CompletionResult]::new('keep', 'keep', [CompletionResultType]::ParameterValue, 'Mark promises as kept')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Mark promises as kept')
            [CompletionResult]::new('complete', 'complete', [CompletionResultType]::ParameterValue, 'Mark promises as kept')
            [CompletionResult]::new('break', 'break', [CompletionResultType]::ParameterValue, 'Mark promises as broken, with what broke them')
            [CompletionResult]::new('reschedule', 'reschedule', [CompletionResultType]::ParameterValue, 'Set a new deadline for promises')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Set a new deadline for promises')
            [CompletionResult]::new('handoff', 'handoff', [CompletionResultType]::ParameterValue, 'Hand promises on to a colleague, or take them back with --owner me')
            [CompletionResult]::new('release', 'release', [CompletionResultType]::ParameterValue, 'Mark promises as released: the person let me off')
            [CompletionResult]::new('reopen', 'reopen', [CompletionResultType]::ParameterValue, 'Open promises again that were kept, broken or released')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Record whether the person was satisfied with what was kept')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct a mistake in typing')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Note something down with promises')
            [CompletionResult]::new('void', 'void', [CompletionResultType]::ParameterValue, 'Mark promises as mistaken entries, counted nowhere')
            [CompletionResult]::new('undo', 'undo', [CompletionResultType]::ParameterValue, 'Take back the newest step, whichever command or script made it')
            [CompletionResult]::new('redo', 'redo', [CompletionResultType]::ParameterValue, 'Put back the step that undo took back last, or an older one by its number')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List the steps, newest first: what each command did')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop repeating promises: the open occurrence stays, and none follows it')
            [CompletionResult]::new('free', 'free', [CompletionResultType]::ParameterValue, 'Show the next days on which something can be promised')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Show how well the word was kept, and what breaks it')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Show how well the word was kept, and what breaks it')
            [CompletionResult]::new('review', 'review', [CompletionResultType]::ParameterValue, 'Go through what is overdue, due today, at risk or to be checked, one key each')
            [CompletionResult]::new('calendar', 'calendar', [CompletionResultType]::ParameterValue, 'Show a month: what is due on each day, against what the day can hold')
            [CompletionResult]::new('cal', 'cal', [CompletionResultType]::ParameterValue, 'Show a month: what is due on each day, against what the day can hold')
            [CompletionResult]::new('standards', 'standards', [CompletionResultType]::ParameterValue, 'List the standards of the config: promises that are made the same way every time')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say in a short line what is late and what is due today')
            [CompletionResult]::new('remind', 'remind', [CompletionResultType]::ParameterValue, 'Say what has come up since this was last run: for cron')
            [CompletionResult]::new('date', 'date', [CompletionResultType]::ParameterValue, 'Show how a deadline phrase is understood, and record nothing')
            [CompletionResult]::new('people', 'people', [CompletionResultType]::ParameterValue, 'List people, with how many promises are open between us')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write everything to standard output as JSON Lines, history included, or for another program')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Read what promise export wrote, or the files of another program')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Keep promises in step with the task list of a phone')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the database and everything around it, and mend what can be mended')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a checked copy of the database, whole or not at all, while others go on writing')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the place of the database, which is kept in the folder backups')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the settings in effect, and where each comes from')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of a record, or of all of them')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a script that completes commands and flags in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write those of every command into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;add' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person it is promised to')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The person who promised it to me')
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'The colleague who answers for it, where that is not me')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'The channel it was made through: call, email, chat, meeting, or a word of your own')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'A tag; may be repeated')
            [CompletionResult]::new('--effort', '--effort', [CompletionResultType]::ParameterName, 'The work it takes: 45m, 2h, 1h30m')
            [CompletionResult]::new('--remind', '--remind', [CompletionResultType]::ParameterName, 'How long before the deadline to remind of it, in place of what the config says: 2h, "1 business day"; may be repeated')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--made', '--made', [CompletionResultType]::ParameterName, 'When it was made, if not now: "yesterday 3pm"; then the deadline may have passed')
            [CompletionResult]::new('--needs', '--needs', [CompletionResultType]::ParameterName, 'The number of a promise that this one depends on; may be repeated')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'A key of your own: adding again with the same key changes nothing')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'The standard that it is made under: its deadline, effort, tags and reminders, unless others are given')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Promise it again each time: "friday 16:00", "2 weeks", "month on the 1st", "weekday 9:00"; settling one opens the next')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The last day that it may be promised for')
            [CompletionResult]::new('--batch', '--batch', [CompletionResultType]::ParameterName, 'Read what is promised from a file of JSON Lines, all of it or nothing; "-" reads standard input. A line is an object whose keys are the names of the flags, and "what"')
            [CompletionResult]::new('--times', '--times', [CompletionResultType]::ParameterName, 'How often it is promised in all')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;due' {
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'Look ahead to the end of this: "friday", "2 weeks"')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--overdue', '--overdue', [CompletionResultType]::ParameterName, 'Only what is overdue')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'End with status 10 where something of mine is overdue')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;overdue' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'End with status 10 where something of mine is overdue')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only promises in this state; several with commas between them')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Only promises made through this channel')
            [CompletionResult]::new('--due-before', '--due-before', [CompletionResultType]::ParameterName, 'Only promises due by the end of this')
            [CompletionResult]::new('--due-after', '--due-after', [CompletionResultType]::ParameterName, 'Only promises due from the start of this')
            [CompletionResult]::new('--made-before', '--made-before', [CompletionResultType]::ParameterName, 'Only promises made by the end of this')
            [CompletionResult]::new('--made-after', '--made-after', [CompletionResultType]::ParameterName, 'Only promises made from the start of this')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only promises with these words in the description, the notes or the name')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'The order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'The fields to show, with commas between them')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'A line for each promise, its fields in braces: ''{id}\t{to}\t{due:%F %H:%M}''. After a colon stands the format of a time; {{ and }} are braces, \t, \n and \\ as usual')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;ls' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only promises in this state; several with commas between them')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Only promises made through this channel')
            [CompletionResult]::new('--due-before', '--due-before', [CompletionResultType]::ParameterName, 'Only promises due by the end of this')
            [CompletionResult]::new('--due-after', '--due-after', [CompletionResultType]::ParameterName, 'Only promises due from the start of this')
            [CompletionResult]::new('--made-before', '--made-before', [CompletionResultType]::ParameterName, 'Only promises made by the end of this')
            [CompletionResult]::new('--made-after', '--made-after', [CompletionResultType]::ParameterName, 'Only promises made from the start of this')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only promises with these words in the description, the notes or the name')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'The order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'The fields to show, with commas between them')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'A line for each promise, its fields in braces: ''{id}\t{to}\t{due:%F %H:%M}''. After a colon stands the format of a time; {{ and }} are braces, \t, \n and \\ as usual')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;show' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;keep' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;done' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;complete' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'When to ask whether the person was satisfied: "in 3 days"; the config can set it for all')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;break' {
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it was given up on, if not now')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;reschedule' {
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The new deadline')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The new deadline')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--told', '--told', [CompletionResultType]::ParameterName, 'The person was told of it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;move' {
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The new deadline')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The new deadline')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--told', '--told', [CompletionResultType]::ParameterName, 'The person was told of it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;handoff' {
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'The colleague who answers for it now')
            [CompletionResult]::new('--because', '--because', [CompletionResultType]::ParameterName, 'Why; may be repeated, each answering "why?" of the one before, the last being the root')
            [CompletionResult]::new('--cause', '--cause', [CompletionResultType]::ParameterName, 'The cause in one word, from the list in the config')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--told', '--told', [CompletionResultType]::ParameterName, 'The person was told of it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;release' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;reopen' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;check' {
            [CompletionResult]::new('--rating', '--rating', [CompletionResultType]::ParameterName, 'How well, from 1 to 5')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What they said')
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The deadline of the repair')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The deadline of the repair')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--reopen', '--reopen', [CompletionResultType]::ParameterName, 'Open the promise again for a repair')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;edit' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person it is promised to')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The person who promised it to me')
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'The colleague who answers for it, where that is not me')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'The channel it was made through: call, email, chat, meeting, or a word of your own')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'A tag; may be repeated')
            [CompletionResult]::new('--effort', '--effort', [CompletionResultType]::ParameterName, 'The work it takes: 45m, 2h, 1h30m')
            [CompletionResult]::new('--remind', '--remind', [CompletionResultType]::ParameterName, 'How long before the deadline to remind of it, in place of what the config says: 2h, "1 business day"; may be repeated')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember with it')
            [CompletionResult]::new('--made', '--made', [CompletionResultType]::ParameterName, 'When it was made, if not now: "yesterday 3pm"; then the deadline may have passed')
            [CompletionResult]::new('--needs', '--needs', [CompletionResultType]::ParameterName, 'The number of a promise that this one depends on; may be repeated')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'A key of your own: adding again with the same key changes nothing')
            [CompletionResult]::new('--remove-tag', '--remove-tag', [CompletionResultType]::ParameterName, 'A tag to take away; may be repeated')
            [CompletionResult]::new('--remove-need', '--remove-need', [CompletionResultType]::ParameterName, 'The number of a promise that this one does not depend on any more; may be repeated')
            [CompletionResult]::new('--clear', '--clear', [CompletionResultType]::ParameterName, 'What to leave empty; several with commas between them')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;note' {
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'The colleague who told them, where that was not me')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--told', '--told', [CompletionResultType]::ParameterName, 'The person was told this')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;void' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;undo' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;redo' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;log' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;stop' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;free' {
            [CompletionResult]::new('--effort', '--effort', [CompletionResultType]::ParameterName, 'The work that is to fit: 45m, 2h')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'Look ahead to the end of this')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;report' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From the start of this; without it, from the first of the month')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'To the end of this; without it, to today')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'The week, month, quarter or year so far, or up to --until')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Break the figures down')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Only promises made through this channel')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Only promises made under this standard')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--mine', '--mine', [CompletionResultType]::ParameterName, 'Only my side: what others promised to me is left out')
            [CompletionResult]::new('--theirs', '--theirs', [CompletionResultType]::ParameterName, 'The figures of what others promised to me')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Say what each figure counts, and out of what')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Show it as a page in the browser')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;stats' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From the start of this; without it, from the first of the month')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'To the end of this; without it, to today')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'The week, month, quarter or year so far, or up to --until')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Break the figures down')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Only promises made through this channel')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Only promises made under this standard')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--mine', '--mine', [CompletionResultType]::ParameterName, 'Only my side: what others promised to me is left out')
            [CompletionResult]::new('--theirs', '--theirs', [CompletionResultType]::ParameterName, 'The figures of what others promised to me')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Say what each figure counts, and out of what')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Show it as a page in the browser')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;review' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Print the columns from the start of this on: "monday", "1 nov", "2 weeks ago"')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;calendar' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;cal' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;standards' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;status' {
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'The line, with placeholders for the counts; nothing is printed where all of them are 0')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;remind' {
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Run this program for each reminder, with the record as JSON on its standard input; all that follows are its arguments')
            [CompletionResult]::new('--time-limit', '--time-limit', [CompletionResultType]::ParameterName, 'Seconds after which such a program is ended; then it is run again next time')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be said, and count nothing as said')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Say again what was said before and still holds')
            [CompletionResult]::new('--notify', '--notify', [CompletionResultType]::ParameterName, 'Show it on the desktop; where that fails, print it')
            [CompletionResult]::new('--print-cron', '--print-cron', [CompletionResultType]::ParameterName, 'Print a line for crontab that runs this every minute')
            [CompletionResult]::new('--print-systemd', '--print-systemd', [CompletionResultType]::ParameterName, 'Print a service and a timer for systemd that run this every minute')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;date' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person whose clock "their time" means')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Record a person, or what is missing of a known one; add does so by itself, with the name alone')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is known of a person, how we keep our word to each other, and every promise between us')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct or complete what is known of a person')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a person another name; the one before stays an alias')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Make two people one: the second''s promises and names go to the first')
            [CompletionResult]::new('forget', 'forget', [CompletionResultType]::ParameterValue, 'Erase what is known of a person, for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;people;add' {
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The time zone they live in, as Europe/London: what "their time" means')
            [CompletionResult]::new('--organisation', '--organisation', [CompletionResultType]::ParameterName, 'The firm or body they speak for')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'An address for mail')
            [CompletionResult]::new('--phone', '--phone', [CompletionResultType]::ParameterName, 'A number to call')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'Another name they go by; may be repeated')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;show' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;edit' {
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The time zone they live in, as Europe/London: what "their time" means')
            [CompletionResult]::new('--organisation', '--organisation', [CompletionResultType]::ParameterName, 'The firm or body they speak for')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'An address for mail')
            [CompletionResult]::new('--phone', '--phone', [CompletionResultType]::ParameterName, 'A number to call')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'Another name they go by; may be repeated')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Something to remember of them')
            [CompletionResult]::new('--remove-alias', '--remove-alias', [CompletionResultType]::ParameterName, 'A name they do not go by; may be repeated')
            [CompletionResult]::new('--clear', '--clear', [CompletionResultType]::ParameterName, 'What to leave empty; several with commas between them')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;rename' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;merge' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;forget' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask for confirmation')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;people;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Record a person, or what is missing of a known one; add does so by itself, with the name alone')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is known of a person, how we keep our word to each other, and every promise between us')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct or complete what is known of a person')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a person another name; the one before stays an alias')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Make two people one: the second''s promises and names go to the first')
            [CompletionResult]::new('forget', 'forget', [CompletionResultType]::ParameterValue, 'Erase what is known of a person, for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;people;help;add' {
            break
        }
        'promise;people;help;show' {
            break
        }
        'promise;people;help;edit' {
            break
        }
        'promise;people;help;rename' {
            break
        }
        'promise;people;help;merge' {
            break
        }
        'promise;people;help;forget' {
            break
        }
        'promise;people;help;help' {
            break
        }
        'promise;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only promises in this state; several with commas between them')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only promises made to this person; a part of the name will do')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only promises that this person made to me; a part of the name will do')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only promises of this owner; "me" for those that no colleague answers for')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only promises with this tag; may be repeated, and then all are needed')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Only promises made through this channel')
            [CompletionResult]::new('--due-before', '--due-before', [CompletionResultType]::ParameterName, 'Only promises due by the end of this')
            [CompletionResult]::new('--due-after', '--due-after', [CompletionResultType]::ParameterName, 'Only promises due from the start of this')
            [CompletionResult]::new('--made-before', '--made-before', [CompletionResultType]::ParameterName, 'Only promises made by the end of this')
            [CompletionResult]::new('--made-after', '--made-after', [CompletionResultType]::ParameterName, 'Only promises made from the start of this')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only promises with these words in the description, the notes or the name')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'The order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Promises in every state')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'The order turned round')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;import' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the file; without it, it is told from the content')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person of a promise that names nobody')
            [CompletionResult]::new('--due', '--due', [CompletionResultType]::ParameterName, 'The deadline of a promise without one, as of the day it was made')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The deadline of a promise without one, as of the day it was made')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'What the columns of a CSV file are, by their names: Customer=to,Deadline=due; a column that is nothing ("Internal=") is left out')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Save nothing, and tell what would come; with --json, the promises')
            [CompletionResult]::new('--skip-bad', '--skip-bad', [CompletionResultType]::ParameterName, 'Leave out the records that cannot be taken in, and save the others')
            [CompletionResult]::new('--deleted', '--deleted', [CompletionResultType]::ParameterName, 'Take in deleted tasks of Taskwarrior too, as void')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;sync' {
            [CompletionResult]::new('--deleted', '--deleted', [CompletionResultType]::ParameterName, 'What becomes of open promises whose tasks were deleted there; without it, they are asked about on a terminal and kept elsewhere')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--force-empty', '--force-empty', [CompletionResultType]::ParameterName, 'Believe a folder from which everything was taken away')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done, and do nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;doctor' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--repair', '--repair', [CompletionResultType]::ParameterName, 'Make again what the events determine, after a copy of the file as it is')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;backup' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace FILE where it exists')
            [CompletionResult]::new('--auto', '--auto', [CompletionResultType]::ParameterName, 'Make a backup only when it is time for one, and remove the oldest')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;restore' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Restore though the database holds what the backup does not')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;config' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the config file, whether it exists or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a config file with every setting explained; never over an existing one')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Open the config file in the editor that VISUAL or EDITOR names, and check it after')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;config;path' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;config;init' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;config;edit' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;config;help' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the config file, whether it exists or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a config file with every setting explained; never over an existing one')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Open the config file in the editor that VISUAL or EDITOR names, and check it after')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;config;help;path' {
            break
        }
        'promise;config;help;init' {
            break
        }
        'promise;config;help;edit' {
            break
        }
        'promise;config;help;help' {
            break
        }
        'promise;schema' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;completions' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;man' {
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'The database file')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto means on a terminal')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format of the results; plain is one record a line with tabs between its fields')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json. What is said on standard error is JSON too then: an object a line, with the key error, warning, note or hint')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print numbers alone, one a line, on commands that change something; notes and hints are left out everywhere, warnings and errors stay')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Ask nothing, on a terminal too')
            [CompletionResult]::new('--no-hooks', '--no-hooks', [CompletionResultType]::ParameterName, 'Run no hooks of the config')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'promise;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Record a promise')
            [CompletionResult]::new('due', 'due', [CompletionResultType]::ParameterValue, 'Show what is overdue, due today, and coming')
            [CompletionResult]::new('overdue', 'overdue', [CompletionResultType]::ParameterValue, 'Show what is overdue: the same as promise due --overdue')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List promises: the open ones, or those that the filters name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about promises, with their history')
            [CompletionResult]::new('keep', 'keep', [CompletionResultType]::ParameterValue, 'Mark promises as kept')
            [CompletionResult]::new('break', 'break', [CompletionResultType]::ParameterValue, 'Mark promises as broken, with what broke them')
            [CompletionResult]::new('reschedule', 'reschedule', [CompletionResultType]::ParameterValue, 'Set a new deadline for promises')
            [CompletionResult]::new('handoff', 'handoff', [CompletionResultType]::ParameterValue, 'Hand promises on to a colleague, or take them back with --owner me')
            [CompletionResult]::new('release', 'release', [CompletionResultType]::ParameterValue, 'Mark promises as released: the person let me off')
            [CompletionResult]::new('reopen', 'reopen', [CompletionResultType]::ParameterValue, 'Open promises again that were kept, broken or released')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Record whether the person was satisfied with what was kept')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct a mistake in typing')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Note something down with promises')
            [CompletionResult]::new('void', 'void', [CompletionResultType]::ParameterValue, 'Mark promises as mistaken entries, counted nowhere')
            [CompletionResult]::new('undo', 'undo', [CompletionResultType]::ParameterValue, 'Take back the newest step, whichever command or script made it')
            [CompletionResult]::new('redo', 'redo', [CompletionResultType]::ParameterValue, 'Put back the step that undo took back last, or an older one by its number')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List the steps, newest first: what each command did')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop repeating promises: the open occurrence stays, and none follows it')
            [CompletionResult]::new('free', 'free', [CompletionResultType]::ParameterValue, 'Show the next days on which something can be promised')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Show how well the word was kept, and what breaks it')
            [CompletionResult]::new('review', 'review', [CompletionResultType]::ParameterValue, 'Go through what is overdue, due today, at risk or to be checked, one key each')
            [CompletionResult]::new('calendar', 'calendar', [CompletionResultType]::ParameterValue, 'Show a month: what is due on each day, against what the day can hold')
            [CompletionResult]::new('standards', 'standards', [CompletionResultType]::ParameterValue, 'List the standards of the config: promises that are made the same way every time')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say in a short line what is late and what is due today')
            [CompletionResult]::new('remind', 'remind', [CompletionResultType]::ParameterValue, 'Say what has come up since this was last run: for cron')
            [CompletionResult]::new('date', 'date', [CompletionResultType]::ParameterValue, 'Show how a deadline phrase is understood, and record nothing')
            [CompletionResult]::new('people', 'people', [CompletionResultType]::ParameterValue, 'List people, with how many promises are open between us')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write everything to standard output as JSON Lines, history included, or for another program')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Read what promise export wrote, or the files of another program')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Keep promises in step with the task list of a phone')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the database and everything around it, and mend what can be mended')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a checked copy of the database, whole or not at all, while others go on writing')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the place of the database, which is kept in the folder backups')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the settings in effect, and where each comes from')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of a record, or of all of them')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a script that completes commands and flags in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write those of every command into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'promise;help;add' {
            break
        }
        'promise;help;due' {
            break
        }
        'promise;help;overdue' {
            break
        }
        'promise;help;list' {
            break
        }
        'promise;help;show' {
            break
        }
        'promise;help;keep' {
            break
        }
        'promise;help;break' {
            break
        }
        'promise;help;reschedule' {
            break
        }
        'promise;help;handoff' {
            break
        }
        'promise;help;release' {
            break
        }
        'promise;help;reopen' {
            break
        }
        'promise;help;check' {
            break
        }
        'promise;help;edit' {
            break
        }
        'promise;help;note' {
            break
        }
        'promise;help;void' {
            break
        }
        'promise;help;undo' {
            break
        }
        'promise;help;redo' {
            break
        }
        'promise;help;log' {
            break
        }
        'promise;help;stop' {
            break
        }
        'promise;help;free' {
            break
        }
        'promise;help;report' {
            break
        }
        'promise;help;review' {
            break
        }
        'promise;help;calendar' {
            break
        }
        'promise;help;standards' {
            break
        }
        'promise;help;status' {
            break
        }
        'promise;help;remind' {
            break
        }
        'promise;help;date' {
            break
        }
        'promise;help;people' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Record a person, or what is missing of a known one; add does so by itself, with the name alone')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is known of a person, how we keep our word to each other, and every promise between us')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct or complete what is known of a person')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a person another name; the one before stays an alias')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Make two people one: the second''s promises and names go to the first')
            [CompletionResult]::new('forget', 'forget', [CompletionResultType]::ParameterValue, 'Erase what is known of a person, for good')
            break
        }
        'promise;help;people;add' {
            break
        }
        'promise;help;people;show' {
            break
        }
        'promise;help;people;edit' {
            break
        }
        'promise;help;people;rename' {
            break
        }
        'promise;help;people;merge' {
            break
        }
        'promise;help;people;forget' {
            break
        }
        'promise;help;export' {
            break
        }
        'promise;help;import' {
            break
        }
        'promise;help;sync' {
            break
        }
        'promise;help;doctor' {
            break
        }
        'promise;help;backup' {
            break
        }
        'promise;help;restore' {
            break
        }
        'promise;help;config' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the config file, whether it exists or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a config file with every setting explained; never over an existing one')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Open the config file in the editor that VISUAL or EDITOR names, and check it after')
            break
        }
        'promise;help;config;path' {
            break
        }
        'promise;help;config;init' {
            break
        }
        'promise;help;config;edit' {
            break
        }
        'promise;help;schema' {
            break
        }
        'promise;help;completions' {
            break
        }
        'promise;help;man' {
            break
        }
        'promise;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
