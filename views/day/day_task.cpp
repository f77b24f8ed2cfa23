// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/day_task.h"

#include "core/activities/details_text.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Kartoteka {

namespace {
constexpr int iconSide = 20;
}

DayTask::DayTask(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_when(new QLabel(this))
    , m_description(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(Space::xs);
    row->addLayout(column, 1);
    m_title->setObjectName(u"dayTitle"_s);
    m_title->setFont(Theme::title(font()));
    m_when->setObjectName(u"dayWhen"_s);
    for (QLabel *label : {m_title, m_when, m_description}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
}

void DayTask::setEntry(const DayEntry &entry, const QString &when, bool isLate)
{
    const Theme &theme = Theme::of(palette());
    const int side = scaled(iconSide, fontMetrics());
    m_icon->setPixmap(
        theme.icon(activityIcon(*m_store.schema(), entry.activity.kind), ColourRole::Muted).pixmap(side, side));
    m_icon->setContentsMargins(0, qMax(0, (QFontMetrics(m_title->font()).height() - side) / 2), 0, 0);
    m_title->setText(entry.activity.title);
    m_when->setText(when);
    QPalette colours = m_when->palette();
    colours.setColor(QPalette::WindowText, theme.colour(isLate ? ColourRole::Danger : ColourRole::Muted));
    m_when->setPalette(colours);
    QStringList said{detailsText(*m_store.schema(), entry.activity), entry.activity.description};
    said.removeAll(QString());
    m_description->setText(said.join(u'\n'));
    m_description->setVisible(!said.isEmpty());
}

} // namespace Kartoteka
