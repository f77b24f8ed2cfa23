// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/choice_button.h"

#include "views/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int searchedChoices = 8; ///< more than these are searched
constexpr int shownHeight = 320;
} // namespace

ChoiceButton::ChoiceButton(QWidget *parent) : QPushButton(parent), m_menu(new QMenu(this))
{
    setProperty("choice", true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_menu, &QMenu::aboutToShow, this, &ChoiceButton::build);
    setMenu(m_menu);
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

void ChoiceButton::build()
{
    m_menu->clear();
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(Space::m, Space::xs, Space::m, Space::xs);
    layout->setSpacing(Space::xs);
    QList<QAbstractButton *> boxes;
    for (const Choice &choice : std::as_const(m_choices)) {
        QAbstractButton *box = m_single ? static_cast<QAbstractButton *>(new QRadioButton(choice.text, list))
                                        : new QCheckBox(choice.text, list);
        box->setObjectName(u"choice_"_s + choice.value);
        box->setChecked(m_values.contains(choice.value));
        box->setMinimumHeight(fontMetrics().height() + Space::s);
        layout->addWidget(box);
        boxes << box;
        connect(box, &QAbstractButton::toggled, this, [this, value = choice.value](bool on) {
            m_values.removeAll(value);
            if (m_single && on)
                m_values.clear();
            if (on)
                m_values << value;
            showText();
            emit changed();
        });
    }
    layout->addStretch(1);
    if (m_choices.size() > searchedChoices) {
        auto *search = new QLineEdit;
        search->setPlaceholderText(tr("Search"));
        auto *searchAction = new QWidgetAction(m_menu);
        searchAction->setDefaultWidget(search);
        m_menu->addAction(searchAction);
        connect(search, &QLineEdit::textChanged, list, [boxes](const QString &text) {
            for (QAbstractButton *box : boxes)
                box->setVisible(box->text().contains(text, Qt::CaseInsensitive));
        });
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(qMax(width() - Space::s, list->sizeHint().width() + Space::xl));
    scroll->setFixedHeight(qMin(scaled(shownHeight, fontMetrics()), list->sizeHint().height() + Space::xs));
    auto *action = new QWidgetAction(m_menu);
    action->setDefaultWidget(scroll);
    m_menu->addAction(action);
    if (!boxes.isEmpty())
        boxes.constFirst()->setFocus();
}

void ChoiceButton::showText()
{
    QStringList texts;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (m_values.contains(choice.value))
            texts << choice.text;
    }
    const QString all = texts.join(u", "_s);
    const QString shown = all.isEmpty() ? tr("choose…")
                                        : fontMetrics().elidedText(all, Qt::ElideRight, qMax(120, width() - 48));
    // A style sheet's padding does not move the text of a button with a menu (Qt 6.4).
    setText(QString(2, QChar::Nbsp) + shown);
    setToolTip(all);
}

} // namespace Kartoteka
