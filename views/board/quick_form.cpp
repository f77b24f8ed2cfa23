// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/quick_form.h"

#include "core/items/inherited_values.h"
#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/name_codes.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Kartoteka {

namespace {

/// What a new card is known by, and what its stage asks for.
QList<Field> quickFields(const Schema &schema, qint64 typeId, qint64 stage)
{
    QList<Field> fields;
    const auto add = [&](const Field *field) {
        const bool known = !field
            || std::any_of(fields.begin(), fields.end(), [&](const Field &f) { return f.id == field->id; });
        if (!known && field->editable && field->code != Codes::responsible && field->code != Codes::stage)
            fields.append(*field);
    };
    QStringList codes{Codes::title, Codes::amount};
    for (const QString &name : nameCodes()) {
        if (name != Codes::middleName)
            codes << name;
    }
    for (const QString &code : codes << Codes::phone << Codes::clientCompany)
        add(schema.field(typeId, code));
    for (const Field &field : schema.requiredFields(typeId, stage))
        add(&field);
    return fields;
}

} // namespace

QuickForm::QuickForm(Store &store, QWidget *parent) : QFrame(parent), m_store(store)
{
    setObjectName(u"quickForm"_s);
    walkAfter(*this);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    layout->setSpacing(Space::xs);
    m_fieldsPage = new QWidget(this);
    m_fieldsLayout = new QVBoxLayout(m_fieldsPage);
    m_fieldsLayout->setContentsMargins(0, 0, 0, 0);
    m_fieldsLayout->setSpacing(Space::xs);
    layout->addWidget(m_fieldsPage);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"quickProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::s);
    auto *save = new QPushButton(tr("Create"), this);
    save->setObjectName(u"quickSave"_s);
    save->setToolTip(tr("Enter creates the card and starts the next"));
    makePrimary(save);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setToolTip(tr("Esc"));
    buttons->addWidget(save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &QuickForm::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit closed();
    });
}

Result<void> QuickForm::open(qint64 typeId, qint64 pipeline, const Place &place)
{
    const auto start = place({});
    if (!start)
        return start.error();
    const SchemaPtr schema = m_store.schema();
    m_typeId = typeId;
    m_place = place;
    m_given = start->values;
    if (const Stage *first = schema->firstStage(pipeline); first && !m_given.contains(Codes::stage))
        m_given.insert(Codes::stage, first->id);
    for (const auto &[field, editor] : std::as_const(m_editors))
        delete editor;
    m_editors.clear();
    showProblem({});
    for (const Field &field : quickFields(*schema, typeId, m_given.value(Codes::stage).toLongLong())) {
        FieldEditor *editor = makeFieldEditor(m_store, field, m_fieldsPage);
        editor->setObjectName(u"quick_"_s + field.code);
        editor->setValue(defaultValue(field));
        if (auto *line = qobject_cast<QLineEdit *>(editor->input()))
            line->setPlaceholderText(displayName(field));
        editor->setToolTip(field.help.isEmpty() ? displayName(field) : displayName(field) + u"\n"_s + field.help);
        editor->input()->setAccessibleDescription(field.help);
        editor->input()->setAccessibleName(displayName(field));
        for (QWidget *child : editor->findChildren<QWidget *>())
            child->installEventFilter(this);
        m_fieldsLayout->addWidget(editor);
        m_editors.append({field, editor});
    }
    setTabOrder(m_editors.constLast().second->input(), findChild<QPushButton *>(u"quickSave"_s));
    m_fieldsLayout->activate();
    layout()->activate(); // its height is asked for before it is shown
    return {};
}

Value QuickForm::defaultValue(const Field &field) const
{
    return defaultOf(*m_store.schema(), field, {m_store.user(), m_store.clock().localNow()});
}

void QuickForm::focusFirst()
{
    if (!m_editors.isEmpty())
        m_editors.constFirst().second->input()->setFocus();
}

void QuickForm::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    resize(width(), sizeHint().height());
}

void QuickForm::save()
{
    if (m_pending.isRunning())
        return; // Enter twice is one item
    QHash<QString, Value> values{{Codes::responsible, m_store.user()}};
    values.insert(m_given);
    for (const auto &[field, editor] : std::as_const(m_editors)) {
        auto value = editor->value();
        if (!value) {
            showProblem(displayName(field) + u": "_s + value.error().message);
            editor->input()->setFocus();
            return;
        }
        if (value->isValid() || !field.defaultValue.isEmpty()) // a default that was taken out stays out
            values.insert(field.code, *value);
    }
    const SchemaPtr schema = m_store.schema();
    values = withDefaults(*schema, m_typeId, withInheritedSince(m_store.reader(), m_typeId, {}, values),
                          {m_store.user(), m_store.clock().localNow()});
    QUuid uid;
    ChangeSet changes = planCreate(*schema, *schema->type(m_typeId), values, &uid);
    const QString title = changes.subject;
    const auto start = m_place(uid);
    if (!start) {
        showProblem(start.error().message);
        return;
    }
    changes.changes += start->along.changes;
    m_pending.begin(this, m_store.commit(std::move(changes)), [this, uid, title](const Result<Receipt> &receipt) {
        if (!receipt) {
            showProblem(receipt.error().message);
            for (const auto &[field, editor] : std::as_const(m_editors)) {
                if (field.code == receipt.error().where)
                    editor->input()->setFocus();
            }
            return false;
        }
        showProblem({});
        for (const auto &[field, editor] : std::as_const(m_editors))
            editor->setValue(defaultValue(field));
        focusFirst();
        emit made(receipt->created.value(uid), title);
        return true;
    });
}

bool QuickForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            hide();
            emit closed();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            save();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Kartoteka
