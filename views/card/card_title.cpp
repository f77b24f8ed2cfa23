// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_title.h"

#include "views/theme/theme.h"
#include "views/widgets/clamped_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int titleLines = 2;
constexpr double titleSize = 1.4; ///< of the base
} // namespace

QFont cardTitleFont(const QFont &base)
{
    QFont font = Theme::strong(base);
    font.setPixelSize(qRound(QFontInfo(base).pixelSize() * titleSize));
    return font;
}

CardTitle::CardTitle(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_label = new ClampedLabel(titleLines, this);
    m_label->setObjectName(u"cardTitle"_s);
    setFont(cardTitleFont(font()));
    m_label->setFont(font());
    m_edit = new QLineEdit(this);
    m_edit->setFont(font());
    m_label->installEventFilter(this);
    m_edit->setObjectName(u"cardTitleEdit"_s);
    m_edit->setAccessibleName(tr("Title"));
    m_edit->installEventFilter(this);
    m_edit->hide();
    layout->addWidget(m_label);
    layout->addWidget(m_edit);
    connect(m_label, &ClampedLabel::clicked, this, &CardTitle::beginEdit);
}

void CardTitle::setText(const QString &text)
{
    m_text = text;
    m_label->setText(text);
    m_label->setAccessibleName(tr("Title: %1").arg(text));
}

void CardTitle::setEditable(bool editable)
{
    m_editable = editable;
    m_label->setFocusPolicy(editable ? Qt::TabFocus : Qt::NoFocus);
    m_label->setCursor(editable ? Qt::IBeamCursor : Qt::ArrowCursor);
}

bool CardTitle::hasUnsaved() const
{
    return m_editing && typed() != m_started;
}

QString CardTitle::typed() const
{
    return m_edit->text().trimmed();
}

void CardTitle::beginEdit()
{
    if (!m_editable || m_editing)
        return;
    m_editing = true;
    m_started = m_text;
    m_edit->setText(m_text);
    m_label->hide();
    m_edit->show();
    m_edit->selectAll();
    m_edit->setFocus();
}

void CardTitle::closeEditor()
{
    const bool hadFocus = m_edit->hasFocus();
    m_editing = false; // before the focus goes: its loss saves
    m_label->show();
    if (hadFocus)
        m_label->setFocus();
    m_edit->hide();
}

void CardTitle::save()
{
    if (!m_editing)
        return;
    const QString text = typed();
    const bool changed = hasUnsaved();
    closeEditor();
    if (changed)
        emit edited(text);
}

void CardTitle::discard()
{
    if (m_editing)
        closeEditor();
}

bool CardTitle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_edit && key == Qt::Key_Escape) {
            discard();
            return true;
        }
        if (watched == m_label && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)) {
            beginEdit();
            return true;
        }
        if (watched == m_edit && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            save();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        // A question or another window is no reason to save: the person comes back to it.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
            save();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
