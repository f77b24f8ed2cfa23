// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/bulk_plan_dialog.h"

#include "core/activities/kinds.h"
#include "core/activities/usual_reminders.h"
#include "core/items/value_text.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "views/fields/deadline_line.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/dialog_buttons.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Kartoteka {

BulkPlanDialog::BulkPlanDialog(Store &store, qint64 typeId, qsizetype count, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_type(typeId)
{
    const SchemaPtr schema = store.schema();
    setWindowTitle(tr("Plan an activity"));
    setMinimumWidth(scaled(480, fontMetrics()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(
        tr("Plan an activity for %1", "how many of what").arg(countedName(*schema->type(typeId), count)), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::m);
    form->setVerticalSpacing(Space::s);
    form->setLabelAlignment(Qt::AlignLeft);
    const auto add = [&](const QString &label, QWidget *input) {
        input->setAccessibleName(label);
        auto *name = new QLabel(label, this);
        name->setProperty("muted", true);
        form->addRow(name, input);
    };
    m_title = new QLineEdit(tr("Contact the client"), this);
    m_title->setObjectName(u"bulkPlanTitle"_s);
    m_title->selectAll();
    add(tr("What to do"), m_title);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"bulkPlanKind"_s);
    const Field *kind = schema->field(schema->type(u"activity"_s)->id, u"kind"_s);
    for (const ListValue &value : activityKinds(*schema))
        m_kind->addItem(Theme::of(palette()).icon(activityIcon(*schema, value.id)), displayName(*schema, value), value.code);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(ActivityDraft().kind)));
    add(displayName(*kind), m_kind);
    m_deadline = new QDateTimeEdit(this);
    m_deadline->setObjectName(u"bulkPlanDeadline"_s);
    m_deadline->setCalendarPopup(true);
    m_deadline->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*schema));
    m_deadline->setDisplayFormat(typedMomentFormat());
    takeKind();
    add(tr("Deadline"), m_deadline);
    m_words = new DeadlineLine(store, this);
    form->addRow(QString(), m_words);
    connect(m_words, &DeadlineLine::understood, m_deadline, &QDateTimeEdit::setDateTime);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BulkPlanDialog::takeKind);
    layout->addLayout(form);
    m_problem = new QLabel(this);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addStretch(1);
    addDialogButtons(this, layout, tr("Plan"), u"bulkPlanAccept"_s);
    m_title->setFocus();
}

/// The usual deadline of the kind, unless somebody said another one.
void BulkPlanDialog::takeKind()
{
    if (m_offered.isValid() && m_deadline->dateTime() != m_offered)
        return;
    const SchemaPtr schema = m_store.schema();
    for (const ListValue &value : activityKinds(*schema)) {
        if (value.code == m_kind->currentData().toString())
            m_deadline->setDateTime(kindDeadline(*schema, kindProperties(*schema, value.id), m_store.clock().localNow()));
    }
    m_offered = m_deadline->dateTime();
}

ActivityDraft BulkPlanDialog::draft() const
{
    ActivityDraft draft;
    draft.title = m_title->text().trimmed();
    draft.kind = m_kind->currentData().toString();
    draft.deadline = m_deadline->dateTime().toMSecsSinceEpoch();
    const SchemaPtr schema = m_store.schema();
    for (const ListValue &kind : activityKinds(*schema)) {
        if (kind.code != draft.kind)
            continue;
        if (const auto usual = usualReminders(m_store.reader(), m_store.user(), {m_type, 0, {}}, kind.id))
            draft.reminders = *usual;
    }
    return draft;
}

void BulkPlanDialog::tellProblem(const QString &problem, QWidget *at)
{
    m_problem->setText(problem);
    m_problem->show();
    at->setFocus();
}

void BulkPlanDialog::accept()
{
    if (m_title->text().trimmed().isEmpty())
        tellProblem(tr("Enter what to do."), m_title);
    else if (!m_words->finish())
        tellProblem(tr("The deadline in words was not understood."), m_words);
    else
        QDialog::accept();
}

} // namespace Kartoteka
