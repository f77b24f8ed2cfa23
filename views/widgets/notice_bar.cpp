// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/notice_bar.h"

#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace Kartoteka {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_layout(new QHBoxLayout(this)), m_text(new QLabel(this))
{
    setObjectName(u"noticeBar"_s);
    m_layout->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    m_layout->setSpacing(Space::s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(m_text, 1);
    hide();
}

void NoticeBar::say(const QString &text, bool isGrave)
{
    qDeleteAll(m_acts);
    m_acts.clear();
    m_text->setText(text);
    m_text->setAccessibleName(text);
    setProperty("grave", isGrave);
    style()->unpolish(this);
    style()->polish(this);
    show();
}

void NoticeBar::addAct(const QString &text, const QString &name, const std::function<void()> &act)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, act);
    m_layout->addWidget(button);
    m_acts << button;
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace Kartoteka
