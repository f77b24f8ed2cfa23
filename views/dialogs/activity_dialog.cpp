// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/activity_dialog.h"

#include "core/activities/kinds.h"
#include "core/activities/series_ahead.h"
#include "core/activities/usual_reminders.h"
#include "core/items/value_text.h"
#include "core/people/offered_name.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "views/dialogs/activity_blocks.h"
#include "views/dialogs/labelled_row.h"
#include "views/dialogs/repeat_row.h"
#include "views/dialogs/series_question.h"
#include "views/fields/deadline_line.h"
#include "views/fields/link_editor.h"
#include "views/fields/postponements.h"
#include "views/fields/reminder_offsets.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/initials.h"
#include "views/widgets/searched_combo.h"
#include "views/widgets/unsaved_question.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>

namespace Kartoteka {

namespace {
constexpr int descriptionHeight = 72;
}

ActivityDialog::ActivityDialog(Store &store, const Activity &activity, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_activity(activity)
{
    setWindowTitle(activity.id == 0                ? tr("New activity")
                       : activity.number.isEmpty() ? tr("Activity")
                                                   : tr("Activity No. %1").arg(activity.number));
    resize(dialogSize(*parent->window(), {600, 560}));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, Space::l, 0, Space::l);
    whole->setSpacing(Space::m);
    auto *head = new QLabel(windowTitle(), this);
    head->setObjectName(u"activityEditHeading"_s);
    head->setFont(Theme::title(font()));
    head->setContentsMargins(Space::xl, 0, Space::xl, 0);
    whole->addWidget(head);
    QBoxLayout *layout = makeForm(whole);
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"activityEditTitle"_s);
    addLabelled(layout, tr("What to do"), m_title);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"activityEditKind"_s);
    const SchemaPtr schema = store.schema();
    const Field *kind = schema->field(schema->type(u"activity"_s)->id, Codes::kind);
    for (const ListValue &value : activityKinds(*schema))
        m_kind->addItem(Theme::of(palette()).icon(activityIcon(*schema, value.id)), displayName(*schema, value), value.id);
    addLabelled(layout, displayName(*kind), m_kind);
    const Field *items = schema->field(kind->typeId, u"items"_s);
    m_items = new LinkEditor(store, *items, this);
    m_items->setObjectName(u"activityEditItems"_s);
    addLabelled(layout, displayName(*items), m_items);
    m_items->input()->setAccessibleName(displayName(*items));
    addWhen(layout);
    addWho(layout);
    m_description = new QPlainTextEdit(this);
    m_description->setObjectName(u"activityEditDescription"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(scaled(descriptionHeight, fontMetrics()));
    addLabelled(layout, tr("Description"), m_description);
    m_blocks = new ActivityBlocks(store, this);
    layout->addWidget(m_blocks);
    layout->addStretch(1);
    connect(m_blocks, &ActivityBlocks::changed, this, &ActivityDialog::fit);
    connect(
        m_blocks, &ActivityBlocks::opened, this, [this](QWidget *part) { m_area->ensureWidgetVisible(part, 0, Space::l); },
        Qt::QueuedConnection); // once it has its place
    auto *below = new QVBoxLayout;
    below->setContentsMargins(Space::xl, 0, Space::xl, 0);
    below->setSpacing(Space::s);
    whole->addLayout(below);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"activityEditProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    below->addWidget(m_problem);
    addDialogButtons(this, below, activity.id == 0 ? tr("Plan") : tr("Save"), u"activityEditAccept"_s);
    if (auto steps = activity.id == 0 ? Result<Checklist>(Checklist()) : readChecklist(store.reader(), activity.id))
        m_steps = *steps;
    m_isAhead = isAhead(store.reader(), activity);
    for (ChecklistItem &step : m_steps)
        step.done = step.done && !m_isAhead; // what is done there is to be done again
    fill();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ActivityDialog::takeKind);
    connect(m_deadline, &QDateTimeEdit::dateTimeChanged, m_blocks, &ActivityBlocks::setMoment);
    connect(m_deadline, &QDateTimeEdit::dateTimeChanged, m_repeats, &RepeatRow::setMoment);
    if (const auto shown = values())
        m_shown = *shown;
    m_title->setFocus();
}

/// What there is to it may need more room than the screen has.
QBoxLayout *ActivityDialog::makeForm(QBoxLayout *layout)
{
    QScrollArea *area = m_area = new QScrollArea(this);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_form = new QWidget(area);
    area->setWidget(m_form);
    m_form->setAutoFillBackground(false); // the dialog is behind it
    area->viewport()->setAutoFillBackground(false);
    layout->addWidget(area, 1);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(Space::xl, 0, Space::xl, 0);
    form->setSpacing(Space::s);
    return form;
}

