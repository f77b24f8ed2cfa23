// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/question_bar.h"

#include "views/theme/theme.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QuestionBar::QuestionBar(const QString &name, bool keys, QWidget *parent)
    : QFrame(parent), m_name(name), m_keys(keys), m_text(new QLabel(this)), m_pills(new QWidget(this))
{
    setObjectName(name + u"Bar"_s);
    setProperty("question", true); // reminders give way to it
    walkAfter(*this);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::s);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    head->addWidget(m_text, 1);
    QToolButton *close = makeIconButton(this, name + u"Close"_s, u"close"_s, tr("Close"));
    connect(close, &QToolButton::clicked, this, &QuestionBar::drop);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_flow = new FlowLayout(m_pills, Space::xs);
    column->addWidget(m_pills);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void QuestionBar::setQuestion(const QString &text)
{
    m_text->setText(text);
}

QToolButton *QuestionBar::addPill(const QString &key, const QString &text, const std::function<void()> &run)
{
    auto *pill = new QToolButton(m_pills);
    pill->setObjectName(m_name + (key.isEmpty() ? u"Mute"_s : key));
    pill->setProperty("pill", true);
    pill->setFocusPolicy(Qt::TabFocus);
    pill->setText(menuText(text));
    if (m_keys && !key.isEmpty())
        showKey(*pill, key);
    pill->setAccessibleName(text);
    if (run)
        connect(pill, &QToolButton::clicked, this, run);
    m_flow->addWidget(pill);
    return pill;
}

void QuestionBar::clearPills()
{
    const auto pills = m_pills->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QToolButton *pill : pills) {
        m_flow->removeWidget(pill);
        pill->setObjectName({});
        pill->hide();
        pill->deleteLater(); // it may be the one that was pressed
    }
}

bool QuestionBar::answer(int key)
{
    if (!isAsking())
        return false;
    const QString name = key == Qt::Key_Escape ? u"Esc"_s
        : key >= Qt::Key_1 && key <= Qt::Key_9 ? QString::number(key - Qt::Key_0)
                                               : u"none"_s;
    auto *pill = findChild<QToolButton *>(m_name + name);
    if (pill)
        pill->click();
    return pill != nullptr;
}

void QuestionBar::drop()
{
    const bool wasAsking = isAsking();
    forget();
    hide();
    if (wasAsking)
        emit answered();
}

} // namespace Kartoteka
