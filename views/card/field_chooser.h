// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace Kartoteka {

/// Fields to choose one of, found by a few letters; the last line makes a new one.
class FieldChooser final : public QFrame
{
    Q_OBJECT
public:
    explicit FieldChooser(QWidget *parent);

    void add(qint64 field, const QString &name);
    void open(const QPoint &at);

signals:
    void chosen(qint64 field);
    void newWanted(const QString &name); ///< what was typed to find it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &text);
    void choose();

    QLineEdit *m_search;
    QListWidget *m_list;
    QListWidgetItem *m_make = nullptr;
};

} // namespace Kartoteka
