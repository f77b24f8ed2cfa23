// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/link_row.h"

#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/initials.h"
#include "views/widgets/tip_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 32;
constexpr int stageWidth = 180;
constexpr int amountWidth = 112;
constexpr int faceSide = 20;
constexpr int dayWidth = 84;
constexpr int roomy = 680; ///< as wide as a title and all columns beside it

/// A stage as the list shows it: a dot and its name.
class StageMark final : public QWidget
{
public:
    StageMark(QString name, QColor colour, QWidget *parent) : QWidget(parent), m_name(std::move(name)), m_colour(colour)
    {
        setToolTip(tipText({m_name}));
        setAccessibleName(m_name);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int side = 8;
        QPainter painter(this);
        const QRect dot(0, (height() - side) / 2, side, side);
        paintDot(painter, dot, m_colour, Theme::of(palette()));
        const QRect room(side + Space::s, 0, width() - side - Space::s, height());
        painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                         fontMetrics().elidedText(m_name, Qt::ElideRight, room.width()));
    }

private:
    QString m_name;
    QColor m_colour;
};

QLabel *makeFace(const User &user, QWidget *parent)
{
    auto *face = new QLabel(parent);
    const int side = scaled(faceSide, parent->fontMetrics());
    face->setFixedSize(side, side);
    if (user.id == 0)
        return face;
    face->setPixmap(QPixmap::fromImage(initialsImage(user, side, parent->devicePixelRatioF(), parent->font())));
    const QString who = LinkRow::tr("Responsible: %1").arg(user.name);
    face->setToolTip(tipText({who}));
    face->setAccessibleName(who);
    return face;
}

} // namespace

LinkRow::LinkRow(const Shown &shown, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"link_%1_%2"_s.arg(shown.typeCode).arg(shown.ref.id));
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(makeLine(shown));
    auto *below = new QWidget(this);
    m_below = new QVBoxLayout(below);
    m_below->setContentsMargins(Space::xl, 0, 0, Space::s);
    below->hide();
    down->addWidget(below);
    connect(m_fold, &QToolButton::toggled, below, &QWidget::setVisible);
    connect(m_fold, &QToolButton::toggled, this, &LinkRow::unfolded);
}

QWidget *LinkRow::makeLine(const Shown &shown)
{
    auto *line = new QWidget(this);
    line->setObjectName(u"linkLine"_s);
    line->setAttribute(Qt::WA_StyledBackground); // it shows the pointer
    line->setMinimumHeight(scaled(rowHeight, fontMetrics()));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::s);
    m_fold = makeIconButton(line, u"linkUnfold"_s, u"chevron-down"_s, tr("Links of %1").arg(shown.title));
    m_fold->setCheckable(true);
    row->addWidget(m_fold);
    auto *title = new ElidedLabel(shown.title, line);
    title->setObjectName(u"linkTitle"_s);
    title->setSizePolicy(shown.also.isEmpty() ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Preferred);
    title->setCursor(Qt::PointingHandCursor);
    title->setAccessibleName(
        tr("%1 #%2: %3", "kind, number and title of an item").arg(shown.typeName, shown.number, shown.title));
    title->setAccessibleDescription(shown.also);
    title->setFocusPolicy(Qt::TabFocus);
    QPalette link = title->palette();
    link.setColor(QPalette::WindowText, Theme::of(palette()).colour(ColourRole::Accent));
    title->setPalette(link);
    title->setForegroundRole(QPalette::WindowText);
    row->addWidget(title, shown.also.isEmpty() ? 1 : 0);
    if (!shown.also.isEmpty()) {
        auto *also = new ElidedLabel(shown.also, line);
        also->setObjectName(u"linkAlso"_s);
        also->setProperty("muted", true);
        also->setFont(Theme::small(font()));
        also->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        row->addWidget(also, 1);
    }
    // Columns keep their places where a row has nothing in one, if there is room for that.
    QWidget *stage = shown.stage.isEmpty() ? new QWidget(line) : new StageMark(shown.stage, QColor(shown.stageColour), line);
    stage->setFixedWidth(scaled(stageWidth, fontMetrics()));
    row->addWidget(stage);
    auto *amount = new QLabel(shown.amount, line);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setFixedWidth(scaled(amountWidth, fontMetrics()));
    row->addWidget(amount);
    if (shown.stage.isEmpty())
        m_blanks << stage;
    if (shown.amount.isEmpty())
        m_blanks << amount;
    row->addWidget(makeFace(shown.responsible, line));
    auto *made = new QLabel(shown.made, line);
    made->setProperty("muted", true);
    made->setFont(Theme::small(font()));
    made->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    made->setFixedWidth(scaled(dayWidth, fontMetrics()));
    row->addWidget(made);
    m_unlink = makeIconButton(line, u"linkRemove"_s, u"close"_s,
                              shown.canUnlink ? tr("Unlink %1").arg(shown.title) : tr("What happened stays linked"));
    m_unlink->setEnabled(shown.canUnlink);
    row->addWidget(m_unlink);
    m_line = line;
    for (QWidget *watched : {line, static_cast<QWidget *>(title), static_cast<QWidget *>(m_unlink)})
        watched->installEventFilter(this);
    showUnlink();
    connect(title, &ElidedLabel::clicked, this, &LinkRow::opened);
    connect(m_unlink, &QToolButton::clicked, this, &LinkRow::unlinkWanted);
    return line;
}

/// It keeps its place; what takes away is seen when it is wanted.
void LinkRow::showUnlink()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isSeen = m_isHovered || (focused && m_line->isAncestorOf(focused));
    m_unlink->setIcon(isSeen ? Theme::of(palette()).icon(u"close"_s, ColourRole::Muted) : QIcon());
}

bool LinkRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
        if (watched == m_line) {
            m_isHovered = event->type() == QEvent::Enter;
            showUnlink();
        }
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut: QMetaObject::invokeMethod(this, &LinkRow::showUnlink, Qt::QueuedConnection); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void LinkRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QWidget *blank : std::as_const(m_blanks))
        blank->setVisible(width() >= scaled(roomy, fontMetrics()));
}

void LinkRow::keyPressEvent(QKeyEvent *event)
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isOwn = focused && m_line->isAncestorOf(focused); // not of a row that stands below
    const int key = event->key();
    if (isOwn && (key == Qt::Key_Return || key == Qt::Key_Enter))
        emit opened();
    else if (isOwn && key == Qt::Key_Delete && m_unlink->isEnabled())
        emit unlinkWanted();
    else if (isOwn && (key == Qt::Key_Right || key == Qt::Key_Left))
        setUnfolded(key == Qt::Key_Right);
    else
        QWidget::keyPressEvent(event);
}

void LinkRow::setUnfolded(bool unfolded)
{
    m_fold->setChecked(unfolded);
}

} // namespace Kartoteka