/// A new one has what its kind has, as far as nobody has said otherwise.
void ActivityDialog::takeKind()
{
    const qint64 kind = m_kind->currentData().toLongLong();
    m_blocks->setKind(kind);
    if (m_activity.id != 0)
        return;
    const SchemaPtr schema = m_store.schema();
    const KindProperties before = kindProperties(*schema, m_activity.kind);
    const KindProperties now = kindProperties(*schema, kind);
    const QDateTime clock = m_store.clock().localNow();
    if (m_deadline->dateTime() == kindDeadline(*schema, before, clock))
        m_deadline->setDateTime(kindDeadline(*schema, now, clock));
    if (chosenReminders(*m_reminders) == m_offered)
        offerReminders(*m_reminders, m_offered = usualOnes(kind));
    m_blocks->setDuration(now.duration);
    m_activity.kind = kind;
}

/// The reminders that a new one of a kind begins with, for the item that it is for.
QString ActivityDialog::usualOnes(qint64 kind) const
{
    const ItemRef item = m_activity.items.isEmpty() ? ItemRef() : m_activity.items.constFirst().ref;
    const auto usual = usualReminders(m_store.reader(), m_store.user(), item, kind);
    return usual ? *usual : m_activity.reminders;
}

/// What somebody chose is what is offered for the next one like it.
void ActivityDialog::remember(const QHash<QString, Value> &values)
{
    const QString chosen = values.value(u"reminders"_s).toString();
    if (chosen == m_offered || m_incoming->isChecked())
        return;
    const Members items = values.value(u"items"_s).value<Members>();
    const auto remembered = planUsualReminders(m_store.reader(), m_store.user(),
                                               items.isEmpty() ? ItemRef() : items.constFirst().ref,
                                               values.value(Codes::kind).toLongLong(), chosen);
    if (remembered)
        m_remembered = *remembered;
}

void ActivityDialog::addLabelled(QBoxLayout *layout, const QString &text, QWidget *input)
{
    auto *label = new QLabel(text, this);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setBuddy(input);
    input->setAccessibleName(text);
    layout->addLayout(labelledRow(label, input));
}

void ActivityDialog::addWhen(QBoxLayout *layout)
{
    auto *when = new QWidget(this);
    auto *row = new QHBoxLayout(when);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::xs);
    m_hasDeadline = new QCheckBox(tr("Deadline"), this);
    m_hasDeadline->setObjectName(u"activityEditHasDeadline"_s);
    m_deadline = new QDateTimeEdit(this);
    m_deadline->setObjectName(u"activityEditDeadline"_s);
    m_deadline->setAccessibleName(tr("Deadline"));
    m_deadline->setCalendarPopup(true);
    m_deadline->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema()));
    m_deadline->setDisplayFormat(typedMomentFormat());
    row->addWidget(m_deadline, 1);
    for (const PostponeChoice &one : nearPostponements()) {
        auto *button = new QToolButton(this);
        button->setText(one.text);
        button->setProperty("pill", true);
        row->addWidget(button);
        m_shortcuts << button;
        connect(button, &QToolButton::clicked, this, [this, by = one.by] {
            const Value now = m_hasDeadline->isChecked() ? Value(m_deadline->dateTime().toMSecsSinceEpoch()) : Value();
            m_hasDeadline->setChecked(true);
            m_deadline->setDateTime(QDateTime::fromMSecsSinceEpoch(postponed(now, m_store.clock().localNow(), by)));
        });
    }
    layout->addLayout(labelledRow(m_hasDeadline, when));
    m_words = new DeadlineLine(m_store, this);
    m_shortcuts << m_words;
    layout->addLayout(labelledRow(nullptr, m_words));
    connect(m_words, &DeadlineLine::understood, this, [this](const QDateTime &deadline) {
        m_hasDeadline->setChecked(true);
        m_deadline->setDateTime(deadline);
    });
    m_incoming = new QCheckBox(tr("Incoming: the client is waiting for a reply"), this);
    m_incoming->setObjectName(u"activityEditIncoming"_s);
    layout->addLayout(labelledRow(nullptr, m_incoming));
    m_repeats = new RepeatRow(this);
    addLabelled(layout, tr("Repeats"), m_repeats);
    connect(m_repeats, &RepeatRow::changed, this, &ActivityDialog::fit);
    connect(m_repeats, &RepeatRow::dayWanted, m_deadline, &QDateTimeEdit::setDate);
    connect(m_hasDeadline, &QCheckBox::toggled, m_deadline, &QWidget::setEnabled);
    connect(m_hasDeadline, &QCheckBox::toggled, m_repeats, &QWidget::setEnabled);
    connect(m_incoming, &QCheckBox::toggled, this, &ActivityDialog::showIncoming);
}

