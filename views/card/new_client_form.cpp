// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/new_client_form.h"

#include "core/clients/typed_client.h"
#include "core/schema/builtin_names.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/counted_names.h"
#include "core/schema/name_codes.h"
#include "core/schema/roles.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/menu_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace Kartoteka {

namespace {

using namespace std::chrono_literals;
constexpr auto pause = 250ms;
constexpr int mostSame = 3;

} // namespace

NewClientForm::NewClientForm(Store &store, QWidget *parent)
    : QFrame(parent), m_store(store), m_same(new QVBoxLayout, Qt::AlignLeft)
{
    setObjectName(u"newClient"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::m);
    layout->setSpacing(Space::s);
    m_head = new QLabel(this);
    m_head->setFont(Theme::strong(font()));
    layout->addWidget(m_head);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(Space::s);
    layout->addLayout(m_lines);
    m_sameHead = new QLabel(tr("Already exists:"), this);
    m_sameHead->setFont(Theme::small(font()));
    m_sameHead->setProperty("muted", true);
    layout->addWidget(m_sameHead);
    m_same.layout()->setSpacing(2);
    layout->addLayout(m_same.layout());
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setFont(Theme::small(font()));
    m_problem->setProperty("problem", true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(u"newClientAdd"_s);
    makePrimary(add);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"newClientCancel"_s);
    row->addWidget(add);
    row->addWidget(cancel);
    row->addStretch(1);
    layout->addLayout(row);
    hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &NewClientForm::lookForSame);
    connect(add, &QPushButton::clicked, this, &NewClientForm::accept);
    connect(cancel, &QPushButton::clicked, this, &NewClientForm::cancelled);
}

void NewClientForm::addLine(const QString &field, const QString &text)
{
    const Field *known = m_store.schema()->field(m_typeId, field);
    if (!known)
        return;
    auto *edit = new QLineEdit(text, this);
    edit->setObjectName(u"newClient_"_s + field);
    edit->setPlaceholderText(displayName(*known));
    edit->setAccessibleName(displayName(*known));
    connect(edit, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(edit, &QLineEdit::returnPressed, this, &NewClientForm::accept);
    m_lines->addWidget(edit);
    m_edits.append({field, edit});
}

void NewClientForm::begin(qint64 typeId, const QString &typed)
{
    m_typeId = typeId;
    m_edits.clear();
    emptyLayout(m_lines);
    showSame({});
    m_problem->hide();
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(typeId);
    m_head->setText(newName(type));
    const QHash<QString, Value> values = valuesOfTyped(*schema, type, typed);
    const auto text = [&](const QString &code) {
        const Value value = values.value(code);
        const Members members = value.value<Members>();
        return members.isEmpty() ? value.toString() : members.first().text;
    };
    QStringList fields = roleOf(*schema, type) == TypeRole::Person ? nameCodes() << Codes::phone << Codes::email
                                                                   : QStringList{Codes::title, Codes::phone, Codes::email};
    if (values.contains(Codes::taxId))
        fields.insert(1, Codes::taxId);
    for (const QString &field : fields)
        addLine(field, text(field));
    show();
    for (const auto &[field, edit] : std::as_const(m_edits)) {
        if (edit->text().isEmpty() && field != Codes::middleName) { // whoever has a name is to be reached
            edit->setFocus();
            break;
        }
    }
    m_pause.start();
}

QHash<QString, Value> NewClientForm::values() const
{
    QHash<QString, Value> values;
    for (const auto &[field, edit] : m_edits) {
        const QString text = edit->text().trimmed();
        if (text.isEmpty())
            continue;
        const bool isMember = field == Codes::phone || field == Codes::email;
        values.insert(field, isMember ? textMembers({text}) : Value(text));
    }
    return values;
}

void NewClientForm::accept()
{
    const QHash<QString, Value> all = values();
    const QString mail = all.value(Codes::email).value<Members>().value(0).text;
    QString problem;
    if (all.isEmpty())
        problem = tr("Enter a name, phone or e-mail.");
    else if (!mail.isEmpty() && !mail.contains(u'@'))
        problem = tr("“%1” is not an e-mail address.").arg(mail);
    showProblem(problem);
    if (problem.isEmpty())
        emit accepted();
}

void NewClientForm::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    show();
}

/// Whoever has the phone, the e-mail or the name already.
void NewClientForm::lookForSame()
{
    QStringList names;
    QStringList keys;
    for (const auto &[field, edit] : std::as_const(m_edits)) {
        const QString text = edit->text().trimmed();
        if (field == Codes::phone || field == Codes::email)
            keys << text;
        else
            names << text;
    }
    names.removeAll(QString());
    const QStringList looked = keys << names.join(u' ');
    m_search.cancel();
    m_search = CancelToken();
    m_store
        .read<QList<FoundClient>>(m_search,
                                  [looked, typeId = m_typeId](ReadContext &context) -> Result<QList<FoundClient>> {
                                      QList<FoundClient> same;
                                      for (const QString &text : looked) {
                                          auto found = findClients(context, text, {typeId}, mostSame);
                                          if (!found)
                                              return found.error();
                                          for (const FoundClient &one : std::as_const(*found)) {
                                              if (!same.contains(one) && same.size() < mostSame)
                                                  same << one;
                                          }
                                      }
                                      return same;
                                  })
        .then(this, [this, token = m_search](const Result<QList<FoundClient>> &same) {
            if (!token.isCancelled() && same)
                showSame(*same);
        });
}

void NewClientForm::showSame(const QList<FoundClient> &same)
{
    m_sameHead->setVisible(!same.isEmpty());
    m_same.show(same, [this](const FoundClient &one) {
        auto *use = new QToolButton(this);
        use->setObjectName(u"newClientSame"_s);
        QStringList about{one.title, one.found.isEmpty() ? one.phone : one.found, one.email};
        about.removeAll(QString());
        about.removeDuplicates();
        const QString whole = about.join(u" · "_s);
        const int room = width() - 4 * Space::xl; // beside the picture and the margins of both
        use->setText(menuText(fontMetrics().elidedText(whole, Qt::ElideRight, room)));
        use->setToolTip(tr("Use this one: %1").arg(whole));
        use->setAccessibleName(use->toolTip());
        use->setIcon(Theme::of(palette()).icon(u"check"_s, ColourRole::Accent));
        use->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(use, &QToolButton::clicked, this, [this, ref = one.ref] { emit existingChosen(ref); });
        return use;
    });
}

void NewClientForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Kartoteka
