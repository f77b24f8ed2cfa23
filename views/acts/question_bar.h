// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;

namespace Kartoteka {

class FlowLayout;

/// A question in one line with a few answers that one key or click gives. It need not be answered.
class QuestionBar : public QFrame
{
    Q_OBJECT
public:
    /// Answers by a key: 1 to 9, Esc. False for any other.
    bool answer(int key);
    virtual bool isAsking() const = 0;
    /// It stays without an answer.
    void drop();

signals:
    void answered();

protected:
    /// @p name: before the keys in the names of the pills. @p keys: whether answer() is given the keys, so that the pills name them.
    QuestionBar(const QString &name, bool keys, QWidget *parent);

    void setQuestion(const QString &text);
    /// @p key: "1" to "9" or "Esc"; empty: none.
    QToolButton *addPill(const QString &key, const QString &text, const std::function<void()> &run);
    void clearPills();
    /// What was asked is no question any more.
    virtual void forget() = 0;

private:
    QString m_name;
    bool m_keys;
    QLabel *m_text;
    QWidget *m_pills;
    FlowLayout *m_flow;
};

} // namespace Kartoteka