void ActivityDialog::addWho(QBoxLayout *layout)
{
    m_responsible = new SearchedCombo(this);
    m_responsible->setObjectName(u"activityEditResponsible"_s);
    for (const User &user : m_store.schema()->users()) {
        if (user.active || user.id == m_activity.responsible)
            m_responsible->addItem(initialsIcon(user, *this), offeredName(user, m_store.clock().localNow().date()), user.id);
    }
    addLabelled(layout, tr("Responsible"), m_responsible);
    m_reminders = new ChoiceButton(this);
    m_reminders->setObjectName(u"activityEditReminders"_s);
    addLabelled(layout, tr("Reminders"), m_reminders);
    const auto offer = [this](const QString &reminders) {
        offerReminders(*m_reminders, reminders, m_hasDeadline->isChecked() ? m_deadline->dateTime() : QDateTime(),
                       m_store.clock().localNow());
    };
    letNameReminder(*m_reminders, offer);
    connect(m_reminders, &ChoiceButton::opening, this, [this, offer] { offer(chosenReminders(*m_reminders)); });
}

void ActivityDialog::fill()
{
    m_title->setText(m_activity.title);
    m_items->setValue(toValue(m_activity.items));
    m_kind->setCurrentIndex(m_kind->findData(m_activity.kind));
    const bool dated = m_activity.deadline.isValid();
    m_deadline->setDateTime(dated ? QDateTime::fromMSecsSinceEpoch(m_activity.deadline.toLongLong())
                                  : defaultDeadline(WorkCalendar(*m_store.schema()), m_store.clock().localNow()));
    m_hasDeadline->setChecked(dated);
    m_deadline->setEnabled(dated);
    m_incoming->setChecked(m_activity.incoming);
    m_repeats->setMoment(m_deadline->dateTime());
    m_repeats->setRepetition(m_activity.recurrence, m_activity.repeatWhenDone);
    m_responsible->setCurrentIndex(m_responsible->findData(m_activity.responsible));
    m_offered = m_activity.id == 0 ? usualOnes(m_activity.kind) : m_activity.reminders;
    offerReminders(*m_reminders, m_offered);
    m_description->setPlainText(m_activity.description);
    Activity own = m_activity;
    own.id = m_isAhead ? 0 : own.id; // the files of the open one are not its own
    m_blocks->setActivity(own, m_steps);
    m_blocks->setMoment(m_deadline->dateTime());
    if (m_activity.id == 0)
        m_blocks->setKind(m_activity.kind);
    showIncoming();
}

/// What is incoming has no deadline, and nothing to remind of.
void ActivityDialog::showIncoming()
{
    const bool incoming = m_incoming->isChecked();
    m_hasDeadline->setEnabled(!incoming);
    m_deadline->setEnabled(!incoming && m_hasDeadline->isChecked());
    m_reminders->setEnabled(!incoming);
    m_repeats->setEnabled(!incoming && m_hasDeadline->isChecked());
    for (QWidget *shortcut : std::as_const(m_shortcuts))
        shortcut->setEnabled(!incoming);
}

Result<QHash<QString, Value>> ActivityDialog::values() const
{
    auto items = m_items->value();
    if (!items)
        return items.error();
    const bool incoming = m_incoming->isChecked();
    const bool dated = !incoming && m_hasDeadline->isChecked();
    QHash<QString, Value> values{{Codes::title, textValue(m_title->text().trimmed())},
                                 {u"description"_s, textValue(m_description->toPlainText().trimmed())},
                                 {u"incoming"_s, incoming},
                                 {u"items"_s, *items}};
    // The field shows minutes: what it was set from may hold seconds, which are no change.
    const qint64 shown = m_deadline->dateTime().toMSecsSinceEpoch();
    const bool same = dated && m_activity.deadline.isValid() && shown / 60'000 == m_activity.deadline.toLongLong() / 60'000;
    values.insert(Codes::deadline, same ? m_activity.deadline : dated ? Value(shown) : Value());
    // What has no deadline has nothing to count from.
    values.insert(Codes::recurrence, textValue(dated ? m_repeats->rule() : QString()));
    values.insert(Codes::repeatWhenDone, dated && m_repeats->isWhenDone());
    if (m_kind->currentIndex() >= 0)
        values.insert(Codes::kind, m_kind->currentData());
    if (m_responsible->currentIndex() >= 0)
        values.insert(Codes::responsible, m_responsible->currentData());
    values.insert(u"reminders"_s, textValue(chosenReminders(*m_reminders)));
    const auto blocks = m_blocks->values();
    if (!blocks)
        return blocks;
    values.insert(*blocks);
    return values;
}

