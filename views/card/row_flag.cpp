// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/row_flag.h"

#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"

#include <QEvent>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int side = 12;
} // namespace

RowFlag::RowFlag(QWidget *row) : QLabel(row->parentWidget()), m_row(row)
{
    setObjectName(u"rowFlag"_s);
    row->installEventFilter(this);
    connect(row, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

void RowFlag::setStage(const QString &stage)
{
    const int size = scaled(side, fontMetrics());
    setPixmap(stage.isEmpty() ? QPixmap()
                              : Theme::of(palette()).icon(u"flag"_s, ColourRole::Muted).pixmap(QSize(size, size)));
    const QString text = stage.isEmpty() ? QString() : tr("required from “%1” on").arg(stage);
    setToolTip(tipText({text}));
    setAccessibleName(text);
    place();
}

void RowFlag::place()
{
    const bool isSeen = !toolTip().isEmpty() && !m_row->isHidden();
    setVisible(isSeen);
    if (!isSeen)
        return;
    const int size = scaled(side, fontMetrics());
    const QRect row = m_row->geometry();
    setGeometry(row.right() + 1, row.top() + scaled(Space::s, fontMetrics()), size, size);
}

bool RowFlag::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ShowToParent:
    case QEvent::HideToParent: place(); break;
    default: break;
    }
    return QLabel::eventFilter(watched, event);
}

} // namespace Kartoteka
