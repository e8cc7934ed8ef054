menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help

command-new = New matter
command-open = Open…
command-save = Save
command-save_as = Save as…
command-export = Export report…
command-print = Print report
command-close = Close matter
command-undo = Undo
command-redo = Redo
command-undo_what = Undo: { $what }
command-redo_what = Redo: { $what }
command-zoom_in = Larger
command-zoom_out = Smaller
command-zoom_reset = Default size
command-find = Find
command-cut = Cut
command-copy = Copy
command-paste = Paste
command-select_all = Select all
command-next_part = Next part of the window
command-previous_part = Previous part of the window
command-palette = Find or do anything
command-theme = Light or dark
command-workshop = Workshop…
command-workshop_next = Next step of the workshop
command-workshop_pause = Stop the timer, or go on
command-workshop_project = Open the projector
command-workshop_live = Projector live
command-workshop_hold = Hold the projector
command-workshop_blank = Blank the projector
command-workshop_handout = Hand-out…
command-workshop_pack = Make a pack from this matter…
command-workshop_results = Results as a table…
command-workshop_save = Save the workshop…
command-workshop_end = End the workshop…
command-quit = Quit
command-close_overlay = Close

screen-start = Start
screen-organisation = Organisation
screen-practices = Practices
screen-findings = Findings
screen-comparables = Comparables
screen-fine = Fine calculation
screen-exposure = Exposure
screen-report = Report
screen-decisions = Decisions library
screen-workshop = Workshop
screen-how_good = How good is this?
screen-settings = Settings

bar-find = Find or do anything
bar-find_keys = Ctrl K
bar-changed = not saved
bar-saved = saved
bar-new = not saved
bar-shipped = an example, not saved

palette-nothing = Nothing is found. Try fewer or other words.
palette-operation = operation
palette-finding = finding
palette-article = article
palette-command = command
palette-matter = matter
palette-decision = decision
palette-question = question

change-answer = answer to “{ $question }”
change-note = note on “{ $question }”
change-operation = details of “{ $name }”
change-operation_added = new operation “{ $name }”
change-operation_removed = removal of “{ $name }”
change-operations = order of the operations
change-review = review of “{ $title }”
change-judgement = judgement in the fine calculation
change-method = method
change-exchange = exchange rate
change-comparables = comparable decisions
change-conduct = grouping of infringements
change-title = title of the matter
change-first_contact = first contact by the authority
change-day = date whose law applies
change-matter = the matter
change-turnover = turnover
change-earlier = earlier infringements
change-earlier_removed = removal of an earlier infringement
change-name = name of the organisation
change-sector = sector
change-establishment = main establishment
change-authority = supervisory authority
change-people_in = countries of the data subjects
change-employees = number of employees
change-role = role
change-kind = kind of body
change-organisation = the organisation

message-kind_error = Error
message-kind_success = Done
message-kind_progress = In progress
message-kind_note = Note
message-close = Close this message
message-undone = Undone: { $what }.
message-redone = Redone: { $what }.
message-removed = Done: { $what }.
message-link_failed = No browser could be opened for { $address }.
message-copy_address = Copy the address

window-changed = • { $name } – Amende
window-unchanged = { $name } – Amende

provision-official_text = Official text

help-first_steps = First steps
help-keys = Keyboard shortcuts
help-keys_subtitle = Every action can be reached by keyboard.
help-key_tab = Next or previous control
help-key_tab_keys = Tab   Shift+Tab
help-key_letter = Choose an answer that has the focus by its first letter
help-key_letter_keys = Y   P   N   U
help-key_page = Scroll the page
help-key_page_keys = Page Up   Page Down   Home   End
help-key_pages = Go through the pages of the report
help-key_zoom = Zoom the page of the report
help-key_zoom_keys = Ctrl and wheel
help-key_escape = Close what lies above the page
help-key_escape_keys = Esc
help-method = How the estimate is made
help-glossary = Glossary
help-sources = Sources and state of the law
help-sources_subtitle = As of { $date }. Each figure names its source; the law is part of the program and changes only with it.
help-methods = Methods of calculation
help-from = from { $from }
help-from_to = { $from } to { $to }
help-instruments = Sources
help-licences = Licences
help-licences_subtitle = Amende may be used under either of the two licences below.
help-fonts = Fonts
help-crates = { $count ->
    [one] { $n } library the program contains
   *[other] { $n } libraries the program contains
}
help-crates_note = Each library is subject to its own licence, with the notices of its holders. The texts of licences not shown above come first.
help-about = About Amende

about-version = Version { $version }
about-what = A native, offline calculator of GDPR fine exposure with a reason for every figure.
about-no_advice = An estimate is not legal advice. Whether and how much to fine remains at the discretion of the supervisory authority.
about-details = Details for an error report
about-details_note = Please include these lines when you report an error. They contain nothing from your matters.
about-copy = Copy the details

