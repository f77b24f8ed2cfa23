// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPushButton>

namespace Kartoteka {

class ChoicePopup;

/// A button that opens a list of things to tick, and says which are ticked.
class ChoiceButton final : public QPushButton
{
    Q_OBJECT
public:
    struct Choice
    {
        QString value;
        QString text;
        QString heading = {}; ///< over it, where another kind of choices begins
    };

    explicit ChoiceButton(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    const QList<Choice> &choices() const { return m_choices; }
    /// How many have each choice, by its value; said beside it in the list.
    void setCounts(const QHash<QString, qint64> &counts);
    const QHash<QString, qint64> &counts() const { return m_counts; }
    /// What it says while nothing is ticked.
    void setPlaceholder(const QString &text);
    /// One at a time.
    void setSingle(bool single) { m_single = single; }
    bool isSingle() const { return m_single; }
    void setValues(const QStringList &values);
    QStringList values() const { return m_values; }
    /// Ticks a choice or takes the tick off, as the person does.
    void toggle(const QString &value);

signals:
    void changed();
    /// The list opens: whoever knows how many have each choice may say so.
    void opening();
    void counted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();
    void showText();

    QList<Choice> m_choices;
    QHash<QString, qint64> m_counts;
    QStringList m_values;
    QString m_placeholder = tr("choose…");
    bool m_single = false;
};

} // namespace Kartoteka
