// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/name_row.h"

#include "core/base/person_name.h"
#include "core/schema/codes.h"
#include "views/card/field_row.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QStringList &partCodes()
{
    static const QStringList codes{Codes::lastName, Codes::firstName, Codes::middleName};
    return codes;
}

Field wholeField()
{
    Field field;
    field.code = u"person_name"_s;
    field.name = NameRow::name();
    return field;
}

} // namespace

NameRow::NameRow(Store &store, QWidget *parent) : QObject(parent), m_whole(new FieldRow(store, wholeField(), parent))
{
    m_whole->hide();
    m_whole->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { foldUnlessIn(now); });
}

NameRow::~NameRow() = default;

QString NameRow::name()
{
    return tr("Full name");
}

bool NameRow::isPart(const QString &field)
{
    return partCodes().contains(field);
}

void NameRow::setParts(const QList<FieldRow *> &parts)
{
    m_parts = parts;
    m_unfolded = m_unfolded && isThere();
    showName();
}

bool NameRow::isEmpty() const
{
    return std::ranges::all_of(m_parts, &FieldRow::isEmpty);
}

void NameRow::showName()
{
    // As it is written in a list of people, whatever the order of the parts on the card.
    const auto text = [this](const QString &code) {
        const auto part = std::ranges::find_if(m_parts, [&](const FieldRow *row) { return row->field().code == code; });
        return part == m_parts.cend() ? QString() : (*part)->value().toString();
    };
    m_whole->setValue(textValue(personName(text(Codes::lastName), text(Codes::firstName), text(Codes::middleName))));
}

void NameRow::unfold()
{
    if (m_unfolded || !isThere())
        return;
    m_unfolded = true;
    emit foldingChanged();
}

void NameRow::foldIfLeft()
{
    foldUnlessIn(QApplication::focusWidget());
}

void NameRow::foldUnlessIn(const QWidget *focus)
{
    // Another window or a menu is no reason to fold: the person comes back.
    if (!m_unfolded || !focus || QApplication::activePopupWidget() || QApplication::activeModalWidget())
        return;
    const bool isInside = std::ranges::any_of(
        m_parts, [focus](const FieldRow *part) { return part == focus || part->isAncestorOf(focus); });
    if (isInside)
        return;
    // A part may still be on its way into the file.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_unfolded || std::ranges::any_of(m_parts, &FieldRow::isEditing))
                return;
            m_unfolded = false;
            emit foldingChanged();
        },
        Qt::QueuedConnection);
}

bool NameRow::eventFilter(QObject *watched, QEvent *event)
{
    bool isWanted = event->type() == QEvent::MouseButtonRelease;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        isWanted = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2;
    }
    if (!isWanted)
        return QObject::eventFilter(watched, event);
    unfold();
    const auto first = std::ranges::find_if(m_parts, [](const FieldRow *part) { return part->field().editable; });
    if (first != m_parts.end())
        (*first)->beginEdit();
    return true;
}

} // namespace Kartoteka