message-exporting = Writing the report…
message-exported = Report written to { $file }
message-export_stopped = Stopped; the report was written to { $file }
message-export_cancelled = Stopped; nothing was written.
message-summary_copied = The summary was copied, with its formatting as Markdown.
message-pack = Pack written to { $file } and opened. What begins with TO BE WRITTEN is yours to write.
message-pack_unopened = Pack written to { $file }. Open it with a text editor; what begins with TO BE WRITTEN is yours to write.
message-printed = Report written to { $file } and opened for printing
message-printed_unopened = Report written to { $file }. No program on this computer opened it; open it there to print it.
message-onto_matter = The report would replace the matter itself; choose another name.
message-saved = Saved as { $file }
message-repaired = “{ $written }”, stated for an earlier infringement, is no provision. It was read as { $read }: check it, then save the matter.
message-saved_anew = { $file } was no longer there. It was written anew, with the matter as it is now.
message-not_in_file = Not in the file because it cannot be read: { $fields }. Correct it and save again.

dialog-matter = Amende matter
dialog-pack = Pack for a workshop
dialog-workshop = Amende workshop
format-pdf = PDF
format-word = Word
format-spreadsheet = Spreadsheet
format-html = HTML
format-markdown = Markdown
format-json = JSON
format-table = Table (CSV)

matter-new = New matter
matter-operation = First processing operation

unsaved-heading = Leave without saving?
unsaved-text = The matter has changes that are not saved.
unsaved-unread = Text that cannot be read is not saved and will be lost when you leave the matter:
unsaved-discard = Leave without saving
unsaved-stay = Stay here

start-title = Amende
start-subtitle = What could this cost, why, and what would help? Everything stays on this computer.
start-recent = Recent matters
start-gone = no longer there
start-forget = Remove from the list
start-forget_gone = Remove from the list
start-forget_name = Remove { $title } from the list
start-examples = Examples
start-examples_note = Opening an example creates a copy of it.
start-decided_matters = Decided matters
start-fictional_matters = Fictional matters
start-decided = decided
start-all = { $count ->
    [one] Show the { $n } example
   *[other] Show all { $n } examples
}
start-fewer = Show fewer examples
start-decisions = { $count ->
    [one] { $n } decision
   *[other] { $n } decisions
}
start-foot = Law as of { $date } · { $decisions } · { $method } · an estimate is not legal advice

rail-open = { $n } open
rail-chosen = { $n } set

strip-heading = Exposure
strip-axis = { $currency }, logarithmic
strip-legal_maximum = legal maximum { $amount }
strip-method = Method
strip-comparables = { $count ->
    [one] { $n } comparable decision
   *[other] { $n } comparable decisions
}
strip-dot = { $controller }, { $authority }, { $date }, { $amount }
strip-p50 = Median of the estimate, if a fine is imposed
strip-p10_p90 = 8 of 10 outcomes
strip-p10_p90-short = 8 of 10
strip-settling = Estimating…
strip-no_fine = No simulated outcome ends in a fine.
strip-nothing = No infringement that is subject to a fine is alleged on the answers given.
strip-warnings = { $count ->
    [one] { $n } warning
   *[other] { $n } warnings
}
strip-weightiest = { $count ->
    [one] { $n } open question. Most relevant
   *[other] { $n } open questions. Most relevant
}
strip-open = { $count ->
    [one] { $n } open question. Next
   *[other] { $n } open questions. Next
}

settings-subtitle = Appearance of the window
settings-theme = Theme
settings-light = Light
settings-dark = Dark
settings-language = Language
settings-scale = Scale
settings-reports = Reports
settings-style = House style
settings-accent = Accent colour
settings-ink = Text colour
settings-font = Font
settings-footer = Footer
settings-logo = Logo
settings-logo_choose = Choose logo…
settings-logo_none = No logo
settings-logo_of = Logo: { $file }
settings-logo_remove = Remove logo
settings-style_load = Load house style…
settings-style_note = Reports are written in these colours, this font and with this logo, in every format that has them. A colour must be dark enough to be read on white paper. A house style can be kept in a file (*.style.ron) and loaded on every computer of the firm.
settings-style_problem = The house style is not used yet. { $problem }
settings-author = Author
settings-firm = Firm
settings-reports_note = Author and firm appear below the title of every report and in the properties of the PDF file. Either may stay empty. They are kept on this computer and are no part of a matter.
settings-scale_note = Ctrl and + or − change it at any time; Ctrl and 0 go back to 100 %.

trace-why = Why this figure

message-taken = The file was opened as it is; your state is kept as { $file }.

