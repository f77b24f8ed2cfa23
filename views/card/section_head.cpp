// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/section_head.h"

#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int headHeight = 36;
constexpr int aroundBox = 5;        ///< as a row of a field has it
constexpr int aboveHead = Space::s; ///< parts it from the section before
} // namespace

SectionHead::SectionHead(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"sectionHead"_s);
    auto *layout = new QHBoxLayout(this);
    setPlace(Place::Alone);
    layout->setSpacing(Space::s);
    m_name = new QLabel(this);
    m_name->setFont(Theme::strong(font()));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_edit = new QToolButton(this);
    m_edit->setObjectName(u"sectionEdit"_s);
    m_edit->setText(tr("edit", "the fields of a section"));
    m_edit->setFont(Theme::small(font()));
    layout->addWidget(m_name, 1);
    layout->addWidget(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QToolButton::clicked, this, &SectionHead::editWanted);
    showEdit();
}

int SectionHead::heightFor(const QFontMetrics &metrics)
{
    return scaled(headHeight, metrics);
}

int SectionHead::belowBoxed(const QFontMetrics &metrics)
{
    return qMax(0, scaled(sizes().control, metrics) + 2 * aroundBox - heightFor(metrics));
}

void SectionHead::setPlace(Place place)
{
    const int above = place == Place::Alone ? aboveHead : 0;
    layout()->setContentsMargins(Space::s, above, Space::xs, 0);
    setFixedHeight(heightFor(fontMetrics()) + above + (place == Place::BesideBox ? belowBoxed(fontMetrics()) : 0));
}

void SectionHead::setName(const QString &name)
{
    m_name->setText(name);
    m_name->setToolTip(tipText({name}));
    m_edit->setAccessibleName(tr("Edit “%1”").arg(name));
}

void SectionHead::setEditable(bool editable)
{
    m_editable = editable;
    m_edit->setEnabled(editable);
    showEdit();
}

/// It keeps its place and can be reached by Tab; its word is there when it is wanted.
void SectionHead::showEdit()
{
    const bool isSeen = m_editable && (m_hovered || m_edit->hasFocus());
    m_edit->setStyleSheet(isSeen ? QString() : u"color: transparent;"_s);
}

void SectionHead::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    showEdit();
}

void SectionHead::leaveEvent(QEvent *)
{
    m_hovered = false;
    showEdit();
}

bool SectionHead::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &SectionHead::showEdit, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
