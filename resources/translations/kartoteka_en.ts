<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Kartoteka</name>
    <message numerus="yes">
        <source>%1: %n change(s)</source>
        <translation>
            <numerusform>%1: %n change</numerusform>
            <numerusform>%1: %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): both sides changed the same field. The later change is in effect, the other one waits in the timeline.</source>
        <translation>
            <numerusform>%n conflict: both sides changed the same field. The later change is in effect, the other one waits in the timeline.</numerusform>
            <numerusform>%n conflicts: both sides changed the same field. The later change is in effect, the other one waits in the timeline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted record(s) stay, because work on them went on elsewhere.</source>
        <translation>
            <numerusform>%n deleted record stays, because work on it went on elsewhere.</numerusform>
            <numerusform>%n deleted records stay, because work on them went on elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written for %1: %n change(s), %2 bytes.</source>
        <translation>
            <numerusform>Written for %1: %n change, %2 bytes.</numerusform>
            <numerusform>Written for %1: %n changes, %2 bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1, written %2, %n change(s).</source>
        <translation>
            <numerusform>From %1, written %2, %n change.</numerusform>
            <numerusform>From %1, written %2, %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>next %n day</numerusform>
            <numerusform>next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>more than %n day ago</numerusform>
            <numerusform>more than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ahead</source>
        <translation>
            <numerusform>more than %n day ahead</numerusform>
            <numerusform>more than %n days ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was interrupted when the program closed; its %n change(s) were undone.</source>
        <translation>
            <numerusform>“%1” was interrupted when the program closed; its %n change was undone.</numerusform>
            <numerusform>“%1” was interrupted when the program closed; its %n changes were undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A clock behind this file (%1) is %n day(s) ahead of this computer&apos;s. Set the clocks right; or read the file all the same: what that clock wrote counts as written now. Nothing was changed.</source>
        <translation>
            <numerusform>A clock behind this file (%1) is %n day ahead of this computer&apos;s. Set the clocks right; or read the file all the same: what that clock wrote counts as written now. Nothing was changed.</numerusform>
            <numerusform>A clock behind this file (%1) is %n days ahead of this computer&apos;s. Set the clocks right; or read the file all the same: what that clock wrote counts as written now. Nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be applied and were set aside; they are tried again at every reading.</source>
        <translation>
            <numerusform>%n change cannot be applied and was set aside; it is tried again at every reading.</numerusform>
            <numerusform>%n changes cannot be applied and were set aside; they are tried again at every reading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of a clock that is far ahead count as written now.</source>
        <translation>
            <numerusform>%n change of a clock that is far ahead counts as written now.</numerusform>
            <numerusform>%n changes of a clock that is far ahead count as written now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It had made %Ln change(s).</source>
        <translation>
            <numerusform>It had made %Ln change.</numerusform>
            <numerusform>It had made %Ln changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tunnel %1 made nothing: %n item(s) in a row come of one.</source>
        <translation>
            <numerusform>The tunnel %1 made nothing: no more than %n item in a row comes of one.</numerusform>
            <numerusform>The tunnel %1 made nothing: no more than %n items in a row come of one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tunnel %1 made nothing: no more than %n item(s) come of one.</source>
        <translation>
            <numerusform>The tunnel %1 made nothing: no more than %n item comes of one.</numerusform>
            <numerusform>The tunnel %1 made nothing: no more than %n items come of one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be moved, so nothing was deleted. “%1”: %2</source>
        <translation>
            <numerusform>%n item could not be moved, so nothing was deleted. “%1”: %2</numerusform>
            <numerusform>%n items could not be moved, so nothing was deleted. “%1”: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n field(s), deleted ones included; it cannot have more.</source>
        <translation>
            <numerusform>“%1” has %n field, deleted ones included; it cannot have more.</numerusform>
            <numerusform>“%1” has %n fields, deleted ones included; it cannot have more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with “%1” have “%2” now.</source>
        <translation>
            <numerusform>%n item with “%1” has “%2” now.</numerusform>
            <numerusform>%n items with “%1” have “%2” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) have “%1”: say with --into which value they are to have instead.</source>
        <translation>
            <numerusform>%n item has “%1”: say with --into which value it is to have instead.</numerusform>
            <numerusform>%n items have “%1”: say with --into which value they are to have instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type deleted: %1, with %n item(s). “type restore” brings it back.</source>
        <translation>
            <numerusform>Type deleted: %1, with %n item. “type restore” brings it back.</numerusform>
            <numerusform>Type deleted: %1, with %n items. “type restore” brings it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are in “%1”: move them first.</source>
        <translation>
            <numerusform>%n person is in “%1”: move them first.</numerusform>
            <numerusform>%n people are in “%1”: move them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” contains %n department(s): move them first.</source>
        <translation>
            <numerusform>“%1” contains %n department: move it first.</numerusform>
            <numerusform>“%1” contains %n departments: move them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The card has %n section(s); it cannot have more.</source>
        <translation>
            <numerusform>The card has one section; it cannot have more.</numerusform>
            <numerusform>The card has %n sections; it cannot have more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It changed more than %n record(s) at once: use Undo instead.</source>
        <translation>
            <numerusform>It changed more than %n record at once: use Undo instead.</numerusform>
            <numerusform>It changed more than %n records at once: use Undo instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %n row(s) in another currency.</source>
        <translation>
            <numerusform>Incomplete: %n row in another currency.</numerusform>
            <numerusform>Incomplete: %n rows in another currency.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every %n week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every %n month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every %n year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A repeat rule has at most %n character(s).</source>
        <translation>
            <numerusform>A repeat rule has at most %n character.</numerusform>
            <numerusform>A repeat rule has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) with this one</source>
        <comment>a repetition</comment>
        <translation>
            <numerusform>%n time with this one</numerusform>
            <numerusform>%n times with this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) use %1: it cannot be removed.</source>
        <translation>
            <numerusform>%n amount uses %1: it cannot be removed.</numerusform>
            <numerusform>%n amounts use %1: it cannot be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities; the first: %1</source>
        <translation>
            <numerusform>%n activity; the first: %1</numerusform>
            <numerusform>%n activities; the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s); the first:</source>
        <translation>
            <numerusform>%n item; the first:</numerusform>
            <numerusform>%n items; the first:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company(s)</source>
        <translation>
            <numerusform>%Ln company</numerusform>
            <numerusform>%Ln companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resource(s)</source>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln activity(s)</source>
        <translation>
            <numerusform>%Ln activity</numerusform>
            <numerusform>%Ln activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) are not read, the first in line %1.</source>
        <translation>
            <numerusform>%n attachment is not read, in line %1.</numerusform>
            <numerusform>%n attachments are not read, the first in line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n place(s)</source>
        <translation>
            <numerusform>%1 has %n place</numerusform>
            <numerusform>%1 has %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n take part.</source>
        <translation>
            <numerusform>, and %n takes part.</numerusform>
            <numerusform>, and %n take part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reminder: %1 and %n more</source>
        <translation>
            <numerusform>Reminder: %1 and %n more</numerusform>
            <numerusform>Reminder: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of which %n is taken %1.</source>
        <translation>
            <numerusform>, of which %n is taken %1.</numerusform>
            <numerusform>, of which %n are taken %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) that are neither events nor tasks are not read, the first in line %1.</source>
        <translation>
            <numerusform>%n entry that is neither an event nor a task is not read, in line %1.</numerusform>
            <numerusform>%n entries that are neither events nor tasks are not read, the first in line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) have more lines than any event needs: the rest of each is not read, the first in line %1.</source>
        <translation>
            <numerusform>%n entry has more lines than any event needs: the rest of it is not read, from line %1 on.</numerusform>
            <numerusform>%n entries have more lines than any event needs: the rest of each is not read, the first in line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n newer value(s) left as they are)</source>
        <translation>
            <numerusform>(%n newer value left as it is)</numerusform>
            <numerusform>(%n newer values left as they are)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::BackupDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::BoardView</name>
    <message numerus="yes">
        <source>%n day(s) without movement</source>
        <translation>
            <numerusform>%n day without movement</numerusform>
            <numerusform>%n days without movement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>age: %n d</source>
        <comment>average, in days</comment>
        <translation>
            <numerusform>age: %n d</numerusform>
            <numerusform>age: %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::BulkDesk</name>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more.</source>
        <translation>
            <numerusform>%1 and %Ln more.</numerusform>
            <numerusform>%1 and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled, not known here</source>
        <translation>
            <numerusform>%n cancelled, not known here</numerusform>
            <numerusform>%n cancelled, not known here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted here</source>
        <translation>
            <numerusform>%n deleted here</numerusform>
            <numerusform>%n deleted here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarSide</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clashes</source>
        <translation>
            <numerusform>%n clash</numerusform>
            <numerusform>%n clashes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardMover</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardPrint</name>
    <message numerus="yes">
        <source>Last %n entries</source>
        <translation>
            <numerusform>Last entry</numerusform>
            <numerusform>Last %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardsSection</name>
    <message numerus="yes">
        <source>%n card(s) moved to “%1”</source>
        <translation>
            <numerusform>%n card moved to “%1”</numerusform>
            <numerusform>%n cards moved to “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ClientBlock</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ClientField</name>
    <message numerus="yes">
        <source>%n more contact(s)</source>
        <translation>
            <numerusform>%n more contact</numerusform>
            <numerusform>%n more contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ContactTicks</name>
    <message numerus="yes">
        <source>Add %n</source>
        <comment>people</comment>
        <translation>
            <numerusform>Add %n</numerusform>
            <numerusform>Add %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayPage</name>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::DefaultChoice</name>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::DroppedFiles</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file not read</numerusform>
            <numerusform>%n files not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ExchangeDesk</name>
    <message numerus="yes">
        <source>Written for %1: %n change(s), %2</source>
        <translation>
            <numerusform>Written for %1: %n change, %2</numerusform>
            <numerusform>Written for %1: %n changes, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read from %1: %n change(s)</source>
        <translation>
            <numerusform>Read from %1: %n change</numerusform>
            <numerusform>Read from %1: %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the exchange folder (%1): %n change(s)</source>
        <translation>
            <numerusform>From the exchange folder (%1): %n change</numerusform>
            <numerusform>From the exchange folder (%1): %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to look at: menu Exchange</source>
        <translation>
            <numerusform>%n conflict to look at: menu Exchange</numerusform>
            <numerusform>%n conflicts to look at: menu Exchange</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldForm</name>
    <message numerus="yes">
        <source>%n more empty field(s)</source>
        <translation>
            <numerusform>%n more empty field</numerusform>
            <numerusform>%n more empty fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::KindMenu</name>
    <message numerus="yes">
        <source>Of the first %n value(s) all fit.</source>
        <translation>
            <numerusform>The first value fits.</numerusform>
            <numerusform>The first %n values all fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s), and all fit.</source>
        <translation>
            <numerusform>One value, and it fits.</numerusform>
            <numerusform>%n values, and all fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not converted, of %1 looked at: %n value(s): %2</source>
        <translation>
            <numerusform>Of %1 looked at, one value does not fit: %2</numerusform>
            <numerusform>Of %1 looked at, %n values do not fit: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ListSection</name>
    <message numerus="yes">
        <source>Copied as a table: %n row(s)</source>
        <translation>
            <numerusform>Copied as a table: %n row</numerusform>
            <numerusform>Copied as a table: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MenuSearch</name>
    <message numerus="yes">
        <source>And %n more: type to find</source>
        <translation>
            <numerusform>And %n more: type to find</numerusform>
            <numerusform>And %n more: type to find</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MergeDialog</name>
    <message numerus="yes">
        <source>Merge %n into one</source>
        <translation>
            <numerusform>Merge %n into one</numerusform>
            <numerusform>Merge %n into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the others move along.</source>
        <translation>
            <numerusform>%n record of the others moves along.</numerusform>
            <numerusform>%n records of the others move along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MiniMonth</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MoneyPage</name>
    <message numerus="yes">
        <source>%n rate(s) added</source>
        <translation>
            <numerusform>%n rate added</numerusform>
            <numerusform>%n rates added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MoveDialog</name>
    <message numerus="yes">
        <source>%n of them lack(s) what the stage requires: only those get the values.</source>
        <translation>
            <numerusform>%n of them lacks what the stage requires: only that one gets the values.</numerusform>
            <numerusform>%n of them lack what the stage requires: only those get the values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::NextAct</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>late by</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Late by %n day(s)</source>
        <translation>
            <numerusform>Late by %n day</numerusform>
            <numerusform>Late by %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficePage</name>
    <message numerus="yes">
        <source>%n record(s) will be added or changed for everyone; nothing is deleted.</source>
        <translation>
            <numerusform>%n record will be added or changed for everyone; nothing is deleted.</numerusform>
            <numerusform>%n records will be added or changed for everyone; nothing is deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the file are not known here and are left out.</source>
        <translation>
            <numerusform>%n thing in the file is not known here and is left out.</numerusform>
            <numerusform>%n things in the file are not known here and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s) or field(s) get another code, because theirs is taken here.</source>
        <translation>
            <numerusform>%n type or field gets another code, because its own is taken here.</numerusform>
            <numerusform>%n types or fields get another code, because theirs are taken here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::OpenActs</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>open activities</comment>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::PreviewDialog</name>
    <message numerus="yes">
        <source>Written %1. %n change(s).</source>
        <translation>
            <numerusform>Written %1. %n change.</numerusform>
            <numerusform>Written %1. %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductTab</name>
    <message numerus="yes">
        <source>%n row(s) are in another currency and not in the total.</source>
        <translation>
            <numerusform>%n row is in another currency and not in the total.</numerusform>
            <numerusform>%n rows are in another currency and not in the total.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderBubbles</name>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderWindow</name>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::SeatsDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open conflict(s)</source>
        <translation>
            <numerusform>%n open conflict</numerusform>
            <numerusform>%n open conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::Sidebar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::SlotDialog</name>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n free time</numerusform>
            <numerusform>%n free times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held until there is an answer</source>
        <translation>
            <numerusform>%n held until there is an answer</numerusform>
            <numerusform>%n held until there is an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::StageMenu</name>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cards of “%1” are marked after %n day(s)</source>
        <translation>
            <numerusform>Cards of “%1” are marked after %n day</numerusform>
            <numerusform>Cards of “%1” are marked after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::StagesPage</name>
    <message numerus="yes">
        <source>marked after %n day(s)</source>
        <translation>
            <numerusform>marked after %n day</numerusform>
            <numerusform>marked after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TaskBar</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimePage</name>
    <message numerus="yes">
        <source>%n day(s) added</source>
        <translation>
            <numerusform>%n day added</numerusform>
            <numerusform>%n days added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineDelegate</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all (%n line(s))</source>
        <translation>
            <numerusform>Show all (%n line)</numerusform>
            <numerusform>Show all (%n lines)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineModel</name>
    <message numerus="yes">
        <source>And %Ln more. The nearest are shown.</source>
        <translation>
            <numerusform>And %Ln more. The nearest are shown.</numerusform>
            <numerusform>And %Ln more. The nearest are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TypesPage</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ValueList</name>
    <message numerus="yes">
        <source>It is used %n time(s). Which value should replace it?</source>
        <translation>
            <numerusform>It is used once. Which value should replace it?</numerusform>
            <numerusform>It is used %n times. Which value should replace it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is used %n time(s). Everything that has it gets the other one: cards, filters and totals. You can undo this.</source>
        <translation>
            <numerusform>It is used once. Everything that has it gets the other one: cards, filters and totals. You can undo this.</numerusform>
            <numerusform>It is used %n times. Everything that has it gets the other one: cards, filters and totals. You can undo this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::WriteDialog</name>
    <message numerus="yes">
        <source>%n change(s) that it does not have yet.</source>
        <translation>
            <numerusform>%n change that it does not have yet.</numerusform>
            <numerusform>%n changes that it does not have yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that not all of them have yet.</source>
        <translation>
            <numerusform>%n change that not all of them have yet.</numerusform>
            <numerusform>%n changes that not all of them have yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::YearView</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
</TS>
