// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/colour_editor.h"

#include "views/theme/theme.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/dot.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QWidgetAction>

#include <algorithm>

namespace Kartoteka {

namespace {

/// What was typed as a colour of its own, whatever a name means to Qt.
QColor colourOf(const QString &text)
{
    QString value = text.trimmed();
    if (!value.startsWith(u'#'))
        value.prepend(u'#');
    const bool isWhole = value.size() == 4 || value.size() == 7;
    return isWhole ? QColor(value) : QColor();
}

} // namespace

ColourEditor::ColourEditor(const Field &field, QWidget *parent)
    : FieldEditor(parent), m_code(field.code), m_edit(new QLineEdit(this)), m_dot(nullptr)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setPlaceholderText(FieldEditor::tr("(not set)"));
    m_dot = m_edit->addAction(QIcon(), QLineEdit::LeadingPosition);
    QAction *pick = m_edit->addAction(Theme::of(palette()).icon(u"chevron-down"_s, ColourRole::Muted),
                                      QLineEdit::TrailingPosition);
    pick->setText(tr("Choose a colour"));
    m_dot->setText(pick->text()); // a button, too
    pick->setShortcut(Qt::Key_Down);
    pick->setShortcutContext(Qt::WidgetShortcut);
    pick->setToolTip(tr("%1 (%2)", "what a button does and its keys")
                         .arg(pick->text(), pick->shortcut().toString(QKeySequence::NativeText)));
    for (QAction *action : {m_dot, pick})
        connect(action, &QAction::triggered, this, &ColourEditor::choose);
    connect(m_edit, &QLineEdit::textChanged, this, &ColourEditor::showColour);
    showColour();
}

void ColourEditor::setValue(const Value &value)
{
    m_edit->setText(value.toString());
}

Result<Value> ColourEditor::value() const
{
    if (m_edit->text().trimmed().isEmpty())
        return Value();
    const QColor colour = colourOf(m_edit->text());
    if (colour.isValid())
        return Value(colour.name());
    return Error{ErrorCode::Refused,
                 tr("“%1” is not a colour. Choose one, or write it as #2d69fe.").arg(m_edit->text().trimmed().left(40)),
                 {},
                 m_code};
}

QWidget *ColourEditor::input() const
{
    return m_edit;
}

void ColourEditor::showColour()
{
    const QColor colour = colourOf(m_edit->text());
    const int side = fontMetrics().height();
    QPixmap picture(QSize(side, side) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QRect dot = QRect(0, 0, side, side).adjusted(2, 2, -2, -2);
    if (colour.isValid()) {
        paintDot(painter, dot, colour, theme);
    } else {
        painter.setPen(theme.colour(ColourRole::Edge));
        painter.drawEllipse(dot);
    }
    m_dot->setIcon(QIcon(picture));
}

void ColourEditor::choose()
{
    QMenu menu(this);
    menu.setObjectName(u"colourMenu"_s);
    auto *grid = new ColourGrid(&menu);
    grid->setColour(colourOf(m_edit->text()));
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(grid);
    menu.addAction(action);
    connect(grid, &ColourGrid::chosen, &menu, [this, &menu](const QColor &colour) {
        m_edit->setText(colour.name());
        menu.close();
        emit finished();
    });
    // The keys are the grid's at once.
    const QList<QAbstractButton *> colours = grid->findChildren<QAbstractButton *>();
    const auto chosen = std::ranges::find_if(colours, &QAbstractButton::isChecked);
    QAbstractButton *first = chosen == colours.end() ? colours.constFirst() : *chosen;
    QMetaObject::invokeMethod(
        first, [first] { first->setFocus(Qt::PopupFocusReason); }, Qt::QueuedConnection);
    menu.exec(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
}

} // namespace Kartoteka
