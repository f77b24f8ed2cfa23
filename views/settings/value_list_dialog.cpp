// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/value_list_dialog.h"

#include "core/definitions/list_acts.h"
#include "core/schema/builtin_names.h"
#include "core/store/store.h"
#include "views/settings/value_list.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize listExtent(480, 560);
} // namespace

ValueListDialog::ValueListDialog(Store &store, qint64 fieldId, QWidget *parent) : WalkedDialog(parent)
{
    setObjectName(u"valueListDialog"_s);
    const SchemaPtr schema = store.schema();
    const Field *field = schema->field(fieldId);
    setWindowTitle(tr("Values of “%1”").arg(field ? displayName(*field) : QString()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::s);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::title(font()));
    title->setWordWrap(true);
    layout->addWidget(title);
    QStringList users;
    for (const Field &user : usersOf(*schema, schema->dictionary(fieldId)))
        users
            << tr("%1 (%2)", "a list, and the type it is of").arg(displayName(user), pluralName(*schema->type(user.typeId)));
    layout->addWidget(addNote(u"valueListUses"_s, tr("For everyone, in: %1").arg(users.join(u", "_s))));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *values = new ValueList(store, u"dialogValue"_s, scroll);
    values->setField(fieldId);
    scroll->setWidget(values);
    values->setAutoFillBackground(false); // the dialog is behind it
    scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    QLabel *problem = addNote(u"valueListProblem"_s, {});
    problem->setProperty("muted", false);
    problem->setProperty("problem", true);
    problem->hide();
    layout->addWidget(problem);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setObjectName(u"dialogCancel"_s);
    makePrimary(close);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(values, &ValueList::done, this, [this, problem](const QString &what) {
        problem->hide();
        emit done(what);
    });
    connect(values, &ValueList::failed, this, [problem](const Error &error) {
        problem->setText(error.message);
        problem->show();
    });
    resize(scaled(listExtent.width(), fontMetrics()), scaled(listExtent.height(), fontMetrics()));
    values->setFocus();
}

QLabel *ValueListDialog::addNote(const QString &name, const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setObjectName(name);
    note->setProperty("muted", true);
    note->setFont(Theme::small(font()));
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    return note;
}

} // namespace Kartoteka
