// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_button.h"

#include "views/theme/theme.h"
#include "views/widgets/choice_popup.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace Kartoteka {

using namespace Qt::StringLiterals;

ChoiceButton::ChoiceButton(QWidget *parent) : QPushButton(parent)
{
    setProperty("choice", true);
    setAutoDefault(false); // in a dialog Enter belongs to its button
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &ChoiceButton::open);
    showText();
}

void ChoiceButton::setChoices(const QList<Choice> &choices)
{
    m_choices = choices;
    showText();
}

void ChoiceButton::setValues(const QStringList &values)
{
    m_values = values;
    showText();
}

void ChoiceButton::setCounts(const QHash<QString, qint64> &counts)
{
    m_counts = counts;
    emit counted();
}

void ChoiceButton::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    showText();
}

void ChoiceButton::toggle(const QString &value)
{
    const bool on = !m_values.contains(value);
    m_values.removeAll(value);
    if (m_single && on)
        m_values.clear();
    if (on)
        m_values << value;
    showText();
    emit changed();
}

void ChoiceButton::open()
{
    emit opening();
    auto *popup = new ChoicePopup(*this);
    popup->show();
    popup->setFocus(Qt::PopupFocusReason);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open();
    else
        QPushButton::keyPressEvent(event);
}

void ChoiceButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    showText();
}

/// With the arrow of a combo box: it opens a list as one does.
void ChoiceButton::paintEvent(QPaintEvent *event)
{
    constexpr int side = 12;
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const QRect arrow(width() - side - Space::s, (height() - side) / 2, side, side);
    Theme::of(palette()).icon(u"chevron-down"_s, ColourRole::Muted).paint(&painter, arrow);
}

void ChoiceButton::showText()
{
    QStringList texts;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (m_values.contains(choice.value))
            texts << choice.text;
    }
    const QString all = texts.join(u", "_s);
    if (const bool isEmpty = all.isEmpty(); property("empty").toBool() != isEmpty) { // what asks is no value
        setProperty("empty", isEmpty);
        style()->unpolish(this);
        style()->polish(this);
    }
    setText(all.isEmpty() ? m_placeholder
                          : fontMetrics().elidedText(all, Qt::ElideRight, qMax(120, width() - 48)).replace(u'&', u"&&"_s));
    setToolTip(all);
    setAccessibleDescription(all);
}

} // namespace Kartoteka
