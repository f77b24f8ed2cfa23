// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_import_dialog.h"

#include "core/people/offered_name.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/plain_table.h"
#include "views/widgets/tip_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace Kartoteka {

namespace {

constexpr qsizetype mostRows = 500; ///< that are shown; the rest is counted
constexpr int visibleRows = 10;

QString fateText(CalendarFate fate)
{
    switch (fate) {
    case CalendarFate::New: return CalendarImportDialog::tr("new");
    case CalendarFate::Changed: return CalendarImportDialog::tr("changed");
    case CalendarFate::Same: return CalendarImportDialog::tr("the same");
    case CalendarFate::Cancelled: return CalendarImportDialog::tr("cancelled");
    case CalendarFate::Answered: return CalendarImportDialog::tr("answer");
    case CalendarFate::Unknown: return CalendarImportDialog::tr("cancelled, not known here");
    case CalendarFate::Deleted: return CalendarImportDialog::tr("deleted here");
    }
    return {};
}

ColourRole roleOf(CalendarFate fate)
{
    switch (fate) {
    case CalendarFate::New: return ColourRole::Success;
    case CalendarFate::Changed: return ColourRole::Warning;
    case CalendarFate::Cancelled: return ColourRole::Danger;
    case CalendarFate::Answered: return ColourRole::Success;
    case CalendarFate::Same:
    case CalendarFate::Unknown:
    case CalendarFate::Deleted: break;
    }
    return ColourRole::Muted;
}

QString whenText(const CalendarChange &change)
{
    if (change.starts.isValid())
        return QLocale().toString(change.starts, QLocale::ShortFormat);
    return change.day.isValid() ? QLocale().toString(change.day, QLocale::ShortFormat) : QString();
}

/// "3 new": how many have a fate.
QString countText(CalendarFate fate, int count)
{
    switch (fate) {
    case CalendarFate::New: return CalendarImportDialog::tr("%n new", nullptr, count);
    case CalendarFate::Changed: return CalendarImportDialog::tr("%n changed", nullptr, count);
    case CalendarFate::Same: return CalendarImportDialog::tr("%n the same", nullptr, count);
    case CalendarFate::Cancelled: return CalendarImportDialog::tr("%n cancelled", nullptr, count);
    case CalendarFate::Answered: return CalendarImportDialog::tr("%n answer(s)", nullptr, count);
    case CalendarFate::Unknown: return CalendarImportDialog::tr("%n cancelled, not known here", nullptr, count);
    case CalendarFate::Deleted: return CalendarImportDialog::tr("%n deleted here", nullptr, count);
    }
    return {};
}

/// "3 new, 1 changed, 12 the same".
QString summary(const CalendarPreview &preview)
{
    QStringList parts;
    for (const CalendarFate fate :
         {CalendarFate::New, CalendarFate::Changed, CalendarFate::Cancelled, CalendarFate::Answered, CalendarFate::Same,
          CalendarFate::Unknown, CalendarFate::Deleted}) {
        if (const qsizetype count = preview.count(fate); count > 0)
            parts << countText(fate, int(count));
    }
    return parts.isEmpty() ? CalendarImportDialog::tr("There is nothing in the file.") : parts.join(u", "_s);
}

} // namespace

CalendarImportDialog::CalendarImportDialog(Store &store, const CalendarPreview &preview, const QString &name,
                                           QWidget *parent)
    : WalkedDialog(parent), m_store(store)
{
    setObjectName(u"calendarImport"_s);
    setWindowTitle(tr("Import a calendar"));
    resize(dialogSize(*parent->window(), {680, 520}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::s);
    auto *title = new ElidedLabel(name, this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *told = new QLabel(summary(preview), this);
    told->setObjectName(u"calendarImportSummary"_s);
    told->setProperty("muted", true);
    layout->addWidget(told);
    layout->addWidget(makeTable(preview), 1);
    if (!preview.remarks.isEmpty()) {
        auto *remarks = new QLabel(preview.remarks.mid(0, visibleRows).join(u'\n'), this);
        remarks->setObjectName(u"calendarImportRemarks"_s);
        remarks->setTextFormat(Qt::PlainText);
        remarks->setWordWrap(true);
        remarks->setFont(Theme::small(font()));
        remarks->setProperty("muted", true);
        layout->addWidget(remarks);
    }
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("New ones are for"), this);
    m_person = new QComboBox(this);
    m_person->setObjectName(u"calendarImportPerson"_s);
    m_person->setAccessibleName(label->text());
    label->setBuddy(m_person);
    for (const User &user : store.schema()->users()) {
        if (user.active)
            m_person->addItem(offeredName(user, store.clock().localNow().date()), user.id);
    }
    m_person->setCurrentIndex(m_person->findData(store.user()));
    row->addWidget(label);
    row->addWidget(m_person, 1);
    layout->addLayout(row);
    addDialogButtons(this, layout, tr("Import"), u"calendarImportAccept"_s)->setEnabled(!preview.isEmpty());
}

QWidget *CalendarImportDialog::makeTable(const CalendarPreview &preview)
{
    QTableWidget *table = makePlainTable({tr("When"), tr("What"), tr("Becomes")}, this);
    table->setObjectName(u"calendarImportTable"_s);
    table->setAccessibleName(tr("What the file would change"));
    table->setFocusPolicy(Qt::StrongFocus); // it scrolls by keys
    const Theme &theme = Theme::of(palette());
    const qsizetype shown = qMin(mostRows, preview.changes.size());
    const qsizetype rest = preview.changes.size() - shown;
    table->setRowCount(int(shown) + (rest > 0 ? 1 : 0));
    const SchemaPtr schema = m_store.schema();
    const qint64 activities = schema->type(u"activity"_s)->id;
    for (int row = 0; row < shown; ++row) {
        const CalendarChange &change = preview.changes[row];
        QStringList fields;
        for (const QString &code : change.fields) {
            if (const Field *field = schema->field(activities, code))
                fields << displayName(*field);
        }
        // Of an answer who gave it says more than where it is kept.
        const QString fate = !change.answer.isEmpty() ? change.answer
            : fields.isEmpty()                        ? fateText(change.fate)
                                                      : fateText(change.fate) + u": "_s + fields.join(u", "_s);
        table->setItem(row, 0, new QTableWidgetItem(whenText(change)));
        auto *what = new QTableWidgetItem(change.title.left(300));
        what->setToolTip(tipText({what->text()}));
        table->setItem(row, 1, what);
        auto *becomes = new QTableWidgetItem(fate);
        becomes->setForeground(theme.colour(roleOf(change.fate)));
        becomes->setToolTip(tipText({fate}));
        table->setItem(row, 2, becomes);
    }
    if (rest > 0)
        table->setItem(int(shown), 1, new QTableWidgetItem(tr("and %n more", nullptr, int(rest))));
    for (const int column : {1, 2}) // what is changed may be as long as what it is called
        table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    table->resizeColumnToContents(0);
    return table;
}

qint64 CalendarImportDialog::responsible() const
{
    return m_person->currentData().toLongLong();
}

} // namespace Kartoteka
