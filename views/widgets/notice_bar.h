// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace Kartoteka {

/// A strip over a page that says what holds until something is done about it: the file can only be read, or was replaced.
class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows a text, in place of the one before and its buttons. @p isGrave: something is wrong.
    void say(const QString &text, bool isGrave);
    /// A button behind the text. @p name: of the object.
    void addAct(const QString &text, const QString &name, const std::function<void()> &act);
    QString text() const;

private:
    QHBoxLayout *m_layout;
    QLabel *m_text;
    QList<QWidget *> m_acts;
};

} // namespace Kartoteka