notice-heading = Before you continue
notice-go_on = Continue
notice-process = { " " }(process { $id })
notice-open_elsewhere = { $file } is also open in another window of Amende{ $process }. The window that saves second shows what the other changed before anything is overwritten.
notice-changed = { $file } was changed by another program. What differs is shown before you save.
notice-gone = { $file } is no longer where it was. Saving writes it there again.

recovery-ended = Amende ended unexpectedly.
recovery-what = { $title } has unsaved changes of { $time }.
recovery-unchanged = The file { $file }, saved at { $time }, is unchanged. The changes are kept until you recover or discard them.
recovery-changed = The file { $file } was changed since, at { $time }. The changes are kept until you recover or discard them.
recovery-gone = The file { $file } is no longer where it was. The changes are kept until you recover or discard them.
recovery-never_saved = The matter was never saved in a file. The changes are kept until you recover or discard them.
recovery-unread = Typed and not yet correct: { $fields }. It is put back into its field.
recovery-recover = Recover
recovery-compare = Compare
recovery-discard = Discard…
recovery-kept = Kept, { $time }
recovery-file = File, { $time }
recovery-discard-heading = Discard the unsaved changes?
recovery-discard-text = The changes of { $time } in { $title } cannot be restored afterwards.
recovery-discard-yes = Discard the changes
recovery-discard-no = Keep them

conflict-heading = This file was changed by another program
conflict-text = { $file } was written by another program ({ $time }) after you opened it. Your changes are not saved yet. { $count }; nothing is overwritten until you choose.
conflict-unreadable = { $file } was written by another program after you opened it, and cannot be read as a matter now: { $error }. Nothing is overwritten until you choose.
conflict-differ = { $count ->
    [one] { $n } entry differs
   *[other] { $n } entries differ
}
conflict-mine = Mine, { $time }
conflict-theirs = Theirs, { $time }
conflict-keep_mine = Keep mine
conflict-keep_mine-what = Writes over the file; a copy of theirs is kept.
conflict-take_theirs = Take theirs
conflict-take_theirs-what = Opens the file as it is; a copy of mine is kept.
conflict-copy = Save a copy
conflict-copy-what = Writes mine beside it: { $file }
conflict-compare = Compare
conflict-compare-what = Shows both in full; choose for each entry.
conflict-merge = Save the selection
conflict-back = Back
conflict-foot = Enter saves a copy, the choice that loses nothing. Esc leaves the matter open, marked as not saved.

difference-heading = Entry
difference-moment = { $date }, { $time }
difference-nothing = –
difference-there = there
difference-not_there = not there
difference-operation = Processing operation { $name }
difference-of = { $what } ({ $name })
difference-choice = Judgement in the fine calculation: { $name }
difference-title = Title of the matter
difference-summary = Summary
difference-notes = Notes of the matter
difference-as_of = Date whose law applies
difference-methodology = Method
difference-exchange = Exchange rates
difference-compared = Comparable decisions pinned or excluded
difference-assignments = Assignment of infringements to conducts
difference-reviews = Review of findings
difference-name = Name
difference-purpose = Purpose
difference-linked_to = Linked operation
difference-kind = Kind of body
difference-role = Role
difference-sector = Sector
difference-establishment = Main establishment
difference-lead_authority = Lead supervisory authority
difference-people_in = Countries of the data subjects
difference-turnover = Turnover of the undertaking
difference-employees = Employees
difference-previous_infringements = Earlier infringements
difference-other = Other entry: { $name }

path-open = Open a matter
path-save = Save the matter
path-export = Export the report
path-handout = Write the hand-out
path-pack = Make a pack from this matter
path-open_pack = Open a scenario from a file
path-results = Write the results
path-workshop = Save the workshop
path-table = Export the decisions
path-picture = Export the picture
path-style = Load a house style
path-logo = Choose a logo
path-open-act = Open
path-export-act = Export
path-replace = Replace the file
path-cancel = Cancel
path-up = Up
path-home = Home folder
path-places = Folders used before
path-reading = Reading the folder…
path-empty = There is no folder and no suitable file here.
path-name = Name or path
path-hint = Name of the file, or a path
path-nothing = Enter a name.
path-not_there = There is no such file. Check the name, or choose one from the list.
path-no_folder = There is no such folder. Check the path.
path-exists = { $file } already exists. Replace it, or enter another name.
path-or = or
path-wrong_report = This can be written as { $endings }, not as .{ $ending }. Change the ending, or leave it out for the first of them.
path-wrong_workshop = A workshop is saved as .workshop.ron, not as .{ $ending }. Change the ending, or leave it out.
path-wrong_table = A table is written as .xlsx, .csv or .json, not as .{ $ending }. Change the ending, or leave it out for a spreadsheet.
path-wrong_picture = A picture is written as .svg or .png, not as .{ $ending }. Change the ending, or leave it out for SVG.
path-wrong_matter = A matter is saved as .amende.ron, not as .{ $ending }. Change the ending, or leave it out.
