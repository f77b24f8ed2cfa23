// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/products/catalogue.h"
#include "core/store/store.h"

#include <QLineEdit>
#include <QPointer>

class QListWidget;

namespace Kartoteka {

/// A line that finds products of the catalogue as one types, by name, SKU or number, in either keyboard layout. Below them it
/// offers to add what was typed as a line of its own.
class ProductSearch final : public QLineEdit
{
    Q_OBJECT
public:
    ProductSearch(Store &store, QWidget *parent);
    ~ProductSearch() override;

signals:
    void chosen(const Kartoteka::CatalogueProduct &product);
    void written(const QString &name);
    void failed(const Kartoteka::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void show(const QList<CatalogueProduct> &found);
    void step(int by);
    void choose(int row);
    void close();

    Store &m_store;
    QPointer<QListWidget> m_list;
    QList<CatalogueProduct> m_found;
    QString m_shownFor;          ///< the text whose answers are shown
    bool m_choosesFirst = false; ///< Enter came before its answer
    CancelToken m_token;
};

} // namespace Kartoteka
