// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Kartoteka {

class FieldRow;
class Store;

/// The parts of a person's name that stand together on the card, as one row: a click or Enter unfolds it to its parts, which
/// fold again once the focus has left them.
class NameRow final : public QObject
{
    Q_OBJECT
public:
    NameRow(Store &store, QWidget *parent);
    ~NameRow() override;

    /// The row that is seen while it is folded.
    FieldRow *whole() const { return m_whole; }
    const QList<FieldRow *> &parts() const { return m_parts; }
    /// In the order of the card; fewer than two: there is no such row.
    void setParts(const QList<FieldRow *> &parts);
    bool isThere() const { return m_parts.size() > 1; }
    bool isUnfolded() const { return m_unfolded; }
    bool isEmpty() const;
    /// Says the name anew: a part has another value.
    void showName();
    void unfold();
    /// An edit of a part has ended.
    void foldIfLeft();

    /// What the whole name is called.
    static QString name();
    /// Whether a field is a part of a name.
    static bool isPart(const QString &field);

signals:
    void foldingChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void foldUnlessIn(const QWidget *focus);

    FieldRow *m_whole;
    QList<FieldRow *> m_parts;
    bool m_unfolded = false;
};

} // namespace Kartoteka