void ActivityDialog::fit()
{
    if (!isVisible())
        return; // it has no width to count with
    layout()->activate();
    const int beside = height() - m_form->parentWidget()->height();
    const int wide = m_form->parentWidget()->width();
    const int form = m_form->hasHeightForWidth() ? m_form->heightForWidth(wide) : m_form->sizeHint().height();
    const int needed = form + beside;
    const int most = screen()->availableGeometry().height() - 2 * Space::xl;
    if (qMin(needed, most) > height())
        resize(width(), qMin(needed, most));
}

void ActivityDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
}

void ActivityDialog::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    fit();
}

void ActivityDialog::planSteps(ChangeSet &changes, const QUuid &made) const
{
    const Value activity = made.isNull() ? Value(m_activity.id) : QVariant::fromValue(made);
    const qint64 now = m_store.clock().now();
    Checklist steps = m_blocks->steps();
    if (!m_isAhead) {
        changes.changes += planChecklist(activity, m_steps, steps, now);
    } else if (!made.isNull()) { // instead of those that it would have been given
        changes.changes.removeIf([](const Change &one) { return one.table == Codes::checklistItem; });
        changes.changes += aheadChecklist(m_steps, steps, made);
    } else { // of all of them it is the open one that changes, and what was done of that is done
        const auto open = readChecklist(m_store.reader(), m_activity.id);
        for (ChecklistItem &step : steps) {
            const auto known = open ? std::ranges::find(*open, step.id, &ChecklistItem::id) : m_steps.cend();
            step.done = open && step.id != 0 && known != open->cend() && known->done;
        }
        changes.changes += planChecklist(activity, open ? *open : m_steps, steps, now);
    }
}

std::optional<Result<ChangeSet>> ActivityDialog::planned(const QHash<QString, Value> &values)
{
    auto changes = planChangeActivity(*m_store.schema(), m_activity, values);
    const bool hasOtherSteps = m_isAhead && !planChecklist(m_activity.id, m_steps, m_blocks->steps(), 0).isEmpty();
    if (changes && m_activity.id != 0 && !m_activity.series.isEmpty() && (!changes->isEmpty() || hasOtherSteps)) {
        const auto scope = askSeriesScope(this, m_activity.title, SeriesAct::Change);
        if (!scope)
            return std::nullopt;
        changes = changes->isEmpty() // its steps alone are others
            ? planChangeAhead(m_store.reader(), m_activity.id, m_activity.occurrence, {}, *scope)
            : planSeriesChange(m_store.reader(), m_activity, values, *scope);
    }
    if (!changes)
        return changes;
    // New, or one that was yet to follow in its series.
    const bool isMade = m_activity.id == 0
        || (!changes->isEmpty() && changes->changes.constFirst().operation == Operation::Create);
    const QUuid made = isMade ? changes->changes.constFirst().uid : QUuid();
    planSteps(*changes, made);
    const ItemRef whose{m_store.schema()->type(u"activity"_s)->id, isMade ? 0 : m_activity.id, made};
    auto files = m_blocks->fileChanges(whose);
    if (!files)
        return files;
    changes->changes += files->changes;
    changes->contents.insert(files->contents);
    return changes;
}

void ActivityDialog::accept()
{
    if (!m_incoming->isChecked() && !m_words->finish()) {
        tell(tr("The deadline in words was not understood."));
        m_words->setFocus();
        return;
    }
    const auto wanted = values();
    if (!wanted) {
        tell(wanted.error().message);
        return;
    }
    const auto changes = planned(*wanted);
    if (!changes)
        return;
    if (!*changes) {
        tell(changes->error().message);
        return;
    }
    m_changes = **changes;
    remember(*wanted);
    QDialog::accept();
}

bool ActivityDialog::hasUnsaved() const
{
    const auto typed = values();
    const auto files = m_blocks->fileChanges({});
    const auto steps = planChecklist(m_activity.id, m_steps, m_blocks->steps(), m_store.clock().now());
    return !typed || *typed != m_shown || !m_words->isEmpty() || !steps.isEmpty() || !files || !files->isEmpty();
}

void ActivityDialog::reject()
{
    if (!isVisible() || !hasUnsaved()) {
        QDialog::reject();
        return;
    }
    const QString title = m_title->text().trimmed();
    switch (askAboutTyped(title.isEmpty() ? windowTitle() : title, this)) {
    case UnsavedAnswer::Save: accept(); break;
    case UnsavedAnswer::Discard: QDialog::reject(); break;
    case UnsavedAnswer::Stay: break;
    }
}

} // namespace Kartoteka
