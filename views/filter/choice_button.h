// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPushButton>

class QMenu;

namespace Kartoteka {

/// A button that opens a list of things to tick, and says which are ticked.
class ChoiceButton final : public QPushButton
{
    Q_OBJECT
public:
    struct Choice
    {
        QString value;
        QString text;
    };

    explicit ChoiceButton(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    /// One at a time, as radio buttons.
    void setSingle(bool single) { m_single = single; }
    void setValues(const QStringList &values);
    QStringList values() const { return m_values; }

signals:
    void changed();

private:
    void build();
    void showText();

    QList<Choice> m_choices;
    QStringList m_values;
    bool m_single = false;
    QMenu *m_menu;
};

} // namespace Kartoteka
