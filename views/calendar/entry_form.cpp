// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/entry_form.h"

#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "models/calendar/calendar_period.h"
#include "views/calendar/calendar_colours.h"
#include "views/calendar/entry_times.h"
#include "views/fields/link_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/unsaved_question.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int formWidth = 340;

const EntityType &activityType(const Schema &schema)
{
    return *schema.type(u"activity"_s);
}

} // namespace

EntryForm::EntryForm(Store &store, QWidget *parent) : OverPanel(parent), m_store(store)
{
    setObjectName(u"entryForm"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + Space::m, shadow + Space::m, shadow + Space::m, shadow + Space::m);
    layout->setSpacing(Space::s);
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"entryTitle"_s);
    m_title->setPlaceholderText(tr("What to do"));
    m_title->setAccessibleName(tr("What to do"));
    layout->addWidget(m_title);
    m_times = new EntryTimes(this);
    layout->addWidget(m_times);
    const SchemaPtr schema = store.schema();
    const Field *kind = schema->field(activityType(*schema).id, Codes::kind);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"entryKind"_s);
    m_kind->setAccessibleName(displayName(*kind));
    layout->addWidget(m_kind);
    const Field *items = schema->field(activityType(*schema).id, u"items"_s);
    m_items = new LinkEditor(store, *items, this);
    m_items->setObjectName(u"entryItems"_s);
    m_items->input()->setAccessibleName(tr("Client, deal or lead"));
    if (auto *line = qobject_cast<QLineEdit *>(m_items->input()))
        line->setPlaceholderText(tr("Client, deal or lead"));
    layout->addWidget(m_items);
    m_resources = new ChoiceButton(this);
    m_resources->setObjectName(u"entryResources"_s);
    m_resources->setAccessibleName(tr("Rooms and equipment"));
    m_resources->setPlaceholder(tr("Room, equipment"));
    layout->addWidget(m_resources);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"entryProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    auto *more = new QPushButton(tr("More…"), this);
    more->setObjectName(u"entryMore"_s);
    auto *make = new QPushButton(tr("Plan"), this);
    make->setObjectName(u"entryMake"_s);
    make->setToolTip(tr("Enter"));
    makePrimary(make);
    buttons->addWidget(more);
    buttons->addStretch(1);
    buttons->addWidget(make);
    layout->addLayout(buttons);
    connect(make, &QPushButton::clicked, this, [this] { finish(false); });
    connect(more, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_times, &EntryTimes::changed, this, [this] { emit timeChanged(m_times->from(), m_times->until()); });
}

void EntryForm::open(const Start &start, const QList<CalendarLane> &resources)
{
    m_start = start;
    m_title->clear();
    m_kind->clear();
    const SchemaPtr schema = m_store.schema();
    const Field *kind = schema->field(activityType(*schema).id, Codes::kind);
    for (const ListValue &value : schema->listValues(kind->id))
        m_kind->addItem(displayName(*schema, value), value.id);
    // What takes time is a meeting, what has none is to be done.
    const QString usual = start.from.time.isValid() && start.from.time != start.until.time ? u"meeting"_s : u"todo"_s;
    for (int i = 0; i < m_kind->count(); ++i) {
        const ListValue *value = schema->listValue(m_kind->itemData(i).toLongLong());
        if (start.kind != 0 ? value->id == start.kind : value->code == usual)
            m_kind->setCurrentIndex(i);
    }
    m_items->setValue(toValue(start.items));
    QList<ChoiceButton::Choice> choices;
    for (const CalendarLane &one : resources)
        choices.append({QString::number(one.id), one.name});
    m_resources->setChoices(choices);
    m_resources->setValues(start.resource != 0 ? QStringList{QString::number(start.resource)} : QStringList());
    m_resources->setHidden(resources.isEmpty());
    if (const auto shown = values())
        m_shown = *shown;
    showProblem({});
    m_times->setSpan(start.from, start.until, firstDayOfWeek(*schema));
    layout()->activate();
    setFixedWidth(scaled(formWidth, fontMetrics()) + 2 * shadow);
    resize(width(), sizeHint().height());
}

void EntryForm::focusTitle()
{
    m_title->setFocus();
}

void EntryForm::showAgain()
{
    if (isVisible() || !parentWidget()->isVisible()) // something else is being made, or is seen
        return;
    showIn(geometry());
    focusTitle();
}

Result<QHash<QString, Value>> EntryForm::values() const
{
    auto items = m_items->value();
    if (!items)
        return items.error();
    QHash<QString, Value> values{{Codes::title, textValue(m_title->text().trimmed())},
                                 {Codes::responsible, m_start.person != 0 ? m_start.person : m_store.user()}};
    if (items->isValid())
        values.insert(u"items"_s, *items);
    if (m_kind->currentIndex() >= 0)
        values.insert(Codes::kind, m_kind->currentData());
    Members resources;
    for (const QString &id : m_resources->values()) {
        Member member;
        member.ref = {0, id.toLongLong(), {}};
        resources << member;
    }
    if (!resources.isEmpty())
        values.insert(Codes::resources, toValue(resources));
    return values;
}

void EntryForm::finish(bool more)
{
    const auto all = values();
    if (!all) {
        showProblem(all.error().message);
        return;
    }
    if (!more && m_title->text().trimmed().isEmpty()) {
        showProblem(tr("Enter what to do."));
        m_title->setFocus();
        return;
    }
    if (m_start.books && m_resources->values().isEmpty()) {
        showProblem(tr("Choose the room or equipment to book."));
        m_resources->setFocus();
        return;
    }
    hide();
    if (more)
        emit moreWanted(*all, m_times->from(), m_times->until());
    else
        emit made(*all, m_times->from(), m_times->until());
}

bool EntryForm::hasUnsaved() const
{
    const auto typed = values();
    return !typed || *typed != m_shown;
}

void EntryForm::leave()
{
    if (!hasUnsaved()) {
        hide();
        return;
    }
    const QString title = m_title->text().trimmed();
    switch (askAboutTyped(title.isEmpty() ? tr("New activity") : title, this)) {
    case UnsavedAnswer::Save: finish(false); break;
    case UnsavedAnswer::Discard: hide(); break;
    case UnsavedAnswer::Stay: break;
    }
}

void EntryForm::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!isVisible())
        return;
    resize(width(), sizeHint().height());
    move(x(), qMax(0, qMin(y(), parentWidget()->height() - height()))); // its buttons stay in sight
}

void EntryForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finish(false);
        event->accept();
        return;
    }
    OverPanel::keyPressEvent(event);
}

} // namespace Kartoteka
